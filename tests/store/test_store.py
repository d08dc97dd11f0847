"""What the store keeps, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path
from pickle import dumps
from subprocess import Popen

import pytest
from carelevel.core.attempt import Attempt, Place, Report, Skip
from carelevel.store.store import Store, open_store

from .conftest import MORNING, held_in

Make = Callable[..., Attempt]
Start = Callable[..., "Popen[str]"]

DRAFT = {"level": "residential", "marked": [1, 2], "flags": {}, "reasons": "bis später"}
PLACE = Place("local-7f3a9c21", "practice", "kitchen-shift", "bed-taken", 1, "id-1", DRAFT, MORNING)
REPORT = Report("r-1", "local-7f3a9c21", "kitchen-shift", "", 0, "Which flat is quiet?", MORNING)

KEEP_THE_SAME = """
import sys
from dataclasses import replace
from pickle import loads
from carelevel.store.store import open_store

attempt = loads(bytes.fromhex(sys.argv[2]))
print(open_store(sys.argv[1]).keep(replace(attempt, reasons=sys.argv[3])).reasons)
"""

KEEP_AND_WAIT = """
import sys, time
from pickle import loads
from carelevel.store.store import open_store

store = open_store(sys.argv[1])
print(store.keep(loads(bytes.fromhex(sys.argv[2]))).id, flush=True)
time.sleep(60)
"""


def test_a_kept_attempt_comes_back_as_it_was(store: Store, attempt: Make) -> None:
    made = attempt()
    assert store.keep(made) == made
    assert store.attempt(made.id) == made
    assert store.attempts(made.trainee) == (made,)


def test_a_time_of_another_zone_comes_back_in_utc(store: Store, attempt: Make) -> None:
    made = attempt(committed_at=MORNING.astimezone(timezone(timedelta(hours=-7))))
    store.keep(made)
    kept = store.attempt(made.id)
    assert kept is not None
    assert kept.committed_at == MORNING
    assert kept.committed_at.utcoffset() == timedelta(0)


def test_an_attempt_that_nobody_kept_is_none(store: Store) -> None:
    assert store.attempt("nobody") is None
    assert store.attempts("nobody") == ()
    assert store.place("nobody", "practice") is None


def test_a_second_keep_of_the_same_id_returns_the_first(store: Store, attempt: Make) -> None:
    first = attempt()
    store.keep(first)
    assert store.keep(replace(first, level="outpatient", reasons="second thoughts")) == first
    assert store.attempts(first.trainee) == (first,)


def test_threads_that_keep_the_same_id_all_get_one_attempt(store: Store, attempt: Make) -> None:
    made = attempt()
    versions = [replace(made, reasons=f"thread {number}") for number in range(8)]
    with ThreadPoolExecutor(8) as threads:
        kept = set(threads.map(lambda version: store.keep(version).reasons, versions))
    assert len(kept) == 1
    assert len(store.attempts(made.trainee)) == 1


def test_two_processes_on_a_new_database_keep_the_same_id_once(store_url: str, attempt: Make, start: Start) -> None:
    pickled = _pickled(attempt())
    both = [start(KEEP_THE_SAME, store_url, pickled, f"process {number}") for number in (1, 2)]
    said = [process.communicate(timeout=60)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert said[0] == said[1] != ""


def test_attempts_come_in_time_order_and_only_the_trainees_own(store: Store, attempt: Make) -> None:
    late, early, middle = attempt(30), attempt(10), attempt(20)
    for made in (late, early, middle, attempt(15, trainee="somebody-else")):
        store.keep(made)
    assert store.attempts(late.trainee) == (early, middle, late)


def test_a_place_replaces_the_one_before_on_the_same_card(store: Store) -> None:
    store.keep_place(PLACE)
    store.keep_place(replace(PLACE, card="guided"))
    moved = replace(PLACE, case="second-autumn", twin="", draft={})
    store.keep_place(moved)
    assert store.place(PLACE.trainee, "practice") == moved
    assert store.place(PLACE.trainee, "guided") == replace(PLACE, card="guided")


def test_a_case_skipped_twice_is_skipped_once_at_the_later_time(store: Store) -> None:
    later = MORNING + timedelta(hours=1)
    store.skip(Skip("t", "kitchen-shift", MORNING))
    store.skip(Skip("t", "second-autumn", MORNING))
    store.skip(Skip("t", "kitchen-shift", later))
    assert store.skips("t") == (Skip("t", "second-autumn", MORNING), Skip("t", "kitchen-shift", later))


def test_a_report_sent_twice_is_one_report(store: Store) -> None:
    later = replace(REPORT, id="r-0", at=MORNING + timedelta(hours=1))
    for report in (later, REPORT, replace(REPORT, note="again")):
        store.report(report)
    assert store.reports() == (REPORT, later)


def test_erasing_a_trainee_leaves_the_others(store: Store, attempt: Make) -> None:
    mine, theirs = attempt(), attempt(trainee="somebody-else")
    for made in (mine, theirs):
        store.keep(made)
        store.keep_place(replace(PLACE, trainee=made.trainee))
        store.skip(Skip(made.trainee, "kitchen-shift", MORNING))
        store.report(replace(REPORT, id=made.id, trainee=made.trainee))
    store.erase(mine.trainee)
    assert store.attempts(mine.trainee) == ()
    assert store.skips(mine.trainee) == ()
    assert store.place(mine.trainee, "practice") is None
    assert [report.trainee for report in store.reports()] == ["somebody-else"]
    assert store.attempts("somebody-else") == (theirs,)
    assert store.place("somebody-else", "practice") is not None


def test_what_was_erased_is_in_no_file_of_the_database(sqlite_url: str, tmp_path: Path, attempt: Make) -> None:
    store = open_store(sqlite_url)
    for minutes in range(50):
        store.keep(attempt(minutes, reasons="a sentence nobody else would write"))
    store.erase("local-7f3a9c21")
    assert "nobody else would write" not in held_in(tmp_path)


def test_an_attempt_survives_the_kill_of_its_process(made_url: str, attempt: Make, start: Start) -> None:
    made = attempt()
    process = start(KEEP_AND_WAIT, made_url, _pickled(made))
    assert process.stdout is not None
    assert process.stdout.readline().strip() == made.id
    process.kill()
    process.wait()
    process.stdout.close()
    assert open_store(made_url).attempt(made.id) == made


def test_a_database_as_bytes_is_the_database_elsewhere_with_all_that_was_kept_before(
    sqlite_url: str, tmp_path: Path, attempt: Make
) -> None:
    store, first, second = open_store(sqlite_url), attempt(), attempt()
    store.keep(first)
    held = store.serialized()
    store.keep(second)
    (tmp_path / "elsewhere.sqlite3").write_bytes(held)
    elsewhere = open_store(f"sqlite:///{tmp_path / 'elsewhere.sqlite3'}")
    assert (store.count(first.trainee), elsewhere.count(first.trainee), elsewhere.count("nobody")) == (2, 1, 0)
    assert elsewhere.attempts(first.trainee) == (first,)
    elsewhere.keep(second)
    assert elsewhere.attempt(second.id) == second


def test_a_closed_store_opens_again_at_its_next_use(store: Store, attempt: Make) -> None:
    made = store.keep(attempt())
    store.close()
    assert store.attempt(made.id) == made


def test_two_stores_of_one_database_have_its_connections_in_common_and_each_goes_on_where_the_other_is_closed(
    made_url: str, attempt: Make
) -> None:
    one, other = open_store(made_url), open_store(made_url)
    made = one.keep(attempt())
    assert one._engine is other._opened()
    with other._connected() as held:
        one.close()
        assert held.closed is False
    assert other.attempt(made.id) == one.attempt(made.id) == made
    other.close()


def test_without_an_address_the_records_are_in_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, attempt: Make
) -> None:
    monkeypatch.setenv("CARELEVEL_DATA", str(tmp_path / "data"))
    open_store().keep(attempt())
    file = tmp_path / "data" / "carelevel.sqlite3"
    assert file.stat().st_mode & 0o777 == 0o600
    assert {beside.stat().st_mode & 0o777 for beside in file.parent.iterdir()} == {0o600}


def _pickled(attempt: Attempt) -> str:
    return dumps(attempt).hex()
