"""One thing found in a file, in a case or in a draft: where it is, what it is, what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from carelevel.core.case import Span
from carelevel.core.counted import counted

IN_CASE, IN_CRITERIA, IN_PROOF, IN_LIST = "mistake/case", "mistake/criteria", "mistake/proof", "mistake/list"
CUT_SHORT = "text/cut"
IN_NOTES, THIN_NOTES = "mistake/notes", "notes/thin"
ALIKE, UNREAD, UNUSED = "case/alike", "case/unread", "criteria/unused"
"""The codes of mistakes in a file; lint has codes of its own. A code never changes its meaning."""
MOST_NAMED_MISTAKES = 100
_MORE = ("1 mistake more", "{count:,} mistakes more")
"""Mistakes of one file that are named."""


class Severity(StrEnum):
    """An error keeps a file from being used, or a draft from being saved; a warning asks for a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class CasePart:
    """A part of a case; *point* and *paragraph* count from 0, and None stands for the whole of what holds them.

    Of a glossary, *point* is the entry, and its meaning is meant; of what is unsaid, the entry too.
    """

    part: Literal["story", "heading", "title", "opening", "unsaid", "discuss", "dissent", "glossary"] = "story"
    twin: str = ""
    point: int | None = None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """It is found on a *line* of a *file*, at a *place* of a case or in a *field* of a draft; the others are empty.

    *file*: the bank's folder and the file's name; *line*: from 1; *field*: such as "title", "points.0.text",
    "points.0.phrases.2", "twins.0.words" or "file"; *span*: from the first character of that place or field to behind
    the last one, None for the whole of it; *words*: what stands there; *first_line*: where a line that is told twice
    stands first, else 0.
    """

    file: str
    line: int
    problem: str
    remedy: str
    severity: Severity = Severity.ERROR
    code: str = ""
    place: CasePart | None = None
    field: str = ""
    span: Span | None = None
    words: str = ""
    first_line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.problem}; {self.remedy}"

    def as_text(self) -> str:
        """`cases/late-bus.md:14: error: …; … [mistake/case]`, as compilers write and editors read."""
        says = f"{self.file}:{self.line}: {self.severity.value}: {self.problem}; {self.remedy} [{self.code}]"
        return printable(says)

    def as_github(self, file: str) -> str:
        """A workflow command of GitHub Actions; *file*: its path from the checkout's root."""
        parts = {"file": file, "line": str(self.line), "title": self.code}
        properties = ",".join(f"{name}={_property(value)}" for name, value in parts.items())
        return f"::{self.severity.value} {properties}::{_message(printable(f'{self.problem}; {self.remedy}'))}"


def coded(diagnostics: Iterable[Diagnostic], code: str) -> tuple[Diagnostic, ...]:
    """The *diagnostics* with their *code*, which whoever found them may not know."""
    return tuple(replace(diagnostic, code=code) for diagnostic in diagnostics)


def foremost(mistakes: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each once, in the order of lines; of more than MOST_NAMED_MISTAKES the first ones, then how many are left."""
    found = sorted(set(mistakes), key=lambda mistake: (mistake.file, mistake.line, mistake.problem, mistake.remedy))
    if len(found) <= MOST_NAMED_MISTAKES:
        return found
    last = found[MOST_NAMED_MISTAKES - 1]
    rest = Diagnostic(
        last.file, last.line, counted(len(found) - MOST_NAMED_MISTAKES, _MORE), "mend the first ones first"
    )
    return [*found[:MOST_NAMED_MISTAKES], rest]


def printable(text: str) -> str:
    """The text without what would steer a terminal: such characters are shown by their code."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)


def _message(text: str) -> str:
    """As GitHub's own toolkit does: the percent sign first, since the others become one."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
