"""What one trainee may do with their record."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from carelevel.core.attempt import Attempt
from carelevel.core.errors import AnswerError
from carelevel.core.kept_interview import Interview
from carelevel.exports.fields import object_of
from carelevel.exports.own_record import OwnRecord
from carelevel.store.store import Store

Make = Callable[..., Attempt]
Held = Callable[..., Interview]
HEAD = '{"format": "carelevel attempts", "version": 1}'
PAST = -60 * 24 * 365 * 10
"""Minutes from the fixture's morning to one that is past by any clock."""


@pytest.fixture
def record(store: Store) -> OwnRecord:
    return OwnRecord(store, "local-7f3a9c21")


def test_a_download_is_a_file_named_after_the_code(record: OwnRecord, store: Store, attempt: Make) -> None:
    store.keep(attempt())
    files = [record.download(form) for form in ("jsonl", "csv", "xapi")]
    assert [Path(file.name).suffix for file in files] == [".jsonl", ".csv", ".json"]
    assert {Path(file.name).stem for file in files} == {"carelevel-local-7f3a9c21"}
    assert all(b"kitchen-shift" in file.content for file in files)
    with pytest.raises(AnswerError):
        record.download("pdf")


def test_an_erased_record_comes_back_from_its_download(record: OwnRecord, store: Store, attempt: Make) -> None:
    made = store.keep(attempt(PAST))
    file = record.download("jsonl")
    record.erase("local-7f3a9c21")
    assert record.count() == 0
    assert record.load(file.content, file.name, take_over=False).added == 1
    assert store.attempts(made.trainee) == (made,)


def test_nothing_is_erased_for_another_code(record: OwnRecord, store: Store, attempt: Make) -> None:
    store.keep(attempt())
    with pytest.raises(AnswerError, match="Type the code local-7f3a9c21"):
        record.erase("local-7f3a9c2")
    assert record.count() == 1


def test_anothers_answers_are_loaded_only_when_the_trainee_says_that_they_are_theirs(
    store: Store, attempt: Make
) -> None:
    content = OwnRecord(store, store.keep(attempt(PAST)).trainee).download("jsonl").content
    store.erase("local-7f3a9c21")
    wren = OwnRecord(store, "wren")
    assert wren.load(content, "old.jsonl", take_over=False).others == 1
    assert wren.count() == 0
    assert wren.load(content, "old.jsonl", take_over=True).added == 1
    assert wren.count() == 1


def test_interviews_go_along_as_json_lines_and_come_back(record: OwnRecord, store: Store, interview: Held) -> None:
    held = [
        store.keep_interview(interview(PAST + minutes, settled_after=after)) for minutes, after in ((0, None), (9, 3))
    ]
    file = record.download("jsonl")
    assert b'{"interview": {"id": "' in file.content
    assert (record.left_out("jsonl"), record.left_out("csv")) == (0, 2)
    assert b"housing" not in record.download("csv").content
    assert record.load(file.content, file.name, take_over=False).known == 2
    record.erase("local-7f3a9c21")
    assert record.count() == 0
    loaded = record.load(file.content, file.name, take_over=False)
    assert (loaded.added, loaded.refused, loaded.reports) == (2, 0, 0)
    assert store.interviews("local-7f3a9c21") == tuple(held)


@pytest.mark.parametrize(
    ("field", "value", "wanted"),
    [
        ("settled_after", -1, "a whole number from 0 to 9999, or null"),
        ("settled_after", True, "a whole number from 0 to 9999, or null"),
        ("asked", "housing", "a list of names"),
        ("asked", ["a question"], "a list of names"),
        ("safety_all", None, "a whole number from 0 to 9999"),
        ("flags", {"<b>": True}, "a yes or no (true, false) by name"),
    ],
)
def test_an_interview_of_another_form_is_refused_by_its_field(
    record: OwnRecord, interview: Held, field: str, value: object, wanted: str
) -> None:
    line = json.dumps({"interview": object_of(interview(PAST)) | {field: value}})
    loaded = record.load(f"{HEAD}\n{line}".encode(), "mine.jsonl", take_over=False)
    assert (loaded.added, loaded.refused) == (0, 1)
    assert f"'{field}' is not {wanted}" in loaded.problems[0]
