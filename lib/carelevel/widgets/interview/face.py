"""The interview: a trainee asks, is told, decides, and sees the way to the decision beside what the criteria say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from carelevel import messages
from carelevel.core.errors import AnswerError
from carelevel.feedback.explanation import explain
from carelevel.feedback.questions import learned, opening_of
from carelevel.feedback.way import told_marks, way_told
from carelevel.messages import interview as interview_messages
from carelevel.widgets.card.face import Card
from carelevel.widgets.card.told import asked, told
from carelevel.widgets.face import Action, Message, offered
from carelevel.widgets.interview.view import AskingInterview, DecidedInterview, InterviewBank, interview_bank

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelevel.practice import Question, Result
    from carelevel.practice.interviews import Interviews


class InterviewCard(Card):
    """One trainee's interviews on a page; a question goes through `receive`, as every answer does."""

    script = "interview/face.js"
    styles = (*Card.styles, "interview/face.css")
    says: ClassVar = interview_messages.INTERVIEW
    in_parts: ClassVar = False

    practice: Interviews

    def __init__(self, interviews: Interviews, whose: Callable[[], str] | None = None) -> None:
        super().__init__(interviews, whose)

    def ask(self, finding: str) -> None:
        """Ask a question of the bank, by its finding."""
        self._ask("ask", finding=finding)

    def deeds(self) -> Mapping[str, Action]:
        """A card's, and to ask."""
        return {**super().deeds(), "ask": self._ask_person}

    def _helps(self) -> Mapping[str, Action]:
        return {}  # a hint would tell what nobody has asked about

    def _offers(self) -> InterviewBank:
        return interview_bank(self.practice.bank.criteria)

    def _ask_person(self, message: Message) -> None:
        if self.practice.question is None or self.practice.result is not None:
            raise AnswerError(messages.NOT_NOW)
        findings = [finding.id for finding in self._criteria.findings]
        self.practice.ask(offered(message.get("finding"), findings))

    def _asked(self, stage: Mapping[str, Any], question: Question) -> AskingInterview:
        told_first = {**asked(question), **_alone(question), "glossary": ()}
        opening = opening_of(self.practice.interviewee, self._criteria)
        return AskingInterview(
            **stage, **told_first, opening=opening, learned=tuple(learned(self.practice.told, self._criteria))
        )

    def _compared(self, stage: Mapping[str, Any], question: Question, result: Result) -> DecidedInterview:
        assert self.practice.way is not None
        criteria = self._criteria
        explained = explain(result.assessment, criteria, question.point.evidence, self.practice.asked)
        said = {**told(question, result, explained, criteria, self.practice.asked), **_alone(question)}
        said["compared"] = replace(said["compared"], marks=told_marks(result.comparison))
        return DecidedInterview(
            **stage,
            **said,
            twins=(),
            more_points=False,
            way=way_told(self.practice.way, result.assessment, criteria, result.comparison),
        )


def _alone(question: Question) -> Mapping[str, Any]:
    """An interview goes into the first part alone, and says nothing of parts."""
    return {"heading": question.point.heading}
