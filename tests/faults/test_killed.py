"""Killed at any moment: what was acknowledged is kept, and nothing twice."""

from __future__ import annotations

import random
import time

from carelevel.store.store import open_store

from tests.faults.processes import heard
from tests.faults.trainee import Acknowledged, working

COMMITS = 300
LONGEST_LIFE = 60
"""Acknowledged answers, at most, until a process is to be killed."""
LATER = 0.02
"""Seconds, at most, between the last of these and the kill: several answers may be kept meanwhile."""


def test_every_acknowledged_answer_outlives_kills_at_random_moments(store_url: str) -> None:
    chance, acknowledged, kills = random.Random(20), list[Acknowledged](), 0
    while len(acknowledged) < COMMITS:
        with working(store_url, f"life {kills}", COMMITS) as (process, said):
            acknowledged += [said.recv() for _ in range(chance.randint(1, LONGEST_LIFE))]
            time.sleep(chance.uniform(0, LATER))
            process.kill()
            kills += 1
            acknowledged += heard(said)
    store = open_store(store_url)
    kept = store.attempts("wren")
    store.close()
    reasons = {attempt.id: attempt.reasons for attempt in kept}
    assert {one.attempt: one.reasons for one in acknowledged}.items() <= reasons.items()
    assert len(acknowledged) == len({one.attempt for one in acknowledged})
    asked = {(attempt.case, attempt.twin, attempt.point, attempt.started_at) for attempt in kept}
    assert len(asked) == len(kept), "no question is answered twice"
    assert len(acknowledged) <= len(kept) <= len(acknowledged) + kills, (
        "of each life at most the last is unacknowledged"
    )
