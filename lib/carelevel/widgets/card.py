"""The card: a trainee reads a case, commits an answer, and sees it beside what the criteria say."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from threading import RLock
from typing import TYPE_CHECKING, ClassVar

from traitlets import Dict

from carelevel import words
from carelevel.core.errors import AnswerError, CarelevelError, StoreError
from carelevel.feedback.comparison import compared, twin_compared
from carelevel.feedback.explanation import explain
from carelevel.feedback.prose import prose
from carelevel.feedback.view import View, as_view
from carelevel.store.records import LONGEST_NOTE
from carelevel.widgets.choices import Choices, kept_choices, read_choices
from carelevel.widgets.face import Face
from carelevel.widgets.form import bank_view

if TYPE_CHECKING:
    from carelevel.core.assess import Assessment
    from carelevel.practice import Practice, Question, Result

LONGEST_CODE = 64
CODE = re.compile(rf"[A-Za-z0-9][A-Za-z0-9.-]{{0,{LONGEST_CODE - 1}}}")

PYTHON = ""
"""Who changed the draft: a page names itself, so that it does not take its own echo for news."""

Message = Mapping[str, object]


class Card(Face):
    """One *practice* on a page; every way to answer goes through `receive`, a page's and a notebook's alike."""

    scripts: ClassVar[tuple[str, ...]] = (
        *("dom.js", "top.js", "story.js", "decide.js"),
        *("compare.js", "explain.js", "card.js"),
    )
    styles: ClassVar[tuple[str, ...]] = ("face.css", "card.css")

    bank = Dict().tag(sync=True)
    view = Dict().tag(sync=True)
    draft = Dict().tag(sync=True)

    def __init__(self, practice: Practice) -> None:
        super().__init__(bank=bank_view(practice.bank.criteria))
        self.practice = practice
        self._lock = RLock()
        self._message: View | None = None
        self._explained: tuple[Assessment, View] | None = None
        self._messages = 0
        self._actions: Mapping[str, Callable[[Message], None]] = {
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
        self._show()
        self.on_msg(lambda _card, message, _buffers: self.receive(message))

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

    def receive(self, message: object) -> None:
        """Do what a page asks; whatever is wrong with it becomes a message on the card."""
        with self._lock:
            self._message = None
            try:
                self._act(message)
                self._clear()
            except StoreError as error:
                self._say("store", words.STORE_FAILED.format(problem=error))
            except CarelevelError as error:
                self._say("refused", words.REFUSED.format(problem=words.sentence(str(error))))
            except Exception as error:
                self._say("broken", words.BROKEN.format(problem=f"{type(error).__name__}: {error}"))
                if os.environ.get("CARELEVEL_TEST"):
                    raise

    # What a page can ask for

    def _act(self, message: object) -> None:
        do = message.get("do") if isinstance(message, Mapping) else None
        if not isinstance(message, Mapping) or not isinstance(do, str) or do not in self._actions:
            raise AnswerError(words.NOT_UNDERSTOOD)
        if message.get("attempt") != self._attempt():
            self._say("stale", words.STALE)
        else:
            self._actions[do](message)

    def _draft(self, message: Message) -> None:
        if self.practice.result is not None:
            return  # sent just before the commit, come just after it
        choices = self._read(message)
        self.draft = {"by": str(message.get("by", PYTHON))[:40], "choices": choices.view()}
        try:
            self.practice.save_draft(choices.view())
        except StoreError as error:
            self._say_once("store", words.DRAFT_NOT_KEPT.format(problem=error))

    def _commit(self, message: Message) -> None:
        if self.practice.result is not None:
            return  # a second click: the answer is kept already
        choices = self._read(message)
        try:
            self.practice.submit(choices.answer())
        except StoreError as error:
            self.draft = {"by": PYTHON, "choices": choices.view()}
            self._say("not_kept", words.NOT_KEPT.format(problem=error))
        else:
            self._show()

    def _skip(self, _message: Message) -> None:
        self.practice.skip()
        self._show()

    def _next(self, _message: Message) -> None:
        self._answered()
        self.practice.go_on()
        self._show()

    def _twin(self, message: Message) -> None:
        twin = message.get("twin")
        if twin not in self._answered().twins:
            raise AnswerError(words.NOT_OFFERED.format(value=repr(twin)[:80]))
        self.practice.open_twin(str(twin))
        self._show()

    def _again(self, _message: Message) -> None:
        self._answered()
        self.practice.again()
        self._show()

    def _open(self, message: Message) -> None:
        case = message.get("case")
        if case not in [one["id"] for one in self.view.get("cases", ())]:
            raise AnswerError(words.NOT_OFFERED.format(value=repr(case)[:80]))
        self.practice.open_case(str(case))
        self._show()

    def _cases(self, _message: Message) -> None:
        cases = [{"id": case, "title": title, "done": done} for case, title, done in self.practice.cases()]
        self.view = {**self.view, "message": None, "cases": cases}

    def _report(self, message: Message) -> None:
        note = message.get("note")
        if not isinstance(note, str) or not note.strip():
            raise AnswerError(words.EMPTY_NOTE)
        if len(note) > LONGEST_NOTE:
            raise AnswerError(words.LONG_NOTE.format(length=len(note), longest=LONGEST_NOTE))
        self.practice.report(note.strip())
        self._say("done", words.REPORTED)

    def _switch(self, message: Message) -> None:
        code = message.get("code")
        if not isinstance(code, str) or not CODE.fullmatch(code.strip()):
            raise AnswerError(words.BAD_CODE.format(longest=LONGEST_CODE))
        self.practice.switch(code.strip())
        self._show()

    # What a page is shown

    def _show(self) -> None:
        """One update with all that the page needs; what would give the answer away only once it is committed."""
        practice, question, result = self.practice, self.practice.question, self.practice.result
        view: View = {"trainee": practice.trainee, "notes": list(practice.notes), "message": self._message}
        if question is None:
            self.view = {**view, "stage": "empty", "attempt": None, "says": words.NO_CASE}
        elif result is None:
            self._explain(practice.assessment())  # while the trainee reads, so that the comparison comes at once
            with self.hold_sync():
                self.draft = {"by": PYTHON, "choices": self._kept(question).view()}
                read = as_view(prose(question.point))
                self.view = {**view, "stage": "answer", **self._asked(question), "prose": read}
        else:
            self.view = {**view, "stage": "compared", **self._asked(question), **self._compared(question, result)}

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

    def _say(self, kind: str, says: str) -> None:
        """Show a message and leave everything else as it is."""
        self._messages += 1
        self._message = {"kind": kind, "says": says, "number": self._messages}
        if kind == "stale":
            self._show()
        else:
            self.view = {**self.view, "message": self._message}

    def _say_once(self, kind: str, says: str) -> None:
        """Say it, but not again with every sentence marked."""
        shown = self.view.get("message")
        if shown and shown["says"] == says:
            self._message = shown
        else:
            self._say(kind, says)

    def _clear(self) -> None:
        """Take away the message of something that has gone well since."""
        if self._message is None and self.view.get("message"):
            self.view = {**self.view, "message": None}

    # What is chosen so far

    def _attempt(self) -> str | None:
        return self.practice.question.attempt if self.practice.question else None

    def _answered(self) -> Result:
        if self.practice.result is None:
            raise AnswerError(words.NOT_NOW)
        return self.practice.result

    def _read(self, message: Message) -> Choices:
        if self.practice.question is None:
            raise AnswerError(words.NOT_NOW)
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
