"""A fence for a process that strangers reach: its connections cannot touch a trainee's record.

That is for SQLite; on PostgreSQL the process gets a role of its own that may do no more (see docs/deploy.md).
"""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import Engine, event

from carelevel.store.schema import VERSION_TABLE
from carelevel.store.tables import room, room_ballot, room_participant, room_question, room_round

ROOM_TABLES = frozenset(table.name for table in (room, room_round, room_participant, room_ballot, room_question))
READABLE = ROOM_TABLES | {VERSION_TABLE, "sqlite_master", "sqlite_schema"}
WRITES = frozenset({sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE})
HARMLESS = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_PRAGMA}
)


def fence(engine: Engine) -> None:
    """Fence in every connection that *engine* opens from now on."""
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def fence_in(connection: sqlite3.Connection, _record: Any) -> None:
        connection.set_authorizer(_may)


def _may(action: int, table: str | None, *_: str | None) -> int:
    if action in HARMLESS:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and (table in READABLE or not table):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_OK if action in WRITES and table in ROOM_TABLES else sqlite3.SQLITE_DENY
