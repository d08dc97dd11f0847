"""Every state of a bank's level-moving findings, as tables with one axis a finding; the last index is "unstated"."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from carelevel.core.assess import Decision, decide
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.thresholds import thresholds
from carelevel.core.whatif import Range, answer_range
from numpy.typing import NDArray

Table = NDArray[np.uint8]
Decide = Callable[[Findings, Criteria], Decision]
AnswerRange = Callable[[Findings, Criteria], Range]

NO_ANSWER = 255
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


@dataclass(frozen=True)
class Work:
    """What a process needs in order to run through the states below a prefix."""

    criteria: Criteria
    names: tuple[str, ...]
    decide: Decide
    answer_range: AnswerRange

    @cached_property
    def rests(self) -> list[dict[str, str]]:
        return list(states(self.criteria, self.names[-INNER:]))

    def below(self, prefix: Findings) -> bytes:
        """Four bytes a state: the recommendation, the accepted rungs, the range's ends."""
        rung = {choice: place for place, choice in enumerate(self.criteria.choices)}
        sets = {accepted: rungs for rungs, accepted in accepted_sets(self.criteria).items()}
        criteria, found = self.criteria, bytearray()
        for rest in self.rests:
            findings = {**prefix, **rest}
            try:
                level, accepted, _ = self.decide(findings, criteria)
                span = self.answer_range(findings, criteria)
                found += bytes((rung[level], sets[accepted], rung[span.lowest], rung[span.highest]))
            except Exception:  # whatever it is: this state has no answer, and the check of property 1 says so
                found += bytes((NO_ANSWER, 0, NO_ANSWER, NO_ANSWER))
        return bytes(found)


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
    processes: int = 1,
    decide: Decide = decide,
    answer_range: AnswerRange = answer_range,
) -> Space:
    """Ask the engine about every state of *names* (of all that move the level, where none are given)."""
    names = names or criteria.moving()
    work = Work(criteria, names, decide, answer_range)
    prefixes = list(states(criteria, names[:-INNER]))
    if processes == 1:
        pieces = [work.below(prefix) for prefix in prefixes]
    else:
        with ProcessPoolExecutor(processes, initializer=_take, initargs=(work,)) as pool:
            pieces = list(pool.map(_below, prefixes, chunksize=8))
    values = tuple(tuple(value.id for value in criteria.finding(name).values) for name in names)
    shape = (*(len(one) + 1 for one in values), 4)
    table = np.frombuffer(b"".join(pieces), dtype=np.uint8).reshape(shape)
    return Space(criteria, names, values, *(table[..., part].copy() for part in range(4)))


_WORK: list[Work] = []  # one a process


def _take(work: Work) -> None:
    """Begin in a process of its own; a range is of two complete states, of which each is worked out once."""
    _WORK.append(work)
    compiled = thresholds(work.criteria)
    object.__setattr__(compiled, "rung", cache(compiled.rung))


def _below(prefix: Findings) -> bytes:
    return _WORK[0].below(prefix)
