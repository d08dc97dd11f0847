"""A short note: a person in six to ten plain lines, with the one answer that the lines call for, and its code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from carelevel.core.criteria import Findings
from carelevel.core.errors import AnswerError
from carelevel.core.note_lines import NoteLine

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: without letters that are taken for others."""
NUMBER_DIGITS, PAIR_DIGITS, VERSION_DIGITS = 4, 2, 3
NUMBERS = len(_DIGITS) ** NUMBER_DIGITS
MOST_PAIRS = len(_DIGITS) ** PAIR_DIGITS
_CODE = re.compile(rf"(?:note-)?([{_DIGITS}]{{4}})([{_DIGITS}]{{2}})?-([{_DIGITS}]{{3}})")
_READ_ALIKE = str.maketrans("OIL", "011")


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
        change = _written(self.change, PAIR_DIGITS) if self.change else ""
        return f"note-{_written(self.number, NUMBER_DIGITS)}{change}-{self.version}"


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
    found = _CODE.fullmatch(text.strip().upper().removeprefix("NOTE-").translate(_READ_ALIKE))
    if not found:
        raise AnswerError(f"{text.strip()[:40]!r} is no code of a note; write it as it stands there: note-7Q4K-2M8")
    return NoteCode(_read(found[1]), _read(found[2] or "0"), found[3])


def version(digest: str) -> str:
    """What a code says of the lines and criteria whose SHA-256 is *digest*."""
    return _written(int(digest, 16) % len(_DIGITS) ** VERSION_DIGITS, VERSION_DIGITS)


def _written(number: int, digits: int) -> str:
    return "".join(_DIGITS[number // len(_DIGITS) ** place % len(_DIGITS)] for place in reversed(range(digits)))


def _read(digits: str) -> int:
    number = 0
    for digit in digits:
        number = number * len(_DIGITS) + _DIGITS.index(digit)
    return number
