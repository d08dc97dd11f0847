"""A telling: one decision point of a case or of its twin, with what the criteria say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from carelevel.core.assess import Assessment, assess
from carelevel.core.case import Case, DecisionPoint, Evidence
from carelevel.core.criteria import Criteria
from carelevel.words import progress as words

View = dict[str, Any]


class Wording(Protocol):
    """An assessment in words, as `widgets.explain` has it; an export may not reach sideways for it."""

    def explain(
        self, assessment: Assessment, criteria: Criteria, evidence: Iterable[Evidence] = ..., /
    ) -> dict[str, Any]: ...
    def warnings(self, flags: Iterable[str], criteria: Criteria, /) -> list[View]: ...
    def level_name(self, level: str, criteria: Criteria, /) -> str: ...


@dataclass(frozen=True, slots=True)
class Telling:
    """*twin* is empty for the case itself; *number* is the decision point's, from 0; *explained* is in words."""

    case: Case
    twin: str
    number: int
    assessment: Assessment
    explained: View
    criteria: Criteria
    wording: Wording

    @property
    def id(self) -> str:
        """Stays the same as long as the case and its twins keep their ids."""
        return ".".join(filter(None, (self.case.id, self.twin, str(self.number + 1))))

    @property
    def points(self) -> tuple[DecisionPoint, ...]:
        return self.case.telling(self.twin or None)

    @property
    def point(self) -> DecisionPoint:
        return self.points[self.number]

    @property
    def earlier(self) -> tuple[DecisionPoint, ...]:
        return self.points[: self.number]

    @property
    def title(self) -> str:
        title = words.POINT_TWIN.format(title=self.case.title) if self.twin else self.case.title
        if len(self.points) == 1:
            return title
        return words.POINT_LATER.format(title=title, heading=self.point.heading)

    def warnings(self) -> list[View]:
        """What is to be said beside every yes that the criteria give."""
        return self.wording.warnings([flag for flag, yes in self.assessment.flags.items() if yes], self.criteria)


def tellings(case: Case, criteria: Criteria, wording: Wording, *, twins: bool = True) -> Iterator[Telling]:
    """The case's decision points in time, then each twin at the point where it differs."""
    asked = [("", number) for number in range(len(case.points))]
    if twins:
        asked += [(twin.id, case.changed_point(twin.id)) for twin in case.twins]
    for twin, number in asked:
        point = case.telling(twin or None)[number]
        assessment = assess(point.findings, criteria)
        explained = wording.explain(assessment, criteria, point.evidence)
        yield Telling(case, twin, number, assessment, explained, criteria, wording)
