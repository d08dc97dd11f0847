"""How a bank's answers are spread over the levels: by first decision points, later ones, and twins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from carelevel.analytics.assessed_points import Assessed
from carelevel.core.criteria import Criteria


class Turn(StrEnum):
    """When a trainee meets a decision point."""

    FIRST = "first"  # a case's first decision point
    LATER = "later"
    TWIN = "twin"  # the decision point that a twin changes


@dataclass(frozen=True, slots=True)
class Balance:
    """Of each turn, level -> decision points, and how many of those are contested."""

    levels: tuple[str, ...]
    answers: Mapping[Turn, Mapping[str, int]]
    contested: Mapping[Turn, Mapping[str, int]]

    def n(self, turn: Turn) -> int:
        """Decision points of that turn."""
        return sum(self.answers[turn].values())

    def n_contested(self, turn: Turn) -> int:
        """Those of that turn for which more than one level is accepted."""
        return sum(self.contested[turn].values())


def balance(points: Iterable[Assessed], criteria: Criteria) -> Balance:
    """How the recommendations of *points* are spread, turn by turn."""
    answers: dict[Turn, Counter[str]] = {turn: Counter() for turn in Turn}
    contested: dict[Turn, Counter[str]] = {turn: Counter() for turn in Turn}
    for point in points:
        turn = Turn.TWIN if point.twin else Turn.LATER if point.number else Turn.FIRST
        answers[turn][point.level] += 1
        contested[turn][point.level] += point.contested
    return Balance(criteria.choices, answers, contested)
