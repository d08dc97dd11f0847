"""A group's record as figures: for each decision point, how it worked.

It reads tallies, which a database counts, so that a million attempts are a few thousand rows. A group of fewer
than FEWEST_TRAINEES trainees is not broken down, nor is a decision point that fewer of them met: a figure about so few
would be about somebody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import ClassVar

from carelevel.analytics.chance import Proportion
from carelevel.analytics.progress import Figure
from carelevel.core.answer import ACCEPTED
from carelevel.core.attempt_counts import Everybody, FirstAttempt, PointTally
from carelevel.core.phrases import phrases_of

FEWEST_TRAINEES = 5
"""Of fewer nothing is broken down."""

LEAST_OTHERS = 3
"""A trainee enters a decision point's discrimination with at least so many other points answered."""

PointName = tuple[str, str, int]
"""Case, twin ('' for the case itself), number of the decision point."""


@dataclass(frozen=True, slots=True)
class Discrimination(Figure):
    """Item-rest correlation over *n* first attempts: with how many of their other first attempts were accepted.

    None where everybody, or nobody, was right. Near 0 or below: whoever judges well elsewhere does no better here.
    """

    needs: ClassVar[int] = 20
    value: float | None


@dataclass(frozen=True, slots=True)
class PointFigure:
    """One decision point; *n* attempts by *trainees*, of whom those in the sample of first attempts are counted."""

    name: PointName
    n: int
    trainees: int
    accepted: Proportion
    wrong: Mapping[str, int]  # level outside what is accepted -> attempts, the most frequent first
    phrases: Mapping[int, Proportion]  # place among the point's evidence -> caught
    discrimination: Discrimination
    seconds: float  # the mean, a pause counted as its limit

    @property
    def missed_most(self) -> int | None:
        """The phrase caught least often; None where no answer says."""
        return min(self.phrases, key=lambda place: (self.phrases[place].share, place), default=None)


@dataclass(frozen=True, slots=True)
class Cohort:
    """*n* trainees; of fewer than FEWEST_TRAINEES no more is said. *untold* are points that fewer than those met."""

    n: int
    attempts: int
    points: tuple[PointFigure, ...] = ()  # least often accepted first
    untold: tuple[PointName, ...] = ()
    outdated: int = 0  # attempts at a text that has been edited since: left out of the points

    @property
    def speaks(self) -> bool:
        """Whether the group is large enough to be broken down."""
        return self.n >= FEWEST_TRAINEES


@dataclass(slots=True)
class _Met:
    """What is added up for one decision point."""

    attempts: int = 0
    accepted: int = 0
    seconds: float = 0.0
    wrong: Counter[str] = field(default_factory=Counter)
    caught: Counter[int] = field(default_factory=Counter)
    shown: Counter[int] = field(default_factory=Counter)


def cohort(everybody: Everybody, digests: Mapping[str, str]) -> Cohort:
    """The group's figures; *digests* names the current text of each case, and attempts at another are left out."""
    alike, n = everybody.points, len(everybody.trainees)
    current = [one for one in alike if digests.get(one.case) == one.case_digest]
    points, untold = _points(current, everybody.firsts) if n >= FEWEST_TRAINEES else ((), ())
    return Cohort(
        n=n,
        attempts=sum(one.attempts for one in everybody.trainees),
        points=points,
        untold=untold,
        outdated=sum(one.attempts for one in alike) - sum(one.attempts for one in current),
    )


# The decision points


def _points(
    alike: Iterable[PointTally], firsts: Sequence[FirstAttempt]
) -> tuple[tuple[PointFigure, ...], tuple[PointName, ...]]:
    """The points that enough trainees met, least often accepted first, and the names of the others."""
    discriminations = _discriminations(firsts)
    met_by = Counter((first.case, first.twin, first.point) for first in firsts)
    met = _met(alike)
    told = [
        _point(name, one, met_by[name], discriminations.get(name, Discrimination(0, None)))
        for name, one in met.items()
        if met_by[name] >= FEWEST_TRAINEES
    ]
    told.sort(key=lambda point: (point.accepted.share, point.name))
    return tuple(told), tuple(name for name in met if met_by[name] < FEWEST_TRAINEES)


def _met(alike: Iterable[PointTally]) -> Mapping[PointName, _Met]:
    met: dict[PointName, _Met] = {}
    for one in alike:
        point = met.setdefault((one.case, one.twin, one.point), _Met())
        point.attempts += one.attempts
        point.seconds += one.seconds
        if one.verdict in ACCEPTED:
            point.accepted += one.attempts
        else:
            point.wrong[one.level] += one.attempts
        for place, caught in phrases_of(one.phrases).items():
            point.shown[place] += one.attempts
            point.caught[place] += one.attempts * caught
    return met


def _point(name: PointName, met: _Met, trainees: int, discrimination: Discrimination) -> PointFigure:
    return PointFigure(
        name=name,
        n=met.attempts,
        trainees=trainees,
        accepted=Proportion(met.accepted, met.attempts),
        wrong=dict(met.wrong.most_common()),
        phrases={place: Proportion(met.caught[place], shown) for place, shown in sorted(met.shown.items())},
        discrimination=discrimination,
        seconds=met.seconds / met.attempts,
    )


def _discriminations(firsts: Iterable[FirstAttempt]) -> Mapping[PointName, Discrimination]:
    """For each point, the correlation of its score (1 or 0) with the share accepted at the trainee's other points."""
    of_trainee: dict[str, list[tuple[PointName, int]]] = {}
    for first in firsts:
        of_trainee.setdefault(first.trainee, []).append(((first.case, first.twin, first.point), first.accepted))
    pairs: dict[PointName, list[tuple[float, float]]] = {}
    for scores in of_trainee.values():
        total, others = sum(score for _, score in scores), len(scores) - 1
        if others >= LEAST_OTHERS:
            for name, score in scores:
                pairs.setdefault(name, []).append((score, (total - score) / others))
    return {name: Discrimination(len(scored), correlation(scored)) for name, scored in pairs.items()}


def correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Pearson's; None where either side never varies."""
    n = len(pairs)
    mean_x, mean_y = sum(x for x, _ in pairs) / n, sum(y for _, y in pairs) / n
    xx = sum((x - mean_x) ** 2 for x, _ in pairs)
    yy = sum((y - mean_y) ** 2 for _, y in pairs)
    if xx < 1e-12 or yy < 1e-12:  # sums of floats that should be 0
        return None
    return sum((x - mean_x) * (y - mean_y) for x, y in pairs) / sqrt(xx * yy)
