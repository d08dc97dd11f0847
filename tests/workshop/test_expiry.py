"""When a room goes: once its time is over beyond doubt; a clock that jumps deletes nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from carelevel.store.rooms import Rooms
from carelevel.workshop.expiry import SURE_SECONDS, Expiry
from carelevel.workshop.workshop import Workshop

from tests.workshop.conftest import Clock


class Passing:
    """A clock that people may set, and seconds that nobody can."""

    def __init__(self, clock: Clock, rooms: Rooms) -> None:
        self.clock, self.seconds = clock, 0.0
        self.expiry = Expiry(rooms, clock, lambda: self.seconds)

    def wait(self, seconds: float) -> None:
        """Pass so much time, with a look every half minute."""
        end = self.seconds + seconds
        while self.seconds < end:
            self.seconds += 30
            self.clock.turn(30)
            self.expiry.tidy()


@pytest.fixture
def passing(workshop: Workshop, clock: Clock) -> Passing:
    return Passing(clock, workshop.rooms)


def is_kept(workshop: Workshop) -> bool:
    return workshop.rooms.room(workshop.room.id) is not None


def test_an_open_room_is_never_deleted_and_an_ended_one_when_its_time_has_been_over_for_a_while(
    workshop: Workshop, passing: Passing
) -> None:
    passing.wait(3 * 3600)
    assert is_kept(workshop)
    workshop.end(timedelta(hours=1))
    passing.wait(3600)
    assert is_kept(workshop)
    passing.wait(SURE_SECONDS + 60)
    assert not is_kept(workshop)


@pytest.mark.parametrize("seconds", [36, 2 * 3600])
def test_a_clock_that_jumps_by_25_hours_deletes_nothing_for_a_moment_or_for_hours(
    workshop: Workshop, passing: Passing, seconds: float
) -> None:
    workshop.end(timedelta(days=1))
    passing.wait(60)
    passing.clock.turn(25 * 3600)
    passing.wait(seconds)
    assert is_kept(workshop)
    passing.clock.turn(-25 * 3600)
    passing.wait(3600)
    assert is_kept(workshop)
    passing.wait(24 * 3600)
    assert not is_kept(workshop)


def test_a_process_that_begins_while_the_clock_is_wrong_deletes_nothing_either(
    workshop: Workshop, clock: Clock
) -> None:
    workshop.end(timedelta(days=1))
    clock.turn(25 * 3600)
    passing = Passing(clock, workshop.rooms)
    passing.wait(SURE_SECONDS - 60)
    clock.turn(-25 * 3600)
    passing.wait(3600)
    assert is_kept(workshop)
