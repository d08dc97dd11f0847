"""A guard against what would never end. How long anything takes is measured in tests/bench alone."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

PATIENCE = 120
"""Seconds: far more than a busy machine takes for what takes one on an idle machine."""


@contextmanager
def ends() -> Iterator[None]:
    """TimeoutError where what is done here has not ended in PATIENCE; no guard where there are no alarms."""
    if not hasattr(signal, "SIGALRM") or current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _give_up(*_: object) -> None:
    raise TimeoutError(f"it has not ended within {PATIENCE} seconds")
