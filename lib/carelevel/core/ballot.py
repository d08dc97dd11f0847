"""One vote in a room, and what is made of many: a round's tally, the shift between two rounds, agreement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from carelevel.core.answer import Confidence
from carelevel.core.assess import Assessment
from carelevel.core.case import Evidence
from carelevel.core.criteria import ESCALATE
from carelevel.core.errors import AnswerError, suggestion

Round = Literal[1, 2, 3]

ROUNDS: tuple[Round, ...] = (1, 2, 3)
"""On a case before people talk and after, and on its twin, each alone."""

FEW_AGREE, MOST_AGREE = 0.30, 0.70
"""Between these shares of a first vote, people who talk to each other convince each other of the better answer."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one participant chose in one round; *participant* is a code, never a name."""

    participant: str
    round: Round
    level: str
    confidence: Confidence
    marked: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many chose each level, every choice on offer in the order of the ladder, escalation last.

    *sure*: how sure those who voted by phone were, a `Confidence` -> how many, the least sure first.
    """

    counts: Mapping[str, int]
    sure: Mapping[str, int] = field(default_factory=dict)

    @property
    def votes(self) -> int:
        """All of them, escalations too."""
        return sum(self.counts.values())

    def share(self, levels: Collection[str]) -> float:
        """The part of the votes that went to *levels*, 0 to 1; 0 where nobody voted."""
        return sum(self.counts.get(level, 0) for level in set(levels)) / self.votes if self.votes else 0.0


@dataclass(frozen=True, slots=True)
class Shift:
    """From first to second choice; *moves* counts participants with both, *aside* moves to or from escalation."""

    first: Tally
    second: Tally
    moves: Mapping[tuple[str, str], int]
    up: int
    down: int
    stayed: int
    aside: int
    only_first: int
    only_second: int


@dataclass(frozen=True, slots=True)
class AcceptedParts:
    """The parts of two votes that the criteria accept, 0 to 1, of the *twice* who voted in both; *once*: in one only.

    Where nobody voted in both, as where hands were counted, each part is of its own vote, None of one without votes.
    """

    first: float | None
    second: float | None
    twice: int
    once: int


@dataclass(frozen=True, slots=True)
class Sight:
    """One deciding phrase, and how many of those who could mark it did."""

    phrase: Evidence
    caught: int
    voters: int


class Advice(StrEnum):
    """What a first vote suggests to whoever leads the room."""

    EXPLAIN = "explain"  # few agree: too little to discuss with
    DISCUSS = "discuss"
    MOVE_ON = "move_on"  # most agree already


def check_ballot(ballot: Ballot, offered: Sequence[str], sentences: int) -> None:
    """Refuse, with AnswerError, what the room did not offer; *sentences* is 0 where none can be marked."""
    if ballot.round not in ROUNDS:
        raise AnswerError(f"there is no round {ballot.round}; vote in round 1, 2 or 3")
    if ballot.level not in offered:
        raise AnswerError(f"unknown level {ballot.level!r}; {suggestion(ballot.level, offered)}")
    if ballot.confidence not in tuple(Confidence):
        raise AnswerError(f"unknown confidence {ballot.confidence!r}; {suggestion(ballot.confidence, Confidence)}")
    for number in ballot.marked:
        if not 0 <= number < sentences:
            raise AnswerError(f"there is no sentence {number} to mark")


def tally(
    ballots: Iterable[Ballot], round: Round, offered: Sequence[str], hands: Mapping[str, int] | None = None
) -> Tally:
    """Count one round's ballots, and the hands that were counted beside them."""
    cast = [ballot for ballot in ballots if ballot.round == round]
    chosen, raised = Counter(ballot.level for ballot in cast), hands or {}
    sure = Counter(ballot.confidence for ballot in cast)
    return Tally(
        {level: chosen[level] + raised.get(level, 0) for level in offered},
        {confidence.value: sure[confidence] for confidence in Confidence} if cast else {},
    )


def shift(
    ballots: Collection[Ballot],
    offered: Sequence[str],
    hands: Mapping[Round, Mapping[str, int]] | None = None,
) -> Shift:
    """Who moved where; hands count in both tallies, but whose hand it was nobody knows, so they move nowhere."""
    raised = hands or {}
    first = {ballot.participant: ballot.level for ballot in ballots if ballot.round == 1}
    second = {ballot.participant: ballot.level for ballot in ballots if ballot.round == 2}
    pairs = Counter((first[voter], second[voter]) for voter in first.keys() & second.keys())
    moves = {(before, after): pairs[before, after] for before in offered for after in offered if pairs[before, after]}
    directions = Counter[int | None]()
    for (before, after), count in moves.items():
        directions[_direction(before, after, offered)] += count
    return Shift(
        first=tally(ballots, 1, offered, raised.get(1)),
        second=tally(ballots, 2, offered, raised.get(2)),
        moves=moves,
        up=directions[1],
        down=directions[-1],
        stayed=directions[0],
        aside=directions[None],
        only_first=len(first.keys() - second.keys()),
        only_second=len(second.keys() - first.keys()),
    )


def agreeing(assessment: Assessment) -> tuple[str, ...]:
    """The choices that the criteria accept."""
    levels = assessment.accepted or (assessment.level,)
    return (*levels, ESCALATE) if assessment.refer_accepted else levels


def agreement(counted: Tally, assessment: Assessment) -> float:
    """The part of the votes that the criteria accept, 0 to 1."""
    return counted.share(agreeing(assessment))


def accepted_parts(moved: Shift, assessment: Assessment) -> AcceptedParts:
    """How much of both votes the criteria accept, by the same people wherever it is known who voted twice."""
    accepted, twice = agreeing(assessment), sum(moved.moves.values())
    once = moved.only_first + moved.only_second
    if twice:
        at_first = sum(count for (before, _), count in moved.moves.items() if before in accepted)
        in_the_end = sum(count for (_, after), count in moved.moves.items() if after in accepted)
        return AcceptedParts(at_first / twice, in_the_end / twice, twice, once)
    first, second = (agreement(tally, assessment) if tally.votes else None for tally in (moved.first, moved.second))
    return AcceptedParts(first, second, 0, once)


def advice(counted: Tally, assessment: Assessment) -> Advice | None:
    """What a first vote suggests; None where nobody voted."""
    if not counted.votes:
        return None
    share = agreement(counted, assessment)
    if share < FEW_AGREE:
        return Advice.EXPLAIN
    return Advice.DISCUSS if share <= MOST_AGREE else Advice.MOVE_ON


def sights(ballots: Iterable[Ballot], round: Round, phrases: Iterable[Evidence]) -> tuple[Sight, ...]:
    """For each deciding phrase, how many voters of *round* marked a sentence that it touches."""
    marks = [ballot.marked for ballot in ballots if ballot.round == round]
    return tuple(
        Sight(phrase, sum(1 for marked in marks if marked.intersection(phrase.sentences)), len(marks))
        for phrase in phrases
    )


def _direction(before: str, after: str, offered: Sequence[str]) -> int | None:
    """1 towards the more intensive, -1 towards the less, 0 the same, None where one of them is no rung."""
    if before == after:
        return 0
    if ESCALATE in (before, after):
        return None
    return 1 if offered.index(after) > offered.index(before) else -1
