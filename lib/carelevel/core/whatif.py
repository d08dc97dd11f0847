"""What another fact would change: the range under what is unstated, open questions, nearest changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from carelevel.core.criteria import ESCALATE, Criteria, Findings
from carelevel.core.implicants import Implicants, fewest, implicants
from carelevel.core.thresholds import Thresholds, thresholds


@dataclass(frozen=True, slots=True)
class Range:
    """The lowest and the highest recommendation over every completion of what is unstated.

    ESCALATE is the highest of all where, in some completion, no level is possible.
    """

    lowest: str
    highest: str


@dataclass(frozen=True, slots=True)
class Nearest:
    """The smallest changes of stated findings that move the recommendation, all ties; None at the ladder's end.

    Empty where no change of what is stated could move it.
    """

    up: tuple[Findings, ...] | None
    down: tuple[Findings, ...] | None


def answer_range(findings: Findings, criteria: Criteria, unknown: Iterable[str] = ()) -> Range:
    """The lowest and the highest recommendation that any completion of *findings* could have.

    *unknown* are findings that will stay unstated, and count as such.
    """
    compiled = thresholds(criteria)
    reached, stated = reach(findings, compiled)
    never = compiled.field(unknown)
    lowest, highest = extremes(reached | never & compiled.unstated, stated | never, compiled)
    names = (*criteria.ladder, ESCALATE)
    return Range(names[lowest], names[highest])


def open_questions(findings: Findings, criteria: Criteria) -> tuple[str, ...]:
    """The unstated findings that could move the recommendation, the most decisive first.

    A finding is open when two of its values give different recommendations in some completion of the
    others; the smaller the summed width of the ranges left after each of its values, the earlier.
    """
    compiled = thresholds(criteria)
    reached, stated = reach(findings, compiled)
    left = _left_open(reached, stated, criteria)
    open_ = [name for name in criteria.moving() if compiled.all_of[name] & left]
    if len(open_) < 2:
        return tuple(open_)
    return tuple(sorted(open_, key=lambda name: _width_left(name, reached, stated, compiled)))


def nearest(findings: Findings, criteria: Criteria) -> Nearest:
    """The fewest findings changed, then the fewest steps of their values, upwards and downwards."""
    compiled = thresholds(criteria)
    search = _Search(findings, criteria, compiled)
    top = len(criteria.levels) - 1
    return Nearest(
        up=None if search.rung >= top else search.smallest(search.raised()),
        down=None if search.rung == 0 else search.smallest(search.lowered()),
    )


def reach(findings: Findings, compiled: Thresholds) -> tuple[int, int]:
    """The bits that *findings* reach, and all those of the findings that are stated."""
    reached = stated = 0
    for item in findings.items():
        reached |= compiled.reached[item]
        stated |= compiled.all_of[item[0]]
    return reached, stated


def extremes(reached: int, stated: int, compiled: Thresholds) -> tuple[int, int]:
    """In each setting of the circumstances every rule is monotone: two extreme completions bound all of them."""
    known = implicants(compiled.criteria)
    most = compiled.moving & ~stated & ~known.circumstances
    lowest, highest = len(compiled.criteria.levels), 0
    for setting in known.settings(stated, reached):
        lowest = min(lowest, compiled.rung(reached | setting))
        highest = max(highest, compiled.rung(reached | setting | most))
    return lowest, highest


def _left_open(reached: int, stated: int, criteria: Criteria) -> int:
    """The thresholds on which the recommendation still depends, circumstances among them."""
    compiled, known = thresholds(criteria), implicants(criteria)
    left = 0
    decided: dict[int, tuple[frozenset[int], ...]] = {}
    for setting in known.settings(stated, reached):
        decided[setting] = tuple(
            frozenset(fewest(bits & ~stated for bits in sets if not bits & stated & ~reached))
            for sets in known.given(setting).deciding[1:]
        )
        for sets in decided[setting]:
            for bits in sets:
                left |= bits
    for name in criteria.circumstances:
        field = compiled.all_of[name]
        if not field & stated and _depends(field, decided):
            left |= field
    return left


def _depends(field: int, decided: Mapping[int, tuple[frozenset[int], ...]]) -> bool:
    """Whether two settings that differ in this circumstance alone leave different answers."""
    by_others: dict[int, set[tuple[frozenset[int], ...]]] = {}
    for setting, sets in decided.items():
        by_others.setdefault(setting & ~field, set()).add(sets)
    return any(len(different) > 1 for different in by_others.values())


def _width_left(name: str, reached: int, stated: int, compiled: Thresholds) -> int:
    total = 0
    for value in compiled.criteria.finding(name).values:
        lowest, highest = extremes(reached | compiled.reached[name, value.id], stated | compiled.all_of[name], compiled)
        total += highest - lowest
    return total


class _Search:
    """For the states nearest to that of *findings*, reached by changing what is stated alone."""

    def __init__(self, findings: Findings, criteria: Criteria, compiled: Thresholds) -> None:
        self.findings, self.compiled, self.known = findings, compiled, implicants(criteria)
        self.state = compiled.state(findings)
        self.rung = compiled.rung(self.state)
        self.fields = [compiled.all_of[name] & compiled.moving for name in findings]
        self.stated = sum(self.fields) & ~self.known.circumstances

    def raised(self) -> Iterator[int]:
        """The states in which the recommendation is a higher one."""
        for state, given in self._settings():
            for bits in given.reaching[self.rung + 1]:
                missing = bits & ~state
                if not missing & ~self.stated:
                    yield state | self.compiled.both(missing)

    def lowered(self) -> Iterator[int]:
        """The states in which the recommendation is a lower one."""
        for state, given in self._settings():
            for lower in range(self.rung):
                states = {state}
                for bits in (*given.closing[lower], *given.urging[self.rung]):
                    states = {
                        below for now in states for below in ([now] if now & bits != bits else self._without(bits, now))
                    }
                yield from states

    def smallest(self, states: Iterable[int]) -> tuple[Findings, ...]:
        """The changes that lead to the nearest of *states*, in an order of their own."""
        sizes = {state: self._size(state) for state in states}
        if not sizes:
            return ()
        best = min(sizes.values())
        return tuple(self._changed(state) for state in sorted(sizes) if sizes[state] == best)

    def _settings(self) -> Iterator[tuple[int, Implicants]]:
        """The state with each value that a stated circumstance might have, and what holds in that setting."""
        kept = self.state & ~self.known.circumstances
        choices = [
            self.known.values(name) if name in self.findings else [self.state & self.compiled.all_of[name]]
            for name in self.compiled.criteria.circumstances
        ]
        for chosen in product(*choices):
            yield kept | sum(chosen), self.known.given(sum(chosen))

    def _without(self, bits: int, state: int) -> Iterator[int]:
        """*state* with one stated finding of *bits* lowered just enough that *bits* is no longer reached whole."""
        return (state & ~given_up for given_up in self.known.lowerings(bits & self.stated))

    def _size(self, state: int) -> tuple[int, int]:
        """How many findings differ, and by how many steps of their values in all."""
        changed = (state ^ self.state) & (1 << self.compiled.width) - 1
        return sum([1 for bits in self.fields if bits & changed]), changed.bit_count()

    def _changed(self, state: int) -> Findings:
        changes: dict[str, str] = {}
        for name in self.findings:
            bits = state & self.compiled.all_of[name]
            if bits != self.compiled.reached[name, self.findings[name]]:
                changes[name] = next(
                    value.id
                    for value in self.compiled.criteria.finding(name).values
                    if self.compiled.reached[name, value.id] == bits
                )
        return changes
