"""How far supervisors who answered blind agree, and on which decision points they part."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from carelevel.analytics.alpha import Alpha, alpha_of_clusters, coincidences, nominal, ordinal
from carelevel.core.criteria import ESCALATE
from carelevel.core.supervisor_answer import SupervisorAnswer

FEWEST_SUPERVISORS = 2
FEWEST_POINTS = 5
UNTOLD = Alpha(None)


@dataclass(frozen=True, slots=True)
class Parted:
    """A decision point on which they part; *apart* is the share of pairs of supervisors who chose differently."""

    case: str
    point: int
    chosen: Mapping[str, int]  # level -> supervisors, in the order of the ladder
    apart: float


@dataclass(frozen=True, slots=True)
class Supervisors:
    """*points* were answered by two or more of *n*; *by_choice* counts all their choices, *by_ladder* only levels.

    ESCALATE is on no ladder: it counts as a choice of its own in *by_choice*, and as no answer in *by_ladder*.
    """

    n: int
    points: int
    by_choice: Alpha = UNTOLD
    by_ladder: Alpha = UNTOLD
    ladder_points: int = 0
    parted: tuple[Parted, ...] = ()  # most apart first
    outdated: int = 0  # answers to a text that has been edited since: left out

    @property
    def speaks(self) -> bool:
        """Whether enough supervisors share enough decision points."""
        return self.n >= FEWEST_SUPERVISORS and self.points >= FEWEST_POINTS

    @property
    def ladder_speaks(self) -> bool:
        """Whether enough of those were answered with levels."""
        return self.speaks and self.ladder_points >= FEWEST_POINTS


def supervisors(
    answers: Iterable[SupervisorAnswer], ladder: Sequence[str], digests: Mapping[tuple[str, int], str]
) -> Supervisors:
    """*digests* names the current story of each decision point."""
    kept = list(answers)
    current = [answer for answer in kept if digests.get((answer.case, answer.point)) == answer.text_digest]
    choices = (*ladder, ESCALATE)
    chosen = [answer for answer in current if answer.level in choices]
    points: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    for answer in chosen:
        points[answer.case, answer.point][answer.level] += 1
    by_choice, by_ladder = _clusters(points, choices), _clusters(points, ladder)
    found = Supervisors(
        n=len({answer.code for answer in chosen}),
        points=_count(by_choice),
        ladder_points=_count(by_ladder),
        outdated=len(kept) - len(current),
    )
    if not found.speaks:
        return found
    return replace(
        found,
        by_choice=alpha_of_clusters(by_choice, nominal),
        by_ladder=alpha_of_clusters(by_ladder, ordinal) if found.ladder_speaks else UNTOLD,
        parted=_parted(points, choices, ladder),
    )


def _clusters(
    points: Mapping[tuple[str, int], Counter[str]], choices: Sequence[str]
) -> Mapping[str, list[tuple[int, ...]]]:
    """Of each case, the counts of its points that two or more answered with one of *choices*."""
    clusters: dict[str, list[tuple[int, ...]]] = {}
    for (case, _), chosen in sorted(points.items()):
        counts = tuple(chosen[level] for level in choices)
        if sum(counts) >= FEWEST_SUPERVISORS:
            clusters.setdefault(case, []).append(counts)
    return clusters


def _count(clusters: Mapping[str, Sequence[object]]) -> int:
    return sum(len(units) for units in clusters.values())


def _parted(
    points: Mapping[tuple[str, int], Counter[str]], choices: Sequence[str], ladder: Sequence[str]
) -> tuple[Parted, ...]:
    """The points on which at least two chose differently, most apart first; of the like, the wider on the ladder."""
    found = []
    for (case, number), chosen in points.items():
        if len(chosen) > 1:
            counts = [chosen[level] for level in choices]
            same = sum(row[place] for place, row in enumerate(coincidences(counts)))
            in_order = {level: chosen[level] for level in choices if chosen[level]}
            found.append(Parted(case, number, in_order, 1 - same / sum(counts)))

    def order(parted: Parted) -> tuple[float, int, str, int]:
        rungs = [ladder.index(level) for level in parted.chosen if level in ladder]
        return -parted.apart, min(rungs, default=0) - max(rungs, default=0), parted.case, parted.point

    return tuple(sorted(found, key=order))
