"""Criteria as bit masks: a bit for each threshold, "this finding has reached its n-th value or a worse one".

Every threshold has two bits. The *concern* bit is read by indications and requirements: it is set where the value
is reached, and clear while nothing is stated. The *doubt* bit, *width* places higher, is read by whatever eases an
answer: it is set where the value is reached, and also while nothing is stated. So what is unstated never eases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from carelevel.core.criteria import Criteria, Exception_, Finding, Findings, Indication, Requirement
from carelevel.core.errors import CriteriaError, UnknownFindingError, suggestion

MOST_IMPLICANTS = 1_000
"""More ways to reach one level than this, and a bank is refused: its questions could not be ordered in time."""


class Ask(NamedTuple):
    """What an indication asks for, in rungs; *firm* is 0 where it yields."""

    rung: int
    lowest: int
    highest: int
    firm: int


class Eased(NamedTuple):
    """An exception: it holds when one of *doubts* has no bit set; *ask* is None where it defeats its rule."""

    rule: Exception_
    doubts: tuple[int, ...]
    ask: Ask | None


class Asking(NamedTuple):
    """An indication: it applies when every bit of one of *needs* is set; the first exception that holds counts."""

    rule: Indication
    needs: tuple[int, ...]
    ask: Ask
    exceptions: tuple[Eased, ...]

    def applies(self, state: int) -> bool:
        """Whether its findings are of the concern that it names."""
        return any(state & need == need for need in self.needs)

    def exception(self, state: int) -> int | None:
        """The place of the exception that counts."""
        for place, eased in enumerate(self.exceptions):
            if any(not state & doubt for doubt in eased.doubts):
                return place
        return None


class Required(NamedTuple):
    """A requirement: met when one of *alternatives* has no bit set."""

    rule: Requirement
    rung: int
    alternatives: tuple[int, ...]

    def met(self, state: int) -> bool:
        """Whether one alternative has no bit in *state*."""
        return any(not state & bad for bad in self.alternatives)


class Outcome(NamedTuple):
    """What comes of all rules; *rung* is one above the ladder where no level is possible.

    *accepted*: a bit for each rung; *gave_way*: what yields asked for a level that is not possible, and got less.
    """

    rung: int
    accepted: int
    gave_way: bool
    supported: int  # the highest rung that an indication at work supports


@dataclass(frozen=True, eq=False)
class Thresholds:
    """One compiled criteria; a *state* is an int with the bits of every threshold that is reached."""

    criteria: Criteria
    masks: Masks
    width: int
    changes: Mapping[tuple[str, str], int]  # (finding, value) -> bits that stating it flips in *unstated*
    reached: Mapping[tuple[str, str], int]  # (finding, value) -> both bits of every threshold reached
    all_of: Mapping[str, int]  # finding -> all its bits
    unstated: int  # the state in which nothing is stated
    filled: Mapping[int, int]  # a threshold's bit -> with those of the same kind below it
    moving: int  # the bits of every finding that can move the recommendation
    red: int
    asking: tuple[Asking, ...]
    required: tuple[Required, ...]
    preferred: tuple[tuple[int, int], ...]  # (need, the rung's bit)
    flags: tuple[tuple[str, tuple[int, ...]], ...]  # (flag, its alternatives)
    accepted_sets: Mapping[int, tuple[str, ...]]  # a bit for each accepted rung -> their ids
    _rows: tuple[tuple[int, int, tuple[tuple[int, int], ...]], ...]  # (need, ask, (doubt, ask) of the exceptions)
    _gates: tuple[tuple[tuple[int, ...], int], ...]  # (alternatives, the rung's bit)
    _outcomes: dict[tuple[int, int, int], Outcome] = field(default_factory=dict)

    def state(self, findings: Findings) -> int:
        """The state in which exactly *findings* are stated; UnknownFindingError where one is unknown."""
        state = self.unstated
        try:
            for item in findings.items():
                state ^= self.changes[item]
        except (KeyError, TypeError):
            raise unknown(findings, self.criteria) from None
        return state

    def need(self, when: Findings) -> int:
        """The bits that are set when every finding of *when* is of at least this much concern."""
        return self.masks.need(when)

    def beyond(self, when: Findings) -> int:
        """The bits of which none is set when all of *when* are stated, and of at most this much concern."""
        return self.masks.doubts(self.masks.beyond(when))

    def field(self, findings: Iterable[str]) -> int:
        """All the bits of *findings*."""
        bits = 0
        for finding in findings:
            bits |= self.all_of[finding]
        return bits

    def both(self, bits: int) -> int:
        """*bits*, and the other bit of each of their thresholds."""
        concerns = (bits | bits >> self.width) & (1 << self.width) - 1
        return concerns | concerns << self.width

    def each(self, bits: int) -> tuple[int, ...]:
        """Each of *bits*, with those of the same kind below it, as a state that reaches it has them."""
        return tuple(self.filled[1 << place] for place in range(bits.bit_length()) if bits >> place & 1)

    def outcome(self, state: int) -> Outcome:
        """The recommended rung and the accepted ones, red flags left aside."""
        asked = closed = wished = 0
        for need, ask, exceptions in self._rows:
            if state & need == need:
                for doubt, eased in exceptions:
                    if not state & doubt:
                        ask = eased
                        break
                asked |= ask
        for alternatives, bit in self._gates:
            for bad in alternatives:
                if not state & bad:
                    break
            else:
                closed |= bit
        for need, bit in self.preferred:
            if state & need == need:
                wished |= bit
        key = asked, closed, wished
        try:
            return self._outcomes[key]
        except KeyError:
            return self._outcomes.setdefault(key, self._weigh(*key))

    def rung(self, state: int) -> int:
        """The recommended rung, red flags left aside."""
        return self.outcome(state).rung

    def _weigh(self, asked: int, closed: int, wished: int) -> Outcome:
        """What comes of the rules' sums: the highest asks in unary, the closed rungs, the wished ones."""
        levels = len(self.criteria.levels)
        rung, lowest, highest, firm = _read(asked, levels)
        possible = [not closed >> level & 1 for level in range(levels)]
        climbed = next((level for level in range(rung, levels) if possible[level]), levels)
        below = max((level for level in range(firm, rung) if possible[level]), default=None)
        gave_way = climbed > rung and below is not None
        chosen = below if gave_way and below is not None else climbed
        if chosen == levels:
            return Outcome(levels, 0, False, highest)
        accepted = wished & ~closed | 1 << chosen
        for level in range(lowest, max(highest, chosen) + 1):
            accepted |= possible[level] << level
        if gave_way and chosen < lowest and climbed < levels:
            accepted |= 1 << climbed
        return Outcome(chosen, accepted, gave_way, highest)


