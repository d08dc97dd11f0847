"""When the votes of the round that is open came, as far as a presenter's looks at it tell."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from carelevel.core.pace import Forecast, forecast

EVERY = 2.0
"""Seconds between two forecasts at least: a number that changes all the time is not read."""


class Arrivals:
    """The votes of one round at a time; of one that had votes when it was first looked at nothing is foretold.

    *voted*: how many have, as of the last look.
    """

    def __init__(self, seconds: Callable[[], float] = monotonic) -> None:
        self._seconds = seconds
        self._round, self._began, self._looked = "", 0.0, 0.0
        self._times: list[float] | None = None
        self._told: Forecast | None = None
        self._told_at = -EVERY
        self.voted = 0

    def look(self, round: str, voted: int) -> None:
        """*round* names the one that is open, '' while none is, and *voted* have voted in it by now."""
        now = self._seconds()
        if round != self._round:
            self._round, self._began, self._times = round, now, None if voted else []
            self._told, self._told_at = None, -EVERY
        elif self._times is not None:
            between = (self._looked + now) / 2 - self._began
            self._times += [between] * (voted - len(self._times))
        self._looked, self.voted = now, voted

    def forecast(self, here: int) -> Forecast | None:
        """When enough of those who are *here* will have voted."""
        if not self._round or self._times is None:
            return None
        passed = self._looked - self._began
        if passed - self._told_at >= EVERY:
            self._told, self._told_at = forecast(self._times, here, passed), passed
        return self._told
