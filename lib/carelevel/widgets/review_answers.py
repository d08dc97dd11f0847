"""Blind answering: a supervisor chooses a level for one decision point after another, and sees no comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from traitlets import Int

from carelevel import words as every_words
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.errors import AnswerError
from carelevel.feedback.prose import prose
from carelevel.feedback.view import View, as_view
from carelevel.store.supervisors import NOT_SURE
from carelevel.widgets.asked_face import AskedFace, Buffers, Download, Message, uploaded
from carelevel.words import record as record_words
from carelevel.words import review as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelevel.review.blind import Blind

LARGEST_FILE = 4 * 1024 * 1024
"""Bytes: more than 20,000 answers."""


class BroughtTogether(Protocol):
    @property
    def says(self) -> str: ...
    @property
    def problems(self) -> tuple[str, ...]: ...


class SupervisorFiles(Protocol):
    """What `exports.supervisor_lines` does; a face may not reach sideways for it."""

    def download(self, code: str) -> Download: ...
    def load(self, content: bytes, name: str) -> BroughtTogether: ...


class BlindAnswers(AskedFace):
    """One supervisor on a page; *switch* makes another code whose answers these are, and refuses what is none."""

    scripts: ClassVar[tuple[str, ...]] = (
        *("dom.js", "story.js", "download.js"),
        *("asking.js", "review_answers.js"),
    )
    styles: ClassVar[tuple[str, ...]] = ("face.css", "card.css", "review.css")
    says = words.BLIND
    refused = words.NOT_KEPT

    largest = Int(LARGEST_FILE).tag(sync=True)

    def __init__(self, blind: Blind, files: SupervisorFiles, switch: Callable[[str], str]) -> None:
        self.blind, self.files, self.switch = blind, files, switch
        super().__init__(
            {
                "answer": self._answer,
                "back": self._back,
                "switch": self._switch,
                "download": self._download,
                "load": self._load,
            }
        )

    def answer(self, level: str) -> None:
        """As a page does it: the level of the question that is shown."""
        self.receive({"do": "answer", "question": self.view.get("question"), "level": level})

    def _answer(self, message: Message, _buffers: Buffers) -> None:
        if self._is_stale(message):
            return
        level = message.get("level")
        if not isinstance(level, str):
            raise AnswerError(words.NOT_A_LEVEL)
        self.blind.answer(level)
        self._say(words.BLIND_KEPT if self.blind.question else words.BLIND_DONE, kind="moved")

    def _back(self, message: Message, _buffers: Buffers) -> None:
        if not self._is_stale(message):
            self.blind.back()
            self._say("", kind="moved")

    def _is_stale(self, message: Message) -> bool:
        stale = message.get("question") != self._key()
        if stale:
            self._say(words.BLIND_STALE)
        return stale

    def _switch(self, message: Message, _buffers: Buffers) -> None:
        code = message.get("code")
        if not isinstance(code, str):
            raise AnswerError(record_words.NO_CODE)
        self.blind.switch(self.switch(code))
        self._say("", kind="moved")

    def _download(self, message: Message, _buffers: Buffers) -> None:
        file = self.files.download(self.blind.code)
        self._send_file(message, file.name, file.media_type, file.content)

    def _load(self, message: Message, buffers: Buffers) -> None:
        file = uploaded(message, buffers, LARGEST_FILE, self.says["too_large"])
        brought = self.files.load(file.content, file.name)
        self.blind.load()
        self._say(brought.says, brought.problems)

    def _key(self) -> str | None:
        question = self.blind.question
        return "/".join(map(str, question.key)) if question else None

    def _seen(self) -> View:
        blind, question = self.blind, self.blind.question
        shown: View = {
            "code": blind.code,
            "notice": blind.bank.criteria.notice,
            "question": self._key(),
            "can_go_back": blind.can_go_back,
            "says": words.BLIND_DONE if blind.case_ids else words.BLIND_EMPTY,
        }
        if question is None:
            return shown
        return shown | {
            "place": question.place,
            "of": len(blind.case_ids),
            "title": question.case.title,
            "heading": question.point.heading,
            "earlier": [{"heading": point.heading, "prose": as_view(prose(point))} for point in question.earlier],
            "prose": as_view(prose(question.point)),
            "legend": words.BLIND_LEGEND,
            "options": _options(blind.bank.criteria),
            "chosen": question.chosen,
        }


def _options(criteria: Criteria) -> list[View]:
    levels = [{"value": level.id, "name": level.name, "about": level.summary} for level in criteria.levels]
    return [
        *levels,
        {"value": ESCALATE, "name": every_words.ESCALATE, "about": ""},
        {"value": NOT_SURE, "name": words.BLIND_NOT_SURE, "about": words.BLIND_NOT_SURE_ABOUT},
    ]
