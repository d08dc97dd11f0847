"""Supervisors' answers out of one store and into another: whole, twice without harm, and refused line by line."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from carelevel.core.supervisor_answer import NOT_SURE, SupervisorAnswer
from carelevel.exports import supervisor_lines
from carelevel.exports.supervisor_lines import SupervisorFiles
from carelevel.messages import record as record_messages
from carelevel.store.supervisors import SupervisorAnswers

MORNING = datetime(2025, 4, 5, 9, 30, 12, 345678, tzinfo=UTC)
OWN = SupervisorAnswer("owl", "kitchen-shift", 0, "d" * 64, "residential", MORNING)
OPEN = SupervisorAnswer("owl", "kitchen-shift", 1, "d" * 64, NOT_SURE, MORNING)


def files(folder: Path, name: str) -> SupervisorFiles:
    return SupervisorFiles(SupervisorAnswers(f"sqlite:///{folder / name}.sqlite3"))


@pytest.fixture
def here(tmp_path: Path) -> SupervisorFiles:
    made = files(tmp_path, "here")
    made.answers.merge([OWN, OPEN])
    return made


@pytest.fixture
def there(tmp_path: Path) -> SupervisorFiles:
    return files(tmp_path, "there")


def line(**changed: Any) -> str:
    values = {name: getattr(OWN, name) for name in SupervisorAnswer.__slots__}
    return json.dumps(values | {"answered_at": MORNING.isoformat()} | changed)


def test_a_file_brings_every_answer_of_its_code_and_a_second_time_nothing(
    here: SupervisorFiles, there: SupervisorFiles
) -> None:
    file = here.download("owl")
    assert file.name == "carelevel-supervisor-owl.jsonl"
    assert there.load(file.content, file.name).says.endswith(
        "2 answers added, 0 there already, 0 older than the ones here, 0 refused"
    )
    assert there.answers.everybodys() == (OWN, OPEN)
    assert "0 answers added, 2 there already" in there.load(file.content, file.name).says


def test_an_older_answer_to_the_same_question_leaves_the_newer_one(here: SupervisorFiles) -> None:
    older = line(answered_at=(MORNING - timedelta(days=1)).isoformat(), level="outpatient")
    assert "1 older than the one here" in here.load(older.encode(), "f").says
    assert here.answers.of("owl")[0] == OWN


@pytest.mark.parametrize(
    ("torn", "says"),
    [
        ("{", "the line is incomplete"),
        ("[1]", "the line is incomplete"),
        (line(code="<b>owl"), "'code' is not a code"),
        (line(case="../x"), "'case' is not a name"),
        (line(level=3), "'level' is not a name"),
        (line(point=-1), "'point' is not a whole number"),
        (line(point=True), "'point' is not a whole number"),
        (line(answered_at="yesterday"), "'answered_at' is not a time"),
        (line(answered_at="2999-01-01T00:00:00"), "'answered_at' is not a time"),
        (line(more=1), "'more' is no field"),
        (line().replace('"level"', '"lvl"'), "'lvl' is no field"),
        ('{"format": "carelevel attempts", "version": 1}', "these are a trainee's answers"),
        ('{"format": "carelevel supervisors\' answers", "version": 9}', "written by a newer carelevel"),
        (" " * 70_000 + "{}", "longer than"),
    ],
)
def test_a_wrong_line_is_named_and_the_others_are_kept(there: SupervisorFiles, torn: str, says: str) -> None:
    brought = there.load(f"{line()}\n{torn}\n".encode(), "colleague.jsonl")
    assert brought.says.startswith("colleague.jsonl: 1 answer added")
    assert brought.says.endswith("1 refused")
    assert brought.problems[0].startswith("colleague.jsonl:2: ")
    assert says in brought.problems[0]


def test_many_wrong_lines_are_counted_and_a_file_without_end_is_cut(
    there: SupervisorFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought = there.load(b'{"\n' * 30, "f")
    assert len(brought.problems) == supervisor_lines.MOST_SHOWN_PROBLEMS + 1
    assert brought.problems[-1] == "20 more were refused"
    monkeypatch.setattr(supervisor_lines, "MOST_ANSWERS", 2)
    many = "\n".join(line(point=number) for number in range(5))
    assert "more than 2 answers" in there.load(many.encode(), "f").problems[0]
    assert len(there.answers.everybodys()) == 2


def test_a_file_of_trainees_answers_is_named_in_one_line_however_many_it_holds(there: SupervisorFiles) -> None:
    head = '{"format": "carelevel attempts", "version": 1}\n'
    answers = '{"id": "x", "case_digest": "y", "level": "z"}\n' * 40
    for content in (head + answers, answers, f"[{answers.replace(chr(10), ',')}{{}}]"):
        brought = there.load(content.encode(), "wren.jsonl")
        assert brought.problems == (f"wren.jsonl:1: {record_messages.OTHER_KIND['carelevel attempts']}",)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_a_file_in_another_encoding_is_read(here: SupervisorFiles, there: SupervisorFiles, encoding: str) -> None:
    content = here.download("owl").content.decode().encode(encoding)
    assert there.load(content, "owl.jsonl").says.startswith("owl.jsonl: 2 answers added")
