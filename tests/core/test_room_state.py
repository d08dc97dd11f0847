"""A room's way: every step leads on, and every step leads back to where it came from."""

from __future__ import annotations

import itertools

import pytest
from carelevel.core.room_state import END, LOBBY, OF_A_CASE, Entry, Position, Step, backward, onward, open_round

ORDER = (Entry("a", "kitchen-shift"), Entry("b", "tide-table"))


def whole_way(order: tuple[Entry, ...]) -> list[Position]:
    way = [LOBBY]
    while way[-1] != END:
        way.append(onward(order, way[-1]))
    return way


def test_a_room_goes_from_the_lobby_through_every_step_of_every_case_to_the_end() -> None:
    assert whole_way(ORDER) == [LOBBY, *(Position(id, step) for id in "ab" for step in OF_A_CASE), END]


@pytest.mark.parametrize("order", [(), ORDER[:1], ORDER])
def test_going_back_undoes_going_on_at_every_step(order: tuple[Entry, ...]) -> None:
    way = whole_way(order)
    for before, after in itertools.pairwise(way):
        assert backward(order, after) == before


def test_beyond_both_ends_nothing_happens() -> None:
    assert onward(ORDER, END) == END
    assert backward(ORDER, LOBBY) == LOBBY


def test_ballots_are_taken_at_two_steps_only() -> None:
    assert {step: open_round(step) for step in Step if open_round(step)} == {Step.VOTE_1: 1, Step.VOTE_2: 2}
