"""When a room whose time is over is deleted: once that is beyond doubt, since a computer's clock may jump."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic

from carelevel.store.rooms import Rooms

SURE_SECONDS = 600.0
"""So long a room's time has to be over, at every look, until the room goes."""

LOOK_SECONDS = 30.0
"""At least so long between two looks."""


def utc_now() -> datetime:
    """What the computer's clock says."""
    return datetime.now(UTC)


class Expiry:
    """Deletes the rooms whose time is over, by the clock and by the seconds that have passed since this was made."""

    def __init__(
        self, rooms: Rooms, clock: Callable[[], datetime] = utc_now, seconds: Callable[[], float] = monotonic
    ) -> None:
        self._rooms, self._clock, self._seconds = rooms, clock, seconds
        self._began, self._began_at = clock(), seconds()
        self._looked = -LOOK_SECONDS
        self._over_since: dict[str, float] = {}

    def tidy(self) -> None:
        """Look, unless that was done a moment ago; StoreError where the store cannot be asked."""
        passed = self._seconds() - self._began_at
        if passed - self._looked < LOOK_SECONDS:
            return
        self._looked = passed
        now = min(self._clock(), self._began + timedelta(seconds=passed))
        self._over_since = {room: self._over_since.get(room, passed) for room in self._rooms.expired(now)}
        sure = [room for room, since in self._over_since.items() if passed - since >= SURE_SECONDS]
        if sure:
            self._rooms.delete_expired(sure, now)
