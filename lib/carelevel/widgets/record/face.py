"""The record: a trainee takes their answers along, brings them back, or erases them."""

from __future__ import annotations

from typing import Protocol

from traitlets import Int

from carelevel import messages
from carelevel.core.errors import AnswerError, StoreError
from carelevel.messages import record as record_messages
from carelevel.widgets.face import LONGEST_NAME, Download, Face, Message, uploaded
from carelevel.widgets.record.view import RecordView

LARGEST_FILE = 8 * 1024 * 1024
"""Bytes: one message, and Jupyter's server takes none above 10 MB."""

MOST_PROBLEMS = 10
"""Lines that the page names; the others are counted."""


class Loaded(Protocol):
    """What became of a file that was loaded."""

    @property
    def says(self) -> str:
        """How many answers came in, in words; empty where nothing did, and nothing was refused."""

    @property
    def asks(self) -> str:
        """Whether those of another code, which did not, are one's own; empty where there are none."""

    def told(self, most: int) -> tuple[str, ...]:
        """What is wrong with lines that were not taken, *most* of them named, and what is in doubt."""


class OwnRecord(Protocol):
    """What `exports.own_record` does; a face may not reach sideways for it."""

    @property
    def trainee(self) -> str:
        """The code of whose record it is."""

    def count(self) -> int:
        """The answers that are kept."""

    def download(self, form: str) -> Download:
        """All of them in that form; AnswerError where there is none of that name."""

    def left_out(self, form: str) -> int:
        """Interviews and reports that a file of that form has no room for."""

    def load(self, content: bytes, name: str, *, take_over: bool) -> Loaded:
        """Keep the answers of a file; *take_over*: those of another code as one's own."""

    def erase(self, code: str) -> None:
        """Erase all of it; AnswerError unless *code* is its own."""


class MyRecord(Face):
    """One trainee's record on a page; every way to change it goes through `receive`."""

    script = "record/face.js"
    label = "record_face"
    styles = (*Face.styles, "record/face.css")
    says = record_messages.RECORD

    largest = Int(LARGEST_FILE).tag(sync=True)

    def __init__(self, record: OwnRecord) -> None:
        self.record = record
        super().__init__({"download": self._download, "load": self._load, "erase": self._erase})

    def _download(self, message: Message) -> str | None:
        form = str(message.get("form"))
        self._send_file(message, self.record.download(form))
        left_out = self.record.left_out(form)
        return messages.counted(left_out, record_messages.LEFT_OUT) if left_out else None

    def _load(self, message: Message) -> None:
        take_over = message.get("take_over")
        if not isinstance(take_over, bool):
            raise AnswerError(messages.NOT_UNDERSTOOD)
        file = uploaded(message, LARGEST_FILE, self.says["too_large"])
        loaded = self.record.load(file.content, file.name, take_over=take_over)
        says, told = loaded.says, loaded.told(MOST_PROBLEMS)
        if loaded.asks:
            self._say(loaded.asks, (says, *told) if says else told, kind="whose")
        else:
            self._say(says, told)

    def _erase(self, message: Message) -> None:
        answers = messages.counted(self.record.count(), record_messages.ANSWERS)
        self.record.erase(str(message.get("code"))[:LONGEST_NAME])
        self._say(record_messages.ERASED_HERE.format(answers=answers), kind="erased")

    def _seen(self) -> RecordView:
        """Whose record it is and how much is in it; what hinders that is said instead."""
        code = self.record.trainee
        try:
            answers = messages.counted(self.record.count(), record_messages.ANSWERS)
            says = record_messages.RECORD_COUNT.format(answers=answers, code=code)
        except StoreError as error:
            says = messages.STORE_FAILED.format(problem=error)
        return RecordView(code=code, says=says)
