"""Answers to short notes travel with the others in JSON Lines, and lose nothing."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from carelevel.core.answer import Verdict
from carelevel.core.note_attempt import KeptLine, NoteAttempt
from carelevel.exports.own_record import OwnRecord
from carelevel.store.store import Store

from tests.conftest import MORNING

PAST = MORNING - timedelta(days=3650)
NOTE = NoteAttempt(
    id="0b0a3a0e-6d0c-4f1c-9a59-1f1f1f1f1f1f",
    trainee="wren",
    code="note-7Q4K-2M8",
    lines=(KeptLine("A man in his forties, “late”.", "", ""), KeptLine("Nobody calls.", "support", "none")),
    criteria_digest="c0ffee",
    rule="no-support",
    pair_of="",
    level="outpatient",
    flags={"withdrawal_first": False},
    started_at=PAST,
    committed_at=PAST + timedelta(seconds=14),
    seconds=14.0,
    criteria_level="residential",
    accepted=("residential",),
    criteria_flags={"withdrawal_first": None},
    verdict=Verdict.LESS_INTENSIVE,
    steps=-2,
    decided=(1,),
)


def test_a_note_comes_back_from_its_export_as_it_was_kept(store: Store) -> None:
    record = OwnRecord(store, "wren")
    store.keep_note(NOTE)
    assert (record.count(), record.left_out("csv"), record.left_out("jsonl")) == (1, 1, 0)
    file = record.download("jsonl")
    record.erase("wren")
    assert record.count() == 0
    assert record.load(file.content, file.name, take_over=False).added == 1
    assert store.note_attempts("wren") == (NOTE,)
    assert record.load(file.content, file.name, take_over=False).known == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("lines", [{"text": 3, "finding": "", "value": ""}]), ("verdict", "fine"), ("decided", [-1]), ("code", "a b")],
)
def test_a_field_that_is_wrong_is_named(store: Store, field: str, value: object) -> None:
    record = OwnRecord(store, "wren")
    store.keep_note(NOTE)
    head, line = record.download("jsonl").content.decode().splitlines()
    record.erase("wren")
    note = json.loads(line)
    note["note"][field] = value
    loaded = record.load(f"{head}\n{json.dumps(note)}\n".encode(), "a.jsonl", take_over=False)
    assert (loaded.added, loaded.refused) == (0, 1)
    assert f"'{field}' is not" in loaded.problems[0]
