"""The explorer: a reader sets findings and watches the answer, its reasons and its range move."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import ClassVar

from traitlets import Dict

from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.assess import Assessment, assess, decide
from carelevel.core.criteria import ESCALATE, Criteria, Finding, Findings
from carelevel.core.errors import AnswerError
from carelevel.feedback.explanation import accepted_too, explain
from carelevel.feedback.names import level_name, titled
from carelevel.feedback.view import View, as_view
from carelevel.widgets.face import Face, Message

MOST_PRESETS = 200
"""Cases offered to begin with; of a larger bank the first."""


class Explorer(Face):
    """The findings stated so far and what the criteria make of them; a page's changes and a notebook's go one way."""

    script = "explorer/face.js"
    styles = (*Face.styles, "explorer/face.css")
    says: ClassVar = {**messages.CARD, **messages.EXPLORER}
    broken = messages.EXPLORER_REFUSED

    bank = Dict().tag(sync=True)

    def __init__(self, bank: Bank) -> None:
        self._source = bank
        self.findings: Findings = {}
        actions = {"set": self._set, "load": self._load, "clear": self._clear}
        super().__init__(actions, bank=_bank_view(bank))

    @property
    def assessment(self) -> Assessment:
        return assess(self.findings, self._source.criteria)

    def set(self, finding: str, value: str | None) -> None:
        """State a finding; None: it is not stated any more."""
        self.receive({"do": "set", "finding": finding, "value": value})

    def load(self, case: str, point: int = 0) -> None:
        """Take over the findings of a case's decision point, counted from 0."""
        self.receive({"do": "load", "case": case, "point": point})

    def clear(self) -> None:
        self.receive({"do": "clear"})

    def _refusal(self, error: Exception) -> str:
        return messages.EXPLORER_REFUSED.format(problem=str(error).rstrip("."))

    def _set(self, message: Message) -> None:
        finding, value = message.get("finding"), message.get("value")
        if not isinstance(finding, str) or not isinstance(value, str | None):
            raise AnswerError(messages.NOT_UNDERSTOOD)
        criteria = self._source.criteria
        known = {known.id: known.values[0].id for known in criteria.findings}
        decide({finding: value or known.get(finding, "")}, criteria)  # refuses what the criteria do not have
        changed = {name: stated for name, stated in {**self.findings, finding: value}.items() if stated is not None}
        self.findings = _in_order(changed, criteria)

    def _load(self, message: Message) -> None:
        name, number = message.get("case"), message.get("point")
        if not isinstance(name, str) or type(number) is not int:
            raise AnswerError(messages.NOT_UNDERSTOOD)
        points = self._source.case(name).points
        if not 0 <= number < len(points):
            raise AnswerError(messages.NOT_OFFERED.format(value=number))
        self.findings = _in_order(points[number].findings, self._source.criteria)

    def _clear(self, _message: Message) -> None:
        self.findings = {}

    def _seen(self) -> View:
        criteria, assessment = self._source.criteria, self.assessment
        return {
            "findings": dict(self.findings),
            "level": level_name(assessment.level, criteria),
            "referred": assessment.level == ESCALATE,
            "accepted": accepted_too(assessment, criteria),
            "rungs": list(_rungs(assessment, criteria)),
            "explained": as_view(explain(assessment, criteria)),
        }


def _in_order(findings: Findings, criteria: Criteria) -> Findings:
    return {finding.id: findings[finding.id] for finding in criteria.findings if finding.id in findings}


def _bank_view(bank: Bank) -> View:
    criteria = bank.criteria
    moving = criteria.moving()
    return {
        "notice": criteria.notice,
        "groups": [
            _group("moving", (f for f in criteria.findings if f.id in moving)),
            _group("others", (f for f in criteria.findings if f.id not in moving and not f.red_flag)),
            _group("red_flags", (f for f in criteria.findings if f.red_flag)),
        ],
        "presets": list(_presets(bank)),
    }


def _group(name: str, findings: Iterable[Finding]) -> View:
    return {
        "title": messages.EXPLORER[name],
        "findings": [
            {
                "id": finding.id,
                "name": finding.name,
                "ask": finding.ask,
                "values": [{"id": value.id, "says": value.says} for value in finding.values],
            }
            for finding in findings
        ],
    }


def _presets(bank: Bank) -> Iterator[View]:
    for name in islice(bank.case_ids(), MOST_PRESETS):
        case = bank.checked(name).case
        if case is not None:
            for number, point in enumerate(case.points):
                title = titled(case.title, point.heading, later=messages.PRESET)
                yield {"case": case.id, "point": number, "title": title}


def _rungs(assessment: Assessment, criteria: Criteria) -> Iterator[View]:
    """The ladder, the most intensive level first: what each rung is, in signs and in words."""
    reach: range = range(0)
    if assessment.range is not None:
        reach = range(criteria.rung(assessment.range.lowest), criteria.rung(assessment.range.highest) + 1)
    for rung, level in reversed(list(enumerate(criteria.levels))):
        possible = rung in reach and not assessment.settled
        if level.id == assessment.level:
            place = "recommended"
        elif level.id in assessment.accepted:
            place = "accepted"
        else:
            place = "possible" if possible else "closed"
        yield {
            "name": level.name,
            "place": place,
            "possible": possible,
            "says": messages.LADDER[place],
            "begins": possible and rung == reach[-1],
            "ends": possible and rung == reach[0],
        }
