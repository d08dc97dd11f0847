"""A bank's decision points with what the criteria say of each: what figures about a bank are counted from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carelevel.analytics.criteria_parts import CriteriaPart, exercised
from carelevel.core.assess import assess
from carelevel.core.case import Case
from carelevel.core.criteria import Criteria, Findings


@dataclass(frozen=True, slots=True)
class Assessed:
    """One decision point of a case, or the one that a twin changes; *twin* is '' for the case itself."""

    case: str
    twin: str
    number: int
    findings: Findings
    level: str
    accepted: tuple[str, ...]  # empty where the answer is to escalate
    exercised: frozenset[CriteriaPart]

    @property
    def contested(self) -> bool:
        """Whether more than one level is accepted."""
        return len(self.accepted) > 1


def assessed(case: Case, criteria: Criteria) -> Iterator[Assessed]:
    """Every decision point of the case, then of each twin the one in which it differs."""
    points = [("", number) for number in range(len(case.points))]
    for twin, number in (*points, *((twin.id, case.changed_point(twin.id)) for twin in case.twins)):
        found = assess(case.telling(twin or None)[number].findings, criteria)
        yield Assessed(case.id, twin, number, found.findings, found.level, found.accepted, exercised(found, criteria))
