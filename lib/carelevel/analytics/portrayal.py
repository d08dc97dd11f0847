"""Who a bank's stories portray, as far as words and findings show it, and with which outcome.

A search for words is rough: it takes a neighbour's work for the person's own, and knows only what is listed. What it
finds is a reason to read those stories again, and not more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import comb

from carelevel.core.case import Case
from carelevel.core.groups import Axis, Group
from carelevel.core.plain_text import plain_text

FEWEST_OF_A_GROUP = 4
"""Cases of a group from which on one outcome for all of them is worth a warning; of three, chance often makes one."""


@dataclass(frozen=True, slots=True)
class GroupShown:
    """The cases of one group, and how many of them have each recommended level at their first decision point."""

    group: Group
    cases: tuple[str, ...]
    outcomes: Mapping[str, int]
    chance: float  # that so many cases, drawn from this bank at random, would all have one outcome

    @property
    def n(self) -> int:
        """Cases."""
        return len(self.cases)

    @property
    def one_outcome(self) -> str | None:
        """The only outcome of a group that is large enough for this to be said."""
        return next(iter(self.outcomes)) if self.n >= FEWEST_OF_A_GROUP and len(self.outcomes) == 1 else None


@dataclass(frozen=True, slots=True)
class AxisShown:
    """*nowhere* are the cases that no group of the axis was found in."""

    axis: Axis
    groups: tuple[GroupShown, ...]
    nowhere: tuple[str, ...]


def portrayal(cases: Sequence[Case], outcomes: Mapping[str, str], axes: Iterable[Axis]) -> tuple[AxisShown, ...]:
    """*outcomes*: case id -> the level recommended at its first decision point; a case without one is not in use."""
    told = [(case, _story(case)) for case in cases if case.id in outcomes]
    return tuple(_axis(axis, told, outcomes) for axis in axes)


def group_names(case: Case, axes: Iterable[Axis]) -> tuple[str, ...]:
    """What the groups are called that a case belongs to."""
    story = _story(case)
    found = ((axis, _groups(axis, case, story)) for axis in axes)
    return tuple(group.name for axis, ids in found for group in axis.groups if group.id in ids)


def _story(case: Case) -> str:
    """All that a case tells, without capitals."""
    return "\n".join(plain_text(text).text for point in case.points for text in point.texts).casefold()


def _axis(axis: Axis, told: Iterable[tuple[Case, str]], outcomes: Mapping[str, str]) -> AxisShown:
    belongs = {case.id: _groups(axis, case, story) for case, story in told}
    every = Counter(outcomes[case] for case in belongs)
    groups = (
        _group(group, [case for case, found in belongs.items() if group.id in found], outcomes, every)
        for group in axis.groups
    )
    return AxisShown(axis, tuple(groups), tuple(case for case, found in belongs.items() if not found))


def _groups(axis: Axis, case: Case, story: str) -> list[str]:
    """The groups of an axis that a case belongs to."""
    if axis.one == "most_words":
        counted = {group.id: len(_pattern(group.words).findall(story)) for group in axis.groups if group.words}
        most = max(counted.values(), default=0)
        best = [group for group, count in counted.items() if count == most > 0]
        return best if len(best) == 1 else []
    return [group.id for group in axis.groups if _belongs(group, case, story)]


def _belongs(group: Group, case: Case, story: str) -> bool:
    may = any(begins in story for begins in _beginnings(group.words))  # a search takes seven times as long
    return (may and _pattern(group.words).search(story) is not None) or any(
        point.findings.get(name) in values for name, values in group.findings.items() for point in case.points
    )


def _group(group: Group, cases: Sequence[str], outcomes: Mapping[str, str], every: Counter[str]) -> GroupShown:
    n, drawn = every.total(), len(cases)
    ways = sum(comb(count, drawn) for count in every.values())
    counted = Counter(outcomes[case] for case in cases)
    return GroupShown(group, tuple(cases), dict(counted.most_common()), ways / comb(n, drawn) if drawn else 1.0)


@lru_cache(maxsize=256)
def _beginnings(words: tuple[str, ...]) -> tuple[str, ...]:
    """*words* without capitals, and without the * at the end of one that is the beginning of a word."""
    return tuple(word.rstrip("*").casefold() for word in words)


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of *words*, whole, in a text without capitals."""
    ends = (r"\w*" if word.endswith("*") else "" for word in words)
    alternatives = map("".join, zip(map(re.escape, _beginnings(words)), ends, strict=True))
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b")
