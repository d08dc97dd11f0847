"""One thread writes what many ask for: each waits for the commit that its own is in, not for one of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from typing import Generic, TypeVar

from carelevel.core.errors import StoreError

Request = TypeVar("Request")
Outcome = TypeVar("Outcome")

GROUP_MAX = 500
WAITING_MAX = 10_000
"""From so many on nobody else should ask."""

DRAIN_SECONDS = 5
"""So long the last groups may take."""


class GroupCommit(Generic[Request, Outcome]):
    """*write* keeps a whole group and says what became of each; what has been acknowledged is on disk."""

    def __init__(self, write: Callable[[Sequence[Request]], Sequence[Outcome]], name: str) -> None:
        self._write = write
        self._waiting = asyncio.Queue[tuple[Request, asyncio.Future[Outcome]]]()
        self._thread = ThreadPoolExecutor(1, name)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Write what is asked meanwhile, and before the end what still waits."""
        writing = asyncio.create_task(self._run())
        yield
        with suppress(TimeoutError):
            await asyncio.wait_for(self._waiting.join(), DRAIN_SECONDS)
        writing.cancel()
        self._thread.shutdown(wait=False)

    @property
    def is_crowded(self) -> bool:
        """Whether so many wait that nobody else should."""
        return self._waiting.qsize() >= WAITING_MAX

    async def ask(self, request: Request) -> Outcome:
        """What became of it, once it is on disk; StoreError where nothing was kept."""
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._waiting.put_nowait((request, future))
        return await future

    async def _run(self) -> None:
        """Write whatever came while the last group was written."""
        while True:
            group = [await self._waiting.get()]
            while len(group) < GROUP_MAX and not self._waiting.empty():
                group.append(self._waiting.get_nowait())
            outcomes = await self._outcomes([request for request, _ in group])
            for (_, future), outcome in zip(group, outcomes, strict=True):
                self._waiting.task_done()
                if future.done():  # whoever asked has gone
                    continue
                if isinstance(outcome, StoreError):
                    future.set_exception(outcome)
                else:
                    future.set_result(outcome)

    async def _outcomes(self, requests: Sequence[Request]) -> Sequence[Outcome | StoreError]:
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._thread, lambda: self._write(requests))
        except Exception as error:  # or everybody would go on waiting
            return [error if isinstance(error, StoreError) else StoreError(str(error))] * len(requests)
