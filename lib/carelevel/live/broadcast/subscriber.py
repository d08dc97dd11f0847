"""One page that listens to a room, and what waits to be sent to it."""

from __future__ import annotations

import asyncio

from carelevel.live.broadcast.events import BEAT_EVENT


class Subscriber:
    """One page that listens; *participant* is '' for the projector's, *key* what the page shows.

    What waits to be sent is the newest only: a slow phone skips what is over.
    """

    __slots__ = ("_key", "_waiting", "_wake", "key", "over", "participant", "room")

    def __init__(self, room: str, participant: str, key: str) -> None:
        self.room, self.participant, self.key = room, participant, key
        self.over = False
        self._key = key
        self._waiting: bytes | None = None
        self._wake: asyncio.Future[None] | None = None

    @property
    def has_news(self) -> bool:
        """Whether a step waits to be sent; a mere sign of life is none."""
        return self._waiting is not None and self._waiting is not BEAT_EVENT

    def offer(self, event: bytes, key: str) -> None:
        """Send *event*, after which the page shows *key*."""
        self._waiting, self._key = event, key
        self._wake_up()

    def beat(self) -> None:
        """Send a sign of life, unless something waits already."""
        if self._waiting is None:
            self.offer(BEAT_EVENT, self.key)

    def end(self) -> None:
        """Let the page go, once what waits has been sent."""
        self.over = True
        self._wake_up()

    def _wake_up(self) -> None:
        if self._wake is not None and not self._wake.done():
            self._wake.set_result(None)

    async def next(self) -> bytes | None:
        """What to send now; None where that is over."""
        while self._waiting is None and not self.over:
            self._wake = asyncio.get_running_loop().create_future()
            await self._wake
        event, self._waiting, self.key = self._waiting, None, self._key
        return event
