"""A bank's cases to take along: as questions for Moodle, as a handout to print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeGuard

from carelevel import messages
from carelevel.core.errors import AnswerError
from carelevel.messages import export as export_messages
from carelevel.widgets.bank_files.view import BankFilesView
from carelevel.widgets.face import Download, Face, Message

MOST_NAMED = 1_000
"""Cases in one message."""


class Files(Protocol):
    """What `exports.bank_files` does; a face may not reach sideways for it."""

    def offered(self) -> Mapping[str, str]:
        """The titles of the cases by their ids."""

    def file(self, form: str, ids: Sequence[str], *, twins: bool) -> Download:
        """These cases as "moodle" or as "handout"; AnswerError where that cannot be made."""


class BankFilesFace(Face):
    """Every message of the page goes through `receive`."""

    script = "bank_files/face.js"
    label = "bank_files"
    styles = (*Face.styles, "bank_files/face.css")
    says = export_messages.BANK_FILES
    broken = export_messages.FILES_FAILED

    def __init__(self, files: Files) -> None:
        self.files = files
        self._offered = dict(files.offered())
        super().__init__({"download": self._download})

    def _seen(self) -> BankFilesView:
        return BankFilesView(cases=self._offered)

    def _download(self, message: Message) -> None:
        cases, twins = message.get("cases"), message.get("twins")
        if not isinstance(twins, bool) or not _are_names(cases):
            raise AnswerError(messages.NOT_UNDERSTOOD)
        self._send_file(message, self.files.file(str(message.get("form")), cases, twins=twins))


def _are_names(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and len(value) <= MOST_NAMED and all(isinstance(name, str) for name in value)