def unknown(findings: Findings, criteria: Criteria) -> UnknownFindingError:
    """The error that names the first finding or value that *criteria* do not have."""
    known = {finding.id: finding for finding in criteria.findings}
    for name, value in findings.items():
        if name not in known:
            return UnknownFindingError(f"unknown finding {name!r}; {suggestion(str(name), known)}")
        values = [value.id for value in known[name].values]
        if value not in values:
            return UnknownFindingError(f"unknown value {value!r} of {name!r}; {suggestion(str(value), values)}")
    raise AssertionError("every finding is known")


@lru_cache(maxsize=8)
def thresholds(criteria: Criteria) -> Thresholds:
    """Compile *criteria*; CriteriaError where a rule can be met in too many ways."""
    masks = Masks(criteria)
    asking = tuple(_asking(rule, masks) for rule in criteria.indications)
    required = tuple(_required(rule, masks) for rule in criteria.requirements)
    ids = criteria.ladder
    return Thresholds(
        criteria=criteria,
        masks=masks,
        width=masks.width,
        changes={item: bits ^ masks.doubts(masks.all_of[item[0]]) for item, bits in masks.reached.items()},
        reached=masks.reached,
        all_of=masks.all_of,
        unstated=sum(masks.doubts(bits) for bits in masks.all_of.values()),
        filled=masks.filled(),
        moving=sum(masks.all_of[name] for name in criteria.moving()),
        red=sum(masks.concerns(masks.all_of[name]) for name in criteria.red_flags),
        asking=asking,
        required=required,
        preferred=tuple((masks.need(rule.when), 1 << criteria.rung(rule.accepts)) for rule in criteria.preferences),
        flags=tuple((flag.id, tuple(masks.need(when) for when in flag.when)) for flag in criteria.flags),
        accepted_sets={
            rungs: tuple(level for rung, level in enumerate(ids) if rungs >> rung & 1) for rungs in range(1 << len(ids))
        },
        _rows=tuple(_rows(asking, len(ids))),
        _gates=tuple((needed.alternatives, 1 << needed.rung) for needed in required),
    )


