"""The smallest sets of thresholds that close a level off, or that ask for a level: what questions are left.

Everything here holds for one *setting*: the bits of the circumstances, which may move an answer either way. Once
they are set, no answer falls where a concern rises, so that the smallest sets say everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from math import prod

from carelevel.core.criteria import Criteria
from carelevel.core.errors import CriteriaError
from carelevel.core.thresholds import MOST_IMPLICANTS, Ask, Asking, Required, Thresholds, thresholds

MOST_SETTINGS = 64
"""More combinations of what circumstances may be than this, and a bank is refused."""

Sets = tuple[int, ...]
"""Each a state's bits: where it is reached whole it has its effect, whatever else is stated."""


@dataclass(frozen=True, eq=False)
class Implicants:
    """The smallest sets in one setting, by rung, one past the ladder included; no set holds a circumstance."""

    closing: tuple[Sets, ...]  # the rung is not possible, or something firm asks for a higher one
    urging: tuple[Sets, ...]  # something asks for more than what could give way below this rung
    reaching: tuple[Sets, ...]  # the recommendation is this rung or a higher one
    deciding: tuple[frozenset[int], ...]  # those of *reaching* where everything is stated: concern bits alone


@dataclass(frozen=True, eq=False)
class AllImplicants:
    """Those of every setting, as they are asked for."""

    compiled: Thresholds
    circumstances: int  # their bits
    firm: tuple[Sets, ...]
    asking: tuple[Sets, ...]  # by rung: what asks for a higher one
    _known: dict[int, Implicants] = field(default_factory=dict)
    _settings: dict[tuple[int, int], Sets] = field(default_factory=dict)
    _lowerings: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def given(self, setting: int) -> Implicants:
        """The smallest sets where the circumstances are as the bits of *setting* say."""
        setting &= self.circumstances
        if setting not in self._known:
            self._known[setting] = self._of(setting)
        return self._known[setting]

    def settings(self, stated: int, state: int) -> Sets:
        """The bits of all that the circumstances may still be, where *stated* are those of what is stated."""
        given = stated & self.circumstances, state & self.circumstances
        if given not in self._settings:
            self._settings[given] = tuple(map(sum, product(*self._still(*given))))
        return self._settings[given]

    def _still(self, stated: int, state: int) -> Iterator[list[int]]:
        for name in self.compiled.criteria.circumstances:
            bits = self.compiled.all_of[name]
            yield [state & bits] if bits & stated else self.values(name)

    def values(self, finding: str) -> list[int]:
        """The bits of each value of *finding*."""
        return [self.compiled.reached[finding, value.id] for value in self.compiled.criteria.finding(finding).values]

    def lowerings(self, bits: int) -> tuple[int, ...]:
        """For each finding of *bits*, all that it gives up when it no longer reaches them."""
        if bits not in self._lowerings:
            self._lowerings[bits] = tuple(self._given_up(bits))
        return self._lowerings[bits]

    def _given_up(self, bits: int) -> Iterator[int]:
        concerns = (bits | bits >> self.compiled.width) & (1 << self.compiled.width) - 1
        for of_one in self.compiled.all_of.values():
            if concerns & of_one:
                lowest_given_up = 1 << (concerns & of_one).bit_length() - 1
                above = of_one & (1 << self.compiled.width) - 1 & ~(lowest_given_up - 1)
                yield self.compiled.both(above)

    def check(self) -> None:
        """CriteriaError where what yields could give way although no circumstance closed its level.

        Then a rising concern would lower an answer, and the range would be wrong.
        """
        if prod(map(len, self._still(0, 0))) > MOST_SETTINGS:
            raise CriteriaError(f"circumstances can be combined in more than {MOST_SETTINGS} ways", "name fewer")
        ladder = self.compiled.criteria.ladder
        yielding = max((ask.rung for ask in _asks(self.compiled) if ask.firm < ask.rung), default=0)
        for setting in self.settings(0, 0):
            for rung in range(1, yielding + 1):
                below = self._in(setting, _failing_of(rung - 1, self.compiled))
                for bits in self._in(setting, _failing_of(rung, self.compiled)):
                    if bits and not any(bits & lower == lower for lower in below):
                        name = next(name for name, of_it in self.compiled.all_of.items() if of_it & bits)
                        raise CriteriaError(
                            f"'{name}' can close '{ladder[rung]}' and leave '{ladder[rung - 1]}' open, so that a "
                            "rising concern could lower the answer where a yielding indication gives way",
                            f"make '{name}' a circumstance, or let '{ladder[rung - 1]}' require it too",
                        )

    def _in(self, setting: int, sets: Sets) -> Sets:
        """Those of *sets* that the setting leaves possible, without what it has reached already."""
        return fewest(bits & ~self.circumstances for bits in sets if not bits & self.circumstances & ~setting)

    def _of(self, setting: int) -> Implicants:
        levels = len(self.compiled.criteria.levels)
        shut = [0 in self._in(setting, _failing_of(rung, self.compiled)) for rung in range(levels)]
        closing = tuple(self._in(setting, sets) for sets in self.firm)
        urging: list[Sets] = [()]
        reaching: list[Sets] = [(0,)]
        closed: Sets = (0,)
        for rung in range(1, levels + 1):
            closed = _both(closed, closing[rung - 1])
            could_yield = next((above for above in range(rung, levels) if not shut[above]), levels)
            urging.append(() if could_yield == levels else self._in(setting, self.asking[could_yield - 1]))
            reaching.append(fewest((*closed, *urging[rung])))
        return Implicants(closing, tuple(urging), tuple(reaching), tuple(map(self._where_all_is_stated, reaching)))

    def _where_all_is_stated(self, sets: Sets) -> frozenset[int]:
        width = self.compiled.width
        return frozenset(fewest((bits | bits >> width) & (1 << width) - 1 for bits in sets))


