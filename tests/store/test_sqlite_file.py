"""A database's own files: private from the first, held by SQLite alone, and nobody else's to open."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from carelevel.cli import main
from carelevel.cli.out_file import write_out
from carelevel.core.attempt import Attempt
from carelevel.core.errors import StoreError
from carelevel.exports.loading import Loader
from carelevel.notebook import load_folder
from carelevel.store.address import address
from carelevel.store.database import Database
from carelevel.store.folder import replace
from carelevel.store.rooms import Rooms
from carelevel.store.store import Store, open_store
from carelevel.store.supervisors import SupervisorAnswers
from carelevel.widgets.pages.page import Page

Make = Callable[..., Attempt]
LOCKS = Path("/proc/locks")


@pytest.fixture
def file(tmp_path: Path, attempt: Make) -> Iterator[Path]:
    """A database with an answer in it, which this process has open."""
    file = tmp_path / "records.sqlite3"
    store = open_store(f"sqlite:///{file}")
    store.keep(attempt())
    yield file
    store.close()


def test_its_files_are_private_whatever_the_umask(tmp_path: Path, attempt: Make) -> None:
    before = os.umask(0)
    try:
        open_store(f"sqlite:///{tmp_path / 'records.sqlite3'}").keep(attempt())
    finally:
        os.umask(before)
    modes = {made.name: made.stat().st_mode & 0o777 for made in tmp_path.iterdir()}
    assert modes == dict.fromkeys(("records.sqlite3", "records.sqlite3-wal", "records.sqlite3-shm"), 0o600)


def test_a_file_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "records.sqlite3"
    file.touch(0o640)
    open_store(f"sqlite:///{file}").reports()
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_link_to_where_nothing_is_yet_leads_to_a_private_file(tmp_path: Path, attempt: Make) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "records.sqlite3").symlink_to(tmp_path / "elsewhere" / "kept.sqlite3")
    store, made = open_store(f"sqlite:///{tmp_path / 'records.sqlite3'}"), attempt()
    store.keep(made)
    assert (tmp_path / "elsewhere" / "kept.sqlite3").stat().st_mode & 0o777 == 0o600
    assert store.attempt(made.id) == made


# THE LOCKS


def test_its_locks_are_there_while_a_room_is_open_however_often_it_is_opened_again(sqlite_url: str) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    kinds: list[Callable[[], Database]] = [
        lambda: Rooms(sqlite_url),
        lambda: Rooms(sqlite_url, fenced=True),
        lambda: Store(sqlite_url),
        lambda: SupervisorAnswers(sqlite_url),
    ]
    opened = []
    for kind in kinds * 2:
        opened.append(kind())
        opened[-1].prepare()
        assert is_locked(file)
    while opened:
        assert is_locked(file)
        opened.pop().close()
    assert not is_locked(file)


def test_threads_that_open_a_new_database_at_once_leave_its_locks_there(tmp_path: Path) -> None:
    for number in range(10):
        file = tmp_path / f"{number}.sqlite3"
        stores = [open_store(f"sqlite:///{file}") for _ in range(6)]
        with ThreadPoolExecutor(len(stores)) as threads:
            assert list(threads.map(lambda store: store.reports(), stores)) == [()] * len(stores)
        assert is_locked(file)
        for store in stores:
            store.close()


# WHO NAMES IT BY MISTAKE

BY_NAME = ["records.sqlite3", "records.sqlite3-wal", "records.sqlite3-shm", "records.sqlite3-journal"]
BY_LINK = ["symbolic.jsonl", "hard.jsonl", "log.jsonl"]


@pytest.fixture(params=[*BY_NAME, *BY_LINK])
def named(request: pytest.FixtureRequest, file: Path) -> Path:
    """One of its files, or another name of one."""
    (file.parent / "symbolic.jsonl").symlink_to(file)
    os.link(file, file.parent / "hard.jsonl")
    os.link(file.with_name(f"{file.name}-wal"), file.parent / "log.jsonl")
    return file.parent / str(request.param)


def test_answers_are_not_loaded_from_it(named: Path, file: Path) -> None:
    if not named.exists():
        pytest.skip("no journal is there while there is a log")
    store = open_store(f"sqlite:///{file}")
    (loaded,) = Loader(store).load_paths([named])
    assert loaded.problems == (
        f"{named}: is a database; name another file, or write its answers with carelevel export",
    )
    assert is_locked(file)
    store.close()


def test_nothing_is_written_over_it(named: Path, file: Path) -> None:
    for write in (
        lambda: write_out(["mine"], named, over=True),
        lambda: replace(named, b"mine"),
        lambda: write_out(["mine"], named, over=False),
    ):
        with pytest.raises(StoreError, match=r"is a database; name another file|is there already; name another"):
            write()
    assert is_locked(file)
    assert _answers(file) == 1


def test_a_folder_with_it_under_the_name_of_an_export_is_loaded_but_for_it(file: Path) -> None:
    os.link(file, file.parent / "hard.csv")
    shown = load_folder(str(file.parent))
    assert isinstance(shown, Page)
    assert "hard.csv: is a database" in shown._repr_html_()
    assert is_locked(file)


@pytest.mark.parametrize("beside", ["", "-wal"])
def test_a_database_that_nobody_has_open_is_not_written_over_either(
    beside: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backup = file.with_name("backup.sqlite3")
    sqlite3.connect(file).backup(sqlite3.connect(backup))
    assert main(["schema", "--out", f"{backup}{beside}"]) == 2
    assert "is a database; name another file" in capsys.readouterr().err
    assert _answers(backup) == 1
    assert is_locked(file)


def test_export_is_not_written_over_the_database_that_it_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CARELEVEL_DATA", str(tmp_path))
    assert main(["export", "--out", str(tmp_path / "carelevel.sqlite3"), "--force"]) == 2
    assert "is a database; name another file" in capsys.readouterr().err
    assert _answers(tmp_path / "carelevel.sqlite3") == 0


@pytest.mark.parametrize("name", ["late-bus.md", "criteria.yaml", "workshop.json", "trainee.key", "room.log"])
def test_a_database_is_not_named_like_what_carelevel_opens_itself(name: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=f"'{name}' is the name of another kind of file; write sqlite:///folder/file"):
        address(f"sqlite:///{tmp_path / name}")


def is_locked(file: Path) -> bool:
    """Whether this process has a lock on it, as the system knows them."""
    if not LOCKS.is_file():
        pytest.skip("/proc/locks is Linux's")
    own = [line.split() for line in LOCKS.read_text().splitlines() if line.split()[4] == str(os.getpid())]
    return any(int(fields[5].rpartition(":")[2]) == file.stat().st_ino for fields in own)


def _answers(file: Path) -> int:
    """How many SQLite finds there."""
    beside = sqlite3.connect(file)
    (count,) = beside.execute("SELECT count(*) FROM attempt").fetchone()
    beside.close()
    return int(count)
