"""One thread writes what many ask for: each waits for the commit that its own is in, not for one of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

from carelevel.core.errors import StoreError

Asked = TypeVar("Asked")
Outcome = TypeVar("Outcome")

LARGEST_GROUP = 500
MOST_WAITING = 10_000


class GroupCommit(Generic[Asked, Outcome]):
    """*write* keeps a whole group and says what became of each; what has been acknowledged is on disk."""

    def __init__(self, write: Callable[[Sequence[Asked]], Sequence[Outcome]], name: str) -> None:
        self._write = write
        self._waiting: SimpleQueue[tuple[Asked, asyncio.Future[Outcome]] | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._thread.start()

    def stop(self) -> None:
        """Write what still waits, and end."""
        self._waiting.put(None)
        self._thread.join(5)

    @property
    def is_crowded(self) -> bool:
        return self._waiting.qsize() >= MOST_WAITING

    async def ask(self, asked: Asked) -> Outcome:
        """What became of it, once it is on disk; StoreError where nothing was kept."""
        future: asyncio.Future[Outcome] = self._loop.create_future()
        self._waiting.put((asked, future))
        return await future

    def _run(self) -> None:
        while True:
            group, over = self._next_group()
            if group:
                self._write_group(group)
            if over:
                return

    def _next_group(self) -> tuple[list[tuple[Asked, asyncio.Future[Outcome]]], bool]:
        """Whatever came while the last group was written, and whether it is the last."""
        first = self._waiting.get()
        if first is None:
            return [], True
        group = [first]
        while len(group) < LARGEST_GROUP:
            try:
                more = self._waiting.get_nowait()
            except Empty:
                break
            if more is None:
                return group, True
            group.append(more)
        return group, False

    def _write_group(self, group: list[tuple[Asked, asyncio.Future[Outcome]]]) -> None:
        futures = [future for _, future in group]
        try:
            outcomes = self._write([asked for asked, _ in group])
        except Exception as error:  # a thread that dies would leave everybody waiting
            failure = error if isinstance(error, StoreError) else StoreError(str(error))
            self._tell(lambda: _fail(futures, failure))
        else:
            self._tell(lambda: _settle(futures, outcomes))

    def _tell(self, tell: Callable[[], None]) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(tell)


def _settle(futures: Sequence[asyncio.Future[Outcome]], outcomes: Sequence[Outcome]) -> None:
    for future, outcome in zip(futures, outcomes, strict=True):
        if not future.done():
            future.set_result(outcome)


def _fail(futures: Sequence[asyncio.Future[Outcome]], failure: StoreError) -> None:
    for future in futures:
        if not future.done():
            future.set_exception(failure)
