"""Every state of a bank's level-moving findings, as tables with one axis a finding; the last index is "unstated"."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from carelevel.core.assess import Decision, decide
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.thresholds import Outcome, thresholds
from carelevel.core.whatif import Range, answer_range, extremes, reach
from numpy.typing import NDArray

Table = NDArray[np.uint8]
Decide = Callable[[Findings, Criteria], Decision]
AnswerRange = Callable[[Findings, Criteria], Range]

NO_ANSWER = 255
NO_ANSWERS = bytes((NO_ANSWER, 0, NO_ANSWER, NO_ANSWER))
INNER = 6
"""Findings that one piece of work runs through, below each state of the ones before."""


@dataclass(frozen=True, eq=False)
class Space:
    """Rungs by state: the recommendation, the accepted ones, and the range as the engine gives it.

    ESCALATE, where no level is possible, is one rung above the ladder.
    """

    criteria: Criteria
    names: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]
    level: Table
    accepted: Table  # a bit for each accepted rung
    lowest: Table
    highest: Table

    def findings(self, index: Iterable[int]) -> dict[str, str]:
        """The state at *index*, as the engine is asked about it."""
        named = zip(self.names, self.values, index, strict=True)
        return {name: values[place] for name, values, place in named if place < len(values)}

    def complete(self, table: Table) -> Table:
        """The part of *table* in which everything is stated."""
        return table[tuple(slice(len(values)) for values in self.values)]

    def sample(self, count: int, seed: int) -> NDArray[np.int64]:
        """*count* different states, fixed by *seed*: a row of indices each."""
        chosen = np.random.default_rng(seed).choice(self.level.size, size=min(count, self.level.size), replace=False)
        return np.stack(np.unravel_index(chosen, self.level.shape), axis=1)


def accepted_sets(criteria: Criteria) -> dict[int, tuple[str, ...]]:
    """A bit for each accepted rung -> their ids in ladder order."""
    ids = [level.id for level in criteria.levels]
    return {
        rungs: tuple(level for rung, level in enumerate(ids) if rungs >> rung & 1) for rungs in range(1 << len(ids))
    }


def states(criteria: Criteria, names: Iterable[str]) -> Iterator[dict[str, str]]:
    """Every state of *names*, unstated ones included, in the order of a Space's tables."""
    choices = [[*((name, value.id) for value in criteria.finding(name).values), None] for name in names]
    for chosen in itertools.product(*choices):
        yield dict(one for one in chosen if one)


def complete_states(criteria: Criteria, names: Iterable[str]) -> Iterator[dict[str, str]]:
    """Every state in which all of *names* are stated."""
    choices = [[(name, value.id) for value in criteria.finding(name).values] for name in names]
    return (dict(chosen) for chosen in itertools.product(*choices))


def enumerate_space(
    criteria: Criteria,
    names: tuple[str, ...] | None = None,
    decide: Decide = decide,
    answer_range: AnswerRange = answer_range,
) -> Space:
    """Ask the engine about every state of *names* (of all that move the level, where none are given)."""
    names = names or criteria.moving()
    rung = {choice: place for place, choice in enumerate(criteria.choices)}
    sets = {accepted: rungs for rungs, accepted in accepted_sets(criteria).items()}
    answers = bytearray()
    for findings in states(criteria, names):
        try:
            level, accepted, _ = decide(findings, criteria)
            span = answer_range(findings, criteria)
            answers += bytes((rung[level], sets[accepted], rung[span.lowest], rung[span.highest]))
        except Exception:  # whatever it is: this state has no answer, and the check of property 1 says so
            answers += NO_ANSWERS
    return _tables(criteria, names, answers)


def enumerate_bits(criteria: Criteria) -> Space:
    """The same of all that move the level, asked by the bits of each state: for millions of them.

    `not_deterministic` asks of some by their findings too; what is asked of a complete state is asked once, and of
    states that the engine cannot tell apart.
    """
    names, compiled = criteria.moving(), copy(thresholds(criteria))
    object.__setattr__(compiled, "rung", cache(compiled.rung))
    outcome, answers = once_for_all_alike(compiled.outcome), bytearray()
    rests = [
        (compiled.state(rest) ^ compiled.unstated, *reach(rest, compiled)) for rest in states(criteria, names[-INNER:])
    ]
    for prefix in states(criteria, names[:-INNER]):
        state, (reached, stated) = compiled.state(prefix), reach(prefix, compiled)
        for change, reached_by_rest, stated_by_rest in rests:
            try:
                rung, accepted, _, _ = outcome(state ^ change)
                ends = extremes(reached | reached_by_rest, stated | stated_by_rest, compiled)
                answers += bytes((rung, accepted, *ends))
            except Exception:
                answers += NO_ANSWERS
    return _tables(criteria, names, answers)


class Looked:
    """A state that notes which of its bits are looked at; nothing else of it can be."""

    def __init__(self, state: int) -> None:
        self.state, self.bits = state, 0

    def __and__(self, bits: int) -> int:
        self.bits |= bits
        return self.state & bits


def once_for_all_alike(outcome: Callable[[Any], Outcome]) -> Callable[[int], Outcome]:
    """*outcome*, worked out once for all states that are alike in every bit that it has looked at in any of them."""
    looked_at, known = 0, dict[int, Outcome]()

    def of(state: int) -> Outcome:
        nonlocal looked_at
        found = known.get(state & looked_at)
        if found is None:
            looked = Looked(state)
            found = outcome(looked)
            if looked.bits & ~looked_at:
                looked_at |= looked.bits
                known.clear()
            known[state & looked_at] = found
        return found

    return of


def _tables(criteria: Criteria, names: tuple[str, ...], answers: bytes) -> Space:
    """Of four bytes a state: the recommendation, the accepted rungs, the range's ends."""
    values = tuple(tuple(value.id for value in criteria.finding(name).values) for name in names)
    table = np.frombuffer(answers, dtype=np.uint8).reshape(*(len(one) + 1 for one in values), 4)
    return Space(criteria, names, values, *(table[..., part].copy() for part in range(4)))
