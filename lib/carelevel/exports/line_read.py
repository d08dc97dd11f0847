"""What one line of a file turned out to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True, slots=True)
class LineRead(Generic[Value]):
    """What a line holds, or the problem and the remedy where that is nothing; lines are counted from 1.

    With a *doubt* alone it says what the file as a whole is read as.
    """

    line: int
    value: Value | None = None
    problem: str = ""
    doubt: str = ""
