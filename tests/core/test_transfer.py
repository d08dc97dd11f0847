"""Three votes: by the same people wherever it is known who voted every time, and each by itself where not."""

from __future__ import annotations

from carelevel.core.answer import Confidence
from carelevel.core.ballot import ROUNDS, Ballot
from carelevel.core.transfer import AcceptedPart, transfer
from hypothesis import given
from hypothesis import strategies as st

LEVELS = ("low", "middle", "high", "escalate")
CHOICES = st.dictionaries(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from(ROUNDS)), st.sampled_from(LEVELS), max_size=24
)
ACCEPTED = st.sets(st.sampled_from(LEVELS), min_size=1)


def ballots(chosen: dict[tuple[str, int], str]) -> list[Ballot]:
    return [Ballot(voter, round, level, Confidence.GUESS) for (voter, round), level in chosen.items()]  # type: ignore[arg-type]


@given(CHOICES, ACCEPTED, ACCEPTED)
def test_whoever_voted_every_time_is_counted_in_every_vote(
    chosen: dict[tuple[str, int], str], case: set[str], twin: set[str]
) -> None:
    found = transfer(ballots(chosen), case, twin, LEVELS)
    faithful = [voter for voter in "abcdefgh" if all((voter, round) in chosen for round in ROUNDS)]
    assert found.thrice == len(faithful)
    for round, part, right in zip(ROUNDS, (found.first, found.second, found.third), (case, case, twin), strict=True):
        counted = faithful or [voter for voter, voted in chosen if voted == round]
        assert part == AcceptedPart(sum(chosen[voter, round] in right for voter in counted), len(counted))
    convinced = [voter for voter in faithful if chosen[voter, 1] not in case and chosen[voter, 2] in case]
    assert found.convinced == AcceptedPart(sum(chosen[voter, 3] in twin for voter in convinced), len(convinced))


def test_hands_are_counted_in_each_vote_by_itself() -> None:
    hands = {1: {"low": 3, "high": 1}, 2: {"high": 4}, 3: {"low": 2, "middle": 2}}
    found = transfer([], ["high"], ["low"], LEVELS, hands)  # type: ignore[arg-type]
    parts = (AcceptedPart(1, 4), AcceptedPart(4, 4), AcceptedPart(2, 4))
    assert (found.first, found.second, found.third) == parts
    assert (found.thrice, found.convinced) == (0, AcceptedPart(0, 0))


def test_where_phones_voted_every_time_hands_beside_them_are_not_of_the_same_people_and_stay_out() -> None:
    chosen = {("a", round): "high" for round in ROUNDS}
    found = transfer(ballots(chosen), ["high"], ["high"], LEVELS, {1: {"low": 9}})
    assert (found.first, found.thrice) == (AcceptedPart(1, 1), 1)
