"""A session's votes as a pandas table, to calculate with; `docs/answers.md` says what each column holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from carelevel import messages
from carelevel.analytics.tables import NUMBER, TEXT, TIME, WHOLE, YES_NO, table_of
from carelevel.core.assess import Assessment
from carelevel.core.ballot import Round, Tally, agreeing
from carelevel.workshop.report import CaseReport, SessionReport

if TYPE_CHECKING:
    from pandas import DataFrame

VOTES: Mapping[str, str] = {
    "opened_at": TIME,
    "number": WHOLE,
    "case": TEXT,
    "twin": TEXT,
    "point": WHOLE,
    "round": WHOLE,
    "level": TEXT,
    "accepted": YES_NO,
    "votes": WHOLE,
    "share": NUMBER,
}


def votes_table(reports: Iterable[SessionReport]) -> DataFrame:
    """A row a choice on offer in each round in which somebody voted; what a report does not tell has no row."""
    return table_of((row for report in reports for case in report.cases for row in _rows(report, case)), VOTES)


def _rounds(case: CaseReport) -> Iterator[tuple[Round, Tally, str, Assessment]]:
    """Each with the twin that was voted on, and what the criteria say of that story."""
    yield 1, case.shift.first, case.entry.twin, case.assessment
    yield 2, case.shift.second, case.entry.twin, case.assessment
    if case.third:
        yield 3, case.third.tally, case.third.twin, case.third.assessment


def _rows(report: SessionReport, case: CaseReport) -> Iterator[Mapping[str, str | float | datetime]]:
    called = report.criteria.words.in_all(messages.IN_TABLES)
    for round, tally, twin, assessment in _rounds(case):
        for level, votes in tally.counts.items() if tally.votes else ():
            yield {
                "opened_at": report.opened_at,
                "number": case.number,
                "case": case.entry.case,
                "twin": twin,
                "point": case.entry.point,
                "round": round,
                "level": called.get(level, level),
                "accepted": level in agreeing(assessment),
                "votes": votes,
                "share": tally.share([level]),
            }
