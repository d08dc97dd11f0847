"""One room from the presenter's side: open it, take a step, take it back, count, show, keep, delete."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from carelevel import words
from carelevel.bank import Bank
from carelevel.core.answer import deciding_phrases
from carelevel.core.assess import Assessment, assess
from carelevel.core.ballot import (
    Advice,
    Ballot,
    Round,
    Shift,
    Sight,
    Tally,
    advice,
    agreement,
    choices,
    shift,
    sights,
    tally,
)
from carelevel.core.errors import RoomError, StoreError
from carelevel.core.room import LOBBY, OF_A_CASE, Entry, Position, Step, backward, onward, open_round
from carelevel.store.room_records import HeldRound, Pulse, Room, Settings
from carelevel.store.rooms import Rooms
from carelevel.words import report as report_words
from carelevel.words import room as room_words
from carelevel.workshop.slide import (
    TALLY_STEPS,
    Explain,
    Telling,
    View,
    empty_slide,
    reveal_slide,
    shift_slide,
    slide,
)
from carelevel.workshop.tokens import digest, new_code, new_token

Clock = Callable[[], datetime]

KEEP = timedelta(days=1)
"""How long a room is kept unless the facilitator says otherwise."""

LONGEST_KEEP = timedelta(days=366)

TRAIL = 100
"""Steps that can be taken back exactly; before those, the running order says where one came from."""

ROUNDS: tuple[Round, Round] = (1, 2)


def _now() -> datetime:
    return datetime.now(UTC)


def open_room(
    bank: Bank,
    rooms: Rooms,
    explain: Explain,
    order: Iterable[Entry] = (),
    settings: Settings | None = None,
    keep: timedelta = KEEP,
    clock: Clock = _now,
) -> Workshop:
    """A new room, in its lobby; rooms whose time is over are deleted on the way."""
    now = clock()
    rooms.delete_expired(now)
    entries = tuple(checked(entry, bank) for entry in order)
    for _ in range(20):
        room = Room(
            id=secrets.token_hex(8),
            code=new_code(),
            door=new_token(),
            order=entries,
            position=LOBBY,
            settings=settings or Settings(),
            slide=empty_slide(bank.criteria),
            created_at=now,
            expires_at=now + keep,
        )
        if rooms.open(room):
            return Workshop(bank, rooms, explain, room, clock)
    raise RoomError(room_words.ROOM_NO_CODE)


def resume_room(bank: Bank, rooms: Rooms, explain: Explain, id: str, clock: Clock = _now) -> Workshop | None:
    """The room of that id where it is still kept: a restarted notebook goes on with it."""
    rooms.delete_expired(clock())
    room = rooms.room(id)
    return None if room is None else Workshop(bank, rooms, explain, room, clock)


def entry(case: str, twin: str = "", point: int = 0) -> Entry:
    """A new entry for a running order; the same case may be entered more than once."""
    return Entry(secrets.token_hex(4), case, twin, point)


def checked(entry: Entry, bank: Bank) -> Entry:
    """An entry whose case, twin and decision point are there; BankError or RoomError where not."""
    case = bank.case(entry.case)
    if entry.twin and entry.twin not in {known.id for known in case.twins}:
        raise RoomError(room_words.ROOM_NO_TWIN.format(twin=entry.twin))
    points = len(case.telling(entry.twin or None))
    if not 0 <= entry.point < points:
        counted = words.counted(points, room_words.ROOM_POINTS)
        raise RoomError(room_words.ROOM_NO_POINT.format(case=entry.case, points=counted, point=entry.point))
    return entry


class Workshop:
    """One room. Every step is on disk when its method returns, and every step can be taken back.

    RoomError: the step cannot be taken now; BankError: the case cannot be read; StoreError: nothing was changed, or it
    was and only the answer was lost; then the next try finds it so.
    Not safe for threads by itself.
    """

    def __init__(self, bank: Bank, rooms: Rooms, explain: Explain, room: Room, clock: Clock = _now) -> None:
        self.bank, self.rooms, self.explain, self.room, self.clock = bank, rooms, explain, room, clock
        self._assessed: tuple[str, Assessment] | None = None
        self._unanswered: Room | None = None  # a step of which it is not known whether it was kept

    # Where the room is

    @property
    def step(self) -> Step:
        return self.room.position.step

    @property
    def telling(self) -> Telling | None:
        """The case that the room is at, read from the bank; None in the lobby and at the end."""
        return self._telling(self.room)

    @property
    def offered(self) -> tuple[str, ...]:
        return choices(self.bank.criteria)

    def refresh(self) -> Room:
        """The room as it is in the store now; RoomError where it is gone."""
        room = self.rooms.room(self.room.id)
        if room is None:
            raise RoomError(room_words.ROOM_GONE)
        self.room = room
        return room

    def pulse(self) -> Pulse:
        """Who joined and voted since: cheap enough to ask several times a second."""
        pulse = self.rooms.pulses([self.room.id]).get(self.room.id)
        if pulse is None:
            raise RoomError(room_words.ROOM_GONE)
        return pulse

    # Steps

    def forward(self) -> Room:
        return self._go(onward(self.room.order, self.room.position))

    def back(self) -> Room:
        """To where the room was before, however it came here; the votes of a closed round stay, and count again."""
        if self.room.trail:
            known = {entry.id for entry in self.room.order} | {""}
            *earlier, last = self.room.trail
            if last.entry in known:
                return self._go(last, trail=tuple(earlier))
        return self._go(backward(self.room.order, self.room.position), trail=())

    def go(self, step: Step) -> Room:
        """Straight to a step of this case, such as the reveal where everybody agrees."""
        if not self.room.position.entry or step not in OF_A_CASE:
            raise RoomError(room_words.ROOM_BAD_STEP)
        return self._go(Position(self.room.position.entry, step))

    def open_entry(self, id: str) -> Room:
        """To the first step of another case."""
        if id not in {entry.id for entry in self.room.order}:
            raise RoomError(room_words.ROOM_UNKNOWN_ENTRY.format(entry=id))
        return self._go(Position(id, Step.READING))

    def open_twin(self, twin: str) -> Room:
        """Put a twin of this case next in the running order, and go there."""
        here = self._here()
        case = here.case
        if twin not in {known.id for known in case.twins}:
            raise RoomError(room_words.ROOM_NO_TWIN.format(twin=twin))
        changed = entry(case.id, twin, case.changed_point(twin))
        at = self.room.order.index(here.entry) + 1
        order = (*self.room.order[:at], changed, *self.room.order[at:])
        return self._go(Position(changed.id, Step.READING), order=order)

    # The running order

    def set_order(self, order: Iterable[Entry]) -> Room:
        """Another running order; the case that the room is at, and those with votes, have to be in it."""
        entries = tuple(checked(entry, self.bank) for entry in order)
        ids = [entry.id for entry in entries]
        for id in ids:
            if ids.count(id) > 1:
                raise RoomError(room_words.ROOM_TWICE.format(entry=id))
        if self.room.position.entry and self.room.position.entry not in ids:
            raise RoomError(room_words.ROOM_ENTRY_HERE)
        held = {held.entry for held in self.rooms.rounds(self.room.id)}
        if any(known.id in held and known.id not in ids for known in self.room.order):
            raise RoomError(room_words.ROOM_ENTRY_VOTED)
        return self._change(order=entries)

    def add(self, case: str, twin: str = "", point: int = 0) -> Room:
        return self.set_order((*self.room.order, entry(case, twin, point)))

    def remove(self, id: str) -> Room:
        return self.set_order(known for known in self.room.order if known.id != id)

    # What is shown

    def show_tally(self, shown: bool) -> Room:
        """The first tally, once its round is closed; a step to another case hides it again."""
        return self._change(tally_shown=shown)

    def darken(self, blank: bool) -> Room:
        """Make the projected screen dark, or light again."""
        return self._change(blank=blank)

    def start_timer(self, seconds: int) -> Room:
        """Count down on every page; when it is over nothing closes by itself."""
        return self._change(timer_ends_at=self.clock() + timedelta(seconds=seconds))

    def stop_timer(self) -> Room:
        return self._change(timer_ends_at=None)

    def set(self, settings: Settings) -> Room:
        return self._change(settings=settings)

    def keep_until(self, time: datetime) -> Room:
        """When the room is deleted with everything of it; also where a case of it has left the bank."""
        if time <= self.clock():
            raise RoomError(room_words.ROOM_PAST)
        if time > self.clock() + LONGEST_KEEP:
            raise RoomError(report_words.TOO_LONG.format(days=LONGEST_KEEP.days))
        return self._put(replace(self.room, expires_at=time))

    def screen_link(self) -> str:
        """A token that opens the projector's page once, at /screen/<token>; an earlier one no longer does."""
        token = new_token()
        self.rooms.make_screen_link(self.room.id, digest(token))
        return token

    def delete(self) -> None:
        """Remove the room with everything of it, now."""
        self.rooms.delete(self.room.id)

    # Votes

    def count_hands(self, round: Round, hands: Mapping[str, int]) -> Room:
        """A show of hands for this case, level -> how many: counts beside the ballots, and replaces an earlier one."""
        if round not in ROUNDS:
            raise RoomError(room_words.ROOM_NO_ROUND.format(round=round))
        for level, count in hands.items():
            if level not in self.offered or type(count) is not int or count < 0:
                raise RoomError(room_words.ROOM_BAD_HANDS.format(level=level, count=count))
        return self._change([replace(self._held(self._here().entry.id, round), hands=dict(hands))])

    def hands(self) -> Mapping[Round, Mapping[str, int]]:
        """What was counted by hand in this case."""
        return self._hands(self._here().entry.id)

    def ballots(self) -> tuple[Ballot, ...]:
        """Both rounds' ballots on this case."""
        id = self._here().entry.id
        return self.rooms.ballots(self.room.id, id).get(id, ())

    def voted(self, round: Round) -> int:
        return self.rooms.voted(self.room.id, self._here().entry.id, round)

    def tally(self, round: Round) -> Tally:
        return tally(self.ballots(), round, self.offered, self._hands(self._here().entry.id).get(round))

    def shift(self) -> Shift:
        return shift(self.ballots(), self.offered, self._hands(self._here().entry.id))

    def assessment(self) -> Assessment:
        """What the criteria say of this case: for the presenter's eyes until the reveal."""
        return self._assess(self._here())

    def advice(self) -> Advice | None:
        """What the first vote suggests to do next; None before anybody has voted."""
        return advice(self.tally(1), self.assessment())

    def advice_says(self) -> str:
        """The same in words, for the presenter alone; '' before anybody has voted."""
        advised = self.advice()
        if advised is None:
            return ""
        share = agreement(self.tally(1), self.assessment())
        return room_words.ADVICE[advised].format(share=f"{100 * share:.0f}%")

    def sights(self, round: Round) -> tuple[Sight, ...]:
        """The deciding phrases of this case, and how many marked each."""
        evidence = self._here().point.evidence
        return sights(self.ballots(), round, deciding_phrases(evidence, self.assessment()))

    # How a step is taken

    def _go(self, to: Position, trail: tuple[Position, ...] | None = None, **changed: object) -> Room:
        here = self.room.position
        if to == here:
            return self.room
        if to.step is Step.END and not self.room.order:
            raise RoomError(room_words.ROOM_NO_ENTRY)
        walked = (*self.room.trail, here)[-TRAIL:] if trail is None else trail
        left, entered = open_round(here.step), open_round(to.step)
        rounds = []
        if left:
            rounds.append(replace(self._held(here.entry, left), closed_at=self.clock()))
        if entered:
            held = self._held(to.entry, entered)
            rounds.append(replace(held, opened_at=held.opened_at or self.clock(), closed_at=None))
        shown = self.room.tally_shown if to.entry == here.entry else self.room.settings.tally_early
        there = {"position": to, "trail": walked, "tally_shown": shown, "timer_ends_at": None, "blank": False}
        return self._change(rounds, **there, **changed)

    def _change(self, rounds: Iterable[HeldRound] = (), **changed: object) -> Room:
        """Put the room as it shall be into the store, with what everybody may see of it."""
        held = tuple(rounds)
        room = replace(self.room, **changed)  # type: ignore[arg-type]
        room = replace(room, order=self._read(room))
        return self._put(room, held, lambda: self._slide(room, held))

    def _put(self, room: Room, held: Iterable[HeldRound] = (), slide: Callable[[], View] | None = None) -> Room:
        try:
            kept = self.rooms.change(room, held, slide)
        except StoreError:
            self._unanswered = room
            raise
        if kept is None:
            kept = self.refresh()
            if room != self._unanswered or not _leads_to(room, kept):
                raise RoomError(room_words.ROOM_MOVED_ON)
        self.room, self._unanswered = kept, None
        return kept

    def _read(self, room: Room) -> tuple[Entry, ...]:
        """The running order, with the digest of the case that the room has come to."""
        return tuple(
            replace(known, digest=self.bank.case(known.case).digest)
            if known.id == room.position.entry and not known.digest
            else known
            for known in room.order
        )

    def _slide(self, room: Room, held: Iterable[HeldRound]) -> View:
        telling, step, criteria = self._telling(room), room.position.step, self.bank.criteria
        if telling is None:
            return empty_slide(criteria)
        hands = {**self._hands(telling.entry.id), **{one.round: one.hands for one in held}}
        if step not in (Step.SHIFT, Step.REVEAL) and not (room.tally_shown and step in TALLY_STEPS):
            round = open_round(step)
            return slide(telling, step, criteria, hands=sum(hands.get(round, {}).values()) if round else 0)
        ballots = self.rooms.ballots(room.id, telling.entry.id).get(telling.entry.id, ())
        moved = shift(ballots, self.offered, hands)
        if step is Step.SHIFT:
            return shift_slide(telling, moved, criteria)
        if step is Step.REVEAL:
            return reveal_slide(telling, moved, self._assess(telling), criteria, self.explain)
        return slide(telling, step, criteria, moved.first)

    def _telling(self, room: Room) -> Telling | None:
        for number, known in enumerate(room.order):
            if known.id == room.position.entry:
                return Telling(known, self.bank.case(known.case), number + 1, len(room.order))
        return None

    def _here(self) -> Telling:
        telling = self.telling
        if telling is None:
            raise RoomError(room_words.ROOM_NO_ENTRY)
        return telling

    def _assess(self, telling: Telling) -> Assessment:
        key = f"{telling.entry.id} {telling.case.digest}"
        if self._assessed is None or self._assessed[0] != key:
            self._assessed = (key, assess(telling.point.findings, self.bank.criteria))
        return self._assessed[1]

    def _held(self, entry: str, round: Round) -> HeldRound:
        held = {(one.entry, one.round): one for one in self.rooms.rounds(self.room.id)}
        return held.get((entry, round), HeldRound(self.room.id, entry, round))

    def _hands(self, entry: str) -> Mapping[Round, Mapping[str, int]]:
        return {one.round: one.hands for one in self.rooms.rounds(self.room.id) if one.entry == entry}


def _leads_to(wanted: Room, now: Room) -> bool:
    """Whether a step was kept after all, and only the answer was lost."""
    others = {"version": now.version, "joined": now.joined, "votes": now.votes, "slide": now.slide}
    return now.version == wanted.version + 1 and replace(wanted, **others) == now  # type: ignore[arg-type]
