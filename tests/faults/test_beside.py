"""Other programs open the database in the middle of work: what was acknowledged is there, and no step is refused."""

from __future__ import annotations

import random
from pathlib import Path
from zlib import crc32

import pytest

from tests.faults.beside import Fact, Work, backs_up, commits, exports, loads, reads, saves, tell_all, votes
from tests.faults.processes import heard, running, said_next

LIVES, INTRUSIONS = 2, 2
SOME = 6
"""Facts, at least, between one thing that is done to the database and the next."""


@pytest.mark.parametrize("intrude", [reads, exports, backs_up, loads])
@pytest.mark.parametrize("work", [commits, votes, saves])
def test_every_acknowledged_row_is_in_the_file_however_often_others_open_it_and_whoever_is_killed(
    work: Work, intrude: Work, tmp_path: Path
) -> None:
    chance = random.Random(crc32(f"{work.__name__} {intrude.__name__}".encode()))
    acknowledged: list[Fact] = []
    for _ in range(LIVES):
        with running(work, tmp_path) as (worker, said):
            acknowledged.append(said_next(said))
            with running(intrude, tmp_path) as (_, done):
                for _ in range(INTRUSIONS):
                    acknowledged += said_next(done)
                    acknowledged += [said_next(said) for _ in range(chance.randint(SOME, 2 * SOME))]
            acknowledged += [said_next(said) for _ in range(SOME)]
            worker.kill()
            acknowledged += heard(said)
    with running(tell_all, tmp_path) as (_, said):
        assert set(acknowledged) <= said_next(said)
