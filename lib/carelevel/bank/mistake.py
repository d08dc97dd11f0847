"""One thing wrong with a file of a bank: place, problem, remedy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MOST_NAMED = 100
"""Mistakes of one file that are named."""


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    file: str  # the bank's folder and the file's name
    line: int  # from 1
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.problem}; {self.remedy}"


def foremost(mistakes: Iterable[Mistake]) -> list[Mistake]:
    """Each once, in the order of lines; of more than MOST_NAMED the first ones, then how many are left."""
    found = sorted(set(mistakes))
    if len(found) <= MOST_NAMED:
        return found
    last = found[MOST_NAMED - 1]
    rest = Mistake(last.file, last.line, f"{len(found) - MOST_NAMED:,} mistakes more", "mend the first ones first")
    return [*found[:MOST_NAMED], rest]
