"""What the group made of each decision point, and what trainees reported, set beside the cases as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from carelevel import messages
from carelevel.analytics.cohort import PointFigure, PointName
from carelevel.core.attempt import Report
from carelevel.core.case import Case
from carelevel.feedback.names import point_title
from carelevel.review.survey import Survey, names_of


@dataclass(frozen=True, slots=True)
class Reported:
    """The notes on one case, the newest first; *title* is '' where the case is gone."""

    case: str
    title: str
    notes: tuple[Report, ...]


def point_names(survey: Survey) -> Mapping[PointName, str]:
    """Every decision point of every telling, as people read it."""
    return {name: _name(case, *name[1:]) for case in survey.cases for name in names_of(case)}


def phrases(survey: Survey) -> Mapping[PointName, tuple[str, ...]]:
    """The phrases of each decision point, in the order in which answers count them."""
    return {
        name: tuple(phrase.phrase for phrase in case.telling(name[1] or None)[name[2]].evidence)
        for case in survey.cases
        for name in names_of(case)
    }


def missed_most(point: PointFigure, known: Mapping[PointName, tuple[str, ...]]) -> int | None:
    """The place of the phrase that was missed most often; None where all were caught, or none is known."""
    place = point.missed_most
    if place is None or place >= len(known.get(point.name, ())):
        return None
    caught = point.phrases[place]
    return place if caught.hits < caught.n else None


def reported(reports: Iterable[Report], survey: Survey) -> tuple[Reported, ...]:
    """The reports by case, the case with the newest one first."""
    by_case: dict[str, list[Report]] = {}
    for report in sorted(reports, key=lambda report: report.at, reverse=True):
        by_case.setdefault(report.case, []).append(report)
    return tuple(Reported(case, survey.titles.get(case, ""), tuple(notes)) for case, notes in by_case.items())


def _name(case: Case, twin: str, number: int) -> str:
    """A twin of several says which."""
    form = messages.POINT_TWIN if len(case.twins) == 1 else messages.POINT_TWIN_NAMED
    return point_title(case, number, twin, twin_form=form)
