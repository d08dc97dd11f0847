"""Attempts as the figures read them, without a store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from carelevel.core.answer import Confidence, Verdict
from carelevel.core.assess import Basis, Effect
from carelevel.core.attempt import Attempt, Rated

LADDER = ("outpatient", "partial_hospitalization", "residential")
MORNING = datetime(2031, 4, 5, 9, 30, tzinfo=UTC)


AGREEING = Attempt(
    id="00000000-0000-4000-8000-000000000000",
    trainee="wren",
    case="kitchen-shift",
    twin="",
    point=0,
    case_digest="now",
    criteria_digest="now",
    level="partial_hospitalization",
    confidence=Confidence.FAIRLY_SURE,
    flags={},
    lists={},
    marked=(0,),
    reasons="",
    started_at=MORNING,
    committed_at=MORNING,
    seconds=60.0,
    criteria_level="partial_hospitalization",
    accepted=("partial_hospitalization",),
    basis=Basis.DIRECT,
    verdict=Verdict.AGREES,
    steps=0,
    caught=1,
    missed=0,
    needless=0,
    rules=(),
)


def seen(rule: str, caught: bool | None) -> Rated:
    """A rule that fired."""
    return Rated(rule, Effect.FIRED, caught)


@pytest.fixture
def judged() -> Callable[..., list[Attempt]]:
    """So many attempts; what is named in the call is as named."""

    def make(count: int, **named: Any) -> list[Attempt]:
        return [replace(AGREEING, committed_at=MORNING + timedelta(minutes=k), **named) for k in range(count)]

    return make


@pytest.fixture
def more(judged: Callable[..., list[Attempt]]) -> Callable[..., list[Attempt]]:
    """Attempts one rung too intensive."""

    def make(count: int, **named: Any) -> list[Attempt]:
        return judged(count, **{"level": "residential", "verdict": Verdict.MORE_INTENSIVE, "steps": 1, **named})

    return make


@pytest.fixture
def less(judged: Callable[..., list[Attempt]]) -> Callable[..., list[Attempt]]:
    """Attempts one rung not intensive enough."""

    def make(count: int, **named: Any) -> list[Attempt]:
        return judged(count, **{"level": "outpatient", "verdict": Verdict.LESS_INTENSIVE, "steps": -1, **named})

    return make
