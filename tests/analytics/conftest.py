"""Attempts as the figures read them, without a store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from carelevel.core.answer import Confidence, Verdict
from carelevel.core.assess import Effect

LADDER = ("outpatient", "partial_hospitalization", "residential")
MORNING = datetime(2031, 4, 5, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Seen:
    rule: str
    caught: bool | None
    effect: Effect = Effect.FIRED


@dataclass(frozen=True)
class Judgement:
    case: str = "kitchen-shift"
    twin: str = ""
    point: int = 0
    committed_at: datetime = MORNING
    seconds: float = 60.0
    level: str = "partial_hospitalization"
    criteria_level: str = "partial_hospitalization"
    accepted: tuple[str, ...] = ("partial_hospitalization",)
    verdict: Verdict = Verdict.AGREES
    steps: int = 0
    confidence: Confidence = Confidence.FAIRLY_SURE
    marked: tuple[int, ...] = (0,)
    caught: int = 1
    missed: int = 0
    needless: int = 0
    rules: tuple[Seen, ...] = ()


@pytest.fixture
def judged() -> Callable[..., list[Judgement]]:
    """So many judgements; what is named in the call is as named."""

    def make(count: int, **named: Any) -> list[Judgement]:
        return [replace(Judgement(committed_at=MORNING + timedelta(minutes=k)), **named) for k in range(count)]

    return make


@pytest.fixture
def more(judged: Callable[..., list[Judgement]]) -> Callable[..., list[Judgement]]:
    """Judgements one rung too intensive."""

    def make(count: int, **named: Any) -> list[Judgement]:
        return judged(count, **{"level": "residential", "verdict": Verdict.MORE_INTENSIVE, "steps": 1, **named})

    return make


@pytest.fixture
def less(judged: Callable[..., list[Judgement]]) -> Callable[..., list[Judgement]]:
    """Judgements one rung not intensive enough."""

    def make(count: int, **named: Any) -> list[Judgement]:
        return judged(count, **{"level": "outpatient", "verdict": Verdict.LESS_INTENSIVE, "steps": -1, **named})

    return make
