"""The rooms that this process knows now, as it last read them from the store."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from time import monotonic
from types import MappingProxyType

from carelevel.core.ballot import ROUNDS, Ballot, Round
from carelevel.core.pairing import pairs
from carelevel.core.question_vote import QuestionVote
from carelevel.core.room_state import Pulse, Room, Step, open_round
from carelevel.live.broadcast.subscriber import Subscriber
from carelevel.live.rendering.own_choices import NO_CHOICES, OwnChoices, choices_of
from carelevel.live.rendering.rendered_room import RenderedRoom
from carelevel.live.rendering.templates import Templates
from carelevel.store.rooms import Rooms

POLL_SECONDS = 0.2
"""Between two looks at the store; a page may be twice as old."""

FORGET_SECONDS = 60
"""After so long a room that nobody looks at is read again."""


@dataclass(slots=True)
class CachedRoom:
    """A room as this process last saw it, and who listens; *read_at* is of the monotonic clock.

    *earlier_choices*: what everybody chose before the vote that is open now on the entry *voted_entry*. *ballots*:
    those on the case at hand as they were last read, when the room was *ballots_at*. *paired*: the number of each
    participant's pair, by the key of the step that tells it.
    """

    rendered: RenderedRoom
    pulse: Pulse
    read_at: float
    subscribers: set[Subscriber] = field(default_factory=set)
    members: set[str] = field(default_factory=set)
    ballots_at: Room | None = None
    ballots: Sequence[Ballot] = ()
    paired: tuple[str, Mapping[str, int]] = ("", MappingProxyType({}))
    voted_entry: str = ""
    earlier_choices: Mapping[str, OwnChoices] = field(default_factory=dict)


class RoomCache:
    """Rooms by their codes, and what the store says of those who joined; StoreError where it cannot be asked."""

    def __init__(self, rooms: Rooms, templates: Templates) -> None:
        self.rooms, self._templates = rooms, templates
        self._by_id: dict[str, CachedRoom] = {}
        self._ids: dict[str, str] = {}  # code -> id
        self._reading: dict[str, asyncio.Future[Room | None]] = {}  # by code
        self._pairing = defaultdict[str, asyncio.Lock](asyncio.Lock)

    def __iter__(self) -> Iterator[CachedRoom]:
        """Every room that is known now."""
        return iter(tuple(self._by_id.values()))

    def find(self, id: str) -> CachedRoom | None:
        """The room of that id, where this process knows it."""
        return self._by_id.get(id)

    async def by_code(self, code: str, *, fresh: bool = False) -> RenderedRoom | None:
        """The room of that code, read anew unless it is young enough or *fresh*; None where there is none."""
        young = None if fresh else self._young(code)
        if young:
            return young
        if fresh and code in self._reading:  # which began before this question
            await asyncio.wait([self._reading[code]])
        if code not in self._reading:
            self._reading[code] = asyncio.ensure_future(asyncio.to_thread(self._read, code))
            self._reading[code].add_done_callback(lambda _: self._reading.pop(code))
        room = await asyncio.shield(self._reading[code])
        return None if room is None else self.put(room)

    def is_asked(self, code: str) -> bool:
        """Whether the store is being asked for the room of that code just now."""
        return code in self._reading

    def _read(self, code: str) -> Room | None:
        return self.rooms.room_by_code(code) or self.rooms.room_by_earlier_code(code)

    def put(self, room: Room) -> RenderedRoom:
        """Remember a room that was just read."""
        cached = self._by_id.get(room.id)
        self._ids.update(dict.fromkeys(room.codes, room.id))
        if cached is None:
            pulse = Pulse(room.version, room.joined, room.votes)
            self._by_id[room.id] = cached = CachedRoom(self.render(room), pulse, monotonic())
        elif room.version > cached.rendered.room.version:
            cached.rendered, cached.read_at = self.render(room), monotonic()
            # its subscribers hear of it from the poll, which still sees the old pulse
        elif room.version == cached.rendered.room.version:
            cached.rendered.room, cached.read_at = room, monotonic()  # who joined and voted
        return cached.rendered

    def render(self, room: Room) -> RenderedRoom:
        """The pages of a room at its step."""
        return RenderedRoom(self._templates, room)

    def remove(self, cached: CachedRoom) -> None:
        """Know a room no more."""
        room = cached.rendered.room
        self._by_id.pop(room.id, None)
        self._pairing.pop(room.id, None)
        for code in room.codes:
            self._ids.pop(code, None)

    def remove_unwatched(self) -> None:
        """Rooms that nobody has looked at for a while are read again when somebody does."""
        for cached in self:
            if not cached.subscribers and monotonic() - cached.read_at > FORGET_SECONDS:
                self.remove(cached)

    async def is_member(self, rendered: RenderedRoom, participant: str) -> bool:
        """Whether somebody of this code has joined; nobody ever leaves."""
        id = rendered.room.id
        cached = self._by_id.get(id)
        if cached and participant in cached.members:
            return True
        joined = await asyncio.to_thread(self.rooms.is_participant, id, participant)
        if joined:
            self.welcome(id, participant)
        return joined

    def welcome(self, id: str, participant: str) -> None:
        """Remember that somebody has joined the room of that id."""
        cached = self._by_id.get(id)
        if cached:
            cached.members.add(participant)

    async def choices(self, rendered: RenderedRoom, participant: str) -> OwnChoices:
        """What one participant chose on the case at hand."""
        room = rendered.room
        if room.entry is None:
            return NO_CHOICES
        if rendered.step is Step.ASKING:
            at = room.id, room.entry.id, len(room.entry.asked)
            return OwnChoices(question=await asyncio.to_thread(self.rooms.wish, *at, participant))
        own = await asyncio.to_thread(self.rooms.own_ballots, room.id, room.position.entry, participant)
        return choices_of(own, (await self._pairs(rendered)).get(participant) if rendered.pairs else None)

    async def choices_after(self, rendered: RenderedRoom, ballot: Ballot | QuestionVote) -> OwnChoices:
        """The same, right after *ballot* was kept: mostly known without another look."""
        if isinstance(ballot, QuestionVote):
            return OwnChoices(question=ballot.question)
        chosen = choices_of([ballot])
        if ballot.round == 1:
            return chosen
        cached = self._by_id.get(rendered.room.id)
        if cached is None or cached.voted_entry != rendered.room.position.entry:
            return await self.choices(rendered, ballot.participant)
        earlier = cached.earlier_choices.get(ballot.participant, NO_CHOICES)
        return replace(earlier, second=chosen.second) if ballot.round == 2 else replace(earlier, third=chosen.third)

    async def everybodys_choices(self, rendered: RenderedRoom) -> Mapping[str, OwnChoices]:
        """What each participant chose on the case at hand."""
        room, entry = rendered.room, rendered.room.position.entry
        if room.entry and rendered.step is Step.ASKING:
            wishes = await asyncio.to_thread(self.rooms.wishes, room.id, entry, len(room.entry.asked))
            return {participant: OwnChoices(question=question) for participant, question in wishes.items()}
        by_round: dict[Round, dict[str, Ballot]] = {round: {} for round in ROUNDS}
        for ballot in await self._ballots(room):
            by_round[ballot.round][ballot.participant] = ballot
        paired = await self._pairs(rendered) if rendered.pairs else {}
        voters = set().union(*by_round.values())
        first, second, third = (by_round[round].get for round in ROUNDS)
        return {voter: OwnChoices(first(voter), second(voter), third(voter), paired.get(voter)) for voter in voters}

    async def _ballots(self, room: Room) -> Sequence[Ballot]:
        """All ballots on the case at hand; only rounds that may have taken another vote since are read anew."""
        cached, entry = self._by_id.get(room.id), room.position.entry
        if not entry:
            return ()
        rounds: tuple[Round, ...] | None = None
        known: Sequence[Ballot] = ()
        if cached and cached.ballots_at and cached.ballots_at.position.entry == entry:
            if cached.ballots_at.votes == room.votes:
                cached.ballots_at = room
                return cached.ballots
            rounds = _open_since(cached.ballots_at, room)
            known = [ballot for ballot in cached.ballots if rounds is not None and ballot.round not in rounds]
        read = (await asyncio.to_thread(self.rooms.ballots, room.id, entry, rounds)).get(entry, ())
        ballots = (*known, *read)
        if cached:
            cached.ballots_at, cached.ballots = room, ballots
        return ballots

    async def _pairs(self, rendered: RenderedRoom) -> Mapping[str, int]:
        """The number of each participant's pair."""
        room, cached = rendered.room, self._by_id.get(rendered.room.id)
        if cached and cached.paired[0] == rendered.key:
            return cached.paired[1]
        async with self._pairing[room.id]:
            if cached and cached.paired[0] == rendered.key:  # somebody else may just have made them
                return cached.paired[1]
            paired = await asyncio.to_thread(_numbered, await self._ballots(room))
        if cached:
            cached.paired = (rendered.key, paired)
        return paired

    async def count(self, rendered: RenderedRoom) -> str:
        """Who is here, or who has voted, in words."""
        room, round = rendered.room, open_round(rendered.step)
        if room.entry and rendered.step is Step.ASKING:
            wished = await asyncio.to_thread(self.rooms.wished, room.id, room.entry.id, len(room.entry.asked))
            return rendered.count(sum(wished.values()))
        if round is None:
            return rendered.count(0)
        return rendered.count(await asyncio.to_thread(self.rooms.voted, room.id, room.position.entry, round))

    def _young(self, code: str) -> RenderedRoom | None:
        cached = self._by_id.get(self._ids.get(code, ""))
        return cached.rendered if cached and monotonic() - cached.read_at < POLL_SECONDS * 2 else None


def _open_since(before: Room, now: Room) -> tuple[Round, ...] | None:
    """The rounds that may have taken a vote between two looks at a room; None, all, where a step was missed."""
    if abs(now.version - before.version) > 1:
        return None
    either = {open_round(before.position.step), open_round(now.position.step)}
    return tuple(round for round in ROUNDS if round in either) or None


def _numbered(ballots: Iterable[Ballot]) -> Mapping[str, int]:
    """Each participant with the number of their pair, by the first vote."""
    made = pairs(ballot for ballot in ballots if ballot.round == 1)
    return {participant: number for number, pair in enumerate(made) for participant in pair}
