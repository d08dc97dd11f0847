"""A group's record as figures: the same as a trainee's, and for each decision point how it worked.

It reads tallies, which a database counts, so that a million attempts are a few thousand rows. A group of fewer
than FEWEST trainees is not broken down, nor is a decision point that fewer of them met: a figure about so few
would be about somebody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import TYPE_CHECKING, ClassVar

from carelevel.analytics.chance import Proportion
from carelevel.analytics.progress import Calibration, Figure, Matrix, Stated
from carelevel.analytics.scoring import ACCEPTED, STATED
from carelevel.core.answer import Confidence, Verdict
from carelevel.core.attempt_counts import Everybody, FirstAttempt, PointTally, TraineeTally
from carelevel.core.phrases import phrases_of

if TYPE_CHECKING:
    from pandas import DataFrame

FEWEST = 5
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
class TraineeFigure:
    trainee: str
    accepted: Proportion
    more: int
    less: int


@dataclass(frozen=True, slots=True)
class Cohort:
    """*n* trainees; below FEWEST it says no more than that. *untold* are points that fewer than FEWEST met."""

    n: int
    attempts: int
    accepted: Proportion
    more: int
    less: int
    matrix: Matrix
    calibration: Calibration
    trainees: tuple[TraineeFigure, ...] = ()
    points: tuple[PointFigure, ...] = ()  # least often accepted first
    untold: tuple[PointName, ...] = ()
    outdated: int = 0  # attempts at a text that has been edited since: left out of the points

    @property
    def speaks(self) -> bool:
        return self.n >= FEWEST


@dataclass(slots=True)
class _Met:
    """What is added up for one decision point."""

    attempts: int = 0
    accepted: int = 0
    seconds: float = 0.0
    wrong: Counter[str] = field(default_factory=Counter)
    caught: Counter[int] = field(default_factory=Counter)
    shown: Counter[int] = field(default_factory=Counter)


def cohort(everybody: Everybody, ladder: Sequence[str], digests: Mapping[str, str] | None = None) -> Cohort:
    """The group's figures; *digests* names the current text of each case, and attempts at another are left out."""
    trainees, alike = everybody.trainees, everybody.points
    n = len(trainees)
    told = n >= FEWEST
    current = [one for one in alike if digests is None or digests.get(one.case) == one.case_digest]
    points, untold = _points(current, everybody.firsts) if told else ((), ())
    return Cohort(
        n=n,
        attempts=sum(one.attempts for one in trainees),
        accepted=Proportion(sum(one.accepted for one in trainees), sum(one.attempts for one in trainees)),
        more=sum(one.more for one in trainees),
        less=sum(one.less for one in trainees),
        matrix=_matrix(alike if told else (), ladder),
        calibration=_calibration(alike if told else ()),
        trainees=tuple(map(_trainee, trainees)) if told else (),
        points=points,
        untold=untold,
        outdated=sum(one.attempts for one in alike) - sum(one.attempts for one in current),
    )


def points_frame(group: Cohort) -> DataFrame:
    """A row a decision point."""
    from pandas import DataFrame  # 47 MB, which only who asks for a table should pay

    return DataFrame(
        [
            {
                "case": point.name[0],
                "twin": point.name[1],
                "point": point.name[2],
                "attempts": point.n,
                "trainees": point.trainees,
                "accepted": point.accepted.share,
                "low": point.accepted.low,
                "high": point.accepted.high,
                "wrong": next(iter(point.wrong), ""),
                "missed_most": point.missed_most,
                "discrimination": point.discrimination.value if point.discrimination.speaks else None,
                "seconds": point.seconds,
            }
            for point in group.points
        ]
    )


def trainees_frame(group: Cohort) -> DataFrame:
    """A row a pseudonymous code."""
    from pandas import DataFrame

    return DataFrame(
        {
            "trainee": [one.trainee for one in group.trainees],
            "attempts": [one.accepted.n for one in group.trainees],
            "accepted": [one.accepted.share for one in group.trainees],
            "more": [one.more for one in group.trainees],
            "less": [one.less for one in group.trainees],
        }
    )


def _trainee(one: TraineeTally) -> TraineeFigure:
    return TraineeFigure(one.trainee, Proportion(one.accepted, one.attempts), one.more, one.less)


def _matrix(alike: Iterable[PointTally], ladder: Sequence[str]) -> Matrix:
    pairs: Counter[tuple[str, str]] = Counter()
    for one in alike:
        pairs[one.level, one.criteria_level] += one.attempts
    levels = (*ladder, *sorted({level for pair in pairs for level in pair} - set(ladder)))
    counts = tuple(tuple(pairs[chosen, asked] for asked in levels) for chosen in levels)
    return Matrix(pairs.total(), levels, counts)


def _calibration(alike: Iterable[PointTally]) -> Calibration:
    hits: Counter[Confidence] = Counter()
    n: Counter[Confidence] = Counter()
    for one in alike:
        confidence = Confidence(one.confidence)
        n[confidence] += one.attempts
        hits[confidence] += one.attempts * (Verdict(one.verdict) in ACCEPTED)
    total, accepted = n.total(), Proportion(hits.total(), n.total())
    squares = sum(
        hits[word] * (1 - chance) ** 2 + (n[word] - hits[word]) * chance**2 for word, chance in STATED.items()
    )
    return Calibration(
        n=total,
        by_confidence=tuple(
            Stated(n[word], word, chance, Proportion(hits[word], n[word])) for word, chance in STATED.items()
        ),
        stated=sum(n[word] * chance for word, chance in STATED.items()) / total if total else 0.0,
        accepted=accepted,
        brier=squares / total if total else 0.0,
        reference=accepted.share * (1 - accepted.share),
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
        if met_by[name] >= FEWEST
    ]
    told.sort(key=lambda point: (point.accepted.share, point.name))
    return tuple(told), tuple(name for name in met if met_by[name] < FEWEST)


def _met(alike: Iterable[PointTally]) -> Mapping[PointName, _Met]:
    met: dict[PointName, _Met] = {}
    for one in alike:
        point = met.setdefault((one.case, one.twin, one.point), _Met())
        point.attempts += one.attempts
        point.seconds += one.seconds
        if Verdict(one.verdict) in ACCEPTED:
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
