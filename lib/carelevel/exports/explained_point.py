"""One decision point of a case or of its twin, with what the criteria say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carelevel.core.assess import Assessment, assess
from carelevel.core.case import Case, DecisionPoint
from carelevel.core.criteria import Criteria
from carelevel.feedback.explanation import Explanation, explain
from carelevel.feedback.names import point_title


@dataclass(frozen=True, slots=True)
class ExplainedPoint:
    """*twin* is empty for the case itself; *number* is the decision point's, from 0."""

    case: Case
    twin: str
    number: int
    assessment: Assessment
    explanation: Explanation
    criteria: Criteria

    @property
    def id(self) -> str:
        """Stays the same as long as the case and its twins keep their ids."""
        return ".".join(filter(None, (self.case.id, self.twin, str(self.number + 1))))

    @property
    def points(self) -> tuple[DecisionPoint, ...]:
        """Every decision point of the case, or of its twin."""
        return self.case.telling(self.twin or None)

    @property
    def point(self) -> DecisionPoint:
        """The one that this is about."""
        return self.points[self.number]

    @property
    def earlier(self) -> tuple[DecisionPoint, ...]:
        """Those before it, which a reader knows by then."""
        return self.points[: self.number]

    @property
    def title(self) -> str:
        """What a list of decision points calls it."""
        return point_title(self.case, self.number, self.twin)


def explained_points(case: Case, criteria: Criteria, *, twins: bool = True) -> Iterator[ExplainedPoint]:
    """The case's decision points in time, then each twin at the point where it differs."""
    asked = [("", number) for number in range(len(case.points))]
    if twins:
        asked += [(twin.id, case.changed_point(twin.id)) for twin in case.twins]
    for twin, number in asked:
        point = case.telling(twin or None)[number]
        assessment = assess(point.findings, criteria)
        yield ExplainedPoint(case, twin, number, assessment, explain(assessment, criteria, point.evidence), criteria)
