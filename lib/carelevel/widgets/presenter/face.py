"""The presenter's card: a facilitator prepares a workshop, opens its room, and leads it step by step."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from threading import Event, RLock, Thread
from typing import Any, Protocol

from traitlets import Dict, List, Unicode, default

from carelevel import words
from carelevel.core.errors import CarelevelError, RoomError, StoreError
from carelevel.core.room_state import Room, open_round
from carelevel.widgets.face import Face
from carelevel.widgets.presenter.actions import Actions, Message
from carelevel.widgets.presenter.cases import cases_view
from carelevel.widgets.presenter.view import here_says, reached_says, room_view, setup_view
from carelevel.words import presenter as said
from carelevel.workshop.addresses import own_addresses
from carelevel.workshop.presentation import Presentation

EVERY = 0.5
"""Seconds between two looks at the room."""

PAGES_EVERY, PAGES_REST = 4, 40
"""Looks between two at the audience's pages, and after they could not be started."""


class Drawn(Protocol):
    @property
    def key(self) -> str: ...
    @property
    def html(self) -> str: ...


class Picture(Protocol):
    """What `live.picture` does; a face may not reach sideways for it."""

    @property
    def styles(self) -> str: ...
    def draw(self, room: Room, voted: int) -> Drawn: ...
    def count(self, room: Room, voted: int) -> str: ...


class Presenter(Face):
    """One *presentation* on a page; every step goes through `receive`, a page's and a notebook's alike."""

    script = "presenter/face.js"
    styles = ("shared/face.css", "shared/card.css", "presenter/face.css")

    view = Dict().tag(sync=True)
    live = Dict().tag(sync=True)
    picture = Dict().tag(sync=True)
    cases: List[Any] = List().tag(sync=True)
    sheet = Unicode().tag(sync=True)

    def __init__(
        self,
        presentation: Presentation,
        picture: Picture,
        addresses: Callable[[], Iterable[str]] = own_addresses,
    ) -> None:
        super().__init__(sheet=picture.styles)
        self.presentation, self._picture, self._addresses = presentation, picture, addresses
        self._actions = Actions(presentation, addresses)
        self._lock = RLock()
        self._message: Mapping[str, object] | None = None
        self._messages = 0
        self._turn = 0
        self._trouble = ""
        self._reached: int | None = 0
        self._ended = Event()
        self._looking: Thread | None = None
        if presentation.notes:
            self._say(" ".join(presentation.notes))
        self._show()
        self.on_msg(lambda _face, message, _buffers: self.receive(message))

    @default("words")
    def _presenter_words(self) -> dict[str, str]:
        return dict(said.PRESENTER)

    def receive(self, message: object) -> None:
        """Do what a page asks; whatever is wrong with it becomes a message on the card."""
        asked: Message = message if isinstance(message, Mapping) else {}
        with self._lock:
            self._message = None
            self._turn += 1
            try:
                self._act(asked)
            except StoreError as error:
                self._say(words.STORE_FAILED.format(problem=error))
            except CarelevelError as error:
                self._say(str(error))
            except Exception as error:
                self._say(said.BROKEN.format(problem=f"{type(error).__name__}: {error}"))
                if os.environ.get("CARELEVEL_TEST"):
                    raise
            finally:
                self._show()

    def close(self) -> None:
        """Look at the room no more; it goes on, but a rehearsal goes with its card."""
        self._ended.set()
        with self._lock, suppress(CarelevelError):
            if self.presentation.rehearsal:
                self.presentation.end()
        super().close()

    def _act(self, message: Message) -> None:
        do = message.get("do")
        if do == "cases":
            self.cases = cases_view(self.presentation.bank)
        elif do == "screen":
            self._open_screen(message)
        else:
            says = self._actions.act(message)
            if says:
                self._say(says)

    def _open_screen(self, message: Message) -> None:
        """Send the page that asked a link that opens the screen once."""
        workshop = self.presentation.open
        address = workshop.room.settings.address
        self.send({"screen": f"{address}/screen/{workshop.screen_link()}", "by": str(message.get("by"))[:40]})

    # What a page is shown

    def _show(self) -> None:
        """One update with all that the page needs."""
        try:
            self._show_setup() if self.presentation.workshop is None else self._show_room()
        except StoreError as error:
            self._say(said.STORE_AWAY.format(problem=error))
            self.view = {**self.view, **self._said()}

    def _show_setup(self) -> None:
        with self.hold_sync():
            self.picture, self.live = {"key": "", "html": ""}, {}
            self.view = {**setup_view(self.presentation, self._addresses()), **self._said()}

    def _show_room(self) -> None:
        drawn = self._picture.draw(self.presentation.open.room, self._voted())
        with self.hold_sync():
            self.picture = {"key": drawn.key, "html": drawn.html}
            self._show_live()
            self.view = {**room_view(self.presentation, self._addresses()), **self._said()}
        if self._looking is None:
            self._looking = Thread(target=self._look_on, name="presenter", daemon=True)
            self._looking.start()

    def _show_live(self) -> None:
        """What changes with every vote."""
        room = self.presentation.open.room
        ends = room.timer_ends_at
        self.live = {
            "count": self._picture.count(room, self._voted()),
            "here": here_says(room),
            "ends": None if ends is None else round(ends.timestamp() * 1000),
            "reached": reached_says(room.settings.address, self._reached),
            "trouble": self._trouble,
        }

    def _voted(self) -> int:
        workshop = self.presentation.open
        round = open_round(workshop.step)
        return workshop.voted(round) if round else 0

    def _said(self) -> Mapping[str, object]:
        """What has gone wrong or well; *turn* answers every message, so that a page does not wait for nothing."""
        return {"message": self._message, "turn": self._turn}

    def _say(self, says: str) -> None:
        self._messages += 1
        self._message = {"says": says, "number": self._messages}

    # Looking at the room

    def _look_on(self) -> None:
        """Until the card is closed or no room is open."""
        rest = 0
        while not self._ended.wait(EVERY):
            rest -= 1
            reached = self._reached
            if rest <= 0:  # without the lock: a process that has died takes its time not to answer
                reached, rest = self.presentation.pages.reached(), PAGES_EVERY
            with self._lock:
                if self._ended.is_set() or self.presentation.workshop is None:
                    self._looking = None
                    return
                if not self._look(reached):
                    rest = PAGES_REST

    def _look(self, reached: int | None) -> bool:
        """One look; whatever hinders it is said on the card. False where the pages could not be served again."""
        trouble, served = "", True
        try:
            self._reached = reached
            if reached is None:
                self.presentation.see_to_pages()
        except (RoomError, OSError) as error:
            trouble, served = said.PAGES_AWAY.format(problem=error), False
        try:
            self._look_at_room(trouble)
        except Exception as error:  # it goes on at the next look
            form = said.STORE_AWAY if isinstance(error, StoreError) else said.BROKEN
            self.live = {**self.live, "trouble": form.format(problem=error)}
        return served

    def _look_at_room(self, trouble: str) -> None:
        self._trouble = trouble
        version = self.presentation.open.room.version
        self.presentation.look()
        if self.presentation.workshop is None:
            self._say(said.ROOM_OVER)
            self._show()
        elif self.presentation.open.room.version != version:
            self._show()
        else:
            self._show_live()
