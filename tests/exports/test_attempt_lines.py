"""JSON Lines: a header, then an attempt a line; whatever else a line holds is refused by itself."""

from __future__ import annotations

import json
from typing import Any

import pytest
from carelevel.exports.attempts import Format, written
from carelevel.exports.bounded_lines import LONGEST_LINE_BYTES
from carelevel.exports.fields import object_of

from .records import EXAMPLE, reads

HEAD = '{"format": "carelevel attempts", "version": 1}\n'
DEEP = "[" * 3000 + "]" * 3000


def line(**changed: Any) -> str:
    return json.dumps(object_of(EXAMPLE) | changed)


def problem(text: str) -> str:
    [found] = reads(text)
    assert found.value is None
    return found.problem


def test_the_first_line_names_format_and_version() -> None:
    assert json.loads(next(written([], Format.JSONL))) == {"format": "carelevel attempts", "version": 1}


def test_an_attempt_is_one_line_with_every_field_and_times_in_utc() -> None:
    [_, text] = written([EXAMPLE], Format.JSONL)
    assert len(text.splitlines()) == 1
    fields = json.loads(text)
    assert set(fields) == set(EXAMPLE.__dataclass_fields__)
    assert fields["committed_at"] == "2031-12-31T23:02:00Z"


def test_a_longest_attempt_of_ours_stays_well_below_the_longest_line() -> None:
    assert len(line(reasons="🐕" * 500)) < LONGEST_LINE_BYTES / 8


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "1"),
        ("id", "4C0E3C5E-2D1B-4A58-9C43-0A4A5F3E1D7B"),
        ("id", "4c0e3c5e-2d1b-4a58-1c43-0a4a5f3e1d7b"),
        ("id", "4c0e3c5e-2d1b-0a58-9c43-0a4a5f3e1d7b"),
        ("id", 7),
        ("id", None),
        ("trainee", "Ines Example"),
        ("trainee", "w" * 65),
        ("trainee", ""),
        ("case", "kitchen shift"),
        ("case", "<img src=x>"),
        ("case", "c" * 256),
        ("case", ["kitchen-shift"]),
        ("twin", None),
        ("point", True),
        ("point", -1),
        ("point", 10**12),
        ("point", 0.0),
        ("level", ""),
        ("confidence", "sure"),
        ("confidence", {}),
        ("flags", {"withdrawal_first": "yes"}),
        ("flags", []),
        ("lists", {"supports": "peer_group"}),
        ("lists", {"supports": [None]}),
        ("marked", [0, -1]),
        ("marked", "0"),
        ("marked", [[0]]),
        ("reasons", "x" * 501),
        ("reasons", "\0"),
        ("reasons", "\ud83d"),
        ("reasons", None),
        ("started_at", "2031-12-31"),
        ("started_at", "2031-12-31T23:02:00"),
        ("started_at", "0001-01-01T00:00:00+23:00"),
        ("committed_at", "9999-12-31T23:59:59-23:00"),
        ("committed_at", "yesterday"),
        ("committed_at", 1893456000),
        ("seconds", 1e12),
        ("seconds", -0.5),
        ("seconds", "95"),
        ("seconds", True),
        ("accepted", {}),
        ("basis", "guessed"),
        ("verdict", "AGREES"),
        ("steps", 1.5),
        ("steps", -(10**9)),
        ("caught", -1),
        ("rules", [{"rule": "tempting-home"}]),
        ("rules", [{"rule": "tempting-home", "effect": "explodes", "caught": None}]),
        ("rules", [{"rule": "tempting-home", "effect": "fired", "caught": 1}]),
        ("rules", [{"rule": "tempting-home", "effect": "fired", "caught": None, "more": 1}]),
        ("phrases", "0+  3-"),
        ("phrases", "x"),
        ("phrases", " ".join(["9999+"] * 200)),
    ],
)
def test_a_hostile_value_is_refused_with_the_name_of_its_field(field: str, value: Any) -> None:
    says = problem(line(**{field: value}))
    assert says.startswith(f"'{field}' is not ")
    assert len(says) < 300


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "null",
        "7",
        '"wren"',
        "{",
        line()[:-1],
        line() + line(),
        line()[:-1] + ', "level": "outpatient"}',
        line().replace("120.0", "NaN"),
        line().replace("120.0", "1e999"),
        line().replace("120.0", "9" * 5000),
        line()[:-1] + f', "more": {DEEP}}}',
    ],
)
def test_a_line_that_is_no_sound_object_is_refused(text: str) -> None:
    assert [found.value for found in reads(HEAD + text)] == [None]


def test_a_field_too_many_or_too_few_is_named() -> None:
    assert problem(line(score=1)).startswith("'score' is no field of an answer")
    assert problem(HEAD + '{"\\ud83d": 1}').endswith(
        "is no field of an answer; export the answers again, or take the line out"
    )
    fields = object_of(EXAMPLE)
    del fields["level"]
    assert problem(json.dumps(fields)).startswith("'level' is missing")


def test_an_answer_kept_before_phrases_were_is_taken_without_them() -> None:
    fields = object_of(EXAMPLE)
    del fields["phrases"]
    [found] = reads(json.dumps(fields))
    assert found.value is not None
    assert found.value.phrases == ""


def test_a_line_longer_than_the_bound_is_refused_and_the_next_one_read() -> None:
    found = reads(line(more="x" * LONGEST_LINE_BYTES) + "\n" + line())
    assert [one.value for one in found] == [None, EXAMPLE]
    assert "longer than 65536 bytes" in found[0].problem
