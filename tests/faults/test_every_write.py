"""Whatever write fails, on SQLite and on PostgreSQL: what was acknowledged is there, and what was refused is not."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from carelevel.bank import Bank
from carelevel.core.attempt import Attempt, Skip
from carelevel.core.errors import StoreError
from carelevel.core.room_state import Room
from carelevel.store.rooms import Rooms
from carelevel.store.store import Store, open_store

from tests.faults.cut_line import CutLine
from tests.faults.deeds import Commits, Imports, Steps, Votes, Wishes
from tests.faults.every_write import Deed, Fault, fail_every_write
from tests.faults.full_server import DISK_FULL, IO_ERROR, FullServer
from tests.faults.system_calls import FailingWrite

Make = Callable[..., Attempt]
Doing = Callable[[str, str], Any]
"""Who does something at one URL, of which the other one tells."""

Faults = Callable[[int], Fault]
PAGE = {"imports": 65536}
"""Bytes: an import is whole in few of these, and each of them is written as any other."""


@pytest.fixture(params=["commits", "votes", "wishes", "steps", "imports"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def doing(kind: str, bank: Bank, attempt: Make, tmp_path: Path) -> Doing:
    answer = attempt(-60 * 24 * 365 * 10, reasons="", rules=())  # of a morning that is past by any clock
    return {
        "commits": lambda url, elsewhere: Commits(url, elsewhere, bank),
        "votes": lambda url, elsewhere: Votes(url, elsewhere, bank),
        "wishes": lambda url, elsewhere: Wishes(url, elsewhere, bank),
        "steps": lambda url, elsewhere: Steps(url, elsewhere, bank),
        "imports": lambda url, elsewhere: Imports(url, elsewhere, answer, tmp_path),
    }[kind]


ON_A_DISK = [
    pytest.param(lambda number: FailingWrite(number, errno.ENOSPC, lasts=True), id="disk full"),
    pytest.param(lambda number: FailingWrite(number, errno.EIO, lasts=False), id="I/O error"),
]


@pytest.mark.parametrize("fault", ON_A_DISK)
def test_every_write_of_sqlites(kind: str, doing: Doing, fault: Faults, sqlite_url: str) -> None:
    _prepare(sqlite_url, page_size=PAGE.get(kind, 4096), journal_mode="wal")
    assert fail_every_write(doing(sqlite_url, sqlite_url).begin, fault) >= 10


@pytest.mark.parametrize("fault", ON_A_DISK)
@pytest.mark.parametrize("kind", ["commits", "steps"], indirect=True)
def test_every_write_where_a_drive_shares_no_memory(doing: Doing, fault: Faults, sqlite_url: str) -> None:
    _prepare(sqlite_url, journal_mode="delete")
    assert fail_every_write(doing(sqlite_url, sqlite_url).begin, fault) >= 10


def test_every_write_of_a_first_answer_whose_database_is_made_for_it(bank: Bank, tmp_path: Path) -> None:
    numbers = count()

    def begin() -> Deed:
        url = f"sqlite:///{tmp_path / f'{next(numbers)}.sqlite3'}"
        return Commits(url, url, bank).begin()

    assert fail_every_write(begin, lambda number: FailingWrite(number, errno.ENOSPC, lasts=True), every=4) >= 50


@pytest.mark.parametrize("is_heard", [False, True], ids=["unheard", "unanswered"])
def test_every_turn_of_the_talk_with_postgresql(doing: Doing, is_heard: bool, postgres_url: str) -> None:
    _prepare(postgres_url)
    with closing(CutLine(postgres_url)) as line:
        turns = fail_every_write(doing(line.url, postgres_url).begin, lambda n: line.at(n, is_heard=is_heard))
    assert turns >= 4


def test_every_row_and_commit_that_postgresql_itself_refuses(kind: str, doing: Doing, postgres_url: str) -> None:
    _prepare(postgres_url)
    every = 5 if kind == "imports" else 1  # of fifty rows that are alike
    with closing(FullServer(postgres_url)) as server:
        begin = doing(postgres_url, postgres_url).begin
        assert fail_every_write(begin, lambda n: server.at(n, (DISK_FULL, IO_ERROR)[n % 2]), every) >= 3


# FAULTS OF THE PRODUCT, PLANTED
# That the harness is red where it has to be.


def test_an_answer_that_is_acknowledged_and_not_kept_is_found(
    bank: Bank, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keep(store: Store, attempt: Attempt) -> Attempt:
        with suppress(StoreError):
            return kept(store, attempt)
        return attempt

    kept = Store.keep
    monkeypatch.setattr(Store, "keep", keep)
    with pytest.raises(AssertionError, match="write 1 failed: acknowledged, and not there"):
        _full_disk(Commits(sqlite_url, sqlite_url, bank))


def test_an_answer_that_is_refused_and_kept_all_the_same_is_found(
    bank: Bank, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keep(store: Store, attempt: Attempt) -> Attempt:
        made = kept(store, attempt)
        store.skip(Skip(attempt.trainee, attempt.case, attempt.committed_at))
        return made

    kept = Store.keep
    monkeypatch.setattr(Store, "keep", keep)
    with pytest.raises(AssertionError, match=r"write \d+ failed: refused, and there"):
        _full_disk(Commits(sqlite_url, sqlite_url, bank))


def test_a_step_that_is_taken_in_two_is_found(bank: Bank, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def change(rooms: Rooms, room: Room, rounds: Any = (), slide: Any = None) -> Room | None:
        half = changed(rooms, room, rounds, None)
        return half and changed(rooms, half, (), slide)

    changed = Rooms.change
    monkeypatch.setattr(Rooms, "change", change)
    with pytest.raises(AssertionError, match=r"1\.25 is there after the next try"):
        _full_disk(Steps(sqlite_url, sqlite_url, bank))


def test_an_answer_that_is_kept_twice_where_only_its_acknowledgment_was_lost_is_found(
    bank: Bank, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Store.keep
    monkeypatch.setattr(Store, "keep", lambda store, attempt: kept(store, replace(attempt, id=uuid4().hex)))
    _prepare(postgres_url)
    with closing(CutLine(postgres_url)) as line:
        begin = Commits(line.url, postgres_url, bank).begin
        with pytest.raises(AssertionError, match="2 is there after the next try"):
            fail_every_write(begin, lambda number: line.at(number, is_heard=True))


def _full_disk(doing: Any) -> None:
    _prepare(doing.elsewhere.url)
    fail_every_write(doing.begin, lambda number: FailingWrite(number, errno.ENOSPC, lasts=True))


def _prepare(url: str, **pragmas: str | int) -> None:
    if pragmas:
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            for name, value in pragmas.items():
                connection.execute(f"PRAGMA {name} = {value}")
            connection.execute("VACUUM")
    with closing(open_store(url)) as store:
        store.prepare()
