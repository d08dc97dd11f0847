"""A drive that shares no memory, or locks nothing: the database goes on without a log, or says what is wrong."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from carelevel.core.attempt import Attempt
from carelevel.core.errors import StoreError
from carelevel.store import engine
from carelevel.store.store import Store, open_store

from tests.faults.system_calls import Answer, answered, without_sleep
from tests.store.conftest import held_in

Make = Callable[..., Attempt]


def no_mapping(real: Answer, *arguments: Any) -> int:
    """Network folders that cannot map a file into memory which processes share."""
    raise OSError(errno.ENODEV, "")


def no_lock_of_the_memory(real: Answer, file: int, does: int, lock: int) -> int:
    """Those whose memory is shared, and whose locks on it are not to be had."""
    if does == fcntl.F_SETLK and os.readlink(f"/proc/self/fd/{file}").endswith("-shm"):
        raise OSError(errno.EACCES, "")
    return real(file, does, lock)


def no_lock_at_all(real: Answer, file: int, does: int, lock: int) -> int:
    if does == fcntl.F_SETLK:
        raise OSError(errno.ENOLCK, "")
    return real(file, does, lock)


def locks_unknown(real: Answer, file: int, does: int, lock: int) -> int:
    if does == fcntl.F_SETLK:
        raise OSError(errno.EOPNOTSUPP, "")
    return real(file, does, lock)


@contextmanager
def without_shared_memory() -> Iterator[None]:
    """SQLite says IOERR_SHMMAP."""
    with answered(mmap=no_mapping):
        yield


@contextmanager
def without_locks_on_memory() -> Iterator[None]:
    """SQLite says PROTOCOL: "locking protocol"."""
    with answered(fcntl=no_lock_of_the_memory), without_sleep():
        yield


DRIVES = [without_shared_memory, without_locks_on_memory]
Drive = Callable[[], AbstractContextManager[None]]


@pytest.mark.parametrize("drive", DRIVES)
def test_a_new_database_on_such_a_drive_goes_on_without_a_log_as_durable_and_stays_so(
    drive: Drive, sqlite_url: str, attempt: Make
) -> None:
    made, later = attempt(), attempt(1)
    with drive():
        store = open_store(sqlite_url)
        store.keep(made)
        assert _mode(store) == ("truncate", 2)
        assert open_store(sqlite_url).attempts(made.trainee) == (made,)
        store.close()
    store.keep(later)  # a drive is not asked again: that may take ten seconds
    assert _mode(store) == ("truncate", 2)
    assert store.attempts(made.trainee) == (made, later)
    store.close()


@pytest.mark.parametrize("drive", DRIVES)
def test_a_database_with_a_log_that_was_moved_to_such_a_drive_goes_on_without(
    drive: Drive, sqlite_url: str, attempt: Make
) -> None:
    made, later = attempt(), attempt(1)
    store = open_store(sqlite_url)
    store.keep(made)
    assert _mode(store) == ("wal", 2)
    store.close()
    with drive():
        store.keep(later)
        assert _mode(store) == ("truncate", 2)
        assert store.attempts(made.trainee) == (made, later)
        store.close()


@pytest.mark.parametrize("vfs", ["unix-dotfile", "unix-none"])
@pytest.mark.parametrize("was_made_with_a_log", [False, True])
def test_a_way_of_locking_that_shares_no_memory_is_gone_along_with(
    vfs: str, was_made_with_a_log: bool, sqlite_url: str, attempt: Make
) -> None:
    made, later = attempt(), attempt(1)
    if was_made_with_a_log:
        before = open_store(sqlite_url)
        before.reports()
        before.close()
    store = open_store(f"sqlite:///file:{_file(sqlite_url)}?vfs={vfs}&uri=true")
    store.keep(made)
    store.keep(later)
    assert _mode(store) == ("truncate", 2)
    assert store.attempts(made.trainee) == (made, later)
    store.close()


def test_what_was_erased_is_in_no_file_there_either(sqlite_url: str, tmp_path: Path, attempt: Make) -> None:
    store = open_store(sqlite_url)
    with without_shared_memory():
        for minutes in range(20):
            store.keep(attempt(minutes, reasons="a sentence nobody else would write"))
        store.erase("local-7f3a9c21")
        assert _mode(store) == ("truncate", 2)
    assert "nobody else would write" not in held_in(tmp_path)
    store.close()


@pytest.mark.parametrize("locking", [no_lock_at_all, locks_unknown])
def test_a_drive_that_locks_nothing_is_named_with_the_remedy_and_works_once_it_does(
    locking: Answer, sqlite_url: str, attempt: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 0.1)
    store, made = open_store(sqlite_url), attempt()
    with monkeypatch.context() as patched, answered(fcntl=locking):
        patched.setattr(fcntl, "lockf", _refused)
        for _ in range(2):
            with pytest.raises(StoreError, match=r"records\.sqlite3: lies on a drive that cannot lock it.*put it on"):
                store.keep(made)
    assert store.keep(made) == made
    store.close()


def test_a_mishap_of_the_moment_gives_no_log_up(sqlite_url: str, attempt: Make) -> None:
    made, mishaps = attempt(), [OSError(errno.ENFILE, "")]

    def once(real: Answer, path: bytes, *arguments: Any) -> int:
        if path.endswith(b"-shm") and mishaps:
            raise mishaps.pop()
        return real(path, *arguments)

    store = open_store(sqlite_url)
    store.reports()
    store.close()
    with answered(open=once):
        store.keep(made)
    assert not mishaps
    assert _mode(store) == ("wal", 2)
    store.close()


def test_a_log_that_somebody_else_uses_is_not_given_up(sqlite_url: str, attempt: Make) -> None:
    made = attempt()
    other = open_store(sqlite_url)
    other.keep(made)
    with without_locks_on_memory(), pytest.raises(StoreError, match="lies on a drive that cannot lock it"):
        open_store(sqlite_url).reports()
    assert _mode(other) == ("wal", 2)
    assert open_store(sqlite_url).attempts(made.trainee) == (made,)
    other.close()


def _refused(*_: object) -> None:
    raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))


def _mode(store: Store) -> tuple[str, int]:
    """How its transactions are kept, and how far they are synced."""
    with store._connected() as connection:
        driver = connection.connection.cursor()
        return (
            driver.execute("PRAGMA journal_mode").fetchone()[0],
            driver.execute("PRAGMA synchronous").fetchone()[0],
        )


def _file(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))
