"""Who talks to whom after a first vote: people who answered differently, or else marked different sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from heapq import heapify, heappop, heappush

from carelevel.core.ballot import Ballot


def pairs(ballots: Iterable[Ballot]) -> tuple[tuple[str, ...], ...]:
    """The participants of one round in pairs, one of them a three where somebody would be left; none of one alone.

    As many pairs as can be chose different levels, and as many of the others as can be marked different sentences.
    The same ballots give the same pairs, whatever their order.
    """
    levels = _kinds(ballots, lambda ballot: ballot.level)
    voters = sum(map(len, levels))
    if voters < 2:
        return ()
    most, others = _evened(levels[0]), [ballot for level in levels[1:] for ballot in level]
    left = [most.pop(0)] if voters % 2 else []
    if len(most) > len(others):
        talking, alike = most[: len(others)], most[len(others) :]
        by_marks = [ballot for kind in _kinds(alike, _marks) for ballot in kind]
        groups = [*zip(others, talking, strict=True), *_halves(by_marks)]
    else:
        groups = _halves(
            [ballot for level in _kinds((*most, *others), lambda ballot: ballot.level) for ballot in level]
        )
    (first, second), *rest = groups
    return tuple(tuple(ballot.participant for ballot in group) for group in ((first, second, *left), *rest))


def _kinds(ballots: Iterable[Ballot], kind: Callable[[Ballot], object]) -> list[list[Ballot]]:
    """The ballots of each kind, in the order of their participants; the most frequent kind first."""
    found = defaultdict[object, list[Ballot]](list)
    for ballot in sorted(ballots, key=lambda ballot: ballot.participant):
        found[kind(ballot)].append(ballot)
    return sorted(found.values(), key=lambda same: (-len(same), same[0].participant))


def _marks(ballot: Ballot) -> frozenset[int]:
    return ballot.marked


def _evened(ballots: Iterable[Ballot]) -> list[Ballot]:
    """In an order in which those that come last are as mixed in their marks as can be."""
    waiting = [(-len(same), same[0].participant, same) for same in _kinds(ballots, _marks)]
    heapify(waiting)
    order = []
    while waiting:
        size, _, same = heappop(waiting)
        order.append(same.pop(0))
        if same:
            heappush(waiting, (size + 1, same[0].participant, same))
    return order


def _halves(people: Sequence[Ballot]) -> list[tuple[Ballot, Ballot]]:
    """Each with the one half the way on: of *people* kind by kind, alike only where more than half are."""
    half = len(people) // 2
    return list(zip(people[:half], people[half:], strict=True))
