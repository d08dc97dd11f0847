"""The card: a trainee reads a case, commits an answer, and sees it beside what the criteria say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from traitlets import Dict

from carelevel import messages
from carelevel.core.attempt import LONGEST_REPORT
from carelevel.core.criteria import Criteria
from carelevel.core.errors import AnswerError, StoreError
from carelevel.core.support import Support
from carelevel.core.trainee import LONGEST_CODE, is_code
from carelevel.feedback.explanation import explain
from carelevel.feedback.prose import prose
from carelevel.feedback.support import WorkedStep, hints_said, worked_steps
from carelevel.feedback.view import as_view
from carelevel.messages import support as support_messages
from carelevel.practice.entry_check import passed
from carelevel.store.identity import can_switch
from carelevel.widgets.answering import AnsweringFace
from carelevel.widgets.card.told import asked, told
from carelevel.widgets.card.view import (
    AnyQuestion,
    AskedCard,
    CardBank,
    CardDraft,
    CardSupport,
    CheckCard,
    ComparedCard,
    EmptyCard,
    ListedCase,
    card_bank,
    check_card,
    listed_case,
)
from carelevel.widgets.choices import Choices, kept_choices, read_choices
from carelevel.widgets.face import Action, Message, offered, seconds_of
from carelevel.widgets.shared.view import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from carelevel.core.assess import Assessment
    from carelevel.feedback.explanation import Explanation
    from carelevel.practice import Practice, Question, Result


PYTHON = ""
"""Who changed the draft, if no page did: a page names itself, so that it does not take its own echo for news."""


class Card(AnsweringFace):
    """One *practice* on a page; every way to answer goes through `receive`, a page's and a notebook's alike."""

    script = "card/face.js"
    label = "card"
    says: ClassVar[Words] = {**messages.CARD, **support_messages.SUPPORT}
    broken = messages.BROKEN
    in_parts: ClassVar = True
    """Whether all parts of a case follow each other here."""

    practice: Practice
    bank = Dict().tag(sync=True)
    draft = Dict().tag(sync=True)

    def __init__(self, practice: Practice, whose: Callable[[], str] | None = None) -> None:
        """*whose*: whose record it is on this computer now, which another page may have changed."""
        self.practice = practice
        self._whose = whose
        self._new_code = ""
        self._checking = False
        self._all_told: tuple[int, ...] | None = None  # what was marked when no hint was left
        self._explained: tuple[Assessment, Explanation] | None = None
        self._at: tuple[str | None, bool] | None = None
        self._offered: tuple[ListedCase, ...] | None = None
        super().__init__(self.deeds(), bank=as_view(self._offers()))

    def deeds(self) -> Mapping[str, Action]:
        """What a page can ask for."""
        return {
            "draft": self._draft,
            "commit": self._commit,
            "skip": lambda _message: self.practice.skip(),
            "next": self._next,
            "twin": self._twin,
            "again": self._again,
            "open": self._open,
            "cases": self._cases,
            "report": self._report,
            "switch": self._switch,
            **self._helps(),
        }

    def _helps(self) -> Mapping[str, Action]:
        """What of these is about support."""
        return {
            "step": self._step,
            "hint": self._hint,
            "support": self._support,
            "check": self._check,
            "checked": self._checked,
        }

    def _offers(self) -> CardBank:
        """What a page needs to know of the bank once."""
        return card_bank(self.practice.bank.criteria)

    @property
    def _criteria(self) -> Criteria:
        return self.practice.bank.criteria

    def mark(self, *sentences: int) -> None:
        """Mark sentences, counted from 0, beside those marked already."""
        self._change(marked=(*self._choices().marked, *sentences))

    def choose(
        self,
        level: str | None = None,
        *,
        confidence: str | None = None,
        reasons: str | None = None,
        **beside: bool | list[str] | tuple[str, ...],
    ) -> None:
        """Choose a level, and beside it flags (True or False) and entries of lists by their ids."""
        chosen = self._choices()
        flags = {name: value for name, value in beside.items() if isinstance(value, bool)}
        lists = {name: tuple(value) for name, value in beside.items() if not isinstance(value, bool)}
        self._change(
            level=chosen.level if level is None else level,
            confidence=chosen.confidence if confidence is None else confidence,
            reasons=chosen.reasons if reasons is None else reasons,
            flags={**chosen.flags, **flags},
            lists={**chosen.lists, **lists},
        )

    def commit(self) -> None:
        """Commit what is chosen."""
        self._ask("commit", choices=as_view(self._choices()))

    def next(self) -> None:
        """Go on to the next decision point or case."""
        self._ask("next")

    def skip(self) -> None:
        """Leave this case for another."""
        self._ask("skip")

    def twin(self, twin: str) -> None:
        """Open a twin that is offered, by its id."""
        self._ask("twin", twin=twin)

    def report(self, note: str) -> None:
        """Send a note on the case to whoever looks after the bank."""
        self._ask("report", note=note)

    def _ask(self, do: str, **beside: object) -> None:
        self.receive({"do": do, "attempt": self._attempt(), **beside})

    # What a page can ask for

    def _do(self, message: Message) -> None:
        self._new_code = ""
        super()._do(message)

    def _draft(self, message: Message) -> None:
        if self.practice.result is not None:
            return  # sent just before the commit, come just after it
        choices = self._read(message)
        self._draw_up(choices, str(message["by"]))
        if choices.marked != self._all_told:
            self._all_told = None
        try:
            self.practice.save_draft(as_view(choices))
        except StoreError as error:
            self._say(messages.DRAFT_NOT_KEPT.format(problem=error), kind="store", once=True)

    def _commit(self, message: Message) -> None:
        if self.practice.result is not None:
            return  # a second click: the answer is kept already
        choices, away = self._read(message), seconds_of(message, "away") or 0.0
        try:
            self.practice.submit(choices.answer(self.practice.bank.criteria), away)
        except StoreError as error:
            self._draw_up(choices)
            self._say(messages.NOT_KEPT.format(problem=error), kind="not_kept")

    def _step(self, _message: Message) -> None:
        self._unanswered()
        self.practice.show_step()

    def _hint(self, message: Message) -> None:
        self._unanswered()
        choices = self._read(message)
        if not self.practice.hint(choices.marked):
            self._say(support_messages.HINT_NONE)
        self._all_told = None if self.practice.hints_left(choices.marked) else choices.marked

    def _support(self, message: Message) -> None:
        self._unanswered()
        wish = offered(message.get("wish"), ("", *(support.value for support in Support)))
        self.practice.ask_support(Support(wish) if wish else None)

    def _check(self, message: Message) -> None:
        self._unanswered()
        self._checking = message.get("leave") is not True and self._can_check()

    def _checked(self, message: Message) -> None:
        self._unanswered()
        support, raw = self.practice.support, message.get("chosen")
        if support is None or not self._checking or not isinstance(raw, list):
            raise AnswerError(messages.NOT_NOW)
        chosen = [offered(level, self._criteria.choices) for level in raw]
        if len(chosen) != len(support.entry_check()):
            raise AnswerError(messages.NOT_UNDERSTOOD)
        check = support.take_check(chosen, self.practice.clock())
        self._checking = False
        form = support_messages.CHECK_PASSED if passed([check]) else support_messages.CHECK_NOT_PASSED
        self._say(form.format(right=check.right, asked=check.asked), kind="done")

    def _next(self, _message: Message) -> None:
        self._answered()
        self.practice.go_on()

    def _twin(self, message: Message) -> None:
        self.practice.open_twin(offered(message.get("twin"), self._answered().twins))

    def _again(self, _message: Message) -> None:
        self._answered()
        self.practice.again()

    def _open(self, message: Message) -> None:
        self.practice.open_case(offered(message.get("case"), [case.id for case in self._offered or ()]))

    def _cases(self, _message: Message) -> None:
        self._offered = tuple(listed_case(offered, in_parts=self.in_parts) for offered in self.practice.cases())

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
        if message.get("begin") is not True and self.practice.is_new(code.strip()):
            self._new_code = code.strip()
        else:
            self.practice.switch(code.strip())

    # What a page is shown

    def _seen(self) -> EmptyCard | CheckCard | AnyQuestion:
        """All that the page needs; what would give the answer away only once it is committed."""
        practice, question, result = self.practice, self.practice.question, self.practice.result
        self._go_along(question, answered=result is not None)
        stage: dict[str, Any] = {
            "trainee": practice.trainee,
            "can_switch": can_switch(),
            "new_code": self._new_code,
            "notes": practice.notes,
            "cases": self._offered,
        }
        if question is None:
            return EmptyCard(**stage, says=messages.NO_CASE)
        stage |= {"attempt": question.attempt, "single": practice.only is not None}
        if result is not None:
            return self._compared(stage, question, result)
        if self._checking and practice.support is not None:
            return CheckCard(**stage, **check_card(practice.support.entry_check(), self._criteria))
        self._explain(practice.assessment())  # while the trainee reads, so that the comparison comes at once
        return self._asked(stage, question)

    def _asked(self, stage: Mapping[str, Any], question: Question) -> AnyQuestion:
        return AskedCard(**stage, **asked(question), prose=prose(question.point), support=self._supported(question))

    def _supported(self, question: Question) -> CardSupport:
        """The support so far: of the answer it tells what a step or a hint was asked to tell, and nothing else."""
        practice, had = self.practice, question.had
        offered, assessment = practice.offered, practice.assessment()
        is_worked = offered.support is Support.WORKED
        offer = support_messages.OFFER_FIRST if practice.begins else support_messages.OFFER
        steps: tuple[WorkedStep, ...] = ()
        if had.steps:
            told = worked_steps(self._explain(assessment), assessment, question.point, self._criteria)
            steps = told[: had.steps]
        turns = support_messages.STEP_TURNS[had.steps : had.steps + 1] if is_worked or steps else ()
        return CardSupport(
            says=offer if is_worked and not steps else "",
            steps=steps,
            turn="".join(turns),
            given=had.steps < offered.steps,
            cued=offered.support is Support.CUED,
            hints=hints_said(had, assessment, question.point, self._criteria),
            can_hint=self._all_told is None,
            wish=(practice.support.wish or "") if practice.support else "",
            can_check=is_worked and self._can_check(),
        )

    def _can_check(self) -> bool:
        """To whoever is new, once."""
        support = self.practice.support
        return support is not None and not support.checks and bool(support.entry_check())

    def _compared(self, stage: Mapping[str, Any], question: Question, result: Result) -> ComparedCard:
        return ComparedCard(
            **stage,
            **told(question, result, self._explain(result.assessment), self._criteria),
            twins=tuple(result.twins),
            more_points=result.more_points,
        )

    def _go_along(self, question: Question | None, *, answered: bool) -> None:
        """Another question has a draft of its own; the cases to choose from come when they are asked for."""
        at = (self._attempt(), answered)
        if at == self._at:
            return
        self._at, self._offered, self._checking, self._all_told = at, None, False, None
        if question is not None and not answered:
            self._draw_up(kept_choices(question.draft, question.point, self.practice.bank.criteria))

    def _explain(self, assessment: Assessment) -> Explanation:
        """The explanation of the question asked; it stays here until the answer is committed."""
        if self._explained is None or self._explained[0] is not assessment:
            assert self.practice.question is not None
            evidence = self.practice.question.point.evidence
            self._explained = (assessment, explain(assessment, self.practice.bank.criteria, evidence))
        return self._explained[1]

    # What is chosen so far

    def _attempt(self) -> str | None:
        return self.practice.question.attempt if self.practice.question else None

    def _answered(self) -> Result:
        if self.practice.result is None:
            raise AnswerError(messages.NOT_NOW)
        return self.practice.result

    def _unanswered(self) -> None:
        if self.practice.question is None or self.practice.result is not None:
            raise AnswerError(messages.NOT_NOW)

    def _read(self, message: Message) -> Choices:
        if self.practice.question is None:
            raise AnswerError(messages.NOT_NOW)
        return read_choices(message.get("choices"), self.practice.question.point, self.practice.bank.criteria)

    def _draw_up(self, choices: Choices, by: str = PYTHON) -> None:
        self.draft = as_view(CardDraft(by, choices))

    def _choices(self) -> Choices:
        question = self.practice.question
        if question is None:
            return Choices()
        return kept_choices(self.draft.get("choices"), question.point, self.practice.bank.criteria)

    def _change(self, **changed: Any) -> None:
        self._ask("draft", choices=as_view(replace(self._choices(), **changed)))
