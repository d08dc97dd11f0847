"""A slide: what the store gives back of it is the same, in the order of the ladder; what is damaged is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from carelevel.core.errors import StoreError
from carelevel.core.room_state import Step
from carelevel.workshop.slide_record import Slide, read_slide
from carelevel.workshop.workshop import Workshop
from pydantic import TypeAdapter

from tests.stories import STEPS
from tests.workshop.conftest import vote


def at(workshop: Workshop, step: Step) -> dict[str, Any]:
    """The slide of a step, two votes having been cast in each round."""
    while workshop.step is not step:
        if workshop.step in (Step.VOTE_1, Step.VOTE_2):
            vote(workshop, 1 if workshop.step is Step.VOTE_1 else 2, ann="residential", bob="outpatient")
        workshop.forward()
    return dict(workshop.room.slide)


@pytest.mark.parametrize("step", [Step.LOBBY, *STEPS])
def test_what_the_store_gives_back_is_the_same_slide(workshop: Workshop, step: Step) -> None:
    kept = at(workshop, step)
    assert json.loads(json.dumps(read_slide(kept).row())) == json.loads(json.dumps(kept))


def test_a_store_that_sorts_names_changes_no_order(workshop: Workshop) -> None:
    kept = at(workshop, Step.SHIFT)
    kept["first"] = dict(sorted(kept["first"].items(), key=lambda level: len(level[0])))  # as PostgreSQL does
    shift = read_slide(kept).shift
    assert shift is not None
    assert tuple(shift.first.counts) == tuple(shift.second.counts) == workshop.offered
    assert (shift.stayed, dict(shift.moves)) == (2, {("outpatient",) * 2: 1, ("residential",) * 2: 1})


@pytest.mark.parametrize(
    "damage",
    [
        {"levels": 3},
        {"number": "1"},
        {"twin": 1},
        {"story": [[{"text": "x", "sentence": "0", "stressed": False, "deciding": False}]]},
        {"story": [[{"text": "x"}]]},
        {"first": {"residential": 1.5}},
        {"moved": {"up": 1}},
        {"answer": {"level": "residential"}},
    ],
)
def test_a_slide_that_is_damaged_is_refused_with_the_remedy(workshop: Workshop, damage: dict[str, Any]) -> None:
    with pytest.raises(StoreError, match="damaged; delete the room"):
        read_slide(at(workshop, Step.REVEAL) | damage)


def test_a_row_that_an_earlier_version_kept_can_be_read() -> None:
    """What is red here is a new field without a default, or one that is gone: a kept room would end as damaged.

    A new field is added to `slide_fields.json`, true where a row has always to have it.
    """
    now = {
        name: dict.fromkeys(part["properties"], False) | dict.fromkeys(part.get("required", ()), True)
        for name, part in _parts(TypeAdapter(Slide).json_schema()).items()
    }
    kept = json.loads((Path(__file__).parent / "slide_fields.json").read_text())
    gone = {name: sorted(fields.keys() - now.get(name, {}).keys()) for name, fields in kept.items()}
    wanted = {
        name: sorted(field for field, needed in fields.items() if needed and not kept[name].get(field))
        for name, fields in now.items()
        if name in kept
    }
    unnamed = {name: sorted(fields.keys() - kept.get(name, {}).keys()) for name, fields in now.items()}
    assert [{name: fields for name, fields in each.items() if fields} for each in (gone, wanted, unnamed)] == [{}] * 3


def _parts(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Each kind of thing in a slide, by its name."""
    return {name: part for name, part in {**schema["$defs"], "Slide": schema}.items() if "properties" in part}
