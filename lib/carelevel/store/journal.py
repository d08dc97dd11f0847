"""How SQLite keeps a transaction: in a write-ahead log, else in a journal, which asks less of a drive.

The log lets people read while others write, and needs memory that all processes share. Some drives have none for a
file, network folders above all. There the journal is as durable, and only slower. Once a database has been made
without a log it stays so: to ask such a drive again may take SQLite ten seconds, at each start.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from time import monotonic, sleep

Connect = Callable[[], sqlite3.Connection]

_WITHOUT_MEMORY = frozenset(
    {
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR_SHMOPEN,
        sqlite3.SQLITE_IOERR_SHMMAP,
        sqlite3.SQLITE_IOERR_SHMLOCK,
    }
)


def connected(connect: Connect, patience: float) -> sqlite3.Connection:
    """A connection with a log, to a new database where the drive lets it, to an old one where it has one; else without.

    *connect* makes one in autocommit mode. Two programs that switch a new file at once wait *patience* seconds.
    """
    try:
        return _set_up(connect(), patience)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode not in _WITHOUT_MEMORY:
            raise
        return _connected_without(connect, patience, error)


def _set_up(connection: sqlite3.Connection, patience: float) -> sqlite3.Connection:
    try:
        if not _uses_log(connection, patience):
            connection.execute("PRAGMA journal_mode = TRUNCATE")  # synced at its end; one that is deleted may come back
    except BaseException:
        connection.close()
        raise
    return connection


def _uses_log(connection: sqlite3.Connection, patience: float) -> bool:
    """Of two programs that switch a new file at once, SQLite refuses one without waiting: wait here."""
    deadline = monotonic() + patience
    while True:
        try:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()  # first: a new one may get its log meanwhile
            (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
            if mode != "wal" and not pages:
                (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # only now it needs the memory
            return bool(mode == "wal")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                raise
            sleep(0.02)


def _connected_without(connect: Connect, patience: float, reason: sqlite3.OperationalError) -> sqlite3.Connection:
    """The same once the log is given up, unless its failure was one of the moment only."""
    if reason.sqlite_errorcode != sqlite3.SQLITE_PROTOCOL:  # before it says that, SQLite has tried a hundred times
        try:
            return _set_up(connect(), patience)
        except sqlite3.OperationalError as error:
            reason = error
    _give_up_log(connect, reason)
    return _set_up(connect(), patience)


def _give_up_log(connect: Connect, reason: sqlite3.OperationalError) -> None:
    """Write the log's transactions into the database, which whoever holds it alone can without shared memory.

    *reason* is raised where that fails too: somebody else holds it, or more than memory is missing.
    """
    with closing(connect()) as alone:
        try:
            alone.execute("PRAGMA locking_mode = EXCLUSIVE")
            (mode,) = alone.execute("PRAGMA journal_mode = TRUNCATE").fetchone()
        except sqlite3.OperationalError:
            raise reason from None
    if mode != "truncate":
        raise reason
