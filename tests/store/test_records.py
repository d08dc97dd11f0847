"""Records refuse what no database should hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from carelevel.core.attempt import Attempt, Report, Skip
from carelevel.core.errors import AnswerError

from .conftest import MORNING


def test_reasons_of_501_characters_are_refused(attempt: Callable[..., Attempt]) -> None:
    assert attempt(reasons="x" * 500)
    with pytest.raises(AnswerError, match="reasons: 501 characters are too many; keep to 500"):
        attempt(reasons="x" * 501)


def test_a_note_of_2001_characters_is_refused() -> None:
    with pytest.raises(AnswerError, match="note: 2001 characters are too many; keep to 2000"):
        Report("r-1", "t", "kitchen-shift", "", 0, "x" * 2001, MORNING)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        Skip("t", "kitchen-shift", datetime(2031, 4, 5))
