"""A facilitator at work: what is prepared, the room that is open or rehearsed, and the pages that serve it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from carelevel.analytics.assessed_points import Assessed, assessed
from carelevel.analytics.criteria_parts import CriteriaPart
from carelevel.bank import Bank
from carelevel.core.case import Case
from carelevel.core.errors import RoomError, StoreError
from carelevel.core.room_state import Entry, Pulse, Room, Settings, Step, open_round, takes_votes
from carelevel.messages import presenter as presenter_messages
from carelevel.store.address import url_of
from carelevel.store.rooms import Rooms
from carelevel.workshop.addresses import HERE
from carelevel.workshop.arrivals import Arrivals
from carelevel.workshop.audience import AudienceServer
from carelevel.workshop.expiry import Expiry
from carelevel.workshop.minutes import JOINING, entry_minutes
from carelevel.workshop.plan import ENTRIES_MAX, TASTES, Plan, keep_plan, read_plan
from carelevel.workshop.proposal import Candidate, propose
from carelevel.workshop.rehearsal import Rehearsal, abandoned_database, rehearse, remove_database
from carelevel.workshop.running_order import cases_in_use, check_entry, new_entry, transfer_of
from carelevel.workshop.workshop import Workshop, open_room, resume_room

VOTING_PART = 0.12
"""The part of the invented voters that votes at each look."""


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
        self._expiry, self.arrivals = Expiry(rooms), Arrivals()
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

    def add(self, case: str, twin: str = "", point: int | None = None) -> int:
        """A decision point of a case, or of its twin; without *point* every one, of a twin those that differ.

        How many they are.
        """
        chosen = self.bank.case_in_use(case)
        points: Iterable[int] = (point,) if point is not None else range(len(chosen.points))
        if point is None and twin in {listed.id for listed in chosen.twins}:
            points = range(chosen.changed_point(twin), len(chosen.points))
        added = [check_entry(new_entry(case, twin, number), self.bank) for number in points]
        self._order((*self.order, *added))
        return len(added)

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

    def ask_first(self, id: str, wanted: bool) -> None:
        """Have the room ask before it decides, or read the story; RoomError once it has come to that case."""
        entry = self._entry(id)
        if entry.digest:
            raise RoomError(presenter_messages.MET)
        self._order(replace(other, ask_first=wanted) if other is entry else other for other in self.order)

    def minutes(self) -> tuple[int | None, ...]:
        """How long each entry of the running order may take; None where its case cannot be read now."""
        return tuple(entry_minutes(entry, self.order, self.bank, self.plan) for entry in self.order)

    def total_minutes(self) -> int:
        """How long the whole running order may take, with the time to join."""
        return JOINING + sum(taken or 0 for taken in self.minutes())

    def propose(self, minutes: int, wanted: Collection[CriteriaPart]) -> tuple[Candidate, ...]:
        """Add what fits into *minutes*, with what is in the running order already and the time to join."""
        proposed = propose(self._candidates(), wanted, minutes - self.total_minutes())
        added = [new_entry(candidate.case, point=candidate.point) for candidate in proposed]
        self._order((*self.order, *added))
        return proposed

    def _candidates(self) -> Iterator[Candidate]:
        """Every decision point of the cases in use that the running order does not hold."""
        met = {entry.case for entry in self.order}
        for case in cases_in_use(self.bank):
            for point in () if case.id in met else assessed(case, self.bank.criteria):
                if not point.twin:
                    yield self._candidate(case, point)

    def _candidate(self, case: Case, point: Assessed) -> Candidate:
        entry = new_entry(case.id, point=point.number)
        minutes = entry_minutes(entry, self.order, self.bank, self.plan)
        twin = bool(self.plan.third_vote and transfer_of(entry, self.order, self.bank))
        return Candidate(case.id, point.number, point.level, point.exercised, minutes or 0, case.ease, twin)

    def settle(self, plan: Plan) -> None:
        """Other settings; what of them belongs to an open room holds there too."""
        self._keep(**{name: getattr(plan, name) for name in TASTES})
        if self.workshop:
            settings = self.workshop.room.settings
            chosen = replace(
                settings, marks=plan.marks, tally_early=plan.tally_early, third_vote=plan.third_vote, pairs=plan.pairs
            )
            self.workshop.set(chosen)

    # The room

    def start(self) -> None:
        """Serve the pages, and open a room; where the pages cannot be served none is opened."""
        address = self.pages.start(self.plan.host) if self.plan.host else ""
        opened = open_room(self.bank, self.rooms, self._prepared(), self._settings(address))
        try:
            self._keep(room=opened.room.id)
        except StoreError:
            opened.delete()  # after a restart nobody would find it
            raise
        self.workshop = opened

    def rehearse(self) -> None:
        """The same with invented voters, in a database that goes with it; where pages cannot be served, without."""
        self.rehearsal = rehearse(self.bank, self._prepared(), self._settings("", rehearsal=True), folder=self.folder)
        self.workshop = self.rehearsal.workshop
        self.pages = self._server_of(self.rehearsal.url)
        self._keep(rehearsal=self.rehearsal.file.name)
        if self.plan.host and not self._server_of(None).public:  # pages of this computer's are no phone's there
            try:
                self._serve(self.plan.host)
            except RoomError as error:
                self.notes = (str(error),)

    def reopen(self) -> None:
        """The room that was ended last, where it is still kept."""
        workshop = resume_room(self.bank, self.rooms, self.plan.last)
        if workshop is None:
            self._keep(last="")
            raise RoomError(presenter_messages.NOT_KEPT_ANY_MORE)
        workshop.reopen()
        self._keep(room=self.plan.last, last="")
        self.workshop = workshop

    def serve_on(self, host: str) -> None:
        """Other people may join from now on; '' ends the pages, and the hands are counted."""
        workshop = self.open
        if host:
            self._serve(host)
        else:
            workshop.set(replace(workshop.room.settings, address="", door_closed=True))
            self.pages.end()
        self._keep(host=host)

    def screen_address(self) -> str:
        """Where a second screen is opened; where nobody joins, pages of this computer's alone serve it."""
        return self.open.room.settings.address or self.pages.start(HERE)

    def kept_until(self) -> datetime | None:
        """When the room that was ended last is deleted; None where it is gone."""
        room = self.rooms.room(self.plan.last) if self.plan.last else None
        return room.expires_at if room and not room.is_open else None

    def end(self) -> None:
        """Thank everybody, then end the pages; the room is kept for its time, a rehearsal goes at once."""
        workshop = self.open
        workshop.end(self.plan.keep)
        self.pages.end()
        if self.rehearsal:
            self.rehearsal.end()
            self._keep(rehearsal="")
        else:
            self._keep(room="", last=workshop.room.id)
        self._nothing_open()

    def delete(self) -> None:
        """Remove the room with everything of it."""
        workshop, is_kept = self.open, not self.rehearsal
        self.end()
        if is_kept:
            workshop.delete()
        self._keep(last="")

    def minutes_at(self, step: Step) -> int | None:
        """What is set for a step, 0 without a limit; None where no timer can run."""
        if takes_votes(step):
            return self.plan.minutes
        return self.plan.talk_minutes if step is Step.DISCUSSION else None

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

    def ask(self, question: str) -> None:
        """Ask it, whatever the vote says."""
        self.open.ask(question)

    def skip(self) -> None:
        """What would come next is left out: the vote on a twin, or further questions."""
        if self.open.next.step is Step.VOTE_3:
            self.open.skip_twin()
        else:
            self.go(Step.VOTE_1)

    def look(self) -> None:
        """See what others have done to the room meanwhile; where it is over, nothing is open any more."""
        workshop = self.open
        if self.rehearsal:
            self._let_vote(self.rehearsal)
        else:
            self._expiry.tidy()
        try:
            pulse = workshop.pulse()
            if pulse != self._pulse or pulse.version != workshop.room.version:
                workshop.refresh()
                self._pulse = pulse
        except RoomError:
            self._lost()
            return
        if not workshop.room.is_open:
            self._lost()

    def voted(self) -> int:
        """How many have voted in the vote that is open, by phone; 0 while none is."""
        room, chosen = self.open.room, self._chosen()
        voted = sum(chosen.values())
        self.arrivals.look(f"{room.id} {position_says(room)}" if takes_votes(room.position.step) else "", voted)
        return voted

    def chosen(self) -> Mapping[str, int] | None:
        """What they have chosen there so far, by phone and by hand; None while no vote is open, or not wanted."""
        if not self.plan.watch or not takes_votes(self.open.step):
            return None
        round = open_round(self.open.step)
        return Counter(self._chosen()) + Counter(self.open.hands().get(round, {}) if round else {})

    def _chosen(self) -> Mapping[str, int]:
        workshop, round = self.open, open_round(self.open.step)
        if workshop.step is Step.ASKING:
            return workshop.wishes()
        return workshop.rooms.chosen(workshop.room.id, workshop.room.position.entry, round) if round else {}

    def see_to_pages(self) -> None:
        """Serve them again where their process has ended; at the address that phones know, if that can be."""
        workshop = self.open
        if not self._is_ours(workshop):
            self._nothing_open()
        elif workshop.room.settings.address and self.pages.reached(workshop.room.id) is None:
            self._serve(self.plan.host)

    def _is_ours(self, workshop: Workshop) -> bool:
        """Whether this room is still the one that is led: another kernel's card may have ended it."""
        plan = read_plan(self.folder)
        if self.rehearsal:
            return plan.rehearsal == self.rehearsal.file.name
        kept = self.rooms.room(workshop.room.id)
        return plan.room == workshop.room.id and kept is not None and kept.is_open

    def _let_vote(self, rehearsal: Rehearsal) -> None:
        if not takes_votes(self.open.step):
            self._voted = 0.0
        elif self._voted < 1.0:
            self._voted = min(1.0, self._voted + VOTING_PART)
            rehearsal.vote(self._voted)

    def _begin_timer(self, room: Room) -> None:
        minutes = self.minutes_at(room.position.step)
        if minutes:
            self.open.start_timer(60 * minutes)

    def _serve(self, host: str) -> None:
        workshop = self.open
        address = self.pages.start(host, workshop.room.settings.address)
        settings = replace(workshop.room.settings, address=address)
        if not workshop.room.settings.address:
            settings = replace(settings, door_closed=False)
        if settings != workshop.room.settings:
            workshop.set(settings)

    def _prepared(self) -> tuple[Entry, ...]:
        if not self.plan.order:
            raise RoomError(presenter_messages.NO_CASE)
        return self.plan.order

    def _settings(self, address: str, rehearsal: bool = False) -> Settings:
        """Without an address nobody comes in, wherever else pages of this database are served."""
        plan = self.plan
        return Settings(
            marks=plan.marks,
            tally_early=plan.tally_early,
            third_vote=plan.third_vote,
            pairs=plan.pairs,
            rehearsal=rehearsal,
            address=address,
            door_closed=not (address or rehearsal),
        )

    def _order(self, order: Iterable[Entry]) -> None:
        entries = tuple(order)
        if len(entries) > ENTRIES_MAX:
            raise RoomError(presenter_messages.LONG_ORDER.format(most=ENTRIES_MAX))
        if self.workshop:
            self.workshop.set_order(entries)
        else:
            self._keep(order=entries)

    def _entry(self, id: str) -> Entry:
        found = next((entry for entry in self.order if entry.id == id), None)
        if found is None:
            raise RoomError(presenter_messages.NO_ENTRY)
        return found

    def _keep(self, **changed: Any) -> None:
        """Change the plan as it is kept now: another kernel may have changed the rest of it."""
        plan = replace(read_plan(self.folder), **changed)
        keep_plan(plan, self.folder)
        self.plan = plan

    def _lost(self) -> None:
        """The room is over; its pages go with it, unless they are another room's by now."""
        room, plan = self.open.room, read_plan(self.folder)
        if plan.room == room.id or self.rehearsal:
            self.pages.end()
            self._keep(room="", rehearsal="", last="" if room.is_open else room.id)
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
            self._keep(rehearsal="")
        if self.plan.room:
            found = resume_room(self.bank, self.rooms, self.plan.room)
            if found and not found.room.is_open and found.step is not Step.END:
                found.reopen()  # an earlier version gave a room its time at the beginning
            if found is None or not found.room.is_open:
                self.notes = (presenter_messages.ROOM_OVER,)
                self._keep(room="", last="" if found is None else self.plan.room)
            else:
                self.workshop = found


def position_says(room: Room) -> str:
    """Where a room is, as a page names it, to tell whether it is still the one that was meant."""
    asked = room.entry.asked if room.entry else ()
    return f"{room.position.entry} {len(asked)} {room.position.step}"
