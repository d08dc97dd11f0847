"""A facilitator's plan: what is kept is found again, and a spoilt place in the file spoils nothing beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from carelevel.core.room_state import Entry
from carelevel.workshop.plan import ENTRIES_MAX, FILE, ID_CHARACTERS_MAX, Plan, keep_plan, read_plan

FIRST, SECOND = Entry("a", "kitchen-shift", "", 0), Entry("b", "tide-table", "bed-taken", 1)
KEPT = Plan(
    (FIRST, SECOND), True, True, False, True, True, 5, 3, 72, "192.168.1.5", "room", "last", "rehearsal-x.sqlite3"
)


def changed(folder: Path, **places: Any) -> Plan:
    """What is read once *places* of the file were changed."""
    keep_plan(KEPT, folder)
    file = folder / FILE
    file.write_text(json.dumps(json.loads(file.read_text()) | places))
    return read_plan(folder)


def test_a_plan_that_is_kept_is_found_again_for_its_owner_alone(tmp_path: Path) -> None:
    keep_plan(KEPT, tmp_path)
    assert read_plan(tmp_path) == KEPT
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


CHOSEN = ["marks", "tally_early", "third_vote", "pairs", "watch", "minutes", "keep_hours", "host"]
NAMES = [*CHOSEN, "room", "last", "rehearsal"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", [None, 7.5, 1.0, "x" * (ID_CHARACTERS_MAX + 1), [], {}, 10**30])
def test_a_setting_that_cannot_be_is_the_usual_one_and_the_others_stay(tmp_path: Path, name: str, value: Any) -> None:
    plan = changed(tmp_path, **{name: value})
    assert getattr(plan, name) == getattr(Plan(), name)
    assert type(getattr(plan, name)) is type(getattr(Plan(), name))
    assert plan.order == KEPT.order


def test_true_is_no_number_of_minutes_and_one_no_yes(tmp_path: Path) -> None:
    plan = changed(tmp_path, minutes=True, keep_hours=True, marks=1)
    assert (plan.minutes, plan.keep_hours, plan.marks) == (0, 24, False)


@pytest.mark.parametrize(
    "spoilt",
    [
        None,
        "tide-table",
        {"id": "", "case": "tide-table"},
        {"id": "b", "case": ""},
        {"id": "b" * (ID_CHARACTERS_MAX + 1), "case": "tide-table"},
        {"id": "b", "case": "tide-table", "point": -1},
        {"id": "b", "case": "tide-table", "point": 100},
        {"id": "b", "case": "tide-table", "point": True},
        {"id": "b", "case": 3, "point": 0},
    ],
)
def test_an_entry_that_cannot_be_is_left_out_and_the_others_stay(tmp_path: Path, spoilt: Any) -> None:
    good = {"id": "c", "case": "good-shirt", "twin": "", "point": 0, "digest": "abc"}
    plan = changed(tmp_path, order=[good, spoilt, good])
    assert plan.order == (Entry("c", "good-shirt"),) * 2
    assert plan.marks


def test_a_running_order_without_end_is_cut(tmp_path: Path) -> None:
    entry = {"id": "c", "case": "good-shirt", "twin": "", "point": 0}
    assert len(changed(tmp_path, order=[entry] * 300).order) == ENTRIES_MAX


@pytest.mark.parametrize("text", ['{"room": "\\ud800"}', "[" * 90_000, "3", '{"minutes": NaN}', '{"unknown": 1}'])
def test_a_file_that_is_no_plan_is_an_empty_one(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    assert read_plan(tmp_path) == Plan()
