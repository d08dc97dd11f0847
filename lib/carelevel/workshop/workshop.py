"""One room from the presenter's side: open it, take a step, take it back, count hands, show, keep, delete."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from carelevel.bank import Bank
from carelevel.core.assess import assess
from carelevel.core.ballot import ROUNDS, Round, agreeing, shift, tally
from carelevel.core.errors import RoomError, StoreError
from carelevel.core.of_id import of_id
from carelevel.core.question_vote import leading, questions_left
from carelevel.core.room_state import (
    END,
    JUST_CLOSED,
    LOBBY,
    NEVER,
    OF_THE_TWIN,
    Entry,
    HeldRound,
    Position,
    Pulse,
    Room,
    Settings,
    Step,
    backward,
    closed_round,
    onward,
    open_round,
    steps_of,
    story_is_out,
)
from carelevel.core.transfer import transfer
from carelevel.messages import report as report_messages
from carelevel.messages import room as room_messages
from carelevel.store.rooms import Rooms
from carelevel.workshop.expiry import utc_now
from carelevel.workshop.interview_slide import asking_slide, notes_slide, told_slide, way_slide
from carelevel.workshop.running_order import (
    case_at_hand,
    check_entry,
    check_twin,
    new_entry,
    with_digest,
    with_transfers,
)
from carelevel.workshop.slide import (
    TALLY_STEPS,
    PresentedEntry,
    changed_slide,
    difference_slide,
    empty_slide,
    reveal_slide,
    shift_slide,
    slide,
    told_so_far,
)
from carelevel.workshop.slide_record import InterviewSlide, Slide
from carelevel.workshop.tokens import digest, new_code, new_token
from carelevel.workshop.votes import CaseVotes

Clock = Callable[[], datetime]

KEEP_DAYS_MAX = 366
"""So long a room can be kept, counted from the day on which that is set."""

TRAIL_STEPS_MAX = 100
"""Steps that can be taken back exactly; before those, the running order says where one came from."""

CODES_TRIED = 20
"""So many codes are drawn for a new room until one is free."""

EARLIER_CODES_MAX = 20
"""So many are known to whoever has joined by one of them."""


def open_room(
    bank: Bank,
    rooms: Rooms,
    order: Iterable[Entry] = (),
    settings: Settings | None = None,
    clock: Clock = utc_now,
) -> Workshop:
    """A new room, in its lobby."""
    entries = with_transfers((check_entry(entry, bank) for entry in order), bank)
    for _ in range(CODES_TRIED):
        room = Room(
            id=secrets.token_hex(8),
            code=new_code(),
            door=new_token(),
            order=entries,
            position=LOBBY,
            settings=settings or Settings(),
            slide=empty_slide(bank.criteria).row(),
            created_at=clock(),
            expires_at=NEVER,
        )
        if rooms.open(room):
            return Workshop(bank, rooms, room, clock)
    raise RoomError(room_messages.ROOM_NO_CODE)


def resume_room(bank: Bank, rooms: Rooms, id: str, clock: Clock = utc_now) -> Workshop | None:
    """The room of that id where its time is not over: a restarted notebook goes on with it."""
    room = rooms.room(id)
    return None if room is None or room.expires_at <= clock() else Workshop(bank, rooms, room, clock)


class Workshop(CaseVotes):
    """One room. Every step is on disk when its method returns, and every step can be taken back.

    Not safe for threads by itself.

    Raises
    ------
    RoomError
        The step cannot be taken now.
    BankError
        The case cannot be read.
    StoreError
        Nothing was changed, or it was and only the answer was lost; then the next try finds it so.
    """

    def __init__(self, bank: Bank, rooms: Rooms, room: Room, clock: Clock = utc_now) -> None:
        super().__init__(bank, rooms, room)
        self.clock = clock
        self._unanswered: Room | None = None  # a step of which it is not known whether it was kept

    # Where the room is

    @property
    def step(self) -> Step:
        """What the room is doing now."""
        return self.room.position.step

    def refresh(self) -> Room:
        """The room as it is in the store now; RoomError where it is gone."""
        room = self.rooms.room(self.room.id)
        if room is None:
            raise RoomError(room_messages.ROOM_GONE)
        self.room = room
        return room

    def pulse(self) -> Pulse:
        """Who joined and voted since: cheap enough to ask several times a second."""
        pulse = self.rooms.pulses([self.room.id]).get(self.room.id)
        if pulse is None:
            raise RoomError(room_messages.ROOM_GONE)
        return pulse

    # Steps

    @property
    def next(self) -> Position:
        """Where the next step leads."""
        return onward(self.room.order, self.room.position, third_vote=self.room.settings.third_vote)

    @property
    def previous(self) -> Position:
        """Where the step back leads: to where the room was before, else to what comes before in the running order."""
        return self._retraced[0]

    @property
    def _retraced(self) -> tuple[Position, tuple[Position, ...]]:
        """Where the step back leads, and how the room had come there."""
        last = self.room.trail[-1] if self.room.trail else None
        if last and last.entry in {"", *(entry.id for entry in self.room.order)}:
            return last, self.room.trail[:-1]
        return backward(self.room.order, self.room.position, third_vote=self.room.settings.third_vote), ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """Those of the case that the room is at; none in the lobby and at the end."""
        entry = self.room.entry
        third_vote = self.room.settings.third_vote or self.step in OF_THE_TWIN
        return steps_of(entry, third_vote=third_vote) if entry else ()

    @property
    def rounds(self) -> tuple[Round, ...]:
        """Those of the case that the room is at."""
        return tuple(round for round in map(open_round, self.steps) if round)

    def forward(self) -> Room:
        """To the next step of this case, else to the next case, else to the end; an interview asks what leads."""
        return self._go(self.next)

    def back(self) -> Room:
        """To where the room was before, however it came here; the votes of a closed round stay, and count again."""
        to, trail = self._retraced
        order = self._with_asked(self.room, lambda asked: asked[:-1]) if self._is_untold(to) else None
        return self._go(to, trail=trail, order=order)

    def _is_untold(self, to: Position) -> bool:
        """Whether the step back takes back what came of the last vote on a question."""
        here = self.room.position
        return here.step is Step.TOLD and to.entry == here.entry and to.step in (Step.ASKING, Step.TOLD)

    @property
    def can_back(self) -> bool:
        """Whether there is a step to take back."""
        return self.previous != self.room.position or self._is_untold(self.previous)

    def votes_at(self, to: Position, *, back: bool = False) -> int:
        """How many votes and hands stay, and count again, where *to* opens a vote that was held before; else 0.

        *back*: by the step back, which takes back what came of a vote too.
        """
        if to.step is Step.ASKING:
            asked = of_id(self.room.order, to.entry).asked
            return sum(self._wishes(to.entry, len(asked) - (back and self._is_untold(to))).values())
        round = open_round(to.step)
        if round is None:
            return 0
        return self.rooms.voted(self.room.id, to.entry, round) + sum(self._round(to.entry, round).hands.values())

    def ask(self, question: str) -> Room:
        """Ask it, whatever the vote says, which is closed where it is open; RoomError where it cannot be asked now."""
        if self.step not in (Step.ASKING, Step.TOLD) or question not in self.questions_left():
            raise RoomError(room_messages.ROOM_NO_SUCH_QUESTION)
        moved, rounds = self._moved(Position(self.room.position.entry, Step.TOLD))
        return self._show(replace(moved, order=self._with_asked(moved, lambda asked: (*asked, question))), rounds)

    def go(self, step: Step) -> Room:
        """Straight to a step of this case, such as the reveal where everybody agrees."""
        if step not in self.steps:
            raise RoomError(room_messages.ROOM_BAD_STEP)
        return self._go(Position(self.room.position.entry, step))

    def skip_twin(self) -> Room:
        """To the next case, else to the end, without a vote on the twin."""
        return self._go(onward(self.room.order, self.room.position, third_vote=False))

    def open_entry(self, id: str) -> Room:
        """To the first step of another case."""
        if id not in {entry.id for entry in self.room.order}:
            raise RoomError(room_messages.ROOM_UNKNOWN_ENTRY.format(entry=id))
        return self._go(Position(id, of_id(self.room.order, id).first_step))

    def open_twin(self, twin: str) -> Room:
        """Put a twin of this case next in the running order, and go there."""
        here = self._here()
        case = here.case
        check_twin(twin, case)
        changed = new_entry(case.id, twin, case.changed_point(twin))
        at = self.room.order.index(here.entry) + 1
        order = (*self.room.order[:at], changed, *self.room.order[at:])
        return self._go(Position(changed.id, Step.READING), order=order)

    # The running order

    def set_order(self, order: Iterable[Entry]) -> Room:
        """Another running order; the case that the room is at, and those with votes, have to be in it."""
        entries = with_transfers((check_entry(entry, self.bank) for entry in order), self.bank)
        ids = [entry.id for entry in entries]
        for id in ids:
            if ids.count(id) > 1:
                raise RoomError(room_messages.ROOM_TWICE.format(entry=id))
        if self.room.position.entry and self.room.position.entry not in ids:
            raise RoomError(room_messages.ROOM_ENTRY_HERE)
        voted_on = {held.entry for held in self.rooms.rounds(self.room.id)}
        if any((entry.asked or entry.id in voted_on) and entry.id not in ids for entry in self.room.order):
            raise RoomError(room_messages.ROOM_ENTRY_VOTED)
        return self._show(replace(self.room, order=entries))

    # What is shown

    def show_tally(self, visible: bool) -> Room:
        """The first tally, once its round is closed; a step to another case hides it again."""
        return self._show(replace(self.room, tally_shown=visible))

    def darken(self, blank: bool) -> Room:
        """Blank the projected screen, or show it again."""
        return self._show(replace(self.room, blank=blank))

    def show_joining(self, shown: bool) -> Room:
        """How to join, for whoever comes late, in the place of the step; the next step hides it again."""
        return self._put(replace(self.room, settings=replace(self.room.settings, joining_shown=shown), blank=False))

    def color(self, night: bool) -> Room:
        """A dark picture, or a light one, on every screen."""
        return self._put(replace(self.room, settings=replace(self.room.settings, night=night)))

    def start_timer(self, seconds: int) -> Room:
        """Count down on every page; when it is over nothing closes by itself."""
        return self._show(replace(self.room, timer_ends_at=self.clock() + timedelta(seconds=seconds)))

    def stop_timer(self) -> Room:
        """No countdown any more."""
        return self._show(replace(self.room, timer_ends_at=None))

    def set(self, settings: Settings) -> Room:
        """Other settings."""
        return self._show(replace(self.room, settings=settings))

    def keep_until(self, time: datetime) -> Room:
        """When the room is deleted with everything of it; also where a case of it has left the bank."""
        if self.room.is_open:
            raise RoomError(room_messages.ROOM_OPEN)
        if time <= self.clock():
            raise RoomError(room_messages.ROOM_PAST)
        if time > self.clock() + timedelta(days=KEEP_DAYS_MAX):
            raise RoomError(report_messages.TOO_LONG.format(days=KEEP_DAYS_MAX))
        return self._put(replace(self.room, expires_at=time))

    def screen_link(self) -> str:
        """A token that opens the projector's page once, at /screen/<token>; an earlier one no longer does."""
        token = new_token()
        self.rooms.make_screen_link(self.room.id, digest(token))
        return token

    def delete(self) -> None:
        """Remove the room with everything of it, now."""
        self.rooms.delete(self.room.id)

    def count_hands(self, round: Round, hands: Mapping[str, int]) -> Room:
        """A show of hands for this case, level -> how many: counts beside the ballots, and replaces an earlier one."""
        if round not in ROUNDS:
            raise RoomError(room_messages.ROOM_NO_ROUND.format(round=round))
        for level, count in hands.items():
            if level not in self.offered or type(count) is not int or count < 0:
                raise RoomError(room_messages.ROOM_BAD_HANDS.format(level=level, count=count))
        held = replace(self._round(self._here().entry.id, round), hands=dict(hands))
        return self._show(self.room, [held])

    # Its beginning and its end

    def close_door(self, closed: bool) -> Room:
        """Nobody else comes in, or others again."""
        return self._put(replace(self.room, settings=replace(self.room.settings, door_closed=closed)))

    def let_halls_in(self) -> Room:
        """One address may take any number of seats from now on."""
        return self._put(replace(self.room, settings=replace(self.room.settings, whole_halls=True)))

    def renew_code(self) -> Room:
        """Another code and QR code to join by; whoever is in stays in."""
        earlier = (self.room.code, *self.room.settings.earlier_codes)[:EARLIER_CODES_MAX]
        room = replace(self.room, settings=replace(self.room.settings, earlier_codes=earlier))
        for _ in range(CODES_TRIED):
            renewed = self.rooms.renew(room, new_code(), new_token())
            if renewed:
                self.room = renewed
                return renewed
            if self.refresh().version != room.version:
                raise RoomError(room_messages.ROOM_MOVED_ON)
        raise RoomError(room_messages.ROOM_NO_CODE)

    def end(self, keep: timedelta) -> Room:
        """Thank everybody, and take no join and no vote any more; the room is kept for so long from now on."""
        moved, rounds = self._moved(END)
        return self._show(replace(moved, expires_at=self.clock() + keep), rounds)

    def reopen(self) -> Room:
        """Go on with a room that was ended, from where it was; an earlier version left it at its step."""
        self._put(replace(self.room, expires_at=NEVER))
        return self.back() if self.step is Step.END else self.room

    # How a step is taken

    def _go(
        self, to: Position, trail: tuple[Position, ...] | None = None, order: tuple[Entry, ...] | None = None
    ) -> Room:
        here = self.room.position
        if to == here and order is None:
            return self.room
        if to.step is Step.END and not self.room.order:
            raise RoomError(room_messages.ROOM_NO_ENTRY)
        moved, rounds = self._moved(to)
        moved = replace(
            moved, trail=moved.trail if trail is None else trail, order=moved.order if order is None else order
        )
        asks = trail is None and to == Position(here.entry, Step.TOLD) and here.step is Step.ASKING
        return self._show(moved, rounds, self._with_leading if asks else None)

    def _moved(self, to: Position) -> tuple[Room, list[HeldRound]]:
        """The room at *to*, and the rounds that close and open on the way."""
        here = self.room.position
        walked = (*self.room.trail, here)[-TRAIL_STEPS_MAX:]
        closing, opening = open_round(here.step), open_round(to.step)
        rounds = []
        if closing:
            rounds.append(replace(self._round(here.entry, closing), closed_at=self.clock()))
        if opening:
            held = self._round(to.entry, opening)
            rounds.append(replace(held, opened_at=held.opened_at or self.clock(), closed_at=None))
        visible = self.room.tally_shown if to.entry == here.entry else self.room.settings.tally_early
        settings = replace(self.room.settings, joining_shown=False)
        moved = replace(
            self.room,
            position=to,
            trail=walked,
            tally_shown=visible,
            timer_ends_at=None,
            blank=False,
            settings=settings,
        )
        return moved, rounds

    def _show(
        self, room: Room, rounds: Iterable[HeldRound] = (), counted: Callable[[Room], Room] | None = None
    ) -> Room:
        """Put the room as it shall be into the store, with what everybody may see of it.

        *counted*: what comes of a vote that closes here.
        """
        held = tuple(rounds)
        room = with_digest(room, self.bank)

        def completed() -> Room:
            final = counted(room) if counted else room
            return replace(final, slide=self._slide(final, held).row())

        return self._put(room, held, completed)

    def _put(self, room: Room, rounds: Iterable[HeldRound] = (), completed: Callable[[], Room] | None = None) -> Room:
        try:
            kept = self.rooms.change(room, rounds, completed)
        except StoreError:
            self._unanswered = room
            raise
        if kept is None:
            kept = self.refresh()
            if room != self._unanswered or not _leads_to(room, kept):
                raise RoomError(room_messages.ROOM_MOVED_ON)
        self.room, self._unanswered = kept, None
        return kept

    def _with_leading(self, room: Room) -> Room:
        """The room with the question that most want to be asked; RoomError where nobody has voted."""
        presented = case_at_hand(room, self.bank)
        assert presented is not None
        entry, criteria = presented.entry, self.bank.criteria
        wishes = self._wishes(entry.id, len(entry.asked))
        found = leading(wishes, questions_left(entry.questions, criteria))
        if found is None:
            raise RoomError(room_messages.ROOM_NO_QUESTION)
        return replace(room, order=self._with_asked(room, lambda asked: (*asked, found.question)))

    @staticmethod
    def _with_asked(room: Room, changed: Callable[[tuple[str, ...]], tuple[str, ...]]) -> tuple[Entry, ...]:
        """The running order with other outcomes at the entry that the room is at."""
        return tuple(
            replace(entry, asked=changed(entry.asked)) if entry.id == room.position.entry else entry
            for entry in room.order
        )

    def _slide(self, room: Room, rounds: Iterable[HeldRound]) -> Slide:
        """What everybody may see; of an interview what was told, until the reveal."""
        presented, step = case_at_hand(room, self.bank), room.position.step
        if presented is None:
            return empty_slide(self.bank.criteria)
        made = replace(self._story_slide(room, presented, rounds), voted=self._just_voted(room, rounds))
        if step is not Step.WAY and story_is_out(presented.entry, step):
            return made
        return told_so_far(made, self._interview(room, presented))

    def _just_voted(self, room: Room, rounds: Iterable[HeldRound]) -> int | None:
        """How many voted or raised a hand in the vote that *room* has just closed; None at any other step."""
        entry, step = room.position.entry, room.position.step
        round = closed_round(step)
        if round is None or step not in JUST_CLOSED:
            return None
        changed = next((held for held in rounds if held.round == round), None)
        held = changed or self._round(entry, round)
        return self.rooms.voted(room.id, entry, round) + sum(held.hands.values())

    def _interview(self, room: Room, presented: PresentedEntry) -> InterviewSlide:
        entry, step, criteria = presented.entry, room.position.step, self.bank.criteria
        if step is Step.ASKING:
            return asking_slide(entry, presented.interviewee, criteria)
        if step is Step.TOLD:
            wishes = self.counted_wishes(room, entry.id, len(entry.asked) - 1)
            return told_slide(entry, presented.interviewee, criteria, wishes)
        if step is Step.WAY:
            return way_slide(entry, presented.interviewee, self._assess(presented), criteria)
        return notes_slide(entry, presented.interviewee, criteria)

    def _story_slide(self, room: Room, presented: PresentedEntry, rounds: Iterable[HeldRound]) -> Slide:
        step, criteria = room.position.step, self.bank.criteria
        hands = {**self._hands(presented.entry.id), **{held.round: held.hands for held in rounds}}
        if step is Step.CLOSED_3:
            return changed_slide(presented, criteria)
        if step is Step.DIFFERENCE:
            return self._difference(presented, hands)
        if step not in (Step.SHIFT, Step.REVEAL) and not (room.tally_shown and step in TALLY_STEPS):
            round = open_round(step)
            return slide(presented, step, criteria, hands=sum(hands.get(round, {}).values()) if round else 0)
        moved = shift(self._ballots(presented.entry.id), self.offered, hands)
        if step is Step.SHIFT:
            return shift_slide(presented, moved, criteria)
        if step is Step.REVEAL:
            return reveal_slide(presented, moved, self._assess(presented), criteria)
        return slide(presented, step, criteria, moved.first)

    def _difference(self, presented: PresentedEntry, hands: Mapping[Round, Mapping[str, int]]) -> Slide:
        """What came of the vote on the twin, which *presented* tells."""
        ballots, now = self._ballots(presented.entry.id), self._assess(presented)
        before = assess(presented.case.points[presented.entry.point].findings, self.bank.criteria)
        return difference_slide(
            presented,
            tally(ballots, 3, self.offered, hands.get(3)),
            before,
            now,
            transfer(ballots, agreeing(before), agreeing(now), self.offered, hands),
            self.bank.criteria,
        )


def _leads_to(wanted: Room, now: Room) -> bool:
    """Whether a step was kept after all, and only the answer was lost."""
    kept = replace(
        wanted, version=now.version, joined=now.joined, votes=now.votes, slide=now.slide, order=_counted(wanted, now)
    )
    return now.version == wanted.version + 1 and kept == now


def _counted(wanted: Room, now: Room) -> tuple[Entry, ...]:
    """The running order of *wanted*, with what came of the votes that have closed since."""
    asked = {entry.id: entry.asked for entry in now.order}
    return tuple(
        replace(entry, asked=asked[entry.id]) if asked.get(entry.id, ())[: len(entry.asked)] == entry.asked else entry
        for entry in wanted.order
    )
