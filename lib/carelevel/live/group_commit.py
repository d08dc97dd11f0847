"""One thread writes what many ask for: each waits for the commit that its own is in, not for one of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

from carelevel.core.errors import StoreError

Request = TypeVar("Request")
Outcome = TypeVar("Outcome")

GROUP_MAX = 500
WAITING_MAX = 10_000
"""From so many on nobody else should ask."""

DRAIN_SECONDS = 5
"""So long the last group may take."""


class GroupCommit(Generic[Request, Outcome]):
    """*write* keeps a whole group and says what became of each; what has been acknowledged is on disk."""

    def __init__(self, write: Callable[[Sequence[Request]], Sequence[Outcome]], name: str) -> None:
        self._write = write
        self._waiting: SimpleQueue[tuple[Request, asyncio.Future[Outcome]] | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Write from now on what is asked in this event loop."""
        self._loop = asyncio.get_running_loop()
        self._thread.start()

    def stop(self) -> None:
        """Write what still waits, and end."""
        self._waiting.put(None)
        self._thread.join(DRAIN_SECONDS)

    @property
    def is_crowded(self) -> bool:
        """Whether so many wait that nobody else should."""
        return self._waiting.qsize() >= WAITING_MAX

    async def ask(self, request: Request) -> Outcome:
        """What became of it, once it is on disk; StoreError where nothing was kept."""
        future: asyncio.Future[Outcome] = self._loop.create_future()
        self._waiting.put((request, future))
        return await future

    def _run(self) -> None:
        while True:
            group, over = self._next_group()
            if group:
                self._write_group(group)
            if over:
                return

    def _next_group(self) -> tuple[list[tuple[Request, asyncio.Future[Outcome]]], bool]:
        """Whatever came while the last group was written, and whether it is the last."""
        first = self._waiting.get()
        if first is None:
            return [], True
        group = [first]
        while len(group) < GROUP_MAX:
            try:
                more = self._waiting.get_nowait()
            except Empty:
                break
            if more is None:
                return group, True
            group.append(more)
        return group, False

    def _write_group(self, group: list[tuple[Request, asyncio.Future[Outcome]]]) -> None:
        futures = [future for _, future in group]
        try:
            outcomes = self._write([request for request, _ in group])
        except Exception as error:  # a thread that dies would leave everybody waiting
            failure = error if isinstance(error, StoreError) else StoreError(str(error))
            self._call(lambda: _fail(futures, failure))
        else:
            self._call(lambda: _settle(futures, outcomes))

    def _call(self, settle: Callable[[], None]) -> None:
        """In the event loop, where the futures belong."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(settle)


def _settle(futures: Sequence[asyncio.Future[Outcome]], outcomes: Sequence[Outcome]) -> None:
    for future, outcome in zip(futures, outcomes, strict=True):
        if not future.done():
            future.set_result(outcome)


def _fail(futures: Sequence[asyncio.Future[Outcome]], failure: StoreError) -> None:
    for future in futures:
        if not future.done():
            future.set_exception(failure)
