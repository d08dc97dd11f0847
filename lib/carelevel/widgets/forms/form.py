"""A trainee's form on a page: its code, one note or story after another, and nothing told before both are in."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from carelevel import messages
from carelevel.core.answer import Verdict
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.errors import StoreError
from carelevel.core.form_answer import LENGTH, FormAnswer
from carelevel.feedback.names import level_name, refer_option
from carelevel.feedback.prose import prose
from carelevel.messages import forms as forms_messages
from carelevel.widgets.face import Face, Message, text_of
from carelevel.widgets.forms.view import AskedForm, FormView, NoForm, ToldSlot, WholeForm
from carelevel.widgets.shared.view import Option, level_options

if TYPE_CHECKING:
    from carelevel.practice.form_practice import AskedItem, FormPractice, Whole

LONGEST_TYPED = 64


class Form(Face):
    """One *practice* of forms on a page."""

    script = "forms/form.js"
    label = "form"
    styles = (*Face.styles, "pages/page.css", "forms/face.css")
    says: ClassVar = {"glossary": messages.CARD["glossary"], **forms_messages.FORM}

    def __init__(self, practice: FormPractice) -> None:
        self.practice = practice
        actions = {"begin": self._begin, "choose": self._choose, "answer": self._answer, "leave": self._leave}
        super().__init__(actions)

    @property
    def _criteria(self) -> Criteria:
        return self.practice.bank.criteria

    def begin(self, code: str) -> None:
        """Take up the form of that code."""
        self.receive({"do": "begin", "code": code})

    def answer(self, level: str) -> None:
        """Answer what is asked."""
        self.receive({"do": "answer", "question": self.view.get("question"), "level": level})

    def _refusal(self, error: Exception) -> str:
        return messages.sentence(str(error))

    def _begin(self, message: Message) -> None:
        self.practice.problem = ""
        self.practice.begin(text_of(message, "code", LONGEST_TYPED))

    def _choose(self, message: Message) -> None:
        if message.get("question") == self._key():
            self.practice.choose(text_of(message, "level"))

    def _answer(self, message: Message) -> str | None:
        if message.get("question") != self._key():
            return forms_messages.FORM_STALE
        try:
            self.practice.answer(text_of(message, "level"))
        except StoreError as error:
            self._say(forms_messages.NOT_KEPT.format(problem=error), kind="store")
            return None
        return forms_messages.KEPT

    def _leave(self, _message: Message) -> None:
        self.practice.leave()

    def _key(self) -> str | None:
        asked = self.practice.asked
        return f"{asked.code}/{asked.order}" if asked else None

    # What a page is shown

    def _seen(self) -> FormView:
        practice, notice = self.practice, self._criteria.notice
        if practice.asked:
            return self._asked(practice.asked, notice)
        if practice.whole:
            return self._whole(practice.whole, notice)
        says = messages.sentence(practice.problem) if practice.problem else ""
        about = (forms_messages.FOR_WHOM, forms_messages.ABOUT)
        return NoForm(notice=notice, about=" ".join(about), says=says)

    def _asked(self, asked: AskedItem, notice: str) -> AskedForm:
        case, left = asked.case, self.practice.left_at
        kind = forms_messages.KIND_STORY if case else forms_messages.KIND_NOTE
        says = ""
        if left:
            n = asked.order - 1
            says = forms_messages.LEFT.format(date=left.date().isoformat(), n=n, of=asked.of)
        return AskedForm(
            notice=notice,
            about=forms_messages.ABOUT,
            says=says,
            question=self._key() or "",
            code=str(asked.code),
            title=forms_messages.FORM["progress"].format(kind=kind, order=asked.order, of=asked.of),
            lines=asked.lines,
            prose=prose(case.points[0]) if case else (),
            glossary=case.terms(case.points[0]) if case else (),
            legend=forms_messages.FORM["choose"],
            options=(*level_options(self._criteria), Option(ESCALATE, refer_option(self._criteria))),
            chosen=asked.chosen,
        )

    def _whole(self, whole: Whole, notice: str) -> WholeForm:
        counted = [pair for pair in whole.both if not (pair[0].met or pair[1].met)]
        before, after = (sum(pair[side].right for pair in counted) for side in (0, 1))
        says, more = forms_messages.BEFORE_IN.format(of=LENGTH), ""
        if whole.both:
            says = forms_messages.BOTH_IN.format(before=before, after=after, of=len(counted))
            more = forms_messages.BOTH_ABOUT
        rows = tuple(self._told(*pair) for pair in sorted(whole.both, key=lambda pair: pair[0].order))
        return WholeForm(notice=notice, about="", says=says, code=str(whole.code), rows=rows, more=more)

    def _told(self, before: FormAnswer, after: FormAnswer) -> ToldSlot:
        form = forms_messages.SLOT_OF_STORIES if before.is_story else forms_messages.SLOT_OF_NOTES
        rule = self._criteria.rule_name(before.rule) if before.rule else forms_messages.NO_RULE
        name = form.format(rule=rule, before=before.order, after=after.order)
        if before.met or after.met:
            name = forms_messages.MET.format(name=name)
        return ToldSlot(
            name,
            self._marked(before),
            level_name(before.criteria_level, self._criteria),
            self._marked(after),
            level_name(after.criteria_level, self._criteria),
        )

    def _marked(self, answer: FormAnswer) -> str:
        form = forms_messages.RIGHT_MARK if answer.right else forms_messages.WRONG_MARK
        if answer.verdict is Verdict.ALSO_ACCEPTED:
            form = forms_messages.ACCEPTED_MARK
        return form.format(level=level_name(answer.level, self._criteria))
