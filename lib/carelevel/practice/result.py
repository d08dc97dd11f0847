"""What a trainee is told once an answer is kept."""

from __future__ import annotations

from dataclasses import dataclass

from carelevel.core.answer import Answer, Comparison
from carelevel.core.assess import Assessment


@dataclass(frozen=True, slots=True)
class Beside:
    """The same decision point before a twin's change: what the trainee answered there last, if at all."""

    level: str | None
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class Result:
    """A kept answer beside what the criteria say; *twins* are those still to try, *seconds* from opening to commit."""

    answer: Answer
    assessment: Assessment
    comparison: Comparison
    twins: tuple[str, ...]
    more_points: bool
    seconds: float
    beside: Beside | None = None  # for a twin: the story before the change
    why: str = ""  # why this case was chosen, with the rule's name: said only after the commit
