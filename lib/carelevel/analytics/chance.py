"""What chance alone would do: intervals and exact tests, none of them an approximation but Wilson's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import comb, sqrt

Z = 1.959963984540054
"""The normal quantile of a two-sided interval of 95%."""


@dataclass(frozen=True, slots=True)
class Proportion:
    """*hits* of *n*, with Wilson's interval of 95%, which holds for small n and near 0 and 1."""

    hits: int
    n: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where n is."""
        return self.hits / self.n if self.n else 0.0

    @property
    def low(self) -> float:
        """The lower end of the interval, from 0 to 1."""
        return max(0.0, self._middle - self._half)

    @property
    def high(self) -> float:
        """The upper end of the interval, from 0 to 1."""
        return min(1.0, self._middle + self._half)

    @property
    def _middle(self) -> float:
        return (self.hits + Z * Z / 2) / (self.n + Z * Z)

    @property
    def _half(self) -> float:
        spread = self.share * (1 - self.share) * self.n + Z * Z / 4
        return Z * sqrt(spread) / (self.n + Z * Z)


def proportion(hits: Iterable[bool]) -> Proportion:
    """How many of *hits* are true."""
    kept = list(hits)
    return Proportion(sum(kept), len(kept))


def sign_test(more: int, less: int) -> float:
    """The chance of a split at least this uneven, in either direction, where both were equally likely."""
    n, larger = more + less, max(more, less)
    tail: float = sum(comb(n, k) for k in range(larger, n + 1)) / 2.0**n
    return min(1.0, 2 * tail)


def fisher_more(hits: int, n: int, other_hits: int, other_n: int) -> float:
    """Fisher's exact test, one-sided: the chance of so many of all hits, or more, falling among the *n*."""
    total, drawn = n + other_n, hits + other_hits
    if drawn == 0:
        return 1.0
    most = min(n, drawn)
    ways = sum(comb(n, k) * comb(other_n, drawn - k) for k in range(hits, most + 1) if drawn - k <= other_n)
    return ways / comb(total, drawn)


def fisher_either(hits: int, n: int, other_hits: int, other_n: int) -> float:
    """Two-sided: twice the smaller tail, at most 1."""
    upper = fisher_more(hits, n, other_hits, other_n)
    lower = fisher_more(other_hits, other_n, hits, n)
    return min(1.0, 2 * min(upper, lower))


def at_most(hits: int, chances: Sequence[float]) -> float:
    """The chance of *hits* or fewer, where each trial has a chance of its own (Poisson's binomial, exact)."""
    distribution = [1.0]
    for chance in chances:
        grown = [0.0] * (len(distribution) + 1)
        for count, weight in enumerate(distribution):
            grown[count] += weight * (1 - chance)
            grown[count + 1] += weight * chance
        distribution = grown
    return min(1.0, sum(distribution[: hits + 1]))


def drawn_scores(drawn: int, scores: Counter[int]) -> Mapping[int, float]:
    """How likely each sum is where *drawn* of these scores, 0 to 2, are drawn at random without putting back."""
    ways: Counter[int] = Counter()
    for ones in range(min(drawn, scores[1]) + 1):
        for twos in range(min(drawn - ones, scores[2]) + 1):
            rest = drawn - ones - twos
            if rest <= scores[0]:
                ways[ones + 2 * twos] += comb(scores[1], ones) * comb(scores[2], twos) * comb(scores[0], rest)
    every = comb(scores.total(), drawn)
    return {total: count / every for total, count in ways.items()}


def score_test(strata: Iterable[tuple[Counter[int], Counter[int]]]) -> tuple[float, float]:
    """An exact permutation test, stratified: each stratum is one group's scores, 0 to 2, and everybody's.

    The chance that the groups' sum of scores is so high or higher, and the smallest chance that any scores of so
    many could have had.
    """
    likely, observed = {0: 1.0}, 0
    for own, everybody in strata:
        observed += sum(score * count for score, count in own.items())
        stratum = drawn_scores(own.total(), everybody)
        sums: dict[int, float] = {}
        for total, chance in likely.items():
            for score, weight in stratum.items():
                sums[total + score] = sums.get(total + score, 0.0) + chance * weight
        likely = sums
    return min(1.0, sum(chance for total, chance in likely.items() if total >= observed)), likely[max(likely)]


def tarone(attainable: Iterable[float], alpha: float) -> float:
    """The level for each of many tests that keeps *alpha* over all of them (Tarone 1990).

    Bonferroni's, but a test counts only if its smallest attainable p could reach the level at all.
    """
    smallest = sorted(attainable)
    for k in range(1, len(smallest) + 1):
        if sum(p <= alpha / k for p in smallest) <= k:
            return alpha / k
    return alpha / max(1, len(smallest))
