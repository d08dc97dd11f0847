"""What one line of a file turned out to be."""

from __future__ import annotations

from dataclasses import dataclass

from carelevel.core.attempt import Attempt


@dataclass(frozen=True, slots=True)
class AttemptRead:
    """An attempt, or the problem and the remedy where there is none; lines are counted from 1."""

    line: int
    attempt: Attempt | None = None
    problem: str = ""
