"""What is kept of an interview once it is decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from carelevel.core.answer import Confidence, Verdict
from carelevel.core.attempt import check_reasons, check_zone


@dataclass(frozen=True, slots=True)
class Interview:
    """The questions *asked*, in their order, what was decided, and what the criteria said then.

    What it shares with an Attempt is the same there. *settled_after*: after so many questions nothing could change
    the answer any more; None where it was decided before. *level_asked* are those that are neither safety questions
    nor a flag's alone, *level_needed* the fewest of these that would have settled it; of *safety_all* safety questions
    *safety_asked* were asked.
    Raises AnswerError where the reasons are too long.
    """

    id: str
    trainee: str
    case: str
    twin: str
    point: int
    case_digest: str
    criteria_digest: str
    asked: tuple[str, ...]
    level: str
    confidence: Confidence
    flags: Mapping[str, bool]
    reasons: str
    started_at: datetime
    committed_at: datetime
    seconds: float
    criteria_level: str
    verdict: Verdict
    steps: int
    settled_after: int | None
    level_asked: int
    level_needed: int
    safety_asked: int
    safety_all: int

    def __post_init__(self) -> None:
        check_reasons(self.reasons)
        check_zone(self.started_at)
        check_zone(self.committed_at)
