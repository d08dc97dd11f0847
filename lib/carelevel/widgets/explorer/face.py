"""The explorer: a reader sets findings and watches the answer, its reasons and its range move."""

from __future__ import annotations

from typing import ClassVar

from traitlets import Dict

from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.assess import Assessment, assess, decide
from carelevel.core.criteria import ESCALATE, Criteria, Findings
from carelevel.core.errors import AnswerError
from carelevel.feedback.explanation import accepted_too, explain
from carelevel.feedback.names import level_name
from carelevel.feedback.view import as_view
from carelevel.widgets.explorer.view import ExplorerView, explorer_bank, rungs
from carelevel.widgets.face import Face, Message, offered, text_of


class Explorer(Face):
    """The findings stated so far and what the criteria make of them; a page's changes and a notebook's go one way."""

    script = "explorer/face.js"
    label = "explorer"
    styles = (*Face.styles, "explorer/face.css")
    says: ClassVar = {**messages.CARD, **messages.EXPLORER}
    broken = messages.EXPLORER_REFUSED

    bank = Dict().tag(sync=True)

    def __init__(self, bank: Bank) -> None:
        self._source = bank
        self.findings: Findings = {}
        actions = {"set": self._set, "load": self._load, "clear": self._clear}
        super().__init__(actions, bank=as_view(explorer_bank(bank)))

    @property
    def assessment(self) -> Assessment:
        """What the criteria make of the findings stated so far."""
        return assess(self.findings, self._source.criteria)

    def set(self, finding: str, value: str | None) -> None:
        """State a finding; None: it is not stated any more."""
        self.receive({"do": "set", "finding": finding, "value": value})

    def load(self, case: str, point: int = 0) -> None:
        """Take over the findings of a case's decision point, counted from 0."""
        self.receive({"do": "load", "case": case, "point": point})

    def clear(self) -> None:
        """State nothing any more."""
        self.receive({"do": "clear"})

    @property
    def _criteria(self) -> Criteria:
        return self._source.criteria

    def _refusal(self, error: Exception) -> str:
        return messages.EXPLORER_REFUSED.format(problem=str(error).rstrip("."))

    def _set(self, message: Message) -> None:
        finding, value = text_of(message, "finding"), message.get("value")
        if not isinstance(value, str | None):
            raise AnswerError(messages.NOT_UNDERSTOOD)
        criteria = self._source.criteria
        least = {each.id: each.values[0].id for each in criteria.findings}
        decide({finding: value or least.get(finding, "")}, criteria)  # refuses what the criteria do not have
        changed = {name: stated for name, stated in {**self.findings, finding: value}.items() if stated is not None}
        self.findings = _in_order(changed, criteria)

    def _load(self, message: Message) -> None:
        points = self._source.case(text_of(message, "case")).points
        number = offered(message.get("point"), range(len(points)))
        self.findings = _in_order(points[number].findings, self._source.criteria)

    def _clear(self, _message: Message) -> None:
        self.findings = {}

    def _seen(self) -> ExplorerView:
        criteria, assessment = self._source.criteria, self.assessment
        return ExplorerView(
            findings=self.findings,
            level=level_name(assessment.level, criteria) if self.findings else messages.NOTHING_KNOWN,
            referred=assessment.level == ESCALATE,
            accepted=accepted_too(assessment, criteria),
            rungs=tuple(rungs(assessment, criteria)),
            explained=explain(assessment, criteria),
        )


def _in_order(findings: Findings, criteria: Criteria) -> Findings:
    return {finding.id: findings[finding.id] for finding in criteria.findings if finding.id in findings}
