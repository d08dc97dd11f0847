"""Everybody's attempts as counts, which is all that a report about a group reads: no row of anybody's own.

What a worked step or a hint told something of is left out of the points and the first attempts.
"""

from __future__ import annotations

from typing import NamedTuple

from carelevel.core.answer import Verdict


class TraineeTally(NamedTuple):
    """How many attempts one trainee has made."""

    trainee: str
    attempts: int


class PointTally(NamedTuple):
    """How many attempts at one decision point had all of this in common; *seconds* are theirs together."""

    case: str
    twin: str
    point: int
    case_digest: str
    level: str
    verdict: Verdict
    phrases: str
    attempts: int
    seconds: float

    def without_phrases(self) -> PointTally:
        """The same where other phrases are marked now."""
        return self._replace(phrases="")


class FirstAttempt(NamedTuple):
    """A trainee's first attempt at a decision point; *accepted* is 1 or 0."""

    trainee: str
    case: str
    twin: str
    point: int
    accepted: int


class Everybody(NamedTuple):
    """The tallies of one moment: trainees in the order of their codes, *firsts* of a sample of them."""

    trainees: tuple[TraineeTally, ...]
    points: tuple[PointTally, ...]
    firsts: tuple[FirstAttempt, ...]
