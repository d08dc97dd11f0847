"""Who talks to whom: as many as can be answered differently, and nobody is left alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from carelevel.core.answer import Confidence
from carelevel.core.ballot import Ballot
from carelevel.core.pairing import pairs
from hypothesis import given, settings
from hypothesis import strategies as st

VOTES = st.lists(st.tuples(st.sampled_from(["low", "middle", "high"]), st.frozensets(st.integers(0, 1))), max_size=40)


def ballots(votes: list[tuple[str, frozenset[int]]]) -> dict[str, Ballot]:
    voters = {f"v{number:02}": vote for number, vote in enumerate(votes)}
    return {voter: Ballot(voter, 1, level, Confidence.GUESS, marked) for voter, (level, marked) in voters.items()}


def differing(groups: list[tuple[Ballot, ...]]) -> tuple[int, int]:
    """Groups in which not all chose the same, and those in which they did and marked otherwise."""
    levels = sum(len({ballot.level for ballot in group}) > 1 for group in groups)
    either = sum(len({(ballot.level, ballot.marked) for ballot in group}) > 1 for group in groups)
    return levels, either


@given(VOTES, st.randoms())
def test_everybody_is_in_one_pair_or_the_one_three_and_their_order_changes_nothing(
    votes: list, shuffled: object
) -> None:
    cast = ballots(votes)
    made = pairs(cast.values())
    together = [voter for group in made for voter in group]
    assert sorted(together) == (sorted(cast) if len(cast) > 1 else [])
    assert Counter(map(len, made)) == Counter([3] * (len(cast) % 2) + [2] * (len(cast) // 2 - len(cast) % 2)) or (
        len(cast) < 2
    )
    again = list(cast.values())
    shuffled.shuffle(again)  # type: ignore[attr-defined]
    assert pairs(again) == made


@given(VOTES)
def test_as_many_groups_as_can_be_chose_different_levels(votes: list) -> None:
    cast = ballots(votes)
    groups = [tuple(cast[voter] for voter in group) for group in pairs(cast.values())]
    most = max(Counter(level for level, _ in votes).values(), default=0)
    assert differing(groups)[0] == (min(len(votes) // 2, len(votes) - most) if len(votes) > 1 else 0)


def matchings(people: list[Ballot]) -> Iterator[list[tuple[Ballot, ...]]]:
    if not people:
        yield []
        return
    first, *rest = people
    for number, other in enumerate(rest):
        for more in matchings(rest[:number] + rest[number + 1 :]):
            yield [(first, other), *more]


@settings(max_examples=60)
@given(VOTES.map(lambda votes: votes[: len(votes[:8]) // 2 * 2]))
def test_no_other_way_to_pair_them_has_more_who_differ(votes: list) -> None:
    cast = ballots(votes)
    groups = [tuple(cast[voter] for voter in group) for group in pairs(cast.values())]
    assert differing(groups) == max(map(differing, matchings(list(cast.values()))))


@pytest.mark.parametrize("count", [0, 1])
def test_nobody_is_paired_with_nobody(count: int) -> None:
    assert pairs(ballots([("low", frozenset())] * count).values()) == ()


def test_a_hall_of_ten_thousand_is_paired() -> None:
    votes = [(("low", "middle", "high")[number % 3], frozenset({number % 7})) for number in range(10_000)]
    assert len(pairs(ballots(votes).values())) == 5_000
