"""The map of coverage: each part of the criteria by how many cases exercise it, level by level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from carelevel.analytics.assessed_points import Assessed
from carelevel.analytics.criteria_parts import CriteriaPart, parts, untestable
from carelevel.core.criteria import Criteria


@dataclass(frozen=True, slots=True)
class Covered:
    """One part of the criteria: level recommended there -> the cases (and twins, counted apart) that exercise it."""

    part: CriteriaPart
    cases: Mapping[str, tuple[str, ...]]
    twins: Mapping[str, tuple[str, ...]]  # each as 'case/twin'

    @property
    def in_cases(self) -> tuple[str, ...]:
        """Every case once, whatever the level."""
        return tuple(sorted({name for names in self.cases.values() for name in names}))

    @property
    def in_twins(self) -> tuple[str, ...]:
        """Every twin once, whatever the level."""
        return tuple(sorted({name for names in self.twins.values() for name in names}))


@dataclass(frozen=True, slots=True)
class Coverage:
    """*levels* are the columns, the ladder and then ESCALATE; *untestable* tensions stand in no row."""

    cases: int
    twins: int
    levels: tuple[str, ...]
    rows: tuple[Covered, ...]
    untestable: tuple[str, ...]

    @property
    def missing(self) -> tuple[Covered, ...]:
        """What no case exercises; a twin may."""
        return tuple(row for row in self.rows if not row.in_cases)

    @property
    def thin(self) -> tuple[Covered, ...]:
        """What only one case exercises."""
        return tuple(row for row in self.rows if len(row.in_cases) == 1)


def coverage(points: Iterable[Assessed], criteria: Criteria) -> Coverage:
    """The map of what *points*, all those of a bank, exercise: a row for each part that a case can exercise at all."""
    met: dict[CriteriaPart, tuple[dict[str, set[str]], dict[str, set[str]]]] = {
        part: ({}, {}) for part in parts(criteria)
    }
    cases: set[str] = set()
    twins: set[str] = set()
    for point in points:
        name = f"{point.case}/{point.twin}" if point.twin else point.case
        (twins if point.twin else cases).add(name)
        for part in point.exercised & met.keys():
            met[part][bool(point.twin)].setdefault(point.level, set()).add(name)
    rows = tuple(Covered(part, _sorted(own), _sorted(of_twins)) for part, (own, of_twins) in met.items())
    return Coverage(len(cases), len(twins), criteria.choices, rows, untestable(criteria))


def _sorted(names: Mapping[str, Sequence[str] | set[str]]) -> Mapping[str, tuple[str, ...]]:
    return {level: tuple(sorted(of_level)) for level, of_level in names.items()}
