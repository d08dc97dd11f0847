"""The rooms that this process knows now: one poll of the store for all who look on, and a stream for each."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic
from typing import Any

from jinja2 import Environment

from carelevel.core.ballot import Ballot
from carelevel.core.errors import StoreError
from carelevel.live.broadcast.subscriber import Stream
from carelevel.live.rendering.room_renderer import NOBODY, Own, Shown, count_says, own_of
from carelevel.store.room_records import Pulse, Room
from carelevel.store.rooms import Rooms

EVERY = 0.2
"""Seconds between two polls of the store, and how old a page may be."""

BEAT = 15.0
"""Seconds between two signs of life on a stream: a phone that hears none for twice as long connects again."""

AT_ONCE = 100
"""Streams that are served before others get their turn."""

OVER_EVENT = b"event: over\ndata: 1\n\n"


@dataclass(slots=True)
class Known:
    """A room as this process last saw it."""

    shown: Shown
    pulse: Pulse
    at: float
    streams: set[Stream] = field(default_factory=set)
    members: set[str] = field(default_factory=set)  # who is known to have joined
    closed: str = ""  # the entry whose first round is closed …
    firsts: Mapping[str, Own] = field(default_factory=dict)  # … and what everybody chose in it


class Hub:
    def __init__(self, rooms: Rooms, pages: Environment, clock: Callable[[], datetime]) -> None:
        self._rooms, self._pages, self._clock = rooms, pages, clock
        self._known: dict[str, Known] = {}
        self._ids: dict[str, str] = {}  # code -> id
        self._reading = defaultdict[str, asyncio.Lock](asyncio.Lock)
        self._streams = defaultdict[tuple[str, str], list[Stream]](list)
        self._beat_at = monotonic() + BEAT
        self.is_closing = False

    @property
    def stream_count(self) -> int:
        return sum(len(known.streams) for known in self._known.values())

    # What a page is made from

    async def by_code(self, code: str, *, fresh: bool = False) -> Shown | None:
        """The room of that code, at most EVERY seconds old; None where there is none. StoreError."""
        known = self._known.get(self._ids.get(code, ""))
        if known and not fresh and monotonic() - known.at < EVERY * 2:
            return known.shown
        async with self._reading[code]:
            known = self._known.get(self._ids.get(code, ""))
            if known and not fresh and monotonic() - known.at < EVERY * 2:  # somebody else has just read it
                return known.shown
            room = await asyncio.to_thread(self._rooms.room_by_code, code)
        if room is None:
            self._reading.pop(code, None)
            return None
        return self.see(room)

    def see(self, room: Room) -> Shown:
        """Remember a room that was just read."""
        known = self._known.get(room.id)
        pulse = Pulse(room.version, room.joined, room.votes)
        if known is None:
            self._known[room.id] = known = Known(Shown(self._pages, room), pulse, monotonic())
            self._ids[room.code] = room.id
        elif room.version > known.shown.room.version:
            known.shown, known.at = Shown(self._pages, room), monotonic()
            # its streams hear of it from the poll, which still sees the old pulse
        elif room.version == known.shown.room.version:
            known.shown.room, known.at = room, monotonic()  # who joined and voted
        return known.shown

    async def is_member(self, shown: Shown, participant: str) -> bool:
        """Whether somebody of this code has joined; nobody ever leaves."""
        room = shown.room.id
        known = self._known.get(room)
        if known and participant in known.members:
            return True
        joined = await asyncio.to_thread(self._rooms.is_participant, room, participant)
        if joined:
            self.welcome(room, participant)
        return joined

    def welcome(self, room: str, participant: str) -> None:
        """Remember that somebody has joined."""
        known = self._known.get(room)
        if known:
            known.members.add(participant)

    async def own(self, shown: Shown, participant: str) -> Own:
        """What one participant chose on the case at hand."""
        room = shown.room
        if not room.position.entry:
            return NOBODY
        return own_of(await asyncio.to_thread(self._rooms.own_ballots, room.id, room.position.entry, participant))

    async def own_after(self, shown: Shown, ballot: Ballot) -> Own:
        """The same, right after *ballot* was kept: mostly known without another look."""
        chosen = own_of([ballot])
        if ballot.round == 1:
            return chosen
        known = self._known.get(shown.room.id)
        if known is None or known.closed != shown.room.position.entry:
            return await self.own(shown, ballot.participant)
        return Own(known.firsts.get(ballot.participant, NOBODY).first, chosen.second)

    async def count(self, shown: Shown) -> str:
        """Who is here, or who has voted, in words."""
        room = shown.room
        if shown.round is None:
            return count_says(room, 0)
        return count_says(room, await asyncio.to_thread(self._rooms.voted, room.id, room.position.entry, shown.round))

    # What a stream carries

    def phone_event(self, shown: Shown, own: Own, key: str) -> bytes:
        """The page where it is another than *key*, and the timer."""
        told: dict[str, Any] = {"key": shown.key, "left": shown.left(self._clock())}
        if shown.key != key:
            told.update(html=shown.phone(own), says=shown.headline)
        return _event(told)

    def screen_event(self, shown: Shown, count: str, key: str) -> bytes:
        told: dict[str, Any] = {"key": shown.screen_key, "left": shown.left(self._clock()), "count": count}
        if shown.screen_key != key:
            told.update(html=shown.projector(count), says=shown.headline)
        return _event(told)

    def enter(self, stream: Stream, most: int) -> bool:
        """Let a stream hear of every step, unless its room is gone; the oldest of more than *most* of one ends."""
        known = self._known.get(stream.room)
        if known is None:
            return False
        known.streams.add(stream)
        if stream.participant:
            own = self._streams[stream.room, stream.participant]
            own.append(stream)
            if len(own) > most:
                own.pop(0).end()
        return True

    async def greet(self, stream: Stream) -> None:
        """Send a stream that has entered what its page does not show yet; what comes later, the poll tells."""
        shown = self._known[stream.room].shown  # read now: of a step before it entered the poll told the others only
        if stream.participant:
            own = await self.own(shown, stream.participant)
            event, key = self.phone_event(shown, own, stream.key), shown.key
        else:
            event, key = self.screen_event(shown, await self.count(shown), stream.key), shown.screen_key
        if not stream.has_news:  # the poll may have told something newer meanwhile
            stream.offer(event, key)

    def leave(self, stream: Stream) -> None:
        known = self._known.get(stream.room)
        if known:
            known.streams.discard(stream)
        own = self._streams.get((stream.room, stream.participant), [])
        if stream in own:
            own.remove(stream)
        if not own:
            self._streams.pop((stream.room, stream.participant), None)

    def close(self) -> None:
        self.is_closing = True
        for known in self._known.values():
            for stream in known.streams:
                stream.end()

    # The poll

    async def run(self) -> None:
        """Poll until cancelled; a store that cannot be reached now is asked again."""
        while True:
            await asyncio.sleep(EVERY)
            try:
                await self.poll()
            except StoreError:
                continue

    async def poll(self) -> None:
        """Tell every stream what has changed."""
        self._forget()
        watched = [id for id, known in self._known.items() if known.streams]
        if not watched:
            return
        pulses = await asyncio.to_thread(self._rooms.pulses, watched)
        for id in watched:
            known, pulse = self._known[id], pulses.get(id)
            if pulse is None:
                self._end(id)
            elif pulse != known.pulse:
                await self._tell(known)
            else:
                known.at = monotonic()
        if monotonic() > self._beat_at:
            self._beat_at = monotonic() + BEAT
            for id in watched:
                for stream in tuple(self._known[id].streams if id in self._known else ()):
                    stream.beat()

    async def _tell(self, known: Known) -> None:
        room = await asyncio.to_thread(self._rooms.room, known.shown.room.id)
        if room is None:
            return
        stepped = room.version != known.pulse.version  # of this very room: it may have stepped since the poll
        if room.version != known.shown.room.version:
            known.shown = Shown(self._pages, room)
        else:
            known.shown.room = room  # who joined and voted
        known.pulse = Pulse(room.version, room.joined, room.votes)
        known.at = monotonic()
        screens = [stream for stream in known.streams if not stream.participant]
        if screens:
            count = await self.count(known.shown)
            for stream in screens:
                stream.offer(self.screen_event(known.shown, count, stream.key), known.shown.screen_key)
        if stepped:
            await self._tell_phones(known)

    async def _tell_phones(self, known: Known) -> None:
        shown = known.shown
        owns = await self._everybodys(shown)
        known.closed = shown.room.position.entry if shown.round == 2 else ""
        known.firsts = owns if shown.round == 2 else {}
        told = 0
        for stream in tuple(known.streams):
            if not stream.participant or stream.over:
                continue
            stream.offer(self.phone_event(shown, owns.get(stream.participant, NOBODY), stream.key), shown.key)
            told += 1
            if told % AT_ONCE == 0:
                await asyncio.sleep(0)

    async def _everybodys(self, shown: Shown) -> Mapping[str, Own]:
        room = shown.room
        if not room.position.entry:
            return {}
        ballots = await asyncio.to_thread(self._rooms.ballots, room.id, room.position.entry)
        by_voter: dict[str, list[Ballot]] = defaultdict(list)
        for ballot in ballots.get(room.position.entry, ()):
            by_voter[ballot.participant].append(ballot)
        return {voter: own_of(cast) for voter, cast in by_voter.items()}

    def _end(self, id: str) -> None:
        """The room is gone: say so, and let everybody go."""
        known = self._known.pop(id)
        self._ids.pop(known.shown.room.code, None)
        for stream in tuple(known.streams):
            stream.offer(OVER_EVENT, "")
            stream.over = True

    def _forget(self) -> None:
        """Rooms that nobody has looked at for a while are read again when somebody does."""
        old = [id for id, known in self._known.items() if not known.streams and monotonic() - known.at > 60]
        for id in old:
            code = self._known.pop(id).shown.room.code
            self._ids.pop(code, None)
            self._reading.pop(code, None)


def _event(told: Mapping[str, Any]) -> bytes:
    return b"data: " + json.dumps(told, ensure_ascii=False).encode() + b"\n\n"
