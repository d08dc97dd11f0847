"""What a trainee is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from carelevel.core.case import Case, DecisionPoint
from carelevel.core.story_digest import StoryDigest, story_digest
from carelevel.core.support import ALONE, Had


@dataclass(frozen=True, slots=True)
class Question:
    """One decision point put to a trainee; *number* counts from 0, *attempt* is the id its answer will have.

    *pair* is the id of the wrong answer that brought it, or ''; *had* is the support so far.
    """

    case: Case
    twin: str | None
    number: int
    attempt: str
    opened_at: datetime
    draft: Mapping[str, object]
    why: str
    pair: str = ""
    had: Had = ALONE

    @property
    def name(self) -> tuple[str, str, int]:
        """Case, twin ('' for the case itself) and number."""
        return self.case.id, self.twin or "", self.number

    @property
    def telling(self) -> tuple[DecisionPoint, ...]:
        """Every decision point of the case, or of its twin."""
        return self.case.telling(self.twin)

    @property
    def point(self) -> DecisionPoint:
        """The decision point that is asked."""
        return self.telling[self.number]

    @property
    def earlier(self) -> tuple[DecisionPoint, ...]:
        """What the story told before it."""
        return self.telling[: self.number]

    def took(self, now: datetime, away: float) -> float:
        """The seconds from opening to *now*, without those *away*."""
        return max(0.0, (now - self.opened_at).total_seconds() - away)

    @property
    def digest(self) -> StoryDigest:
        """What names the story that is answered."""
        return story_digest(self.case, self.twin or "", self.number)
