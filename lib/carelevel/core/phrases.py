"""A decision point's deciding phrases and whether each was marked, as a short text: "0+ 3- 4+"."""

from __future__ import annotations

from collections.abc import Mapping

from carelevel.core.answer import Comparison
from carelevel.core.case import DecisionPoint

CAUGHT, MISSED = "+", "-"


def phrases_text(comparison: Comparison, point: DecisionPoint) -> str:
    """One word a deciding phrase: its place among the point's evidence, then + for caught or - for missed."""
    return " ".join(
        f"{number}{CAUGHT if phrase in comparison.caught else MISSED}"
        for number, phrase in enumerate(point.evidence)
        if phrase in comparison.caught or phrase in comparison.missed
    )


def phrases_of(text: str) -> Mapping[int, bool]:
    """The phrase's place -> whether it was caught; empty for an answer kept before phrases were."""
    return {int(word[:-1]): word[-1] == CAUGHT for word in text.split()}
