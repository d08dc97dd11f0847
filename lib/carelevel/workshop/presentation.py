"""A facilitator at work: what is prepared, the room that is open or rehearsed, and the pages that serve it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from carelevel.bank import Bank
from carelevel.core.errors import RoomError, StoreError
from carelevel.core.room_state import Entry, Position, Pulse, Room, Settings, Step, open_round
from carelevel.messages import presenter as presenter_messages
from carelevel.store.address import url_of
from carelevel.store.rooms import Rooms
from carelevel.workshop.plan import ENTRIES_MAX, Plan, keep_plan, read_plan
from carelevel.workshop.rehearsal import Rehearsal, abandoned_database, rehearse, remove_database
from carelevel.workshop.running_order import check_entry, new_entry
from carelevel.workshop.workshop import Workshop, open_room, resume_room

VOTING_PART = 0.12
"""The part of the invented voters that votes at each look."""


class AudienceServer(Protocol):
    """Whoever serves the audience's pages; `live.local_server` and `live.remote_server` are such."""

    def start(self, host: str, address: str = "") -> str:
        """The address of the pages, served on *host*; at *address* again, where that can still be."""

    def reached(self) -> int | None:
        """How often another device has opened them; None where nobody serves them now."""

    def end(self) -> None:
        """Serve them no more."""


