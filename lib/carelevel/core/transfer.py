"""What carries over: two votes on a case, before and after people talk, and a third on its twin, each alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from carelevel.core.ballot import ROUNDS, Ballot, Round, tally


@dataclass(frozen=True, slots=True)
class AcceptedPart:
    """Of *votes*, how many went to what the criteria accept."""

    accepted: int
    votes: int


@dataclass(frozen=True, slots=True)
class Transfer:
    """The accepted part of each vote, by the *thrice* who voted in all three.

    Where nobody did, as where hands were counted, *thrice* is 0 and each part is of its own vote. *convinced*: those
    whose second choice was accepted and whose first was not, and how many of them chose rightly on the twin.
    """

    first: AcceptedPart
    second: AcceptedPart
    third: AcceptedPart
    thrice: int
    convinced: AcceptedPart


def transfer(
    ballots: Collection[Ballot],
    accepted: Collection[str],
    accepted_of_twin: Collection[str],
    offered: Sequence[str],
    hands: Mapping[Round, Mapping[str, int]] | None = None,
) -> Transfer:
    """What came of three votes; *accepted*: the choices that the criteria accept of the case, and of its twin."""
    right = {1: accepted, 2: accepted, 3: accepted_of_twin}
    chosen = {
        round: {ballot.participant: ballot.level for ballot in ballots if ballot.round == round} for round in ROUNDS
    }
    thrice = chosen[1].keys() & chosen[2].keys() & chosen[3].keys()
    convinced = [voter for voter in thrice if chosen[1][voter] not in right[1] and chosen[2][voter] in right[2]]

    def part(round: Round, voters: Collection[str]) -> AcceptedPart:
        return AcceptedPart(sum(chosen[round][voter] in right[round] for voter in voters), len(voters))

    def whole(round: Round) -> AcceptedPart:
        counted = tally(ballots, round, offered, (hands or {}).get(round))
        return AcceptedPart(sum(counted.counts.get(level, 0) for level in set(right[round])), counted.votes)

    first, second, third = (part(round, thrice) if thrice else whole(round) for round in ROUNDS)
    return Transfer(first, second, third, len(thrice), part(3, convinced))
