"""A short note: a person in six to ten plain lines, with the one answer that the lines call for, and its code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from carelevel.core.criteria import Findings
from carelevel.core.crockford import DIGITS, as_typed, read, written
from carelevel.core.errors import AnswerError
from carelevel.core.note_lines import NoteLine

NUMBER_DIGITS, PAIR_DIGITS, VERSION_DIGITS = 4, 2, 3
NUMBERS = len(DIGITS) ** NUMBER_DIGITS
MOST_PAIRS = len(DIGITS) ** PAIR_DIGITS
_CODE = re.compile(rf"(?:N0TE-)?([{DIGITS}]{{4}})([{DIGITS}]{{2}})?-([{DIGITS}]{{3}})")


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a note is to be: about a *rule* in one of its ways, with this answer, *contested* where others count too."""

    rule: str
    way: str
    level: str
    contested: bool


@dataclass(frozen=True, slots=True)
class NoteCode:
    """What a note is composed from; *change* counts its pairs from 1, 0 for the note itself."""

    number: int
    change: int
    version: str

    def __str__(self) -> str:
        change = written(self.change, PAIR_DIGITS) if self.change else ""
        return f"note-{written(self.number, NUMBER_DIGITS)}{change}-{self.version}"


@dataclass(frozen=True, slots=True)
class Note:
    """*lines* in their order, a person first; *findings* are what they show; *level* as the criteria have it."""

    code: NoteCode
    recipe: Recipe
    lines: tuple[NoteLine, ...]
    findings: Findings
    level: str
    accepted: tuple[str, ...]
    flags: Mapping[str, bool | None]

    @property
    def words(self) -> int:
        """How many there are to read."""
        return sum(len(line.text.split()) for line in self.lines)


def read_code(text: str) -> NoteCode:
    """The code that *text* is, also in small letters or with O for 0; AnswerError where it is none."""
    found = _CODE.fullmatch(as_typed(text))
    if not found:
        raise AnswerError(f"{text.strip()[:40]!r} is no code of a note; write it as it stands there: note-7Q4K-2M8")
    return NoteCode(read(found[1]), read(found[2] or "0"), found[3])


def version(digest: str) -> str:
    """What a code says of the lines and criteria whose SHA-256 is *digest*."""
    return written(int(digest, 16) % len(DIGITS) ** VERSION_DIGITS, VERSION_DIGITS)
