"""How far a long check has come: one line on a terminal's standard error, from the third second on."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TextIO

from carelevel.core.counted import counted
from carelevel.messages import check as check_messages

AFTER, EVERY = 2.0, 0.2
"""Seconds before it is shown, and between two drawings."""
WIDTH = 30


class Progress:
    """A line that says how many of *total* things are done and how long the others may take, drawn *to* a terminal."""

    def __init__(self, total: int, to: TextIO | None = None) -> None:
        self._to = to or sys.stderr
        self._total, self._done = total, 0
        self._began = monotonic()
        self._drawn = self._began + AFTER - EVERY if self._to.isatty() else float("inf")
        self._shown = 0  # characters

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        now = monotonic()
        if now - self._drawn >= EVERY:
            self._drawn = now
            self._draw(now - self._began)

    def clear(self) -> None:
        """Make room, for a line of what is being done or for the end."""
        if self._shown:
            self._to.write("\r" + " " * self._shown + "\r")
            self._to.flush()
            self._shown = 0

    def _draw(self, seconds: float) -> None:
        full = WIDTH * self._done // self._total
        left = check_messages.SECONDS_LEFT.format(seconds=round(seconds * (self._total - self._done) / self._done))
        bar = "#" * full + "." * (WIDTH - full)
        line = check_messages.PROGRESS.format(
            done=self._done, total=counted(self._total, check_messages.CASES), bar=bar, left=left
        )
        self._to.write("\r" + line.ljust(self._shown))
        self._to.flush()
        self._shown = len(line)
