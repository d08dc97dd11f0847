"""A database's own files: made for their owner alone, and opened by SQLite and nobody else.

POSIX drops every lock that a process has on a file as soon as the process closes any descriptor of it, whoever opened
that one and why. SQLite's locks go with it, and the next program that closes the database deletes the log under those
who still write to it. So a file that may be a database is looked at by its name and number only.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from carelevel.core.errors import StoreError

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite adds to a database's name for the files that belong to it."""

MAGIC = b"SQLite format 3\0"

_opening = Lock()
_used: set[Path] = set()


class Identity(NamedTuple):
    """Which file it is, whatever it is called."""

    device: int
    number: int


def identity(file: Path) -> Identity | None:
    """None where there is no such file."""
    try:
        status = file.stat()
    except OSError:
        return None
    return Identity(status.st_dev, status.st_ino)


@contextmanager
def opening(file: Path, *, make: bool) -> Iterator[None]:
    """While SQLite opens *file*; one that is missing is made first, where it is to be made, for its owner alone.

    One thread at a time: the descriptor with which a file is made is closed before anybody can have a lock on it.
    """
    with _opening:
        _used.add(file)
        if make:
            _make(file)
        yield


def refuse_database(path: Path) -> None:
    """StoreError where *path* is a file of an SQLite database, ours or not: SQLite alone may open or replace it."""
    with _opening:
        if path.absolute() in _own() or _is_own(path) or _is_database(_main(path)):
            raise StoreError(f"{path}: is a database; name another file, or write its answers with carelevel export")


def _own() -> set[Path]:
    """The files of every database that this process has opened."""
    return {file.with_name(f"{file.name}{ending}") for file in _used for ending in ("", *BESIDE)}


def _is_own(path: Path) -> bool:
    """Also where it goes by another name, as a link does."""
    found = identity(path)
    return found is not None and found in {identity(file) for file in _own()}


def _main(path: Path) -> Path:
    """The database that *path* would belong to by its name."""
    for ending in BESIDE:
        if path.name.endswith(ending) and path.name != ending:
            return path.with_name(path.name.removesuffix(ending))
    return path


def _is_database(path: Path) -> bool:
    """Read from the file, unless this process has it open through SQLite."""
    if _is_own(path):
        return True
    try:
        if not path.is_file():  # a pipe would have to be waited for
            return False
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def _make(file: Path) -> None:
    real = Path(os.path.realpath(file))  # as SQLite does, which puts the files that belong to it there
    if real.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    with suppress(FileExistsError):
        os.close(os.open(real, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # SQLite would let others read it
