"""What a story tells of the safety questions: asked and answered no, present, or unasked."""

from __future__ import annotations

from dataclasses import dataclass

from carelevel.core.case import Case
from carelevel.core.criteria import Criteria, Findings


@dataclass(frozen=True, slots=True)
class SafetyTold:
    """The red flags by their ids, each in one of the three, in the order of the criteria."""

    asked: tuple[str, ...]
    present: tuple[str, ...]
    unasked: tuple[str, ...]


def safety_told(findings: Findings, criteria: Criteria) -> SafetyTold:
    """What *findings* say of each red flag; one that is *asked* is told as absent."""
    flags = criteria.red_flags
    absent = tuple(flag for flag in flags if _is_absent(flag, findings, criteria))
    return SafetyTold(
        asked=absent,
        present=tuple(flag for flag in flags if flag in findings and flag not in absent),
        unasked=tuple(flag for flag in flags if flag not in findings),
    )


def questions_asked(case: Case, criteria: Criteria) -> int:
    """How many of the red flags the case itself tells as asked, at any of its decision points."""
    return len({flag for point in case.points for flag in safety_told(point.findings, criteria).asked})


def _is_absent(flag: str, findings: Findings, criteria: Criteria) -> bool:
    return flag in findings and criteria.finding(flag).rank(findings[flag]) == 0
