"""The smallest sets of thresholds that close a level off, or that ask for a level: what questions are left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from carelevel.core.criteria import Criteria
from carelevel.core.errors import CriteriaError
from carelevel.core.thresholds import MOST_IMPLICANTS, FiredBy, NeededFor, Thresholds, thresholds


@dataclass(frozen=True, eq=False)
class Implicants:
    """Every set is a state's bits; one that is reached whole has its effect, whatever else is stated."""

    closing: tuple[tuple[int, ...], ...]  # by rung: what closes this level off (a floor above it, a prerequisite)
    asking: tuple[tuple[int, ...], ...]  # by rung: what asks for this level or a more intensive one


@lru_cache(maxsize=8)
def implicants(criteria: Criteria) -> Implicants:
    """The prime implicants of *criteria*; CriteriaError where there are more than MOST_IMPLICANTS."""
    compiled = thresholds(criteria)
    closing = tuple(_closing(rung, compiled) for rung in range(len(criteria.levels)))
    asking: list[tuple[int, ...]] = [(0,)]
    for closed in closing[:-1]:
        asking.append(_both(asking[-1], closed))
    return Implicants(closing, tuple(asking))


def fewest(sets: Iterable[int]) -> tuple[int, ...]:
    """*sets* without those that hold another one whole; CriteriaError where more than MOST_IMPLICANTS are left."""
    kept: list[int] = []
    for bits in sorted(set(sets), key=int.bit_count):
        if not any(bits & small == small for small in kept):
            kept.append(bits)
            if len(kept) > MOST_IMPLICANTS:
                raise CriteriaError(*_TOO_MANY)
    return tuple(kept)


def _closing(rung: int, compiled: Thresholds) -> tuple[int, ...]:
    sets: list[int] = []
    for fired in compiled.fired_by:
        if fired.floors[0] > rung:
            sets.extend(_firing(fired, rung, compiled))
    for needed in compiled.needed_for[rung]:
        sets.extend(_failing(needed, compiled))
    return fewest(sets)


def _firing(fired: FiredBy, rung: int, compiled: Thresholds) -> tuple[int, ...]:
    """What makes a rule's floor stand above *rung*: its findings, and of every easing exception one that fails."""
    sets: tuple[int, ...] = (fired.need,)
    for bad, eased, _ in fired.exceptions:
        if eased[0] <= rung:
            sets = _both(sets, tuple(_filled(bit, compiled) for bit in _bits(bad)))
    return sets


def _failing(needed: NeededFor, compiled: Thresholds) -> tuple[int, ...]:
    sets: tuple[int, ...] = (0,)
    for bad in needed.alternatives:
        sets = _both(sets, tuple(_filled(bit, compiled) for bit in _bits(bad)))
    return sets


def _both(left: tuple[int, ...], right: tuple[int, ...]) -> tuple[int, ...]:
    if len(left) * len(right) > 100 * MOST_IMPLICANTS:
        raise CriteriaError(*_TOO_MANY)
    return fewest({a | b for a in left for b in right})


def _bits(mask: int) -> list[int]:
    return [1 << place for place in range(mask.bit_length()) if mask >> place & 1]


def _filled(bit: int, compiled: Thresholds) -> int:
    """A threshold's bit with those below it, as a state that reaches it has them."""
    return min((bits for bits in compiled.reached.values() if bits & bit), key=int.bit_count)


_TOO_MANY = (
    f"the rules can be combined in more than {MOST_IMPLICANTS} ways",
    "give rules fewer findings and exceptions, or split the bank in two",
)
