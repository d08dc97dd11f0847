"""A group's record as figures: for each decision point, how it worked.

It reads tallies, which a database counts, so that a million attempts are a few thousand rows. A group of fewer
than FEWEST_TRAINEES trainees is not broken down, nor is a decision point that fewer of them met: a figure about so few
would be about somebody.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from carelevel.analytics.chance import Proportion
from carelevel.analytics.progress import Figure
from carelevel.core.answer import ACCEPTED
from carelevel.core.attempt_counts import Everybody, FirstAttempt, PointTally, TraineeTally
from carelevel.core.phrases import phrases_of
from carelevel.core.story_digest import StoryDigest

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
class Cohort(Figure):
    """*n* trainees; of too few no more is said. *untold* are points that fewer than those met."""

    needs: ClassVar[int] = FEWEST_TRAINEES
    attempts: int
    points: tuple[PointFigure, ...] = ()  # least often accepted first
    untold: tuple[PointName, ...] = ()
    outdated: int = 0  # attempts at a text that has been edited since: left out of the points


@dataclass(slots=True)
class _Met:
    """What is added up for one decision point."""

    attempts: int = 0
    accepted: int = 0
    seconds: float = 0.0
    wrong: Counter[str] = field(default_factory=Counter)
    caught: Counter[int] = field(default_factory=Counter)
    shown: Counter[int] = field(default_factory=Counter)


def cohort(everybody: Everybody, digests: Mapping[PointName, StoryDigest]) -> Cohort:
    """The group's figures; *digests* names the current story of each decision point.

    Attempts at another are left out, and the phrases of attempts at one in which others were marked.
    """
    n = len(everybody.trainees)
    current = list(_current(everybody.points, digests))
    points, untold = _points(current, everybody.firsts) if n >= FEWEST_TRAINEES else ((), ())
    outdated = _attempts(everybody.points) - _attempts(current)
    return Cohort(n, _attempts(everybody.trainees), points, untold, outdated)


def _current(tallies: Iterable[PointTally], digests: Mapping[PointName, StoryDigest]) -> Iterator[PointTally]:
    for tally in tallies:
        digest = digests.get((tally.case, tally.twin, tally.point))
        if digest and digest.is_story(tally.case_digest):
            yield tally if digest.is_told_alike(tally.case_digest) else tally.without_phrases()


def _attempts(tallies: Iterable[PointTally | TraineeTally]) -> int:
    return sum(tally.attempts for tally in tallies)


# The decision points


def _points(
    tallies: Iterable[PointTally], firsts: Sequence[FirstAttempt]
) -> tuple[tuple[PointFigure, ...], tuple[PointName, ...]]:
    """The points that enough trainees met, least often accepted first, and the names of the others."""
    discriminations = _discriminations(firsts)
    met_by = Counter((first.case, first.twin, first.point) for first in firsts)
    met = _met(tallies)
    figures = [
        _point(name, point, met_by[name], discriminations.get(name, Discrimination(0, None)))
        for name, point in met.items()
        if met_by[name] >= FEWEST_TRAINEES
    ]
    figures.sort(key=lambda point: (point.accepted.share, point.name))
    return tuple(figures), tuple(name for name in met if met_by[name] < FEWEST_TRAINEES)


def _met(tallies: Iterable[PointTally]) -> Mapping[PointName, _Met]:
    met: dict[PointName, _Met] = {}
    for tally in tallies:
        point = met.setdefault((tally.case, tally.twin, tally.point), _Met())
        point.attempts += tally.attempts
        point.seconds += tally.seconds
        if tally.verdict in ACCEPTED:
            point.accepted += tally.attempts
        else:
            point.wrong[tally.level] += tally.attempts
        for place, caught in phrases_of(tally.phrases).items():
            point.shown[place] += tally.attempts
            point.caught[place] += tally.attempts * caught
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
    xs, ys = zip(*pairs, strict=True)
    return statistics.correlation(xs, ys) if min(len(set(xs)), len(set(ys))) > 1 else None
