"""When a vote can be closed, told from how fast the votes come: a guess, with how far off it may be.

The time that people take is held to be log-normal. How long it takes half of them, and how much they differ, is not
known: every possibility on a grid weighs as much as it makes the votes likely that have come and those that have not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil, erfc, exp, inf, log, sqrt
from statistics import NormalDist

ENOUGH = 0.8
"""The part of those who are here with whose votes a vote can be closed."""

FEWEST_VOTES, FEWEST_PART = 8, 0.2
"""Of fewer votes, or of a smaller part of those who are here, nothing is foretold."""

MEDIANS = tuple(5 * 1.15**step for step in range(40))
SPREADS = tuple(0.2 + 0.1 * step for step in range(11))
ABSENT = (0.0, 0.03, 0.06, 0.09)
"""How long half of the people may take, in seconds; by how much the logarithms of their times may differ; the part of
them that does not vote at all."""

CHANCES = (0.1, 0.3, 0.5, 0.7, 0.9)
"""At which the last of the votes that are waited for is looked at: by chance it comes sooner or later."""

LOW, HIGH = 0.1, 0.9
"""Between these chances the vote can be closed: eight times of ten."""

_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Forecast:
    """In so many seconds from now enough will have voted, eight times of ten between *low* and *high*."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Guess:
    """One possibility: *median* as a logarithm; *tail*: of those who vote, the part that has not voted by now."""

    median: float
    spread: float
    absent: float
    tail: float


def is_enough(voted: int, here: int) -> bool:
    """Whether so many have voted that the vote can be closed."""
    return here > 0 and voted >= ceil(ENOUGH * here)


def forecast(times: Sequence[float], here: int, now: float) -> Forecast | None:
    """When enough of those who are *here* will have voted.

    *times* of the votes so far, and *now*, are in seconds since the vote was opened. None on too little, and once
    enough have voted.
    """
    if len(times) < max(FEWEST_VOTES, FEWEST_PART * here) or is_enough(len(times), here) or now <= 0:
        return None
    waiting, needed = here - len(times), ceil(ENOUGH * here) - len(times)
    logs = [log(max(time, 1.0)) for time in times]
    total, squares, at = sum(logs), sum(one * one for one in logs), log(max(now, 1.0))
    possible = []
    for median in map(log, MEDIANS):
        for spread in SPREADS:
            deviation = squares - 2 * median * total + len(logs) * median * median
            fits = -len(logs) * log(spread) - deviation / (2 * spread * spread)
            tail = erfc((at - median) / spread / sqrt(2)) / 2
            for absent in ABSENT:
                still = absent + (1 - absent) * tail
                weight = fits + len(logs) * log(1 - absent) + waiting * log(max(still, 1e-300))
                possible.append((weight, Guess(median, spread, absent, tail)))
    most = max(weight for weight, _ in possible)
    ends = [
        (_end(guess, part), exp(weight - most))
        for weight, guess in possible
        if weight > most - 12
        for part in _parts(needed, waiting)
    ]
    low, middle, high = _quantiles(ends, (LOW, 0.5, HIGH))
    return Forecast(*(max(0.0, end - now) for end in (low, middle, high)))


def _parts(needed: int, waiting: int) -> list[float]:
    """The part of those who wait that has voted when the last that is needed does, as chance may have it."""
    part = needed / (waiting + 1)
    error = sqrt(part * (1 - part) / (waiting + 2))
    return [min(max(part + error * _NORMAL.inv_cdf(chance), 0.001), 0.999) for chance in CHANCES]


def _end(guess: Guess, part: float) -> float:
    """When that part of those who have not voted yet will have; infinite where so many never will."""
    still = guess.absent + (1 - guess.absent) * guess.tail
    tail = guess.tail - part * still / (1 - guess.absent)
    return exp(guess.median - guess.spread * _NORMAL.inv_cdf(tail)) if 0 < tail < 1 else inf


def _quantiles(weighed: Sequence[tuple[float, float]], chances: Sequence[float]) -> list[float]:
    ordered = sorted(weighed)
    sums = list(accumulate(weight for _, weight in ordered))
    places = (next(n for n, reached in enumerate(sums) if reached >= chance * sums[-1]) for chance in chances)
    return [ordered[place][0] for place in places]
