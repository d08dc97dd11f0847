"""Blind answering: a supervisor chooses a level for one decision point after another, and sees no comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from traitlets import Int

from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.errors import AnswerError
from carelevel.core.supervisor_answer import NOT_SURE
from carelevel.core.trainee import is_code
from carelevel.feedback.names import refer_option
from carelevel.feedback.prose import prose
from carelevel.messages import record as record_messages
from carelevel.messages import review as review_messages
from carelevel.store.identity import can_switch
from carelevel.widgets.face import Buffers, Download, Face, Message, uploaded
from carelevel.widgets.review.partings import Partings
from carelevel.widgets.review.view import AllAnswered, AnswersView, AskedBlind
from carelevel.widgets.shared.view import Option, earlier_points, level_options

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelevel.review.blind import Blind

LARGEST_FILE = 4 * 1024 * 1024
"""Bytes: more than 20,000 answers."""


class BroughtTogether(Protocol):
    """What became of a file of supervisors' answers."""

    @property
    def says(self) -> str:
        """How many answers came in, in words."""

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the lines that were not taken."""


class SupervisorFiles(Protocol):
    """What `exports.supervisor_lines` does; a face may not reach sideways for it."""

    def download(self, code: str) -> Download:
        """The answers under a code."""

    def load(self, content: bytes, name: str) -> BroughtTogether:
        """Keep the answers of a file."""


class BlindAnswers(Face):
    """One supervisor on a page; *switch* makes another code whose answers these are, and refuses what is none."""

    script = "review/answers.js"
    label = "blind"
    styles = (*Face.styles, "review/review.css")
    says = review_messages.BLIND

    largest = Int(LARGEST_FILE).tag(sync=True)

    def __init__(self, blind: Blind, files: SupervisorFiles, switch: Callable[[str], str]) -> None:
        self.blind, self.files, self.switch = blind, files, switch
        self._kept = 0
        self._new_code = ""
        super().__init__(
            {
                "answer": self._answer,
                "back": self._back,
                "switch": self._switch,
                "download": self._download,
                "load": self._load,
            }
        )

    @property
    def _criteria(self) -> Criteria:
        return self.blind.bank.criteria

    def receive(self, message: object, buffers: Buffers = ()) -> None:
        """Do what the page asks, and only then have the figures of what was kept shown anew."""
        kept = self._kept
        super().receive(message, buffers)
        for page in list(Partings.on_pages) if self._kept != kept else ():
            page.look_again()

    def _act(self, message: Message) -> None:
        self._new_code = ""
        super()._act(message)

    def answer(self, level: str) -> None:
        """As a page does it: the level of the question that is shown."""
        self.receive({"do": "answer", "question": self.view.get("question"), "level": level})

    def _refusal(self, error: Exception) -> str:
        return review_messages.NOT_KEPT.format(problem=error)

    def _answer(self, message: Message) -> str:
        if self._is_stale(message):
            return review_messages.BLIND_STALE
        level = message.get("level")
        if not isinstance(level, str):
            raise AnswerError(review_messages.NOT_A_LEVEL)
        self.blind.answer(level)
        self._kept += 1
        return review_messages.BLIND_KEPT if self.blind.question else review_messages.BLIND_DONE

    def _back(self, message: Message) -> str | None:
        if self._is_stale(message):
            return review_messages.BLIND_STALE
        self.blind.back()
        return None

    def _is_stale(self, message: Message) -> bool:
        return message.get("question") != self._key()

    def _switch(self, message: Message) -> None:
        code = message.get("code")
        if not isinstance(code, str):
            raise AnswerError(record_messages.NO_CODE)
        code = code.strip()
        if message.get("begin") is not True and is_code(code) and self.blind.is_new(code):
            self._new_code = code
        else:
            self.blind.switch(self.switch(code))

    def _download(self, message: Message) -> None:
        self._send_file(message, self.files.download(self.blind.code))

    def _load(self, message: Message) -> None:
        file = uploaded(message, LARGEST_FILE, self.says["too_large"])
        brought = self.files.load(file.content, file.name)
        self.blind.load()
        self._kept += 1
        self._say(brought.says, brought.problems)

    def _key(self) -> str | None:
        question = self.blind.question
        return "/".join(map(str, question.key)) if question else None

    def _seen(self) -> AnswersView:
        blind, question, key = self.blind, self.blind.question, self._key()
        standing: dict[str, Any] = {
            "code": blind.code,
            "can_switch": can_switch(),
            "new_code": self._new_code,
            "notice": blind.bank.criteria.notice,
            "can_go_back": blind.can_go_back,
            "says": review_messages.BLIND_DONE if blind.case_ids else review_messages.BLIND_EMPTY,
        }
        if question is None or key is None:
            return AllAnswered(**standing)
        return AskedBlind(
            **standing,
            question=key,
            place=question.place,
            of=len(blind.case_ids),
            title=question.case.title,
            heading=question.point.heading,
            earlier=earlier_points(question.case, question.earlier),
            prose=prose(question.point),
            glossary=question.case.terms(question.point),
            legend=blind.bank.criteria.words.said(review_messages.BLIND_LEGEND),
            options=_options(blind.bank.criteria),
            chosen=question.chosen,
        )


def _options(criteria: Criteria) -> tuple[Option, ...]:
    return (
        *level_options(criteria),
        Option(ESCALATE, refer_option(criteria)),
        Option(NOT_SURE, review_messages.BLIND_NOT_SURE, review_messages.BLIND_NOT_SURE_ABOUT),
    )
