"""Student's t: intervals of a mean, and of a mean over groups, from few people."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import fmean

LEVEL = 0.95
_PARTS, _MOST_STEPS, _CLOSE = 200, 40, 1e-10


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean with its interval at LEVEL; *low* and *high* are None where all values are the same."""

    value: float
    low: float | None
    high: float | None

    @property
    def is_above_zero(self) -> bool:
        """Whether the whole interval is."""
        return self.low is not None and self.low > 0


def combined(groups: Sequence[Sequence[float]], weights: Sequence[float]) -> Estimate | None:
    """The weighted sum of the groups' means, each group with a variance of its own; None where one has fewer than two.

    Welch's interval: variances add up by weight, and the degrees of freedom are Satterthwaite's (1946). With one group
    and weight 1 it is the paired t of differences; with AB and BA, each 1/2, the estimate of a cross-over that is free
    of what the two forms differ by (Hills and Armitage 1979).
    """
    if any(len(group) < 2 for group in groups):
        return None
    value = sum(weight * fmean(group) for group, weight in zip(groups, weights, strict=True))
    parts = [weight**2 * _variance(group) / len(group) for group, weight in zip(groups, weights, strict=True)]
    variance = sum(parts)
    if variance < 1e-12:  # what is left where floats that are the same are averaged
        return Estimate(value, None, None)
    freedom = variance**2 / sum(part**2 / (len(group) - 1) for part, group in zip(parts, groups, strict=True))
    half = quantile(freedom) * math.sqrt(variance)
    return Estimate(value, value - half, value + half)


@lru_cache(maxsize=256)
def quantile(freedom: float, level: float = LEVEL) -> float:
    """Student's t between whose negative and itself *level* of the distribution lies; *freedom* from 1, any number.

    With t = sqrt(freedom) tan(x) the density is that of cos(x) to the power of freedom - 1, which Simpson's rule sums;
    Newton's steps come to the place from below, since the density falls.
    """
    wanted, x = level * _area(math.pi / 2, freedom), 0.0
    for _ in range(_MOST_STEPS):
        step = (wanted - _area(x, freedom)) / float(math.cos(x) ** (freedom - 1))
        x += step
        if step < _CLOSE:
            break
    return math.sqrt(freedom) * math.tan(x)


def _area(end: float, freedom: float) -> float:
    step = end / _PARTS
    heights = [float(max(0.0, math.cos(step * number)) ** (freedom - 1)) for number in range(_PARTS + 1)]
    return step / 3 * (heights[0] + heights[-1] + 4 * sum(heights[1:-1:2]) + 2 * sum(heights[2:-1:2]))


def _variance(group: Sequence[float]) -> float:
    mean = fmean(group)
    return sum((value - mean) ** 2 for value in group) / (len(group) - 1)
