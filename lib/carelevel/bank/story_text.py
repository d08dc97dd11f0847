"""A story's text before Markdown reads it: what only the text shows, and what could not be read in time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from carelevel.core.counted import counted
from carelevel.core.diagnostic import Diagnostic

CHARACTERS = ("1 character", "{count} characters")
MARKS = ("1 mark", "{count} marks")
LONGEST_PARAGRAPH = 6_000
MOST_NESTED = 8
MOST_MARKS = 60
"""Brackets, stars and the like in a paragraph: the time that Markdown takes grows with the square of them."""
MOST_LINES = 2_000
MOST_HEADINGS, MOST_PARAGRAPHS, MOST_PHRASES = 50, 300, 300
"""In a story; many times what one needs, and more would take too long to read."""

_PARAGRAPH = re.compile(r"^.*\S.*$(\n.*\S.*$)*", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#", re.MULTILINE)
_BRACKET = re.compile(r"[\[\]]")
_MARK = re.compile(r"[\[\]*_`<\\&]")
_BRACES = re.compile(r"\{([^{}]*)\}")
_TAG = re.compile(r"<(?![A-Za-z][A-Za-z0-9+.-]+:|[^\s<>]+@)[A-Za-z/!?]")  # an address in <> is a link instead
HTML, PLAIN = "HTML in the story", "use plain paragraphs only"


@dataclass(frozen=True, slots=True)
class StoryText:
    """*text*: with nothing in place of what could not be read in time; *named*: what phrases are called in it.

    *wrong*: by the lines of the text, from 1; its file is not known here.
    """

    text: str
    named: frozenset[str]
    wrong: tuple[Diagnostic, ...]


def story_text(text: str) -> StoryText:
    """The prose below the front matter as Markdown may read it, with what is wrong in it already."""
    too_much = next(_too_much(text), None)
    if too_much:
        return StoryText("", frozenset(), (too_much,))
    named: set[str] = set()
    wrong = [*_tags(text), *_braces(text, named)]
    return StoryText(_shortened(text, wrong), frozenset(named), tuple(wrong))


def _too_much(text: str) -> Iterator[Diagnostic]:
    written = [bool(line.strip()) for line in text.split("\n")]
    for noun, count, most in (
        ("lines", sum(written), MOST_LINES),
        ("headings", len(_HEADING.findall(text)), MOST_HEADINGS),
        ("paragraphs", sum(now and not before for before, now in pairwise([False, *written])), MOST_PARAGRAPHS),
        ("pairs of braces", len(_BRACES.findall(text)), MOST_PHRASES),
    ):
        if count > most:
            yield Diagnostic("", 1, f"{count} {noun} in the story", f"tell a shorter one: {most} at most")


def _tags(text: str) -> Iterator[Diagnostic]:
    if _TAG.search(text):
        yield from (
            Diagnostic("", number, HTML, PLAIN) for number, line in enumerate(text.split("\n"), 1) if _TAG.search(line)
        )


def _braces(text: str, named: set[str]) -> Iterator[Diagnostic]:
    """What is mistyped in a pair of braces; what phrases are called joins *named*, right or wrong."""
    for braces in _BRACES.finditer(text):
        parts = braces[1].split()
        named.update(part[1:] for part in parts if part.startswith("#") and len(part) > 1)
        names = [
            "#" if part.startswith("#") else part.split("=")[0] for part in parts if "=" in part[1:] or "#" in part
        ]
        if "\n" in braces[1] or len(set(names)) < len(names):
            yield from _mistyped(braces[1], names, text.count("\n", 0, braces.start()) + 1)


def _mistyped(inside: str, names: list[str], line: int) -> Iterator[Diagnostic]:
    if "\n" in inside:
        yield Diagnostic("", line, "a pair of braces over two lines", "write it on one line")
    for name, count in Counter(names).items():
        if count > 1:
            yield Diagnostic("", line, f"'{name}' stands twice in one phrase", "keep one of the two")


def _shortened(text: str, wrong: list[Diagnostic]) -> str:
    """*text* with nothing in place of each paragraph that could not be read in time; that joins what is *wrong*."""

    def read(paragraph: re.Match[str]) -> str:
        length, marks = len(paragraph[0]), len(_MARK.findall(paragraph[0]))
        if length <= LONGEST_PARAGRAPH and marks <= MOST_MARKS and not _too_nested(paragraph[0]):
            return paragraph[0]
        line = text.count("\n", 0, paragraph.start()) + 1
        problem = f"a paragraph of {counted(length, CHARACTERS)} and {counted(marks, MARKS)} such as brackets"
        wrong.append(Diagnostic("", line, problem, f"divide it: {LONGEST_PARAGRAPH} and {MOST_MARKS} at most"))
        return "\n" * paragraph[0].count("\n")

    return _PARAGRAPH.sub(read, text)


def _too_nested(text: str) -> bool:
    """Whether more brackets are open at once than a phrase needs."""
    if text.count("[") <= MOST_NESTED:
        return False
    return max(accumulate(1 if bracket == "[" else -1 for bracket in _BRACKET.findall(text))) > MOST_NESTED
