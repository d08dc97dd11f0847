"""Connections: durable, patient, and the file for its owner alone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from sqlalchemy import URL, Connection, Dialect, Engine, create_engine, event
from sqlalchemy.exc import DisconnectionError

from carelevel.store.address import file_of
from carelevel.store.journal import connected
from carelevel.store.sqlite_file import identity, opening

PATIENCE = 5
"""Seconds to wait for a lock, or for a server to answer."""

WRITES = "carelevel_writes"
PRAGMAS = ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON")


def make_engine(url: URL) -> Engine:
    """An engine that has connected to nothing yet; no message of it shows what somebody wrote."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    return create_engine(
        url.update_query_dict({"connect_timeout": str(PATIENCE)} if "connect_timeout" not in url.query else {}),
        hide_parameters=True,
        pool_pre_ping=True,
        json_deserializer=loads,
    )


@lru_cache(maxsize=1)  # with it the connections that are open, and the questions as they are written in SQL
def shared_engine(url: URL) -> Engine:
    """The same one for all of a process who ask a database; closing it lets go of idle connections alone."""
    return make_engine(url)


@contextmanager
def transaction(connection: Connection, *, writes: bool) -> Iterator[None]:
    """One transaction; SQLite takes the lock of one that *writes* at its start, where it waits its turn."""
    connection.execution_options(**{WRITES: writes})
    with connection.begin():
        yield


def loads(text: str | bytes) -> Any:
    """JSON as data; torn JSON as None, so that the row can still be named."""
    try:
        return json.loads(text)
    except ValueError:
        return None


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": PATIENCE}, hide_parameters=True, json_deserializer=loads)
    file = file_of(url)

    @event.listens_for(engine, "do_connect")
    def connect(dialect: Dialect, _record: Any, arguments: list[Any], options: dict[str, Any]) -> sqlite3.Connection:
        def opened() -> sqlite3.Connection:
            with opening(file, make=not (url.database or "").startswith("file:")):
                connection: Any = dialect.connect(*arguments, **options)
            connection.isolation_level = None  # `begin` below says BEGIN
            return connection  # type: ignore[no-any-return]

        return connected(opened, PATIENCE)

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, record: Any) -> None:
        record.info["file"] = identity(file)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "checkout")
    def check_still_there(_connection: Any, record: Any, _fairy: Any) -> None:
        if record.info["file"] != identity(file):  # deleted or replaced: writing there would be lost
            raise DisconnectionError

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
