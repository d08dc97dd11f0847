"""What trainees reported about cases, and which of it has been dealt with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Protocol

from carelevel import messages
from carelevel.core.attempt import DealtWith, Report
from carelevel.core.errors import AnswerError
from carelevel.messages import review as review_messages
from carelevel.review.received import Reported
from carelevel.widgets.face import Face, Message
from carelevel.widgets.review.view import ReportedCase, ReportNote, ReportsView

MOST_NOTES = 100
"""On the page: those that nobody has dealt with come first."""


class Store(Protocol):
    """What the store keeps of what became of reports."""

    def dealt_with(self) -> Mapping[str, DealtWith]:
        """By the report's id."""

    def deal_with(self, dealt: DealtWith) -> None:
        """Keep that a report was dealt with."""

    def take_up_again(self, report: str) -> None:
        """Keep no longer that it was."""


class Reports(Face):
    """A supervisor reads the reports, whoever's they are and however they came in, and marks them as dealt with."""

    script = "review/reports.js"
    styles = (*Face.styles, "review/review.css")
    says = review_messages.REPORTS_PAGE
    label = "reports"

    def __init__(self, reported: Callable[[], Sequence[Reported]], store: Store) -> None:
        self.reported, self.store = reported, store
        super().__init__({"deal": self._deal, "again": self._again})

    def _deal(self, message: Message) -> str:
        report = self._report(message)
        self.store.deal_with(DealtWith(report.id, report.trainee, datetime.now(UTC)))
        return review_messages.REPORT_DEALT_WITH

    def _again(self, message: Message) -> str:
        self.store.take_up_again(self._report(message).id)
        return review_messages.REPORT_OPEN_AGAIN

    def _report(self, message: Message) -> Report:
        notes = (note for case in self.reported() for note in case.notes)
        found = next((note for note in notes if note.id == message.get("report")), None)
        if found is None:
            raise AnswerError(review_messages.REPORT_UNKNOWN)
        return found

    def _seen(self) -> ReportsView:
        reported, dealt = self.reported(), self.store.dealt_with()
        notes = [note for case in reported for note in case.notes]
        ordered = sorted(notes, key=lambda note: (note.id not in dealt, note.at), reverse=True)
        shown = {note.id for note in ordered[:MOST_NOTES]}
        cases = [_case(case, shown, dealt) for case in reported]
        left = len(notes) - len(shown)
        return ReportsView(
            says=_says(len(notes), sum(note.id not in dealt for note in notes)),
            cases=tuple(case for case in cases if case.notes),
            more=messages.counted(left, review_messages.REPORTS_MORE) if left else "",
        )


def _says(notes: int, unsettled: int) -> str:
    if not notes:
        return review_messages.REPORTS_NONE
    count = messages.counted(notes, review_messages.REPORTS)
    return f"{count} {messages.counted(unsettled, review_messages.REPORTS_OPEN)}"


def _case(case: Reported, shown: set[str], dealt: Mapping[str, DealtWith]) -> ReportedCase:
    title = case.title or review_messages.REPORT_GONE.format(case=case.case)
    notes = (_note(note, dealt.get(note.id)) for note in case.notes if note.id in shown)
    return ReportedCase(case=case.case, title=title, notes=tuple(notes))


def _note(note: Report, dealt: DealtWith | None) -> ReportNote:
    settled = review_messages.REPORT_DEALT_ON.format(day=dealt.at.date().isoformat()) if dealt else ""
    return ReportNote(report=note.id, where=_where(note), note=note.note, dealt_with=settled)


def _where(note: Report) -> str:
    point = review_messages.REPORT_POINT.format(number=note.point + 1)
    where = f"{point}, {review_messages.REPORT_TWIN.format(twin=note.twin)}" if note.twin else point
    return review_messages.REPORT_NOTE.format(day=note.at.date().isoformat(), code=note.trainee, point=where)
