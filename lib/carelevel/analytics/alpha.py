"""Krippendorff's alpha: agreement of any number of raters beyond chance, with answers missing.

As K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), writes it: coincidences of values within each
unit, one minus observed over expected disagreement. Held in tests against his example's published values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, product
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
    return [[float(row != column) for column in range(len(totals))] for row in range(len(totals))]


def ordinal(totals: Sequence[float]) -> Matrix:
    """Two values count by how many answers lie between them, squared; the values stand in their order."""
    upto = [0.0, *accumulate(totals)]

    def apart(low: int, high: int) -> float:
        return float((upto[high + 1] - upto[low] - (totals[low] + totals[high]) / 2) ** 2)

    values = range(len(totals))
    return [[apart(*sorted((row, column))) for column in values] for row in values]


def alpha_of_clusters(clusters: Mapping[str, Sequence[Counts]], distance: Distance) -> Alpha:
    """Alpha over all units, with a bootstrap interval of 95% that draws whole clusters.

    1 is full agreement, 0 what chance would give, below 0 worse than that.
    1,000 resamples from a seed, so that the same answers give the same interval; percentiles.
    """
    each = [_added(map(coincidences, units)) for _, units in sorted(clusters.items())]
    value = _alpha(_added(each), distance)
    random = Random(1)
    drawn = [_alpha(_added(random.choices(each, k=len(each))), distance) for _ in range(RESAMPLES)]
    values = sorted(resampled for resampled in drawn if resampled is not None)
    if value is None or len(each) < 2 or len(values) < LEAST_TOLD * RESAMPLES:
        return Alpha(value)
    return Alpha(value, values[int(0.025 * len(values))], values[min(len(values) - 1, int(0.975 * len(values)))])


def coincidences(counts: Counts) -> Matrix:
    """How often each value met each other within one unit; nothing but zeros where fewer than two chose."""
    raters = sum(counts)
    if raters < 2:
        return [[0.0] * len(counts) for _ in counts]
    return [
        [count * (other - (place == beside)) / (raters - 1) for beside, other in enumerate(counts)]
        for place, count in enumerate(counts)
    ]


def _added(matrices: Iterable[Matrix]) -> Matrix:
    return [[sum(cells) for cells in zip(*rows, strict=True)] for rows in zip(*matrices, strict=True)]


def _alpha(met: Matrix, distance: Distance) -> float | None:
    totals = [sum(row) for row in met]
    apart, n = distance(totals), sum(totals)
    pairs = list(product(range(len(totals)), repeat=2))
    observed = sum(met[row][column] * apart[row][column] for row, column in pairs)
    expected = sum(totals[row] * totals[column] * apart[row][column] for row, column in pairs)
    return 1 - (n - 1) * observed / expected if expected else None
