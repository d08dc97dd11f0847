"""What all faces are: a page with its script and style, and the one conversation between it and the kernel.

A face is anywidget's in the browser, and speaks to it as anywidget's own Python class does. That class is not
imported: with it comes psygnal, which no face uses and which takes 2 MiB of every practice kernel.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from importlib.metadata import version
from threading import RLock
from typing import ClassVar, Protocol, TypeVar

from ipywidgets import DOMWidget
from traitlets import Dict, Unicode, default

from carelevel import messages
from carelevel.core.criteria import PLAIN_WORDS, Criteria
from carelevel.core.errors import AnswerError, CarelevelError, StoreError
from carelevel.feedback.html import tag
from carelevel.feedback.view import as_view
from carelevel.messages import asking as asking_messages
from carelevel.scripts import bundled
from carelevel.widgets.shared.styles import joined
from carelevel.widgets.shared.view import Announcement, Answered, FaceView, SentFile, Words

LOG = logging.getLogger(__name__)

LONGEST_NAME = 100
"""Characters of a file's name, as a page sends it."""

LONGEST_PAGE_ID = 40

FAILURES = frozenset({"store", "refused", "broken"})
"""Kinds of a message: the store cannot be reached, what was asked cannot be done, a fault of ours."""

Message = Mapping[str, object]
Buffers = Sequence[bytes | memoryview]
Action = Callable[[Message], str | None]
"""Does what a message asks; gives back what is to be said of it."""

Given = TypeVar("Given")
Choice = TypeVar("Choice")


class Download(Protocol):
    """A file for whoever asks for it."""

    @property
    def name(self) -> str:
        """What it is saved as."""

    @property
    def media_type(self) -> str:
        """Its media type, as in: text/csv."""

    @property
    def content(self) -> bytes:
        """All of it."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that a page has sent."""

    name: str
    content: bytes


@cache
def _anywidget() -> str:
    """Any release of the minor version that is installed, whose papers take longer to read than a page to make."""
    return "~{}.{}.*".format(*version("anywidget").split("."))


@cache
def _joined_once(script: str) -> str:
    """A face's script with what it imports; a process joins it once, however many faces it shows."""
    return bundled(f"widgets/{script}")


