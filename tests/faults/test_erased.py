"""An erased record leaves no trace in the database's files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from carelevel.bank import Bank
from carelevel.core.attempt import DealtWith, EntryCheck, SupportWish
from carelevel.core.form_code import FormCode, When
from carelevel.core.kept_interview import Interview
from carelevel.core.supervisor_answer import SupervisorAnswer
from carelevel.practice import Practice
from carelevel.store.store import Store, open_store
from carelevel.store.supervisors import SupervisorAnswers
from carelevel.store.tables import PERSON, metadata
from sqlalchemy import select

from tests.analytics.forms import answered
from tests.exports.test_notes import NOTE
from tests.faults.trainee import right
from tests.store.conftest import MORNING, held_in

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


def test_every_table_says_whose_its_rows_are_or_holds_nothing_of_a_person_with_a_code(store: Store) -> None:
    people = {table.name: [c.name for c in table.c if c.info.get(PERSON)] for table in metadata.sorted_tables}
    assert {name for name, columns in people.items() if not columns} == {
        *("room", "room_round", "room_participant", "room_ballot", "room_question"),  # of whom nobody knows a code
        "form_group",  # what a supervisor registered
    }
    for table in metadata.sorted_tables:
        by = "code" if table.name == "supervisor_answer" else "trainee"  # a room's code and a note's are nobody's
        assert people[table.name] == [column.name for column in table.c if column.name == by]


def test_erasing_takes_every_row_of_a_person_in_every_table_and_no_other(
    store: Store, bank: Bank, interview: Callable[..., Interview]
) -> None:
    for code in ("wren", "otter"):
        practice = Practice(bank, store, code)
        practice.submit(right(practice, ""))
        practice.report(SECRET)
        practice.skip()
        (report,) = store.reports(code)
        store.deal_with(DealtWith(report.id, code, MORNING))
        store.keep_interview(interview(trainee=code))
        store.keep_note(replace(NOTE, id=str(uuid4()), trainee=code))
        store.keep_entry_check(EntryCheck(str(uuid4()), code, 5, 3, MORNING))
        store.wish_support(SupportWish(code, "", MORNING))
        store.keep_form_answer(answered(FormCode(2, 1, When.BEFORE, "T3W"), code, 0, True))
    answers = SupervisorAnswers(store._url)
    for code in ("wren", "otter"):
        answers.keep(SupervisorAnswer(code, "kitchen-shift", 0, "d" * 64, "residential", MORNING))
    store.erase("wren")
    whose = {table.name: column for table in metadata.sorted_tables for column in table.c if column.info.get(PERSON)}
    with store._transaction(writes=False) as connection:
        left = {name: set(connection.scalars(select(column))) for name, column in whose.items()}
    answers.close()
    assert left == {name: {"otter"} for name in whose}


def _write_everywhere(bank: Bank, store: Store) -> None:
    """Answers, a draft, a skip and a note, with SECRET in each that has words."""
    practice = Practice(bank, store, "wren")
    for number in range(20):
        practice.submit(right(practice, f"{SECRET} {number}"))
        practice.go_on()
    practice.report(SECRET)
    practice.skip()
    practice.save_draft({"reasons": SECRET})
