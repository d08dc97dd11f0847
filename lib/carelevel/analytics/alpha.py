"""Krippendorff's alpha: agreement of any number of raters beyond chance, with answers missing.

As K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), writes it: coincidences of values within each
unit, one minus observed over expected disagreement. Held in tests against his example's published values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

Counts = Sequence[int]
"""Of one unit: how many raters chose each value, in the values' order."""

Matrix = Sequence[Sequence[float]]
"""Coincidences: how often each value met each other one within a unit, a unit of m raters weighing m in all."""

Distance = Callable[[Sequence[float]], Matrix]
"""From the values' totals to how much it counts when one value meets another."""

RESAMPLES = 1000
LEAST_TOLD = 0.95
"""An interval is told where alpha could be worked out in so many of the resamples."""


@dataclass(frozen=True, slots=True)
class Alpha:
    """*value* is None where nobody's choice ever varied; *low* and *high* where an interval can be told."""

    value: float | None
    low: float | None = None
    high: float | None = None


def nominal(totals: Sequence[float]) -> Matrix:
    """Any two different values count alike."""
    return [[float(one != other) for other in range(len(totals))] for one in range(len(totals))]


def ordinal(totals: Sequence[float]) -> Matrix:
    """Two values count by how many answers lie between them, squared; the values stand in their order."""
    upto = [0.0, *accumulate(totals)]

    def apart(one: int, other: int) -> float:
        low, high = min(one, other), max(one, other)
        return float((upto[high + 1] - upto[low] - (totals[low] + totals[high]) / 2) ** 2)

    return [[apart(one, other) for other in range(len(totals))] for one in range(len(totals))]


def alpha(units: Iterable[Counts], distance: Distance) -> float | None:
    """1 is full agreement, 0 what chance would give, below 0 worse than that; None where no value varies."""
    return _alpha(_added(map(coincidences, units)), distance)


def alpha_of_clusters(clusters: Mapping[str, Sequence[Counts]], distance: Distance) -> Alpha:
    """Alpha over all units, with a bootstrap interval of 95% that draws whole clusters.

    1,000 resamples from a seed, so that the same answers give the same interval; percentiles.
    """
    each = [_added(map(coincidences, units)) for _, units in sorted(clusters.items())]
    value = _alpha(_added(each), distance)
    random = Random(1)
    drawn = [_alpha(_added(random.choices(each, k=len(each))), distance) for _ in range(RESAMPLES)]
    told = sorted(one for one in drawn if one is not None)
    if value is None or len(each) < 2 or len(told) < LEAST_TOLD * RESAMPLES:
        return Alpha(value)
    return Alpha(value, told[int(0.025 * len(told))], told[min(len(told) - 1, int(0.975 * len(told)))])


def coincidences(counts: Counts) -> Matrix:
    """How often each value met each other within one unit; nothing but zeros where fewer than two chose."""
    raters = sum(counts)
    if raters < 2:
        return [[0.0] * len(counts) for _ in counts]
    return [
        [one * (other - (place == beside)) / (raters - 1) for beside, other in enumerate(counts)]
        for place, one in enumerate(counts)
    ]


def _added(matrices: Iterable[Matrix]) -> Matrix:
    return [[sum(cells) for cells in zip(*rows, strict=True)] for rows in zip(*matrices, strict=True)]


def _alpha(met: Matrix, distance: Distance) -> float | None:
    totals = [sum(row) for row in met]
    apart, n = distance(totals), sum(totals)
    places = range(len(totals))
    observed = sum(met[one][other] * apart[one][other] for one in places for other in places)
    expected = sum(totals[one] * totals[other] * apart[one][other] for one in places for other in places)
    return 1 - (n - 1) * observed / expected if expected else None