class Face(DOMWidget):  # type: ignore[misc]  # ipywidgets ships no types
    """A widget whose page is built by *script*, what it imports, and *styles*: files of `widgets/`.

    *view* is what the page shows; `_seen` makes it, and `receive` does what *actions* name. *answered* tells a page
    which of its messages the view answers: every message is answered, whatever comes of it.
    *says* are the page's words, beside those of all pages, and *label* names what it is called among them; *broken* is
    said of a mistake of ours.
    """

    script: ClassVar[str]
    label: ClassVar[str]
    styles: ClassVar[tuple[str, ...]] = ("shared/face.css", "shared/card.css")
    says: ClassVar[Words]
    broken: ClassVar[str] = asking_messages.BROKEN_PAGE_ITSELF

    _model_module = Unicode("anywidget").tag(sync=True)
    _model_name = Unicode("AnyModel").tag(sync=True)
    _model_module_version = Unicode().tag(sync=True)
    _view_module = Unicode("anywidget").tag(sync=True)
    _view_name = Unicode("AnyView").tag(sync=True)
    _view_module_version = Unicode().tag(sync=True)
    _anywidget_id = Unicode().tag(sync=True)
    _esm = Unicode().tag(sync=True)
    _css = Unicode().tag(sync=True)
    words = Dict().tag(sync=True)
    view = Dict().tag(sync=True)
    answered = Dict(as_view(Answered())).tag(sync=True)

    @default("_model_module_version")
    def _any_release_of_this_minor_version(self) -> str:
        return _anywidget()

    @default("_view_module_version")
    def _the_same(self) -> str:
        return str(self._model_module_version)

    @default("_anywidget_id")
    def _own_name(self) -> str:
        return f"{type(self).__module__}.{type(self).__name__}"

    @default("_esm")
    def _bundle_scripts(self) -> str:
        return _joined_once(self.script)

    @default("_css")
    def _join_styles(self) -> str:
        return joined(*self.styles)

    @default("words")
    def _own_words(self) -> dict[str, str]:
        criteria = self._criteria
        return (criteria.words if criteria else PLAIN_WORDS).in_all({**asking_messages.ASKING, **self.says})

    @property
    def _criteria(self) -> Criteria | None:
        """Those of the bank behind this face, whose words the page takes; None where no word of it is the bank's."""
        return None

    def __init__(self, actions: Mapping[str, Action], **traits: object) -> None:
        self._actions = dict(actions)
        self._lock = RLock()
        self._message: Announcement | None = None
        self._messages = 0
        self._shown = FaceView()
        self._show(self._seen())
        super().__init__(**traits)  # which opens it: what it shows goes along
        self.on_msg(lambda _face, message, buffers: self.receive(message, buffers))

    def __repr__(self) -> str:
        return object.__repr__(self)  # ipywidgets' own would spell out every trait, the scripts too

    def _ipython_display_(self) -> None:
        """The page, and after it what it is and where to open it, which its style hides where it runs.

        The page comes first, so that whoever waits for it does not wait for what nobody sees there.
        """
        display = import_module("IPython.display").display
        says = asking_messages.ELSEWHERE.format(label=self.words[self.label])
        display(self._repr_mimebundle_(), raw=True)
        display({"text/html": tag("p", says, class_="cl-elsewhere"), "text/plain": says}, raw=True)

    def receive(self, message: object, buffers: Buffers = ()) -> None:
        """Do what a page asks and show what has come of it; whatever is wrong with either is said there."""
        sent = message if isinstance(message, Mapping) else {}
        do, by, turn = sent.get("do"), str(sent.get("by", ""))[:LONGEST_PAGE_ID], sent.get("turn")
        asked = {**sent, "do": do if isinstance(do, str) else "", "by": by, "buffers": buffers}
        with self._lock, self.hold_sync():  # one update to the page, with everything
            self._message = None
            self._tried(lambda: self._act(asked), self._refusal, self.broken)
            self.answered = as_view(Answered(by, turn if type(turn) is int else 0))
            self._refresh()

    def look_again(self) -> None:
        """Show how things stand now that something beside this page has changed them."""
        with self._lock, self.hold_sync():
            self._message = self._shown.message
            self._refresh()

    def _act(self, message: Message) -> None:
        do = message["do"]
        if do not in self._actions:
            raise AnswerError(messages.NOT_UNDERSTOOD)
        says = self._actions[str(do)](message)
        if says is not None:
            self._say(says)

    def _tried(self, step: Callable[[], Given], refusal: Callable[[Exception], str], broken: str) -> Given | None:
        """What *step* gives; None where it fails, which is said, unless something has failed before it."""
        try:
            return step()
        except StoreError as error:
            failed, says = "store", messages.STORE_FAILED.format(problem=error)
        except CarelevelError as error:
            failed, says = "refused", refusal(error)
        except Exception as error:
            LOG.exception("%s: a step of it failed", self._anywidget_id)
            failed, says = "broken", broken.format(problem=f"{type(error).__name__}: {error}")
        if self._message is None or self._message.kind not in FAILURES:
            self._say(says, kind=failed)
        return None

    def _refusal(self, error: Exception) -> str:
        """What is said of something that cannot be done."""
        return str(error)

    # What a page is shown

    def _seen(self) -> FaceView:
        """How things stand; beside it sets what the page is shown in other traits."""
        raise NotImplementedError

    def _refresh(self) -> None:
        """Show how things stand; where that fails what is shown stays, with words about it."""
        seen = self._tried(
            self._seen, lambda error: asking_messages.NOT_SHOWN.format(problem=error), asking_messages.NOT_SHOWN
        )
        self._show(seen or self._shown)

    def _show(self, seen: FaceView) -> None:
        self._shown = replace(seen, message=self._message)
        self.view = as_view(self._shown)

    def _say(self, says: str, problems: Sequence[str] = (), *, kind: str = "", once: bool = False) -> None:
        """A message with the next view, announced there; *once*: not again while the same one stands."""
        shown = self._shown.message
        if once and shown and shown.says == says:
            self._message = shown
            return
        self._messages += 1
        self._message = Announcement(says, tuple(problems), kind, self._messages)

    def _send_file(self, message: Message, file: Download) -> None:
        """To the page that asked, packed: Jupyter's server drops what comes too thick and fast."""
        sent = SentFile(file.name, file.media_type, str(message["by"]))
        import gzip  # which most pages never ask for

        self.send(as_view(sent), [gzip.compress(file.content, mtime=0)])


def uploaded(message: Message, largest: int, too_large: str) -> Upload:
    """The file that comes with a message; AnswerError where there is none, or it has more than *largest* bytes."""
    name, buffers = message.get("name"), message["buffers"]
    if not isinstance(name, str) or not isinstance(buffers, Sequence) or len(buffers) != 1:
        raise AnswerError(messages.NOT_UNDERSTOOD)
    content = bytes(buffers[0])
    if len(content) > largest:
        raise AnswerError(too_large.format(megabytes=largest >> 20))
    return Upload(name[:LONGEST_NAME], content)


def text_of(message: Message, name: str, longest: int | None = None) -> str:
    """The text of that name in a message; AnswerError where there is none, or it has more than *longest* characters."""
    text = message.get(name)
    if not isinstance(text, str) or (longest is not None and len(text) > longest):
        raise AnswerError(messages.NOT_UNDERSTOOD)
    return text


def seconds_of(message: Message, name: str) -> float | None:
    """The seconds of that name in a message; None where its page does not say, AnswerError where they are none."""
    seconds = message.get(name)
    if seconds is None:
        return None
    if not isinstance(seconds, int | float) or isinstance(seconds, bool) or not 0 <= seconds < float("inf"):
        raise AnswerError(messages.NOT_UNDERSTOOD)
    return float(seconds)


def offered(value: object, choices: Iterable[Choice], refusal: str = messages.NOT_OFFERED) -> Choice:
    """The choice that *value*, which a page sent, is; AnswerError where it is none of them. True is not 1 here."""
    for choice in choices:
        if type(choice) is type(value) and choice == value:
            return choice
    raise AnswerError(refusal.format(value=repr(value)[:80]))