class Presentation:
    """One facilitator's; *workshop* is None while nothing is open. Not safe for threads by itself."""

    def __init__(
        self,
        bank: Bank,
        rooms: Rooms,
        server_of: Callable[[str | None], AudienceServer],
        folder: Path | None = None,
    ) -> None:
        self.bank, self.rooms, self.folder = bank, rooms, folder
        self._server_of = server_of
        self.pages = server_of(None)
        self.workshop: Workshop | None = None
        self.rehearsal: Rehearsal | None = None
        self.notes: tuple[str, ...] = ()
        self._voted = 0.0
        self._pulse: Pulse | None = None
        self.plan = read_plan(folder)
        self._find_again()

    @property
    def order(self) -> tuple[Entry, ...]:
        """The running order of the room that is open, else the one that is prepared."""
        return self.workshop.room.order if self.workshop else self.plan.order

    @property
    def open(self) -> Workshop:
        """The room; RoomError while none is open."""
        if self.workshop is None:
            raise RoomError(presenter_messages.NOTHING_OPEN)
        return self.workshop

    # What is prepared

    def add(self, case: str, twin: str = "", point: int | None = None) -> None:
        """A decision point of a case, or of its twin; without *point* every one, of a twin those that differ."""
        chosen = self.bank.case_in_use(case)
        points: Iterable[int] = (point,) if point is not None else range(len(chosen.points))
        if point is None and twin in {listed.id for listed in chosen.twins}:
            points = range(chosen.changed_point(twin), len(chosen.points))
        added = (check_entry(new_entry(case, twin, number), self.bank) for number in points)
        self._order((*self.order, *added))

    def remove(self, id: str) -> None:
        """Take an entry out of the running order."""
        removed = self._entry(id)
        self._order(entry for entry in self.order if entry is not removed)

    def move(self, id: str, by: int) -> None:
        """Up where *by* is negative."""
        order = list(self.order)
        at = order.index(self._entry(id))
        order.insert(max(0, at + by), order.pop(at))
        self._order(order)

    def settle(self, plan: Plan) -> None:
        """Other settings; what of them belongs to an open room holds there too."""
        self._keep(plan)
        if self.workshop:
            settings = self.workshop.room.settings
            self.workshop.set(replace(settings, marks=plan.marks, tally_early=plan.tally_early))

    # The room

    def start(self) -> None:
        """Serve the pages, and open a room; where the pages cannot be served none is opened."""
        address = self.pages.start(self.plan.host) if self.plan.host else ""
        opened = open_room(self.bank, self.rooms, self._prepared(), self._settings(address), self.plan.keep)
        try:
            self._keep(replace(self.plan, room=opened.room.id))
        except StoreError:
            opened.delete()  # after a restart nobody would find it
            raise
        self.workshop = opened

    def rehearse(self) -> None:
        """The same with invented voters, in a database that goes with it; where pages cannot be served, without."""
        self.rehearsal = rehearse(self.bank, self._prepared(), self._settings("", rehearsal=True), folder=self.folder)
        self.workshop = self.rehearsal.workshop
        self.pages = self._server_of(self.rehearsal.url)
        self._keep(replace(self.plan, rehearsal=self.rehearsal.file.name))
        if self.plan.host:
            try:
                self._serve(self.plan.host)
            except RoomError as error:
                self.notes = (str(error),)

    def reopen(self) -> None:
        """The room that was ended last, where it is still kept."""
        self.workshop = resume_room(self.bank, self.rooms, self.plan.last)
        if self.workshop is None:
            self._keep(replace(self.plan, last=""))
            raise RoomError(presenter_messages.NOT_KEPT_ANY_MORE)
        self._keep(replace(self.plan, room=self.plan.last, last=""))

    def serve_on(self, host: str) -> None:
        """Other people may join from now on; '' ends the pages, and the hands are counted."""
        workshop = self.open
        if host:
            self._serve(host)
        else:
            self.pages.end()
            workshop.set(replace(workshop.room.settings, address=""))
        self._keep(replace(self.plan, host=host))

    def kept_until(self) -> datetime | None:
        """When the room that was ended last is deleted; None where it is gone."""
        room = self.rooms.room(self.plan.last) if self.plan.last else None
        return room.expires_at if room else None

    def end(self) -> None:
        """End the pages; the room is kept until its time, a rehearsal goes at once."""
        self.pages.end()
        if self.rehearsal:
            self.rehearsal.end()
            self._keep(replace(self.plan, rehearsal=""))
        elif self.workshop:
            self._keep(replace(self.plan, room="", last=self.workshop.room.id))
        self._nothing_open()

    def delete(self) -> None:
        """Remove the room with everything of it."""
        if not self.rehearsal:
            self.open.delete()
        self.end()
        self._keep(replace(self.plan, last=""))

    # Its steps

    def forward(self) -> None:
        """The next step; a vote that opens begins with the timer that is set."""
        self._begin_timer(self.open.forward())

    def back(self) -> None:
        """The last step taken back."""
        self.open.back()

    def go(self, step: Step) -> None:
        """Straight to a step of this case."""
        self._begin_timer(self.open.go(step))

    def look(self) -> None:
        """See what others have done to the room meanwhile; where it is gone, nothing is open any more."""
        workshop = self.open
        if self.rehearsal:
            self._let_vote(self.rehearsal)
        try:
            pulse = workshop.pulse()
            if pulse != self._pulse or pulse.version != workshop.room.version:
                workshop.refresh()
                self._pulse = pulse
        except RoomError:
            self._lost()

    def see_to_pages(self) -> None:
        """Serve them again where their process has ended; at the address that phones know, if that can be."""
        workshop = self.open
        if workshop.room.settings.address and self.pages.reached() is None:
            self._serve(self.plan.host)

    def _let_vote(self, rehearsal: Rehearsal) -> None:
        if open_round(self.open.step) is None:
            self._voted = 0.0
        elif self._voted < 1.0:
            self._voted = min(1.0, self._voted + VOTING_PART)
            rehearsal.vote(self._voted)

    def _begin_timer(self, room: Room) -> None:
        if self.plan.minutes and open_round(room.position.step):
            self.open.start_timer(60 * self.plan.minutes)

    def _serve(self, host: str) -> None:
        workshop = self.open
        address = self.pages.start(host, workshop.room.settings.address)
        if address != workshop.room.settings.address:
            workshop.set(replace(workshop.room.settings, address=address))

    def _prepared(self) -> tuple[Entry, ...]:
        if not self.plan.order:
            raise RoomError(presenter_messages.NO_CASE)
        return self.plan.order

    def _settings(self, address: str, rehearsal: bool = False) -> Settings:
        return Settings(self.plan.marks, self.plan.tally_early, rehearsal, address)

    def _order(self, order: Iterable[Entry]) -> None:
        entries = tuple(order)
        if len(entries) > ENTRIES_MAX:
            raise RoomError(presenter_messages.LONG_ORDER.format(most=ENTRIES_MAX))
        if self.workshop:
            self.workshop.set_order(entries)
        else:
            self._keep(replace(self.plan, order=entries))

    def _entry(self, id: str) -> Entry:
        found = next((entry for entry in self.order if entry.id == id), None)
        if found is None:
            raise RoomError(presenter_messages.NO_ENTRY)
        return found

    def _keep(self, plan: Plan) -> None:
        keep_plan(plan, self.folder)
        self.plan = plan

    def _lost(self) -> None:
        self.pages.end()
        self._keep(replace(self.plan, room="", rehearsal=""))
        self._nothing_open()

    def _nothing_open(self) -> None:
        self.workshop, self.rehearsal, self._pulse, self._voted = None, None, None, 0.0
        self.pages = self._server_of(None)

    def _find_again(self) -> None:
        """The room that was open before this kernel; of a rehearsal nothing is left."""
        if self.plan.rehearsal:
            database = abandoned_database(self.plan.rehearsal, self.folder)
            if database:
                self._server_of(url_of(database)).end()
                remove_database(database)
            self.notes = (presenter_messages.REHEARSAL_OVER,)
            self._keep(replace(self.plan, rehearsal=""))
        if self.plan.room:
            self.workshop = resume_room(self.bank, self.rooms, self.plan.room)
            if self.workshop is None:
                self.notes = (presenter_messages.ROOM_OVER,)
                self._keep(replace(self.plan, room=""))


def position_says(at: Position) -> str:
    """A position as a page names it, to tell whether it is still the one that was meant."""
    return f"{at.entry} {at.step}"
