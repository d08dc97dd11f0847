"""A room's way: every step leads on, and every step leads back to where it came from."""

from __future__ import annotations

import itertools

from carelevel.core.question_vote import DECIDE
from carelevel.core.room_state import (
    END,
    LOBBY,
    OF_A_CASE,
    OF_AN_INTERVIEW,
    OF_THE_TWIN,
    Entry,
    Position,
    Step,
    backward,
    closed_round,
    onward,
    open_round,
    steps_of,
    takes_votes,
)
from hypothesis import given
from hypothesis import strategies as st

ORDER = (Entry("a", "kitchen-shift"), Entry("b", "tide-table", transfer="ebb"))
ORDERS = st.lists(st.booleans(), max_size=4).map(
    lambda twins: tuple(Entry(str(n), "case", transfer="twin" if twin else "") for n, twin in enumerate(twins))
)


def whole_way(order: tuple[Entry, ...], *, third_vote: bool = True) -> list[Position]:
    way = [LOBBY]
    while way[-1] != END:
        way.append(onward(order, way[-1], third_vote=third_vote))
    return way


def test_a_room_goes_from_the_lobby_through_every_step_of_every_case_to_the_end() -> None:
    whole = tuple(step for step in OF_A_CASE if step not in OF_AN_INTERVIEW)
    steps = (whole[: -len(OF_THE_TWIN)], whole)  # the first has no twin to vote on
    ways = [Position(entry.id, step) for entry, own in zip(ORDER, steps, strict=True) for step in own]
    assert whole_way(ORDER) == [LOBBY, *ways, END]


@given(ORDERS, st.booleans())
def test_going_back_undoes_going_on_at_every_step(order: tuple[Entry, ...], third_vote: bool) -> None:
    way = whole_way(order, third_vote=third_vote)
    for before, after in itertools.pairwise(way):
        assert backward(order, after, third_vote=third_vote) == before
    assert any(position.step in OF_THE_TWIN for position in way) == (
        third_vote and any(entry.transfer for entry in order)
    )


def test_a_vote_on_the_twin_that_has_begun_is_gone_through_whatever_is_wanted_by_now() -> None:
    at = Position("b", Step.VOTE_3)
    assert onward(ORDER, at, third_vote=False) == Position("b", Step.CLOSED_3)
    assert onward(ORDER, Position("b", Step.DIFFERENCE), third_vote=False) == END
    assert backward(ORDER, at, third_vote=False) == Position("b", Step.REVEAL)
    assert Step.VOTE_3 not in steps_of(ORDER[1], third_vote=False)


def test_an_interview_asks_and_tells_until_the_room_decides_and_ends_with_its_way() -> None:
    def leads(step: Step, *asked: str) -> Step:
        return onward((Entry("a", "case", ask_first=True, asked=asked),), Position("a", step)).step

    assert onward((Entry("a", "case", ask_first=True),), LOBBY) == Position("a", Step.OPENING)
    assert [leads(step) for step in (Step.OPENING, Step.ASKING)] == [Step.ASKING, Step.TOLD]
    assert [leads(Step.TOLD, *asked) for asked in ((), ("home",), ("home", DECIDE))] == [
        *(Step.ASKING, Step.ASKING, Step.VOTE_1)
    ]
    assert [leads(step) for step in (Step.REVEAL, Step.WAY)] == [Step.WAY, Step.END]


def test_an_interview_is_taken_back_through_what_was_told_last() -> None:
    def came(step: Step, *asked: str) -> Step:
        return backward((Entry("a", "case", ask_first=True, asked=asked),), Position("a", step)).step

    assert [came(Step.OPENING), came(Step.ASKING), came(Step.TOLD)] == [Step.LOBBY, Step.OPENING, Step.ASKING]
    assert [came(Step.ASKING, "home"), came(Step.TOLD, "home")] == [Step.TOLD, Step.ASKING]
    assert [came(Step.VOTE_1), came(Step.VOTE_1, "home")] == [Step.ASKING, Step.TOLD]
    assert Entry("a", "case", asked=("home", DECIDE)).questions == ("home",)


def test_beyond_both_ends_nothing_happens() -> None:
    assert onward(ORDER, END) == END
    assert backward(ORDER, LOBBY) == LOBBY


def test_ballots_are_taken_at_three_steps_only_and_what_was_marked_is_told_of_the_same_story_alone() -> None:
    voting = {step: open_round(step) for step in Step if open_round(step)}
    assert voting == {Step.VOTE_1: 1, Step.VOTE_2: 2, Step.VOTE_3: 3}
    assert [step for step in Step if takes_votes(step)] == [Step.ASKING, *voting]
    closed = [closed_round(step) for step in OF_A_CASE if step not in OF_AN_INTERVIEW]
    assert closed == [None, None, 1, 1, 1, 2, 2, 2, None, 3, 3]
