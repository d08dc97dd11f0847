"""A database that is opened at first use, and again after a failure, with its schema current."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from itertools import chain
from threading import Lock
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, Row, Select, Table

from carelevel.store.address import address, place_of
from carelevel.store.engine import shared_engine, transaction
from carelevel.store.failure import in_words
from carelevel.store.rows import Stored, row_of
from carelevel.store.schema import make_current

T = TypeVar("T")

CHECKED = "carelevel_schema_is_current"

ROWS_AT_ONCE = 1000
"""Rows that are fetched together: one by one takes longer than to read them."""


class Database:
    """What a kind of records is asked through; each method of a subclass raises StoreError, in plain words."""

    def __init__(self, url: str | None = None) -> None:
        self._url = url
        self._lock = Lock()
        self._engine: Engine | None = None

    def prepare(self) -> None:
        """Open the database and bring its schema to date now, rather than at the first question."""
        with self._connected():
            pass

    def serialized(self) -> bytes:
        """All of an SQLite database as it stands after its last commit, for whoever keeps it elsewhere."""
        with self._connected() as connection:
            driver: Any = connection.connection.driver_connection
            whole: bytes = driver.serialize()
            return whole

    def close(self) -> None:
        """Let go of every connection; the next use opens new ones."""
        with self._lock:
            engine, self._engine = self._engine, None
        if engine:
            engine.dispose()

    def _all(
        self, read: Callable[[Row[Any]], T], question: Select[Any], values: Mapping[str, Any] | None = None
    ) -> tuple[T, ...]:
        """What *read* makes of each row that answers *question*, asked with *values* for its parameters."""
        with self._transaction(writes=False) as connection:
            rows = connection.execute(question, values).partitions(ROWS_AT_ONCE)
            return tuple(map(read, chain.from_iterable(rows)))

    def _first(self, read: Callable[[Row[Any]], T], question: Select[Any]) -> T | None:
        """The same of the first row, where there is one."""
        return next(iter(self._all(read, question)), None)

    def _put(self, table: Table, record: Stored) -> None:
        """Keep *record* in a transaction of its own, in the place of the one with its key where there is one."""
        with self._transaction(writes=True) as connection:
            put(connection, table, row_of(record))

    @contextmanager
    def _transaction(self, *, writes: bool) -> Iterator[Connection]:
        with self._connected() as connection, transaction(connection, writes=writes):
            yield connection

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        """A connection to a database whose schema is current; whatever fails meanwhile is told in words."""
        engine = self._opened()
        with in_words(place_of(engine.url)):
            try:
                connection = _checked_out(engine)
            except Exception:
                self.close()  # the next use starts from the address again
                raise
            with connection:
                yield connection

    def _opened(self) -> Engine:
        with self._lock:
            if self._engine is None:
                url = address(self._url)
                with in_words(place_of(url)):
                    self._engine = self._made(url)
            return self._engine

    def _made(self, url: URL) -> Engine:
        return shared_engine(url)


def insert_into(connection: Connection, table: Table) -> Any:
    """The dialect's own INSERT, which knows ON CONFLICT."""
    return insert_of(connection.dialect.name, table)


def insert_of(dialect: str, table: Table) -> Any:
    """The same, of the dialect of that name, which nobody imports who does without."""
    return import_module(f"sqlalchemy.dialects.{dialect}").insert(table)


def put(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    """Write *row*, instead of the one with its key where there is one."""
    key = [column.name for column in table.primary_key]
    rest = {name: value for name, value in row.items() if name not in key}
    connection.execute(insert_into(connection, table).values(row).on_conflict_do_update(index_elements=key, set_=rest))


def _checked_out(engine: Engine) -> Connection:
    """A connection whose schema was looked at once: what stands behind a new one may be new."""
    connection = engine.connect()
    try:
        if CHECKED not in connection.info:
            make_current(connection, place_of(engine.url))
            connection.info[CHECKED] = True
    except BaseException:
        connection.close()
        raise
    return connection
