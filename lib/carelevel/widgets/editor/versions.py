"""Two versions of a file side by side, line by line, what differs marked."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from carelevel.feedback.view import View

MOST_COMPARED = 2_000
"""Lines of a version: with more of them, lines are set side by side as they stand."""


def side_by_side(disk: str, mine: str) -> list[View]:
    return list(_rows(disk.splitlines(), mine.splitlines()))


def _rows(disk: list[str], mine: list[str]) -> Iterator[View]:
    if max(len(disk), len(mine)) > MOST_COMPARED:
        yield from _pairs(disk, mine)
        return
    for kind, start, end, first, last in SequenceMatcher(None, disk, mine, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from ({"disk": line, "mine": line, "differs": False} for line in disk[start:end])
        else:
            yield from _pairs(disk[start:end], mine[first:last])


def _pairs(disk: list[str], mine: list[str]) -> Iterator[View]:
    for one, other in zip_longest(disk, mine, fillvalue=""):
        yield {"disk": one, "mine": other, "differs": one != other}
