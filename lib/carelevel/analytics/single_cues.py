"""What gives a bank's answers away: a finding, or two, that find them alone, and findings that hardly vary.

Counted over first decision points; that a story says nothing of a finding counts as one more value of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from carelevel.analytics.assessed_points import Assessed
from carelevel.core.criteria import ESCALATE, Criteria

FEWEST_STORIES = 30
"""Below so many stories this says nothing, since chance alone makes rules that seem to find the answers.

Where twenty findings are dealt at random, and no rule is there to be found, the best one that reads one of them passes
MOST_ACCEPTED in a third of such banks with 30 decision points, in a fifth with 40, in one of sixteen with 50.
"""
MOST_ACCEPTED, MOST_RECOMMENDED, MOST_BY_TWO = Fraction(60, 100), Fraction(55, 100), Fraction(80, 100)
"""The largest shares that are well, in a bank of three levels: MOST_BY_TWO is a share of accepted levels."""
MOST_ALIKE, FEWEST_STATED = Fraction(2, 3), Fraction(1, 20)
"""A finding hardly varies when more of the stories than MOST_ALIKE give it one value: taking that for granted is then
right twice as often as not. It is hardly told when fewer than FEWEST_STATED say anything of it."""


@dataclass(frozen=True, slots=True)
class Cue:
    """The best rule that reads these findings alone, one level for each of their values: it is right in *hits* of *n*.

    *unread*: how often the one level is right that is so most often; *most*: the largest share of hits that is well.
    """

    findings: tuple[str, ...]
    hits: int
    unread: int
    n: int
    most: Fraction

    @property
    def tells(self) -> bool:
        """Whether it gives away more than is well."""
        return self.hits > self.most * self.n

    @property
    def alike(self) -> bool:
        """Whether the answers are so much alike that nothing need be read: no finding is to blame for that."""
        return self.unread > self.most * self.n


@dataclass(frozen=True, slots=True)
class Cues:
    """The best of each kind."""

    accepted: Cue
    recommended: Cue
    accepted_by_two: Cue


@dataclass(frozen=True, slots=True)
class Alike:
    """What *count* of *n* stories say of a finding; *value* is None where they say nothing."""

    finding: str
    value: str | None
    count: int
    n: int


def best_cues(points: Iterable[Assessed], criteria: Criteria) -> Cues | None:
    """Over the first decision points that are not referred; None for too few of them, or fewer than two findings."""
    asked = [point for point in _first(points) if point.level != ESCALATE]
    names = [finding.id for finding in criteria.findings]
    if len(asked) < FEWEST_STORIES or len(names) < 2:
        return None
    ones, twos = [(name,) for name in names], list(combinations(names, 2))
    return Cues(
        best_cue(asked, ones, _well(MOST_ACCEPTED, criteria), accepted=True),
        best_cue(asked, ones, _well(MOST_RECOMMENDED, criteria), accepted=False),
        best_cue(asked, twos, _well(MOST_BY_TWO, criteria), accepted=True),
    )


def best_cue(points: Sequence[Assessed], cues: Iterable[tuple[str, ...]], most: Fraction, *, accepted: bool) -> Cue:
    """The first of *cues* that finds an accepted, or the recommended, level most often."""
    answers = [
        (place, level)
        for place, point in enumerate(points)
        for level in (point.accepted if accepted else (point.level,))
    ]
    levels = [level for _, level in answers]
    columns: dict[str, list[str | None]] = {}

    def column(name: str) -> list[str | None]:
        if name not in columns:
            columns[name] = [points[place].findings.get(name) for place, _ in answers]
        return columns[name]

    def hits(cue: tuple[str, ...]) -> int:
        return _hits(Counter(zip(*map(column, cue), levels, strict=True)))

    best = max(cues, key=hits)
    return Cue(best, hits(best), hits(()), len(points), most)


def hardly_varying(points: Iterable[Assessed], criteria: Criteria) -> tuple[Alike, ...]:
    """The findings that nearly all stories give one value, or say nothing of; red flags aside, which are to be rare."""
    first = _first(points)
    n = len(first)
    if n < FEWEST_STORIES:
        return ()
    found = []
    for finding in criteria.findings:
        value, count = Counter(point.findings.get(finding.id) for point in first).most_common(1)[0]
        bound = 1 - FEWEST_STATED if value is None else MOST_ALIKE
        if count > bound * n and not finding.red_flag:
            found.append(Alike(finding.id, value, count, n))
    return tuple(found)


def _first(points: Iterable[Assessed]) -> list[Assessed]:
    return [point for point in points if not point.twin and point.number == 0]


def _well(of_three: Fraction, criteria: Criteria) -> Fraction:
    """As far from what chance finds on the way to all as *of_three* is with three levels."""
    chance = Fraction(1, len(criteria.levels))
    return chance + (1 - chance) * (of_three - Fraction(1, 3)) / Fraction(2, 3)


def _hits(counted: Counter[tuple[str | None, ...]]) -> int:
    """*counted*: how often each level, the last of a row, goes with the values before it."""
    best: dict[tuple[str | None, ...], int] = defaultdict(int)
    for row, count in counted.items():
        best[row[:-1]] = max(best[row[:-1]], count)
    return sum(best.values())
