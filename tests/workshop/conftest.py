"""A room on our bank, with a clock that tests turn."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from carelevel.bank import Bank
from carelevel.core.answer import Confidence
from carelevel.core.ballot import Ballot, Round
from carelevel.core.casting import Cast, Joining, Kept
from carelevel.core.room_state import Settings
from carelevel.store.rooms import Rooms
from carelevel.workshop.running_order import new_entry
from carelevel.workshop.workshop import Workshop, open_room

from tests.stories import evidence_of

MARKED = frozenset(evidence_of("kitchen-shift", "peers").sentences)


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2031, 4, 5, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def turn(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workshop(bank: Bank, rooms: Rooms, clock: Clock) -> Workshop:
    order = [new_entry("kitchen-shift"), new_entry("tide-table")]
    return open_room(bank, rooms, order, Settings(marks=True), clock=clock)


def vote(workshop: Workshop, round: Round, **levels: str) -> list[Kept]:
    """Have participants of these names join, and vote; what became of each ballot."""
    room = workshop.room
    known = [name for name in levels if not workshop.rooms.is_participant(room.id, name)]
    if known:
        workshop.rooms.join([Joining(room.id, name) for name in known])
    casts = [
        Cast(room.id, room.position.entry, Ballot(name, round, level, Confidence.GUESS, MARKED))
        for name, level in levels.items()
    ]
    return list(workshop.rooms.cast(casts))
