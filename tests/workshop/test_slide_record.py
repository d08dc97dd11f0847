"""A slide: what the store gives back of it is the same, in the order of the ladder; what is damaged is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from carelevel.core.errors import StoreError
from carelevel.core.room_state import Step
from carelevel.workshop.slide_record import read_slide
from carelevel.workshop.workshop import Workshop

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
