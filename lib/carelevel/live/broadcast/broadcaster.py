"""Every step to every page: one poll of the store for all that listen, and an event for each whose page has changed."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from time import monotonic

from carelevel.core.errors import StoreError
from carelevel.core.room_state import Pulse, open_round
from carelevel.live.broadcast.events import OVER_EVENT, PageUpdate
from carelevel.live.broadcast.room_cache import POLL_SECONDS, CachedRoom, RoomCache
from carelevel.live.broadcast.subscriber import Subscriber
from carelevel.live.rendering.own_choices import NO_CHOICES, OwnChoices
from carelevel.live.rendering.rendered_room import RenderedRoom

BEAT_SECONDS = 15.0
"""Between two signs of life on a stream: a phone that hears none for twice as long connects again."""

TURN = 100
"""Phones that are served before others get their turn."""


class Broadcaster:
    """Who listens to which room of *cache*; *is_closing* once nobody is let in any more."""

    def __init__(self, cache: RoomCache, clock: Callable[[], datetime]) -> None:
        self._cache, self._clock = cache, clock
        self._of_participant = defaultdict[tuple[str, str], list[Subscriber]](list)
        self._beat_at = monotonic() + BEAT_SECONDS
        self.is_closing = False

    @property
    def subscriber_count(self) -> int:
        """How many pages listen now."""
        return sum(len(cached.subscribers) for cached in self._cache)

    # One page

    def enter(self, subscriber: Subscriber, most: int) -> bool:
        """Let a page hear of every step, unless its room is gone; the oldest of more than *most* of one ends."""
        cached = self._cache.find(subscriber.room)
        if cached is None:
            return False
        cached.subscribers.add(subscriber)
        if subscriber.participant:
            own = self._of_participant[subscriber.room, subscriber.participant]
            own.append(subscriber)
            if len(own) > most:
                own.pop(0).end()
        return True

    async def greet(self, subscriber: Subscriber) -> None:
        """Send a page that has entered what it does not show yet; what comes later, the poll sends."""
        cached = self._cache.find(subscriber.room)
        if cached is None:  # it has ended meanwhile
            return
        rendered = cached.rendered  # read now: of a step before it entered the poll sent the others only
        own, count = NO_CHOICES, ""
        if subscriber.participant:
            own = await self._cache.choices(rendered, subscriber.participant)
        else:
            count = await self._cache.count(rendered)
        if not subscriber.has_news:  # the poll may have sent something newer meanwhile
            self._offer(subscriber, rendered, own, count)

    def leave(self, subscriber: Subscriber) -> None:
        """Send a page nothing any more."""
        cached = self._cache.find(subscriber.room)
        if cached:
            cached.subscribers.discard(subscriber)
        own = self._of_participant.get((subscriber.room, subscriber.participant), [])
        if subscriber in own:
            own.remove(subscriber)
        if not own:
            self._of_participant.pop((subscriber.room, subscriber.participant), None)

    async def close(self) -> None:
        """Let every page go, once it has been sent where its room is now, and nobody in."""
        self.is_closing = True
        with suppress(StoreError):
            await self.poll()
        for cached in self._cache:
            for subscriber in cached.subscribers:
                subscriber.end()

    # The poll

    async def run(self) -> None:
        """Poll until cancelled; a store that cannot be reached now is asked again."""
        while True:
            await asyncio.sleep(POLL_SECONDS)
            try:
                await self.poll()
            except StoreError:
                continue

    async def poll(self) -> None:
        """Send every page what has changed."""
        self._cache.remove_unwatched()
        watched = {cached.rendered.room.id: cached for cached in self._cache if cached.subscribers}
        if not watched:
            return
        pulses = await asyncio.to_thread(self._cache.rooms.pulses, list(watched))
        for id, cached in watched.items():
            pulse = pulses.get(id)
            if pulse is None:
                self._end(cached)
            elif pulse != cached.pulse:
                await self._send(cached)
            else:
                cached.read_at = monotonic()
        self._beat()

    async def _send(self, cached: CachedRoom) -> None:
        room = await asyncio.to_thread(self._cache.rooms.room, cached.rendered.room.id)
        if room is None:
            return
        stepped = room.version != cached.pulse.version  # of this very room: it may have stepped since the poll
        if room.version != cached.rendered.room.version:
            cached.rendered = self._cache.render(room)
        else:
            cached.rendered.room = room  # who joined and voted
        cached.pulse = Pulse(room.version, room.joined, room.votes)
        cached.read_at = monotonic()
        await self._send_screens(cached)
        if stepped:
            await self._send_phones(cached)

    async def _send_screens(self, cached: CachedRoom) -> None:
        screens = [subscriber for subscriber in cached.subscribers if not subscriber.participant]
        if not screens:
            return
        rendered = cached.rendered
        count = await self._cache.count(rendered)
        for subscriber in screens:
            self._offer(subscriber, rendered, NO_CHOICES, count)

    async def _send_phones(self, cached: CachedRoom) -> None:
        rendered = cached.rendered
        choices = await self._cache.everybodys_choices(rendered)
        voting_again = open_round(rendered.step) in (2, 3)
        cached.voted_entry = rendered.room.position.entry if voting_again else ""
        cached.earlier_choices = choices if voting_again else {}
        phones = [subscriber for subscriber in cached.subscribers if subscriber.participant]
        for number, subscriber in enumerate(phones, start=1):
            if not subscriber.over:
                self._offer(subscriber, rendered, choices.get(subscriber.participant, NO_CHOICES), "")
            if number % TURN == 0:
                await asyncio.sleep(0)

    def _offer(self, subscriber: Subscriber, rendered: RenderedRoom, own: OwnChoices, count: str) -> None:
        """Send a page what it does not show yet: a phone's with its *own* choices, the projector's with its *count*."""
        is_phone = bool(subscriber.participant)
        key = rendered.key if is_phone else rendered.screen_key
        shown = key == subscriber.key
        update = PageUpdate(
            key,
            rendered.seconds_left(self._clock()),
            count=None if is_phone else count,
            html=None if shown else rendered.page if is_phone else rendered.projector(count),
            says=None if shown else rendered.headline,
            ended=None if rendered.room.is_open else True,
            night=None if is_phone else rendered.night,
        )
        parts = rendered.parts(own) if is_phone and not shown else {}
        subscriber.offer(update.event().filled(parts), key)

    def _end(self, cached: CachedRoom) -> None:
        """The room is gone: say so, and let everybody go."""
        self._cache.remove(cached)
        for subscriber in tuple(cached.subscribers):
            subscriber.offer(OVER_EVENT, "")
            subscriber.over = True

    def _beat(self) -> None:
        if monotonic() <= self._beat_at:
            return
        self._beat_at = monotonic() + BEAT_SECONDS
        for cached in self._cache:
            for subscriber in tuple(cached.subscribers):
                subscriber.beat()
