"""The presenter's card: a facilitator prepares a workshop, opens its room, and leads it step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Event, Thread
from typing import Any, Protocol

from traitlets import Dict, List, Unicode

from carelevel.core.criteria import Criteria
from carelevel.core.errors import CarelevelError, RoomError, StoreError
from carelevel.core.room_state import Room
from carelevel.feedback.view import as_view
from carelevel.messages import presenter as presenter_messages
from carelevel.widgets.face import Face, Message
from carelevel.widgets.presenter.actions import Actions
from carelevel.widgets.presenter.cases import part_choices, presented_cases
from carelevel.widgets.presenter.standing import (
    closing_says,
    here_says,
    reached_says,
    room_view,
    seats_says,
    setup_view,
    turned_away_says,
    votes_so_far,
)
from carelevel.widgets.presenter.view import Live, Picture, PresenterView, SentScreen
from carelevel.workshop.addresses import Network, own_networks
from carelevel.workshop.audience import Audience
from carelevel.workshop.presentation import Presentation

EVERY = 0.5
"""Seconds between two looks at the room."""

PAGES_EVERY, PAGES_REST = 4, 40
"""Looks between two at the audience's pages, and after they could not be started."""


class Drawn(Protocol):
    """A picture of a room."""

    @property
    def key(self) -> str:
        """What tells it from every other picture."""

    @property
    def html(self) -> str:
        """The inside of the screen."""


class Projection(Protocol):
    """What `live.rendering.projection` does; a face may not reach sideways for it."""

    @property
    def styles(self) -> str:
        """The stylesheet of the screen's own page."""

    def draw(self, room: Room, voted: int) -> Drawn:
        """The picture of a room in which so many have voted."""

    def count(self, room: Room, voted: int) -> str:
        """Who is here, or has voted, in words."""


class Presenter(Face):
    """One *presentation* on a page; every step goes through `receive`, a page's and a notebook's alike."""

    script = "presenter/face.js"
    label = "presenter"
    styles = (*Face.styles, "presenter/face.css")
    says = presenter_messages.PRESENTER
    broken = presenter_messages.BROKEN

    live = Dict().tag(sync=True)
    picture = Dict().tag(sync=True)
    cases: List[Any] = List().tag(sync=True)
    parts: List[Any] = List().tag(sync=True)
    sheet = Unicode().tag(sync=True)
    notice = Unicode().tag(sync=True)

    def __init__(
        self,
        presentation: Presentation,
        picture: Projection,
        networks: Callable[[], Iterable[Network]] = own_networks,
    ) -> None:
        self.presentation, self._picture, self._networks = presentation, picture, networks
        self._trouble = ""
        self._audience: Audience | None = Audience(0)
        self._ended = Event()
        self._looking: Thread | None = None
        actions = {"cases": self._list_cases, "screen": self._open_screen}
        notice = presentation.bank.criteria.notice
        super().__init__(Actions(presentation, networks).all | actions, sheet=picture.styles, notice=notice)
        if presentation.notes:
            self._say(" ".join(presentation.notes))
            self._show(self._shown)

    @property
    def _criteria(self) -> Criteria:
        return self.presentation.bank.criteria

    def close(self) -> None:
        """Look at the room no more; it goes on, but a rehearsal goes with its card.

        A second time, as when the card is collected as garbage in the midst of whatever holds a lock, asks no store.
        """
        closed = self._ended.is_set()
        self._ended.set()
        with self._lock, suppress(CarelevelError):
            if self.presentation.rehearsal and not closed:
                self.presentation.end()
        super().close()

    def _list_cases(self, _message: Message) -> None:
        cases = presented_cases(self.presentation.bank)
        self.parts = [as_view(part) for part in part_choices(cases, self._criteria)]
        self.cases = [as_view(case) for case in cases]

    def _open_screen(self, message: Message) -> None:
        """Send the page that asked a link that opens the screen once."""
        workshop = self.presentation.open
        link = f"{self.presentation.screen_address()}/screen/{workshop.screen_link()}"
        self.send(as_view(SentScreen(link, str(message["by"]))))

    # What a page is shown

    def _seen(self) -> PresenterView:
        if self.presentation.workshop is None:
            self.picture, self.live = as_view(Picture()), as_view(Live())
            return setup_view(self.presentation, self._networks())
        drawn = self._picture.draw(self.presentation.open.room, self.presentation.voted())
        self.picture = as_view(Picture(drawn.key, drawn.html))
        self._show_live()
        if self._looking is None:
            self._looking = Thread(target=self._look_on, name="presenter", daemon=True)
            self._looking.start()
        return room_view(self.presentation, self._networks())

    def _show_live(self) -> None:
        """What changes with every vote."""
        room = self.presentation.open.room
        ends = room.timer_ends_at
        live = Live(
            count=self._picture.count(room, self.presentation.voted()),
            here=here_says(room),
            ends=None if ends is None else round(ends.timestamp() * 1000),
            reached=reached_says(room, self._audience),
            seats=seats_says(self._audience),
            turned_away=turned_away_says(room, self._audience),
            trouble=self._trouble,
            votes=votes_so_far(self.presentation),
            closing=closing_says(self.presentation),
        )
        self.live = as_view(live)

    # Looking at the room

    def _look_on(self) -> None:
        """Until the card is closed or no room is open."""
        rest = 0
        while not self._ended.wait(EVERY):
            rest -= 1
            audience = self._audience
            if rest <= 0:  # without the lock: a process that has died takes its time not to answer
                audience, rest = self._asked(), PAGES_EVERY
            with self._lock:
                if self._ended.is_set() or self.presentation.workshop is None:
                    self._looking = None
                    return
                if not self._look(audience):
                    rest = PAGES_REST

    def _asked(self) -> Audience | None:
        workshop = self.presentation.workshop
        return self.presentation.pages.reached(workshop.room.id if workshop else "")

    def _look(self, audience: Audience | None) -> bool:
        """One look; whatever hinders it is said on the card. False where the pages could not be served again."""
        trouble, served = "", True
        try:
            self._audience = audience
            if audience is None:
                self.presentation.see_to_pages()
        except (RoomError, OSError) as error:
            trouble, served = presenter_messages.PAGES_AWAY.format(problem=error), False
        try:
            self._look_at_room(trouble)
        except Exception as error:  # it goes on at the next look
            form = presenter_messages.STORE_AWAY if isinstance(error, StoreError) else presenter_messages.BROKEN
            self.live = {**self.live, "trouble": form.format(problem=error)}
        return served

    def _look_at_room(self, trouble: str) -> None:
        self._trouble = trouble
        if self.presentation.workshop is None:  # another kernel's card has ended it
            self._say(presenter_messages.ROOM_OVER)
            self._refresh()
            return
        version = self.presentation.open.room.version
        self.presentation.look()
        with self.hold_sync():
            if self.presentation.workshop is None:
                self._say(presenter_messages.ROOM_OVER)
                self._refresh()
            elif self.presentation.open.room.version != version:
                self._refresh()
            else:
                self._show_live()