@lru_cache(maxsize=8)
def implicants(criteria: Criteria) -> AllImplicants:
    """The prime implicants of *criteria*; CriteriaError where there are too many, or a rule gives way upside down."""
    compiled = thresholds(criteria)
    rungs = range(len(criteria.levels))
    found = AllImplicants(
        compiled=compiled,
        circumstances=compiled.field(criteria.circumstances),
        firm=tuple(fewest((*_asking_above(rung, 3, compiled), *_failing_of(rung, compiled))) for rung in rungs),
        asking=tuple(fewest(_asking_above(rung, 0, compiled)) for rung in rungs),
    )
    found.check()
    return found


def fewest(sets: Iterable[int]) -> Sets:
    """*sets* without those that hold another one whole; CriteriaError where more than MOST_IMPLICANTS are left."""
    kept: list[int] = []
    for bits in sorted(set(sets), key=int.bit_count):
        if not any(bits & small == small for small in kept):
            kept.append(bits)
            if len(kept) > MOST_IMPLICANTS:
                raise CriteriaError(*_TOO_MANY)
    return tuple(kept)


def _asks(compiled: Thresholds) -> Iterator[Ask]:
    for indication in compiled.asking:
        yield indication.ask
        yield from (eased.ask for eased in indication.exceptions if eased.ask)


def _asking_above(rung: int, which: int, compiled: Thresholds) -> Iterator[int]:
    """What makes some indication's ask stand above *rung*; *which*: 0 any, 3 a firm one."""
    for indication in compiled.asking:
        if indication.ask[which] > rung:
            yield from _applying(indication, which, rung, compiled)


def _applying(indication: Asking, which: int, rung: int, compiled: Thresholds) -> Sets:
    """Its findings, and of every exception that would bring it down to *rung* one that fails."""
    sets: Sets = indication.needs
    for eased in indication.exceptions:
        if eased.ask is None or eased.ask[which] <= rung:
            for doubt in eased.doubts:
                sets = _both(sets, compiled.each(doubt))
    return sets


def _failing_of(rung: int, compiled: Thresholds) -> Sets:
    return fewest(bits for needed in compiled.required if needed.rung == rung for bits in _failing(needed, compiled))


def _failing(needed: Required, compiled: Thresholds) -> Sets:
    sets: Sets = (0,)
    for bad in needed.alternatives:
        sets = _both(sets, compiled.each(bad))
    return sets


def _both(left: Sets, right: Sets) -> Sets:
    if len(left) * len(right) > 100 * MOST_IMPLICANTS:
        raise CriteriaError(*_TOO_MANY)
    return fewest({a | b for a in left for b in right})


_TOO_MANY = (
    f"the rules can be combined in more than {MOST_IMPLICANTS} ways",
    "give rules fewer findings and exceptions, or split the bank in two",
)
