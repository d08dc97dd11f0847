"""The record: a trainee takes their answers along, brings them back, or erases them."""

from __future__ import annotations

import gzip
import os
from collections.abc import Mapping, Sequence
from threading import RLock
from typing import ClassVar, Protocol

from traitlets import Dict, Int, default

from carelevel import words
from carelevel.core.errors import AnswerError, CarelevelError, StoreError
from carelevel.widgets.face import Face
from carelevel.widgets.reading import View
from carelevel.words import record as record_words

LARGEST_FILE = 8 * 1024 * 1024
"""Bytes: one message, and Jupyter's server takes none above 10 MB."""

MOST_PROBLEMS = 10
"""Lines that the page names; the others are counted."""

LONGEST_NAME = 100

Message = Mapping[str, object]


class Download(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def media_type(self) -> str: ...
    @property
    def content(self) -> bytes: ...


class Loaded(Protocol):
    @property
    def says(self) -> str: ...
    @property
    def refused(self) -> int: ...
    @property
    def problems(self) -> tuple[str, ...]: ...


class OwnRecord(Protocol):
    """What `exports.own_record` does; a face may not reach sideways for it."""

    @property
    def trainee(self) -> str: ...
    def count(self) -> int: ...
    def download(self, form: str) -> Download: ...
    def load(self, content: bytes, name: str, *, take_over: bool) -> Loaded: ...
    def erase(self, code: str) -> None: ...


class MyRecord(Face):
    """One trainee's record on a page; every way to change it goes through `receive`."""

    scripts: ClassVar[tuple[str, ...]] = ("dom.js", "download.js", "my_record.js")
    styles: ClassVar[tuple[str, ...]] = ("face.css", "card.css", "my_record.css")

    view = Dict().tag(sync=True)
    largest = Int(LARGEST_FILE).tag(sync=True)

    def __init__(self, record: OwnRecord) -> None:
        super().__init__()
        self.record = record
        self._lock = RLock()
        self._messages = 0
        self._actions = {"download": self._download, "load": self._load, "erase": self._erase}
        self.view = self._counted()
        self.on_msg(lambda _face, message, buffers: self.receive(message, buffers))

    @default("words")
    def _record_words(self) -> dict[str, str]:
        return dict(record_words.RECORD)

    def receive(self, message: object, buffers: Sequence[bytes | memoryview] = ()) -> None:
        """Do what a page asks; whatever is wrong with it becomes a message on the page."""
        with self._lock:
            try:
                self._act(message if isinstance(message, Mapping) else {}, buffers)
            except StoreError as error:
                self._say(words.STORE_FAILED.format(problem=error))
            except CarelevelError as error:
                self._say(str(error))
            except Exception as error:
                self._say(record_words.BROKEN_RECORD.format(problem=f"{type(error).__name__}: {error}"))
                if os.environ.get("CARELEVEL_TEST"):
                    raise

    def _act(self, message: Message, buffers: Sequence[bytes | memoryview]) -> None:
        do = message.get("do")
        if not isinstance(do, str) or do not in self._actions:
            raise AnswerError(words.NOT_UNDERSTOOD)
        self._actions[do](message, buffers)

    def _download(self, message: Message, _buffers: Sequence[bytes | memoryview]) -> None:
        """Send the file to the page that asked, packed: Jupyter's server drops what comes too thick and fast."""
        file = self.record.download(str(message.get("form")))
        about = {"file": file.name, "type": file.media_type, "by": str(message.get("by"))[:40]}
        self.send(about, [gzip.compress(file.content, mtime=0)])

    def _load(self, message: Message, buffers: Sequence[bytes | memoryview]) -> None:
        name, take_over = message.get("name"), message.get("take_over")
        if not isinstance(name, str) or not isinstance(take_over, bool) or len(buffers) != 1:
            raise AnswerError(words.NOT_UNDERSTOOD)
        content = bytes(buffers[0])
        if len(content) > LARGEST_FILE:
            raise AnswerError(record_words.RECORD["too_large"].format(megabytes=LARGEST_FILE >> 20))
        loaded = self.record.load(content, name[:LONGEST_NAME], take_over=take_over)
        named = list(loaded.problems[:MOST_PROBLEMS])
        if loaded.refused > len(named):
            named.append(words.counted(loaded.refused - len(named), record_words.LOADED_MORE))
        self._say(loaded.says, named)

    def _erase(self, message: Message, _buffers: Sequence[bytes | memoryview]) -> None:
        answers = words.counted(self.record.count(), record_words.ANSWERS)
        self.record.erase(str(message.get("code"))[:LONGEST_NAME])
        self._say(record_words.ERASED_HERE.format(answers=answers), erased=True)

    def _say(self, says: str, problems: Sequence[str] = (), *, erased: bool = False) -> None:
        self._messages += 1
        message = {"says": says, "problems": list(problems), "erased": erased, "number": self._messages}
        self.view = self._counted() | {"message": message}

    def _counted(self) -> View:
        """Whose record it is and how much is in it; what hinders that is said instead."""
        code = self.record.trainee
        try:
            answers = words.counted(self.record.count(), record_words.ANSWERS)
            says = record_words.RECORD_COUNT.format(answers=answers, code=code)
        except StoreError as error:
            says = words.STORE_FAILED.format(problem=error)
        return {"code": code, "says": says, "message": None}