class Masks:
    """The bits of *criteria*'s findings, and of what its rules ask of them."""

    def __init__(self, criteria: Criteria) -> None:
        self.criteria = criteria
        self.reached: dict[tuple[str, str], int] = {}
        self.all_of: dict[str, int] = {}
        self.width = sum(len(finding.values) - 1 for finding in criteria.findings)
        bit = 1
        for finding in criteria.findings:
            bit = self._number(finding, bit)

    def _number(self, finding: Finding, bit: int) -> int:
        """A value has its own threshold's bits and those of all values below it."""
        bits = 0
        for place, value in enumerate(finding.values):
            if place:
                bits |= bit | bit << self.width
                bit <<= 1
            self.reached[finding.id, value.id] = bits
        self.all_of[finding.id] = bits
        return bit

    def filled(self) -> dict[int, int]:
        """Each threshold's bit, concern or doubt, with those of the same kind below it."""
        below: dict[int, int] = {}
        for bits in self.reached.values():
            for of_a_kind in (self.concerns(bits), self.doubts(bits)):
                if of_a_kind:
                    below[1 << of_a_kind.bit_length() - 1] = of_a_kind
        return below

    def concerns(self, bits: int) -> int:
        """The concern bits among *bits*."""
        return bits & (1 << self.width) - 1

    def doubts(self, bits: int) -> int:
        """The doubt bits among *bits*."""
        return bits >> self.width << self.width

    def need(self, when: Findings) -> int:
        """The bits that are set when every finding of *when* is of at least this much concern."""
        bits = 0
        for item in when.items():
            bits |= self.concerns(self.reached[item])
        return bits

    def beyond(self, when: Findings) -> int:
        """Both bits of the threshold of each finding of *when* that says: of more concern than this."""
        bits = 0
        for name, value in when.items():
            finding = self.criteria.finding(name)
            place = finding.rank(value)
            if place + 1 < len(finding.values):
                bits |= self.reached[name, finding.values[place + 1].id] & ~self.reached[name, value]
        return bits


def enough(when: Findings, at_least: int | None) -> Iterator[Findings]:
    """The smallest parts of *when* that are enough; CriteriaError where there are more than MOST_IMPLICANTS."""
    for number, names in enumerate(combinations(when, len(when) if at_least is None else at_least)):
        if number == MOST_IMPLICANTS:
            problem = f"'at_least: {at_least}' of {len(when)} findings can be met in more than {MOST_IMPLICANTS} ways"
            raise CriteriaError(problem, "name fewer findings, or split the rule in two")
        yield {name: when[name] for name in names}


def _asking(rule: Indication, masks: Masks) -> Asking:
    return Asking(
        rule,
        tuple(masks.need(part) for part in enough(rule.when, rule.at_least)),
        _ask(rule.asks, rule.also, rule.kind, masks.criteria),
        tuple(_eased(eased, masks) for eased in rule.exceptions),
    )


def _eased(eased: Exception_, masks: Masks) -> Eased:
    ask = None if eased.asks is None else _ask(eased.asks, eased.also, eased.kind, masks.criteria)
    return Eased(eased, tuple(masks.doubts(masks.beyond(part)) for part in enough(eased.when, eased.at_least)), ask)


def _ask(level: str, also: Iterable[str], kind: str, criteria: Criteria) -> Ask:
    rung = criteria.rung(level)
    supported = [rung, *(criteria.rung(other) for other in also)]
    return Ask(rung, min(supported), max(supported), rung if kind == "firm" else 0)


def _required(rule: Requirement, masks: Masks) -> Required:
    needs = [masks.concerns(masks.beyond(part)) for part in enough(rule.needs, rule.at_least)]
    instead = [masks.doubts(masks.beyond(part)) for part in rule.instead]
    return Required(rule, masks.criteria.rung(rule.level), (*needs, *instead))


def _rows(asking: Iterable[Asking], levels: int) -> Iterator[tuple[int, int, tuple[tuple[int, int], ...]]]:
    """What the decision reads, flat: a row for each way in which an indication applies."""
    for indication in asking:
        exceptions = tuple(
            (doubt, 0 if eased.ask is None else _unary(eased.ask, levels))
            for eased in indication.exceptions
            for doubt in eased.doubts
        )
        for need in indication.needs:
            yield need, _unary(indication.ask, levels), exceptions


def _unary(ask: Ask, levels: int) -> int:
    """Four rungs, each as so many ones: of several asks, *or* gives the highest of each."""
    return sum((1 << rung) - 1 << place * levels for place, rung in enumerate(ask))


def _read(asked: int, levels: int) -> Ask:
    return Ask(*((asked >> place * levels & (1 << levels) - 1).bit_count() for place in range(4)))
