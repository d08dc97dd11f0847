"""A running order proposed for a length of time: cases that exercise what is asked for, as varied as can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from carelevel.analytics.criteria_parts import CriteriaPart


@dataclass(frozen=True, slots=True)
class Candidate:
    """A decision point that could be presented; *ease* sorts plain and clear ones first, *twin*: it ends with one."""

    case: str
    point: int
    level: str
    parts: frozenset[CriteriaPart]
    minutes: int
    ease: tuple[int, int]
    twin: bool


def propose(candidates: Iterable[Candidate], wanted: Collection[CriteriaPart], minutes: int) -> tuple[Candidate, ...]:
    """Decision points of different cases that fit into so many minutes, the easiest first.

    Each exercises something that is *wanted*, or anything where that is empty; what was exercised least so far comes
    next, then a level that was not there yet, then a case that ends with a twin. The same is proposed each time.
    """
    waiting = sorted(candidates, key=lambda one: (one.ease, one.case, one.point))
    chosen: list[Candidate] = []
    left = minutes
    while fitting := [one for one in waiting if one.minutes <= left and _useful(one, wanted)]:
        seen = Counter(part for one in chosen for part in one.parts)
        levels = Counter(one.level for one in chosen)
        best = min(fitting, key=lambda one: (-_worth(one, wanted, seen), levels[one.level], not one.twin))
        chosen.append(best)
        left -= best.minutes
        waiting = [one for one in waiting if one.case != best.case]
    return tuple(sorted(chosen, key=lambda one: (one.ease, one.case)))


def _useful(candidate: Candidate, wanted: Collection[CriteriaPart]) -> bool:
    return not wanted or bool(candidate.parts.intersection(wanted))


def _worth(candidate: Candidate, wanted: Collection[CriteriaPart], seen: Counter[CriteriaPart]) -> float:
    """What is exercised for the first time counts whole, for the second time a fourth, for the third a ninth."""
    parts = candidate.parts.intersection(wanted) if wanted else candidate.parts
    return round(sum(1 / (1 + seen[part]) ** 2 for part in parts), 6)
