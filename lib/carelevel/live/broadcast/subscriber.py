"""One page that looks on, and what waits to be sent to it."""

from __future__ import annotations

import asyncio

BEAT_EVENT = b"event: beat\ndata: 1\n\n"
"""A sign of life."""


class Stream:
    """One page that looks on; *participant* is '' for the projector's, *key* what the page shows.

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
        self.wake()

    def beat(self) -> None:
        if self._waiting is None:
            self.offer(BEAT_EVENT, self.key)

    def end(self) -> None:
        self.over = True
        self.wake()

    def wake(self, *_: object) -> None:
        if self._wake is not None and not self._wake.done():
            self._wake.set_result(None)

    async def next(self) -> bytes | None:
        """What to send now; None where the stream is over."""
        while self._waiting is None and not self.over:
            self._wake = asyncio.get_running_loop().create_future()
            await self._wake
        event, self._waiting, self.key = self._waiting, None, self._key
        return event
