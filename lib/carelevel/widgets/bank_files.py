"""A bank's cases to take along: as questions for Moodle, as a handout to print."""

from __future__ import annotations

import gzip
import os
from collections.abc import Mapping, Sequence
from threading import RLock
from typing import ClassVar, Protocol, TypeGuard

from traitlets import Dict, default

from carelevel import words
from carelevel.core.errors import AnswerError, CarelevelError
from carelevel.widgets.face import Face
from carelevel.words import export

MOST_NAMED = 1_000
"""Cases in one message."""


class Download(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def media_type(self) -> str: ...
    @property
    def content(self) -> bytes: ...


class Files(Protocol):
    """What `exports.bank_files` does; a face may not reach sideways for it."""

    def offered(self) -> Mapping[str, str]: ...
    def file(self, form: str, ids: Sequence[str], *, twins: bool) -> Download: ...


class BankFilesFace(Face):
    """Every message of the page goes through `receive`."""

    scripts: ClassVar[tuple[str, ...]] = ("dom.js", "download.js", "bank_files.js")
    styles: ClassVar[tuple[str, ...]] = ("face.css", "card.css", "bank_files.css")

    view = Dict().tag(sync=True)

    def __init__(self, files: Files) -> None:
        super().__init__()
        self.files = files
        self._lock = RLock()
        self._messages = 0
        self.view = {"cases": dict(files.offered()), "message": None}
        self.on_msg(lambda _face, message, _buffers: self.receive(message))

    @default("words")
    def _page_words(self) -> dict[str, str]:
        return dict(export.BANK_FILES)

    def receive(self, message: object) -> None:
        """Send the file that a page asks for; whatever is wrong becomes a message on the page."""
        with self._lock:
            try:
                self._download(message if isinstance(message, Mapping) else {})
            except CarelevelError as error:
                self._say(str(error))
            except Exception as error:
                self._say(export.FILES_FAILED.format(problem=f"{type(error).__name__}: {error}"))
                if os.environ.get("CARELEVEL_TEST"):
                    raise

    def _download(self, message: Mapping[str, object]) -> None:
        """To the page that asked, packed: Jupyter's server drops what comes too thick and fast."""
        cases, twins = message.get("cases"), message.get("twins")
        if message.get("do") != "download" or not isinstance(twins, bool) or not _are_names(cases):
            raise AnswerError(words.NOT_UNDERSTOOD)
        file = self.files.file(str(message.get("form")), cases, twins=twins)
        about = {"file": file.name, "type": file.media_type, "by": str(message.get("by"))[:40]}
        self.send(about, [gzip.compress(file.content, mtime=0)])

    def _say(self, says: str) -> None:
        self._messages += 1
        self.view = {**self.view, "message": {"says": says, "number": self._messages}}


def _are_names(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and len(value) <= MOST_NAMED and all(isinstance(name, str) for name in value)
