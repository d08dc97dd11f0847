"""What chance alone would do: intervals and exact tests, none of them an approximation but Wilson's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import comb, sqrt
from typing import NamedTuple

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
    """How likely each sum is where *drawn* of these scores are drawn at random without putting back."""
    ways: Mapping[tuple[int, int], int] = {(0, 0): 1}
    for score, there in scores.items():
        grown: Counter[tuple[int, int]] = Counter()
        for (taken, total), count in ways.items():
            for more in range(min(there, drawn - taken) + 1):
                grown[taken + more, total + score * more] += count * comb(there, more)
        ways = grown
    every = comb(scores.total(), drawn)
    return {total: count / every for (taken, total), count in ways.items() if taken == drawn}


class ScoreTest(NamedTuple):
    """*p*, and every *attainable* p that any scores of so many could have had, the smallest first."""

    p: float
    attainable: tuple[float, ...]


def score_test(strata: Iterable[tuple[Counter[int], Counter[int]]]) -> ScoreTest:
    """An exact permutation test, stratified: each stratum is one group's scores and everybody's.

    p is the chance that the groups' sum of scores is so high or higher.
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
    highest_first = sorted(likely, reverse=True)
    tails = dict(zip(highest_first, accumulate(likely[total] for total in highest_first), strict=True))
    return ScoreTest(min(1.0, tails[observed]), tuple(tails.values()))


def joint_level(attainable: Iterable[Sequence[float]], alpha: float) -> float:
    """The level for each of many tests that keeps *alpha* over all of them, however they hang together.

    Bonferroni's bound with the chances that discrete tests have (Westfall and Wolfinger 1997): a test of few
    cases, whose p jumps over the level, adds only the largest p that it can have below. At least alpha / tests.
    """
    tests = list(attainable)
    more: dict[float, float] = defaultdict(float)  # what the chance of any false alarm may grow by at each p
    for ps in tests:
        for before, p in pairwise([0.0, *ps]):
            more[p] += p - before
    level, spent = alpha / max(1, len(tests)), 0.0
    for p in sorted(more):
        spent += more[p]
        if spent > alpha:
            break
        level = max(level, p)
    return level
