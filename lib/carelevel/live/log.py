"""The process's log: a line once a minute however often it comes, in a file that stays small."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from time import monotonic

QUIET_SECONDS = 60.0
"""So long a line that was written is not written again."""

LINES_KNOWN = 200
LOG_BYTES_MAX = 200_000
"""Of the file; the one before it is kept beside it."""

EARLIER = ".1"
"""How the name of the one before ends."""


class Once(logging.Filter):
    """Lets a line through that was not written a moment ago; what differs below its first line is the same line."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._written: OrderedDict[tuple[str, str, str], float] = OrderedDict()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether it is written."""
        failure = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        first, _, _ = record.getMessage().partition("\n")
        line = record.name, first, failure
        now = self._clock()
        if now - self._written.get(line, now - QUIET_SECONDS) < QUIET_SECONDS:
            return False
        self._written.pop(line, None)
        self._written[line] = now
        if len(self._written) > LINES_KNOWN:
            self._written.popitem(last=False)
        return True


def begin_log(file: Path | None = None) -> None:
    """Write warnings and worse into *file*, or where errors go."""
    handler = (
        RotatingFileHandler(file, maxBytes=LOG_BYTES_MAX, backupCount=1, encoding="utf-8")
        if file
        else logging.StreamHandler()
    )
    handler.addFilter(Once())
    logging.basicConfig(
        handlers=[handler], level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s", force=True
    )
