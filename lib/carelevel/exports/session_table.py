"""A session's report as a table for a spreadsheet: for each case a line a choice, a confidence, a deciding phrase."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from carelevel.core.ballot import agreeing
from carelevel.exports.spreadsheet import MARK, guarded
from carelevel.messages import report as report_messages
from carelevel.workshop.report import CaseReport, SessionReport


def session_csv(report: SessionReport) -> str:
    """Shares are parts of 1, times seconds; what the report does not tell is empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(report_messages.SESSION_COLUMNS)
    for case in report.cases:
        writer.writerows(_choices(case))
        writer.writerows(_sure(case))
        writer.writerows(_phrases(case))
    return MARK + text.getvalue()


def _choices(case: CaseReport) -> Iterator[tuple[object, ...]]:
    moved = case.shift
    for level, first in moved.first.counts.items():
        yield (
            *_begin(case, "choice", level),
            "yes" if level in agreeing(case.assessment) else "no",
            *(first, moved.second.counts[level], moved.first.votes, moved.second.votes),
            *(_moves(case, level) if moved.moves else ("", "", "")),
            *("" if share is None else f"{share:.3f}" for share in (case.agreed.first, case.agreed.second)),
            *("" if seconds is None else round(seconds) for seconds in case.seconds),
            *(case.agreed.twice, case.agreed.once),
        )


def _moves(case: CaseReport, level: str) -> tuple[int, int, int]:
    """Who stayed at *level*, came to it, and went from it."""
    moves = case.shift.moves
    stayed = moves.get((level, level), 0)
    came = sum(count for (_, after), count in moves.items() if after == level) - stayed
    went = sum(count for (before, _), count in moves.items() if before == level) - stayed
    return stayed, came, went


def _sure(case: CaseReport) -> Iterator[tuple[object, ...]]:
    first, second = case.shift.first.sure, case.shift.second.sure
    for confidence in first or second:
        counted = first.get(confidence, 0), second.get(confidence, 0), sum(first.values()), sum(second.values())
        yield (*_begin(case, "confidence", confidence), "", *counted, *[""] * 9)


def _phrases(case: CaseReport) -> Iterator[tuple[object, ...]]:
    for first, second in zip(*case.sights, strict=True):
        marked = (first.caught, second.caught, first.voters, second.voters)
        yield (*_begin(case, "phrase", first.phrase.phrase), "", *marked, *[""] * 9)


def _begin(case: CaseReport, kind: str, what: str) -> tuple[object, ...]:
    entry = case.entry
    return case.number, guarded(entry.case), guarded(entry.twin), entry.point + 1, kind, guarded(what)
