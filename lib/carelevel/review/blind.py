"""One supervisor answers a bank blind: every decision point in order, no comparison, going on where they stopped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from carelevel.bank import Bank
from carelevel.core.case import Case, DecisionPoint
from carelevel.core.errors import AnswerError
from carelevel.core.story_digest import text_digest
from carelevel.core.supervisor_answer import NOT_SURE, SupervisorAnswer
from carelevel.messages import review as review_messages
from carelevel.store.supervisors import SupervisorAnswers

Key = tuple[str, int, str]
"""Case, decision point from 0, text digest."""


@dataclass(frozen=True, slots=True)
class BlindQuestion:
    """One decision point; *place* counts the cases from 1, *chosen* is None where nothing is answered yet."""

    case: Case
    number: int
    place: int
    chosen: str | None

    @property
    def point(self) -> DecisionPoint:
        """What is asked about."""
        return self.case.points[self.number]

    @property
    def earlier(self) -> tuple[DecisionPoint, ...]:
        """The decision points of the case before it."""
        return self.case.points[: self.number]

    @property
    def key(self) -> Key:
        """What names the story that is answered to."""
        return self.case.id, self.number, text_digest(self.case, self.number)


class Blind:
    """What *code* has answered and is asked next; StoreError where the answers cannot be reached now."""

    def __init__(self, bank: Bank, answers: SupervisorAnswers, code: str) -> None:
        self.bank, self.answers = bank, answers
        self.case_ids = bank.case_ids()
        self.switch(code)

    def is_new(self, code: str) -> bool:
        """Whether nothing is answered under that code."""
        return not self.answers.of(code)

    def switch(self, code: str) -> None:
        """Go on under another code, where that one stopped."""
        self.code = code
        self.load()

    def load(self) -> None:
        """Read again what is kept, and go to the first question that is open."""
        answers = self.answers.of(self.code)
        self._chosen = {(answer.case, answer.point, answer.text_digest): answer.level for answer in answers}
        self.question = next(self._open_from(1), None)

    @property
    def can_go_back(self) -> bool:
        """Whether there is an answered question before this one."""
        return next(self._before(), None) is not None

    def answer(self, level: str, now: datetime | None = None) -> None:
        """Keep *level*, NOT_SURE among them, and go to the next open question; AnswerError where it is not offered."""
        question = self.question
        if question is None:
            raise AnswerError(review_messages.BLIND_OVER)
        if level not in (*self.bank.criteria.choices, NOT_SURE):
            raise AnswerError(review_messages.NOT_A_LEVEL)
        case, number, digest = question.key
        self.answers.keep(SupervisorAnswer(self.code, case, number, digest, level, now or datetime.now(UTC)))
        self._chosen[question.key] = level
        self.question = next(self._open_from(question.place), None) or next(self._open_from(1), None)

    def back(self) -> None:
        """To the question before this one, in order to look at its answer again; stays where there is none."""
        self.question = next(self._before(), self.question)

    def _open_from(self, first: int) -> Iterator[BlindQuestion]:
        """The questions without an answer, from the case at place *first*."""
        places = range(first, len(self.case_ids) + 1)
        return (question for place in places for question in self._of_case(place) if question.chosen is None)

    def _before(self) -> Iterator[BlindQuestion]:
        """The answered questions before the present one, the nearest first."""
        now = (self.question.place, self.question.number) if self.question else (len(self.case_ids) + 1, 0)
        for place in range(min(now[0], len(self.case_ids)), 0, -1):
            for question in reversed(list(self._of_case(place))):
                if (question.place, question.number) < now and question.chosen is not None:
                    yield question

    def _of_case(self, place: int) -> Iterator[BlindQuestion]:
        """The decision points of the case at a *place*, from 1; one with mistakes, or not in use, has none."""
        case = self.bank.checked(self.case_ids[place - 1]).in_use
        for number in range(len(case.points) if case else 0):
            assert case is not None
            question = BlindQuestion(case, number, place, None)
            yield replace(question, chosen=self._chosen.get(question.key))
