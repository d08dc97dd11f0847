"""A face that pages ask by messages: each is answered with a new view, and what is wrong with one is said there."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import RLock
from typing import ClassVar, Protocol

from traitlets import Dict, default

from carelevel import words
from carelevel.core.errors import AnswerError, CarelevelError, StoreError
from carelevel.feedback.view import View
from carelevel.widgets.face import Face
from carelevel.words import asking

LONGEST_NAME = 100
"""Characters of a file's name, as a page sends it."""

LONGEST_PAGE_ID = 40

Message = Mapping[str, object]
Buffers = Sequence[bytes | memoryview]
Action = Callable[[Message, Buffers], None]


class Download(Protocol):
    """A file for whoever asks for it."""

    @property
    def name(self) -> str: ...
    @property
    def media_type(self) -> str: ...
    @property
    def content(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that a page has sent."""

    name: str
    content: bytes


class AskedFace(Face):
    """*view* is all that the page shows; `_seen` makes it, and `receive` does what *actions* name.

    *refused* and *broken* word what is said of a mistake of theirs and of one of ours.
    """

    says: ClassVar[Mapping[str, str]]
    refused: ClassVar[str] = "{problem}"
    broken: ClassVar[str] = asking.BROKEN_PAGE_ITSELF

    view = Dict().tag(sync=True)

    def __init__(self, actions: Mapping[str, Action]) -> None:
        super().__init__()
        self._lock = RLock()
        self._messages = 0
        self._actions = actions
        self._show()
        self.on_msg(lambda _face, message, buffers: self.receive(message, buffers))

    @default("words")
    def _own_words(self) -> dict[str, str]:
        return {**asking.ASKING, **self.says}

    def receive(self, message: object, buffers: Buffers = ()) -> None:
        """Do what a page asks; whatever is wrong with it becomes a message on the page."""
        with self._lock:
            try:
                self._act(message if isinstance(message, Mapping) else {}, buffers)
            except StoreError as error:
                self._say(words.STORE_FAILED.format(problem=error))
            except CarelevelError as error:
                self._say(self.refused.format(problem=error))
            except Exception as error:
                self._say(self.broken.format(problem=f"{type(error).__name__}: {error}"))
                if os.environ.get("CARELEVEL_TEST"):
                    raise

    def _act(self, message: Message, buffers: Buffers) -> None:
        do = message.get("do")
        if not isinstance(do, str) or do not in self._actions:
            raise AnswerError(words.NOT_UNDERSTOOD)
        self._actions[do](message, buffers)

    def _seen(self) -> View:
        raise NotImplementedError

    def _show(self, message: View | None = None) -> None:
        self.view = self._seen() | {"message": message}

    def _say(self, says: str, problems: Sequence[str] = (), *, kind: str = "") -> None:
        """Show the page as it is now, with a message that is announced."""
        self._show(self._numbered(says, problems, kind))

    def _numbered(self, says: str, problems: Sequence[str] = (), kind: str = "") -> View:
        self._messages += 1
        return {"says": says, "problems": list(problems), "kind": kind, "number": self._messages}

    def _send_file(self, message: Message, name: str, media_type: str, content: bytes) -> None:
        """To the page that asked, packed: Jupyter's server drops what comes too thick and fast."""
        by = str(message.get("by"))[:LONGEST_PAGE_ID]
        self.send({"file": name, "type": media_type, "by": by}, [gzip.compress(content, mtime=0)])


def uploaded(message: Message, buffers: Buffers, largest: int, too_large: str) -> Upload:
    """The file that comes with a message; AnswerError where there is none, or it has more than *largest* bytes."""
    name = message.get("name")
    if not isinstance(name, str) or len(buffers) != 1:
        raise AnswerError(words.NOT_UNDERSTOOD)
    content = bytes(buffers[0])
    if len(content) > largest:
        raise AnswerError(too_large.format(megabytes=largest >> 20))
    return Upload(name[:LONGEST_NAME], content)
