"""What one participant chose on the case at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from carelevel.core.ballot import Ballot


@dataclass(frozen=True, slots=True)
class Choice:
    """One vote; *marked* are the numbers of sentences."""

    level: str
    confidence: str
    marked: frozenset[int]


@dataclass(frozen=True, slots=True)
class OwnChoices:
    """Both votes, None where there is none."""

    first: Choice | None = None
    second: Choice | None = None

    @property
    def latest(self) -> Choice | None:
        """The second vote, else the first."""
        return self.second or self.first


NO_CHOICES = OwnChoices()


def choices_of(ballots: Iterable[Ballot]) -> OwnChoices:
    """The choices that one participant's ballots on one case are."""
    by_round = {
        ballot.round: Choice(ballot.level, ballot.confidence.value, frozenset(ballot.marked)) for ballot in ballots
    }
    return OwnChoices(by_round.get(1), by_round.get(2))
