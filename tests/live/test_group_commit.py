"""Group commits: everybody is answered after the commit that theirs is in, and never when it failed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from threading import Event
from time import sleep

import pytest
from carelevel.core.errors import StoreError
from carelevel.live.group_commit import GroupCommit

from tests.hang import PATIENCE


def test_what_comes_while_a_group_is_written_is_written_together_next_each_with_its_own_outcome() -> None:
    groups: list[int] = []

    def write(asked: Sequence[int]) -> list[int]:
        groups.append(len(asked))
        all_have_asked.wait(PATIENCE)
        return [number * 2 for number in asked]

    async def ask() -> list[int]:
        commits = GroupCommit(write, "test")
        async with commits.running():
            telling = asyncio.gather(*(commits.ask(number) for number in range(300)))
            await asyncio.sleep(0)  # each has asked now
            all_have_asked.set()
            return await telling

    all_have_asked = Event()
    assert asyncio.run(ask()) == [number * 2 for number in range(300)]
    assert sum(groups) == 300
    assert len(groups) <= 2


def test_a_group_that_fails_is_acknowledged_to_nobody_and_the_next_one_is_written() -> None:
    failing = [True]

    def write(asked: Sequence[int]) -> Sequence[int]:
        if failing.pop() if failing else False:
            raise RuntimeError("the disk is full")
        return asked

    async def ask() -> int:
        commits = GroupCommit(write, "test")
        async with commits.running():
            with pytest.raises(StoreError, match="disk is full"):
                await commits.ask(1)
            return await commits.ask(2)

    assert asyncio.run(ask()) == 2


def test_what_still_waits_when_it_is_stopped_is_written() -> None:
    written: list[int] = []

    def write(asked: Sequence[int]) -> Sequence[int]:
        sleep(0.05)
        written.extend(asked)
        return asked

    async def ask() -> None:
        commits = GroupCommit(write, "test")
        async with commits.running():
            waiting = [asyncio.ensure_future(commits.ask(number)) for number in range(5)]
            await asyncio.sleep(0)
        await asyncio.gather(*waiting)

    asyncio.run(ask())
    assert sorted(written) == [0, 1, 2, 3, 4]
