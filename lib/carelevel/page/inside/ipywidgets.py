"""What stands in the page for ipywidgets: a face's state and its messages, sent to the script beside Python.

There is no Jupyter in a page, and no room for it: of the library a face uses a state that is sent when it changes, and
messages both ways. The page finds this module under that name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar

from traitlets import HasTraits

Heard = Callable[["DOMWidget", object, Sequence[bytes]], None]
Post = Callable[["DOMWidget", "Sent"], None]

JUPYTERS = ("_model", "_view", "_anywidget")
"""How traits begin that tell Jupyter which script is meant."""


class Sent:
    """What a face sends: parts of its *state*, or a message, its *content*, with *buffers*."""

    def __init__(
        self, state: Mapping[str, Any] | None = None, content: object = None, buffers: Sequence[bytes] = ()
    ) -> None:
        self.state, self.content, self.buffers = state, content, tuple(buffers)


class DOMWidget(HasTraits):
    """A model whose synced traits go to its page."""

    post: ClassVar[Post]
    """Takes what a face sends; set once by whoever runs the page."""

    def __init__(self, **traits: object) -> None:
        self._listeners: list[Heard] = []
        self._held = 0
        self._changed: dict[str, None] = {}
        super().__init__(**traits)
        self.observe(self._note, names=list(self._synced()))

    def state(self) -> dict[str, Any]:
        """Everything that a page is shown."""
        return {name: getattr(self, name) for name in self._synced()}

    def on_msg(self, heard: Heard) -> None:
        """Have *heard* called with each message of the page."""
        self._listeners.append(heard)

    def hear(self, content: object, buffers: Sequence[bytes] = ()) -> None:
        """A message of the page has come."""
        for listener in self._listeners:
            listener(self, content, buffers)

    def send(self, content: object, buffers: Sequence[bytes] = ()) -> None:
        """Send the page a message."""
        type(self).post(self, Sent(content=content, buffers=buffers))

    @contextmanager
    def hold_sync(self) -> Iterator[None]:
        """One update for everything that changes meanwhile."""
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1
            self._sync()

    def _synced(self) -> Iterator[str]:
        return (name for name in self.trait_names(sync=True) if not name.startswith(JUPYTERS))

    def _note(self, change: Mapping[str, Any]) -> None:
        self._changed[change["name"]] = None
        self._sync()

    def _sync(self) -> None:
        if self._changed and not self._held:
            names, self._changed = self._changed, {}
            type(self).post(self, Sent(state={name: getattr(self, name) for name in names}))
