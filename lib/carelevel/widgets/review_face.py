"""What the two faces of a review share: a page asks by messages, and whatever is wrong with one is said on the page."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from threading import RLock
from typing import ClassVar

from traitlets import Dict

from carelevel import words as every_words
from carelevel.core.errors import AnswerError, CarelevelError, StoreError
from carelevel.widgets.face import Face
from carelevel.widgets.reading import View
from carelevel.words import review as words

Message = Mapping[str, object]
Buffers = Sequence[bytes | memoryview]
Action = Callable[[Message, Buffers], None]


class ReviewFace(Face):
    """*view* is all that the page shows; `_seen` makes it, and every message is answered with a new one."""

    styles: ClassVar[tuple[str, ...]] = ("face.css", "card.css", "review.css")

    view = Dict().tag(sync=True)

    def __init__(self, actions: Mapping[str, Action]) -> None:
        super().__init__()
        self._lock = RLock()
        self._messages = 0
        self._actions = actions
        self.view = self._seen() | {"message": None}
        self.on_msg(lambda _face, message, buffers: self.receive(message, buffers))

    def receive(self, message: object, buffers: Buffers = ()) -> None:
        """Do what a page asks; whatever is wrong with it becomes a message on the page."""
        with self._lock:
            try:
                self._act(message, buffers)
            except StoreError as error:
                self._say(every_words.STORE_FAILED.format(problem=error))
            except CarelevelError as error:
                self._say(words.NOT_KEPT.format(problem=error))
            except Exception as error:
                self._say(words.BROKEN_REVIEW.format(problem=f"{type(error).__name__}: {error}"))
                if os.environ.get("CARELEVEL_TEST"):
                    raise

    def _act(self, message: object, buffers: Buffers) -> None:
        do = message.get("do") if isinstance(message, Mapping) else None
        if not isinstance(message, Mapping) or not isinstance(do, str) or do not in self._actions:
            raise AnswerError(every_words.NOT_UNDERSTOOD)
        self._actions[do](message, buffers)

    def _seen(self) -> View:
        raise NotImplementedError

    def _say(self, says: str, problems: Sequence[str] = (), *, kind: str = "") -> None:
        """Show the page as it is now, with a message that is announced."""
        self._messages += 1
        message = {"says": says, "problems": list(problems), "kind": kind, "number": self._messages}
        self.view = self._seen() | {"message": message}
