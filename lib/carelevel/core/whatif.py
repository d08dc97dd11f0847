"""What another fact would change: the range under what is unstated, open questions, nearest changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from carelevel.core.criteria import Criteria, Findings
from carelevel.core.implicants import fewest, implicants
from carelevel.core.thresholds import Thresholds, thresholds


@dataclass(frozen=True, slots=True)
class Range:
    """The lowest and the highest recommendation over every completion of what is unstated."""

    lowest: str
    highest: str


@dataclass(frozen=True, slots=True)
class Nearest:
    """The smallest changes of stated findings that move the recommendation, all ties; None at the ladder's end.

    Empty where no change of what is stated could move it.
    """

    up: tuple[Findings, ...] | None
    down: tuple[Findings, ...] | None


def answer_range(findings: Findings, criteria: Criteria) -> Range:
    """The lowest and the highest recommendation that any completion of *findings* could have."""
    lowest, highest = _rungs(findings, thresholds(criteria))
    return Range(criteria.levels[lowest].id, criteria.levels[highest].id)


def open_questions(findings: Findings, criteria: Criteria) -> tuple[str, ...]:
    """The unstated findings that could move the recommendation, the most decisive first.

    A finding is open when two of its values give different recommendations in some completion of the
    others; the smaller the summed width of the ranges left after each of its values, the earlier.
    """
    compiled = thresholds(criteria)
    left = _left_open(findings, criteria)
    open_ = [name for name in criteria.moving() if name not in findings and compiled.all_of[name] & left]
    return tuple(sorted(open_, key=lambda name: _width_left(name, findings, compiled)))


def nearest(findings: Findings, criteria: Criteria) -> Nearest:
    """The fewest findings changed, then the fewest steps of their values, upwards and downwards."""
    compiled = thresholds(criteria)
    state = compiled.state(findings)
    rung = compiled.rung(state)
    stated = compiled.field(findings) & compiled.moving
    top = len(criteria.levels) - 1
    return Nearest(
        up=None if rung == top else _smallest(_raisings(rung, state, stated, criteria), findings, compiled),
        down=None if rung == 0 else _smallest(_lowerings(rung, state, stated, criteria), findings, compiled),
    )


def _rungs(findings: Findings, compiled: Thresholds) -> tuple[int, int]:
    """Every rule is monotone, so the two extreme completions bound all of them."""
    reached, all_of = compiled.reached, compiled.all_of
    least = stated = 0
    for item in findings.items():
        least |= reached[item]
        stated |= all_of[item[0]]
    return compiled.rung(least), compiled.rung(least | compiled.moving & ~stated)


def _left_open(findings: Findings, criteria: Criteria) -> int:
    """The thresholds on which the recommendation still depends, once *findings* are stated."""
    compiled = thresholds(criteria)
    stated = compiled.field(findings)
    reached = 0
    for item in findings.items():
        reached |= compiled.reached[item]
    left = 0
    for asking in implicants(criteria).asking[1:]:
        possible = {bits & ~stated for bits in asking if not bits & stated & ~reached}
        for bits in fewest(possible):
            left |= bits
    return left


def _width_left(name: str, findings: Findings, compiled: Thresholds) -> int:
    total = 0
    for value in compiled.criteria.finding(name).values:
        lowest, highest = _rungs({**findings, name: value.id}, compiled)
        total += highest - lowest
    return total


def _raisings(rung: int, state: int, stated: int, criteria: Criteria) -> Iterator[int]:
    """The states, reached by stated findings alone, in which the recommended level is closed off."""
    for bits in implicants(criteria).closing[rung]:
        missing = bits & ~state
        if not missing & ~stated:
            yield state | missing


def _lowerings(rung: int, state: int, stated: int, criteria: Criteria) -> Iterator[int]:
    """The states, reached by stated findings alone, in which a less intensive level is open."""
    compiled = thresholds(criteria)
    for lower in range(rung):
        states = {state}
        for bits in implicants(criteria).closing[lower]:
            states = {
                below
                for now in states
                for below in ([now] if now & bits != bits else _without(bits, now, stated, compiled))
            }
        yield from states


def _without(bits: int, state: int, stated: int, compiled: Thresholds) -> Iterator[int]:
    """*state* with one stated finding of *bits* lowered just enough that *bits* is no longer reached whole."""
    for field in compiled.all_of.values():
        highest = bits & field & stated
        if highest:
            top = 1 << (highest.bit_length() - 1)
            yield state & ~(field & ~(top - 1))


def _smallest(states: Iterator[int], findings: Findings, compiled: Thresholds) -> tuple[Findings, ...]:
    sizes: dict[int, tuple[int, int]] = {state: _size(state, findings, compiled) for state in states}
    if not sizes:
        return ()
    best = min(sizes.values())
    return tuple(_changed(state, findings, compiled) for state in sorted(sizes) if sizes[state] == best)


def _size(state: int, findings: Findings, compiled: Thresholds) -> tuple[int, int]:
    """How many findings differ, and by how many steps of their values in all."""
    changed = state ^ compiled.state(findings)
    return sum(1 for bits in compiled.all_of.values() if bits & changed), changed.bit_count()


def _changed(state: int, findings: Findings, compiled: Thresholds) -> Mapping[str, str]:
    changes: dict[str, str] = {}
    for name in findings:
        field = compiled.all_of[name]
        if state & field != compiled.reached[name, findings[name]]:
            changes[name] = next(
                value.id
                for value in compiled.criteria.finding(name).values
                if compiled.reached[name, value.id] == state & field
            )
    return changes
