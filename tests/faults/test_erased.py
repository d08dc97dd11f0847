"""An erased record leaves no trace in the database's files."""

from __future__ import annotations

from pathlib import Path

from carelevel.bank import Bank
from carelevel.practice import Practice
from carelevel.store.store import Store, open_store

from tests.faults.trainee import right
from tests.store.conftest import held_in

SECRET = "a sentence nobody else would write"


def test_nothing_that_a_trainee_wrote_is_left_in_any_file(sqlite_url: str, tmp_path: Path, bank: Bank) -> None:
    store = open_store(sqlite_url)
    beside = open_store(sqlite_url)  # as another notebook has it, with a connection of its own
    other = Practice(bank, beside, "otter")
    other.submit(right(other, "kept by somebody else"))
    _write_everywhere(bank, store)
    assert SECRET in held_in(tmp_path)
    store.erase("wren")
    left = held_in(tmp_path)
    assert SECRET not in left
    assert "wren" not in left
    assert [attempt.reasons for attempt in beside.attempts("otter")] == ["kept by somebody else"]


def test_an_erased_trainee_can_go_on_and_has_a_new_record(store: Store, bank: Bank) -> None:
    _write_everywhere(bank, store)
    store.erase("wren")
    practice = Practice(bank, store, "wren")
    assert practice.result is None
    practice.submit(right(practice, "a new beginning"))
    assert [attempt.reasons for attempt in store.attempts("wren")] == ["a new beginning"]
    assert store.skips("wren") == ()


def _write_everywhere(bank: Bank, store: Store) -> None:
    """Answers, a draft, a skip and a note, with SECRET in each that has words."""
    practice = Practice(bank, store, "wren")
    for number in range(20):
        practice.submit(right(practice, f"{SECRET} {number}"))
        practice.go_on()
    practice.report(SECRET)
    practice.skip()
    practice.save_draft({"reasons": SECRET})
