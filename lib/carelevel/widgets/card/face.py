"""The card: a trainee reads a case, commits an answer, and sees it beside what the criteria say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from traitlets import Dict

from carelevel import messages
from carelevel.core.attempt import LONGEST_REPORT
from carelevel.core.errors import AnswerError, StoreError
from carelevel.core.trainee import LONGEST_CODE, is_code
from carelevel.feedback.comparison import compared, twin_compared
from carelevel.feedback.explanation import explain
from carelevel.feedback.prose import prose
from carelevel.feedback.view import View, as_view
from carelevel.widgets.card.form import bank_view
from carelevel.widgets.choices import Choices, kept_choices, read_choices
from carelevel.widgets.face import Action, Face, Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carelevel.core.assess import Assessment
    from carelevel.practice import Practice, Question, Result


PYTHON = ""
"""Who changed the draft, if no page did: a page names itself, so that it does not take its own echo for news."""


class Card(Face):
    """One *practice* on a page; every way to answer goes through `receive`, a page's and a notebook's alike."""

    script = "card/face.js"
    says = messages.CARD
    broken = messages.BROKEN

    bank = Dict().tag(sync=True)
    draft = Dict().tag(sync=True)

    def __init__(self, practice: Practice) -> None:
        self.practice = practice
        self._explained: tuple[Assessment, View] | None = None
        self._at: tuple[str | None, bool] | None = None
        self._offered: list[View] | None = None
        actions: Mapping[str, Action] = {
            "draft": self._draft,
            "commit": self._commit,
            "skip": self._skip,
            "next": self._next,
            "twin": self._twin,
            "again": self._again,
            "open": self._open,
            "cases": self._cases,
            "report": self._report,
            "switch": self._switch,
        }
        super().__init__(actions, bank=bank_view(practice.bank.criteria))

    def mark(self, *sentences: int) -> None:
        """Mark sentences, counted from 0, beside those marked already."""
        self._change(marked=[*self._choices().marked, *sentences])

    def choose(
        self,
        level: str | None = None,
        *,
        confidence: str | None = None,
        reasons: str | None = None,
        **beside: bool | list[str] | tuple[str, ...],
    ) -> None:
        """Choose a level, and beside it flags (True or False) and entries of lists by their ids."""
        plain = {"level": level, "confidence": confidence, "reasons": reasons}
        now = self._choices().view()
        flags = {name: value for name, value in beside.items() if isinstance(value, bool)}
        lists = {name: list(value) for name, value in beside.items() if not isinstance(value, bool)}
        self._change(
            flags={**now["flags"], **flags},
            lists={**now["lists"], **lists},
            **{name: value for name, value in plain.items() if value is not None},
        )

    def commit(self) -> None:
        self.receive({"do": "commit", "attempt": self._attempt(), "choices": self._choices().view()})

    def next(self) -> None:
        self.receive({"do": "next", "attempt": self._attempt()})

    def skip(self) -> None:
        self.receive({"do": "skip", "attempt": self._attempt()})

    def twin(self, twin: str) -> None:
        self.receive({"do": "twin", "attempt": self._attempt(), "twin": twin})

    def report(self, note: str) -> None:
        self.receive({"do": "report", "attempt": self._attempt(), "note": note})

    # What a page can ask for

    def _act(self, message: Message) -> None:
        if message["do"] in self._actions and message.get("attempt") != self._attempt():
            self._say(messages.STALE, kind="stale")
        else:
            super()._act(message)

    def _refusal(self, error: Exception) -> str:
        return messages.REFUSED.format(problem=messages.sentence(str(error)))

    def _draft(self, message: Message) -> None:
        if self.practice.result is not None:
            return  # sent just before the commit, come just after it
        choices = self._read(message)
        self.draft = {"by": message["by"], "choices": choices.view()}
        try:
            self.practice.save_draft(choices.view())
        except StoreError as error:
            self._say(messages.DRAFT_NOT_KEPT.format(problem=error), kind="store", once=True)

    def _commit(self, message: Message) -> None:
        if self.practice.result is not None:
            return  # a second click: the answer is kept already
        choices = self._read(message)
        try:
            self.practice.submit(choices.answer())
        except StoreError as error:
            self.draft = {"by": PYTHON, "choices": choices.view()}
            self._say(messages.NOT_KEPT.format(problem=error), kind="not_kept")

    def _skip(self, _message: Message) -> None:
        self.practice.skip()

    def _next(self, _message: Message) -> None:
        self._answered()
        self.practice.go_on()

    def _twin(self, message: Message) -> None:
        twin = message.get("twin")
        if twin not in self._answered().twins:
            raise AnswerError(messages.NOT_OFFERED.format(value=repr(twin)[:80]))
        self.practice.open_twin(str(twin))

    def _again(self, _message: Message) -> None:
        self._answered()
        self.practice.again()

    def _open(self, message: Message) -> None:
        case = message.get("case")
        if case not in [one["id"] for one in self._offered or ()]:
            raise AnswerError(messages.NOT_OFFERED.format(value=repr(case)[:80]))
        self.practice.open_case(str(case))

    def _cases(self, _message: Message) -> None:
        self._offered = [{"id": case, "title": title, "done": done} for case, title, done in self.practice.cases()]

    def _report(self, message: Message) -> None:
        note = message.get("note")
        if not isinstance(note, str) or not note.strip():
            raise AnswerError(messages.EMPTY_NOTE)
        if len(note) > LONGEST_REPORT:
            raise AnswerError(messages.LONG_NOTE.format(length=len(note), longest=LONGEST_REPORT))
        self.practice.report(note.strip())
        self._say(messages.REPORTED, kind="done")

    def _switch(self, message: Message) -> None:
        code = message.get("code")
        if not isinstance(code, str) or not is_code(code.strip()):
            raise AnswerError(messages.BAD_CODE.format(longest=LONGEST_CODE))
        self.practice.switch(code.strip())

    # What a page is shown

    def _seen(self) -> View:
        """All that the page needs; what would give the answer away only once it is committed."""
        practice, question, result = self.practice, self.practice.question, self.practice.result
        self._go_along(question, answered=result is not None)
        view: View = {"trainee": practice.trainee, "notes": list(practice.notes), "cases": self._offered}
        if question is None:
            return {**view, "stage": "empty", "attempt": None, "says": messages.NO_CASE}
        if result is not None:
            return {**view, "stage": "compared", **self._asked(question), **self._compared(question, result)}
        self._explain(practice.assessment())  # while the trainee reads, so that the comparison comes at once
        return {**view, "stage": "answer", **self._asked(question), "prose": as_view(prose(question.point))}

    def _go_along(self, question: Question | None, *, answered: bool) -> None:
        """Another question has a draft of its own; the cases to choose from come when they are asked for."""
        at = (self._attempt(), answered)
        if at == self._at:
            return
        self._at, self._offered = at, None
        if question is not None and not answered:
            self.draft = {"by": PYTHON, "choices": self._kept(question).view()}

    def _asked(self, question: Question) -> View:
        return {
            "attempt": question.attempt,
            "single": self.practice.only is not None,
            "title": question.case.title,
            "why": result.why if (result := self.practice.result) else question.why,
            "heading": question.point.heading,
            "earlier": [{"heading": point.heading, "prose": as_view(prose(point))} for point in question.earlier],
        }

    def _compared(self, question: Question, result: Result) -> View:
        criteria, beside = self.practice.bank.criteria, result.beside
        return {
            "compared": as_view(
                compared(result.answer, result.assessment, result.comparison, question.point, criteria)
            ),
            "explained": self._explain(result.assessment),
            "twin": beside
            and as_view(twin_compared(result.answer, result.assessment, beside.level, beside.assessment, criteria)),
            "twins": list(result.twins),
            "more_points": result.more_points,
        }

    def _explain(self, assessment: Assessment) -> View:
        """The explanation of the question asked; it stays here until the answer is committed."""
        if self._explained is None or self._explained[0] is not assessment:
            assert self.practice.question is not None
            evidence = self.practice.question.point.evidence
            self._explained = (assessment, as_view(explain(assessment, self.practice.bank.criteria, evidence)))
        return self._explained[1]

    # What is chosen so far

    def _attempt(self) -> str | None:
        return self.practice.question.attempt if self.practice.question else None

    def _answered(self) -> Result:
        if self.practice.result is None:
            raise AnswerError(messages.NOT_NOW)
        return self.practice.result

    def _read(self, message: Message) -> Choices:
        if self.practice.question is None:
            raise AnswerError(messages.NOT_NOW)
        return read_choices(message.get("choices"), self.practice.question.point, self.practice.bank.criteria)

    def _kept(self, question: Question) -> Choices:
        return kept_choices(question.draft, question.point, self.practice.bank.criteria)

    def _choices(self) -> Choices:
        question = self.practice.question
        if question is None:
            return Choices()
        return kept_choices(self.draft.get("choices"), question.point, self.practice.bank.criteria)

    def _change(self, **changed: object) -> None:
        choices = {**self._choices().view(), **changed}
        self.receive({"do": "draft", "attempt": self._attempt(), "choices": choices})
