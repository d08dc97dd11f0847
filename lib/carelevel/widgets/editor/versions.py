"""Two versions of a file side by side, line by line, what differs marked."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from carelevel.widgets.editor.view import ComparedLine

MOST_COMPARED = 2_000
"""Lines of a version: with more of them, lines are set side by side as they stand."""


def side_by_side(disk: str, mine: str) -> tuple[ComparedLine, ...]:
    """The lines of both versions, those that are alike beside each other."""
    return tuple(_rows(disk.splitlines(), mine.splitlines()))


def _rows(disk: list[str], mine: list[str]) -> Iterator[ComparedLine]:
    if max(len(disk), len(mine)) > MOST_COMPARED:
        yield from _pairs(disk, mine)
        return
    for _, start, end, first, last in SequenceMatcher(None, disk, mine, autojunk=False).get_opcodes():
        yield from _pairs(disk[start:end], mine[first:last])


def _pairs(disk: list[str], mine: list[str]) -> Iterator[ComparedLine]:
    for theirs, own in zip_longest(disk, mine, fillvalue=""):
        yield ComparedLine(theirs, own, theirs != own)
