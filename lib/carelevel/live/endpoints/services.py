"""What all endpoints of one process share."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from time import monotonic

from carelevel.core.casting import Cast, Joined, Joining, Kept
from carelevel.core.room_state import Room
from carelevel.live.assets import read_assets
from carelevel.live.broadcast.broadcaster import Broadcaster
from carelevel.live.broadcast.room_cache import RoomCache
from carelevel.live.group_commit import GroupCommit
from carelevel.live.http.limits import Bucket, Buckets, Guesses, Limits
from carelevel.live.http.shares import Shares
from carelevel.live.rendering.templates import Templates
from carelevel.live.rendering.views import Head
from carelevel.store.rooms import Rooms


class Services:
    """The rooms with what reads, writes and limits them; *visits* are those of other devices.

    *head* stands on pages of no room. *looked_at*: when a presenter's card last asked, of the monotonic clock.
    """

    def __init__(self, rooms: Rooms, limits: Limits, secret: str, clock: Callable[[], datetime], head: Head) -> None:
        self.rooms, self.limits, self.secret, self.clock, self.head = rooms, limits, secret, clock, head
        self.assets = read_assets()
        self.templates = Templates(self.assets)
        self.cache = RoomCache(rooms, self.templates)
        self.broadcaster = Broadcaster(self.cache, clock)
        self.joining = GroupCommit[Joining, Joined](rooms.join, "joining")
        self.casting = GroupCommit[Cast, Kept](rooms.cast, "casting")
        self.guesses = Guesses(limits)
        self.joins = Bucket(limits.joins)
        self.votes = Buckets(limits.votes_of_one)
        self.shares = Shares(limits.seats_of_one)
        self.visits = 0
        self.looked_at = monotonic()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Poll and write for as long as the application runs."""
        polling = asyncio.create_task(self.broadcaster.run())
        async with self.joining.running(), self.casting.running():
            yield
            polling.cancel()
            with suppress(asyncio.CancelledError):
                await polling

    def is_over(self, room: Room) -> bool:
        """Whether the room's time is over, though it may not be deleted yet."""
        return room.expires_at <= self.clock()
