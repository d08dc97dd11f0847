"""What went wrong with a file or a database, in words: place, problem, remedy."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sqlalchemy.exc import DataError, DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from carelevel.core.errors import StoreError
from carelevel.store.drive import can_lock


class Failure(NamedTuple):
    """What is wrong with a place, and what to do about it, each as a clause."""

    problem: str
    remedy: str


class Damaged(ValueError):
    """A row that is no record."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.failure = Failure(problem, remedy)


READ_ONLY = Failure("is read-only", "allow writing to it and to its folder")
DISK_FULL = Failure("cannot grow: the disk is full", "free some space and try again")
BAD_DISK = Failure("cannot be read or written on this disk", "see that the disk is there and sound")
LOCKED = Failure("is locked by another program", "close that program, or wait a moment, and try again")
FORBIDDEN = Failure("may not be opened by you", "allow yourself reading and writing it, or name another place")
UNFIT_DRIVE = Failure(
    "lies on a drive that cannot lock it, as some network folders cannot",
    "put it on a disk of this computer: name a folder there in CARELEVEL_DATA, or the file in CARELEVEL_DATABASE_URL",
)
NO_FOLDER = Failure("cannot be opened: its folder is missing", "make the folder, or name another place")
NOT_OURS = Failure("lacks the tables of carelevel", "name another database, or restore a copy of this one")
LOST = Failure("lost the connection", "try again; if that fails, see that its server runs")
UNREACHED = Failure(
    "cannot be connected to", "see that its server runs, and that host, name and password in the URL are right"
)
REFUSED = Failure("refuses this name or password", "see that name and password in the URL are right")
CROWDED = Failure("has no connection free", "try again in a moment")
UNSTORABLE = Failure("cannot keep a character in this text", "write the text again without it")
UNREADABLE = Failure("holds a record that cannot be read", "restore a copy of it, or erase that record")

_FILES = {
    errno.ENOENT: NO_FOLDER,
    errno.EISDIR: Failure("is a folder, not a file", "move the folder away, or name another place"),
    errno.ENOTDIR: Failure("lies below a file, not a folder", "name another place"),
    errno.EEXIST: Failure("is a file, not a folder", "move the file away, or name another place"),
    errno.ENXIO: Failure("is a device or a pipe, not a file", "move it away, or name another place"),
    errno.EACCES: FORBIDDEN,
    errno.EPERM: FORBIDDEN,
    errno.EROFS: READ_ONLY,
    errno.EIO: BAD_DISK,
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
}

_SQLITE = {  # an extended code, or the code that it belongs to
    sqlite3.SQLITE_PROTOCOL: UNFIT_DRIVE,
    sqlite3.SQLITE_IOERR_LOCK: UNFIT_DRIVE,
    sqlite3.SQLITE_IOERR_RDLOCK: UNFIT_DRIVE,
    sqlite3.SQLITE_IOERR_UNLOCK: UNFIT_DRIVE,
    sqlite3.SQLITE_IOERR_CHECKRESERVEDLOCK: UNFIT_DRIVE,
    sqlite3.SQLITE_IOERR_SHMLOCK: UNFIT_DRIVE,
    sqlite3.SQLITE_IOERR_SHMMAP: UNFIT_DRIVE,
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: FORBIDDEN,
    sqlite3.SQLITE_AUTH: FORBIDDEN,
    sqlite3.SQLITE_FULL: DISK_FULL,
    sqlite3.SQLITE_NOTADB: Failure("is not a database file", "move the file away, or name another place"),
    sqlite3.SQLITE_CORRUPT: Failure("is damaged", "restore a copy of it, or move it away and start anew"),
    sqlite3.SQLITE_IOERR: BAD_DISK,
    sqlite3.SQLITE_CANTOPEN: Failure("cannot be opened", "see that its folder is there and that you may write to it"),
    sqlite3.SQLITE_ERROR: NOT_OURS,
}

_POSTGRESQL = {  # a state, or the class of states that it opens
    "08": LOST,
    "25006": READ_ONLY,
    "28": REFUSED,
    "3D": Failure("is not there", "make it, or name another in the URL"),
    "42": NOT_OURS,
    "42501": Failure("does not allow this name to do that", "grant it reading, writing and making tables"),
    "53": CROWDED,
    "53100": DISK_FULL,
    "58": Failure("cannot be read or written on its disk", "show this to who looks after the server"),
    "55P03": LOCKED,
    "57P": LOST,
}


@contextmanager
def in_words(place: str) -> Iterator[None]:
    """Whatever a file, a driver or a record at *place* raises becomes StoreError."""
    try:
        yield
    except StoreError:
        raise
    except (SQLAlchemyError, sqlite3.Error, OSError, ImportError, ValueError, TypeError) as error:
        problem, remedy = _failure(error, place)
        raise StoreError(f"{place}: {problem}; {remedy}") from (None if _may_tell(error) else error)


def _may_tell(error: Exception) -> bool:
    """A server's driver may repeat a piece of the URL: its message goes no further."""
    return isinstance(error, DBAPIError) and not isinstance(error.orig, sqlite3.Error)


def _failure(error: Exception, place: str) -> Failure:
    if isinstance(error, Damaged):
        return error.failure
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(cause, Path(place).parent)
    if isinstance(error, UnicodeError | DataError):
        return UNSTORABLE
    if isinstance(error, DBAPIError):
        return _of_postgresql(error)
    if isinstance(error, PoolTimeoutError):
        return CROWDED
    if isinstance(error, ImportError):
        return Failure("needs the package psycopg", "install it with: pip install 'psycopg[binary]'")
    if isinstance(error, OSError):
        return _FILES.get(error.errno or 0) or Failure(f"cannot be used ({error.strerror})", "name another place")
    if isinstance(error, SQLAlchemyError):
        return Failure(f"cannot be used ({type(error).__name__})", "try again, or start again")
    return UNREADABLE


def _of_sqlite(cause: sqlite3.Error, folder: Path) -> Failure:
    code = getattr(cause, "sqlite_errorcode", None)  # none where Python itself refused
    if code is None:
        return Failure(f"cannot be used ({cause})", "try again, or start again")
    failure = _SQLITE.get(code) or _SQLITE.get(code & 0xFF)
    if failure is LOCKED and not can_lock(folder):
        return UNFIT_DRIVE  # locked by nobody, and for ever
    return failure or Failure(f"cannot be used ({cause})", "try again, or name another database")


def _of_postgresql(error: DBAPIError) -> Failure:
    state = getattr(error.orig, "sqlstate", None)
    if state is None:
        return LOST if error.connection_invalidated else UNREACHED
    keys = (state, state[:3], state[:2])
    return next((_POSTGRESQL[key] for key in keys if key in _POSTGRESQL), None) or Failure(
        f"cannot be used (PostgreSQL state {state})", "show this state to who looks after the server"
    )
