"""What one participant chose on the case at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from carelevel.core.ballot import Ballot, Round


@dataclass(frozen=True, slots=True)
class OwnChoices:
    """Every vote, None where there is none.

    *pair*: the number of the pair that the participant talks in, from 0; None without one. *question*: what they want
    to be asked next, '' but while that is voted on.
    """

    first: Ballot | None = None
    second: Ballot | None = None
    third: Ballot | None = None
    pair: int | None = None
    question: str = ""

    @property
    def latest(self) -> Ballot | None:
        """The second vote on the case, else the first."""
        return self.second or self.first

    def of(self, round: Round) -> Ballot | None:
        """The vote in that round."""
        return {1: self.first, 2: self.second, 3: self.third}[round]


NO_CHOICES = OwnChoices()


def choices_of(ballots: Iterable[Ballot], pair: int | None = None) -> OwnChoices:
    """The choices that one participant's ballots on one case are, of whoever talks in that *pair*."""
    by_round = {ballot.round: ballot for ballot in ballots}
    return OwnChoices(by_round.get(1), by_round.get(2), by_round.get(3), pair)
