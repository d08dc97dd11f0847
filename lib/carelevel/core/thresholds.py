"""Criteria as bit masks: one bit for each threshold, "this finding has reached its n-th value or a worse one"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from carelevel.core.criteria import Criteria, Exception_, Finding, Findings, Floor, Prerequisite
from carelevel.core.errors import CriteriaError, UnknownFindingError, suggestion

MOST_IMPLICANTS = 1_000
"""More ways to reach one level than this, and a bank is refused: its questions could not be ordered in time."""

Floors = tuple[int, int, int]
"""Rungs: the floor, and the lowest and the highest floor that a source supports."""


@dataclass(frozen=True, slots=True)
class FiredBy:
    """A floor rule: it fires when every bit of *need* is set; each exception holds when none of its bits is."""

    rule: Floor
    need: int
    floors: Floors
    exceptions: tuple[tuple[int, Floors, Exception_], ...]


@dataclass(frozen=True, slots=True)
class NeededFor:
    """A prerequisite: unmet when every one of *alternatives* has a bit set."""

    rule: Prerequisite
    alternatives: tuple[int, ...]

    def met(self, state: int) -> bool:
        """Whether one alternative has no bit in *state*."""
        return any(not state & bad for bad in self.alternatives)


@dataclass(frozen=True, slots=True)
class Needs:
    """All that a level needs: none of the bits of *without*, and each of *either* met."""

    without: int
    either: tuple[NeededFor, ...]  # those with more than one alternative

    def met(self, state: int) -> bool:
        """Whether *state* leaves the level open."""
        return not state & self.without and (not self.either or all(needed.met(state) for needed in self.either))


@dataclass(frozen=True, eq=False)
class Thresholds:
    """One compiled criteria; a *state* is an int with the bits of every threshold that is reached."""

    criteria: Criteria
    changes: Mapping[tuple[str, str], int]  # (finding, value) -> bits that stating it flips in *unstated*
    reached: Mapping[tuple[str, str], int]  # (finding, value) -> thresholds reached
    all_of: Mapping[str, int]  # finding -> all its bits
    unstated: int  # the state in which nothing is stated
    moving: int  # the bits of every finding that can move the recommendation
    red: int
    fired_by: tuple[FiredBy, ...]
    needed_for: tuple[tuple[NeededFor, ...], ...]  # by rung
    needs: tuple[Needs, ...]  # by rung
    hard: tuple[Needs, ...]  # by rung, without those that can be waived
    preferred: tuple[tuple[int, int], ...]  # (need, rung)
    flags: tuple[tuple[str, tuple[int, ...]], ...]  # (flag, its alternatives)
    accepted_sets: Mapping[int, tuple[str, ...]]  # a bit for each accepted rung -> their ids

    def state(self, findings: Findings) -> int:
        """The state in which exactly *findings* are stated; UnknownFindingError where one is unknown."""
        state = self.unstated
        try:
            for item in findings.items():
                state ^= self.changes[item]
        except (KeyError, TypeError):
            raise unknown(findings, self.criteria) from None
        return state

    def field(self, findings: Iterable[str]) -> int:
        """All the bits of *findings*."""
        bits = 0
        for finding in findings:
            bits |= self.all_of[finding]
        return bits

    def rung(self, state: int) -> int:
        """The recommended rung, red flags left aside."""
        floor = 0
        for fired in self.fired_by:
            if state & fired.need == fired.need:
                floor = max(floor, effective(fired, state)[0])
        return self.climb(floor, state)

    def climb(self, floor: int, state: int) -> int:
        """The lowest rung at or above *floor* whose prerequisites are met."""
        while not self.needs[floor].met(state):
            floor += 1
        return floor


def effective(fired: FiredBy, state: int) -> Floors:
    """The floors of a rule that fired, its exceptions applied."""
    floors = fired.floors
    for bad, eased, _ in fired.exceptions:
        if not state & bad:
            floors = (min(floors[0], eased[0]), min(floors[1], eased[1]), min(floors[2], eased[2]))
    return floors


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
    """Compile *criteria*; CriteriaError where a name is unknown or the top level is out of reach."""
    reached, all_of = _number(criteria.findings)
    mitigating = {finding.id for finding in criteria.findings if finding.mitigates}
    unstated = sum(all_of[name] for name in mitigating)
    by_rung = [
        tuple(_needed_for(rule, criteria, reached) for rule in criteria.prerequisites if rule.level == level.id)
        for level in criteria.levels
    ]
    if by_rung[-1]:
        level = criteria.ladder[-1]
        problem = f"level '{level}' has prerequisites, but the most intensive level must be open to everybody"
        raise CriteriaError(problem, "take them away")
    ids = criteria.ladder
    return Thresholds(
        criteria=criteria,
        changes={
            (name, value): bits ^ (all_of[name] if name in mitigating else 0) for (name, value), bits in reached.items()
        },
        reached=reached,
        all_of=all_of,
        unstated=unstated,
        moving=sum(all_of[name] for name in criteria.moving()),
        red=sum(all_of[finding.id] for finding in criteria.findings if finding.red_flag),
        fired_by=tuple(_fired_by(rule, criteria, reached) for rule in criteria.floors),
        needed_for=tuple(by_rung),
        needs=tuple(_needs(rung) for rung in by_rung),
        hard=tuple(_needs(needed for needed in rung if not needed.rule.waivable) for rung in by_rung),
        preferred=tuple((need(rule.when, reached), criteria.rung(rule.accepts)) for rule in criteria.preferences),
        flags=tuple((flag.id, tuple(need(when, reached) for when in flag.when)) for flag in criteria.flags),
        accepted_sets={
            rungs: tuple(level for rung, level in enumerate(ids) if rungs >> rung & 1) for rungs in range(1 << len(ids))
        },
    )


def _number(findings: Iterable[Finding]) -> tuple[dict[tuple[str, str], int], dict[str, int]]:
    """Give every threshold a bit; a value has its own threshold's bit and those of all values below it."""
    reached: dict[tuple[str, str], int] = {}
    all_of: dict[str, int] = {}
    next_bit = 0
    for finding in findings:
        bits = 0
        for place, value in enumerate(finding.values):
            if place:
                bits |= 1 << next_bit
                next_bit += 1
            reached[finding.id, value.id] = bits
        all_of[finding.id] = bits
    return reached, all_of


def need(when: Findings, reached: Mapping[tuple[str, str], int]) -> int:
    """The bits that are set when every finding of *when* is of at least this much concern."""
    bits = 0
    for item in when.items():
        bits |= reached[item]
    return bits


def beyond(when: Findings, criteria: Criteria, reached: Mapping[tuple[str, str], int]) -> int:
    """The lowest bit of each finding of *when* that says: of more concern than this."""
    bits = 0
    for name, value in when.items():
        values = criteria.finding(name).values
        place = criteria.finding(name).rank(value)
        if place + 1 < len(values):
            bits |= reached[name, values[place + 1].id] & ~reached[name, value]
    return bits


def _fired_by(rule: Floor, criteria: Criteria, reached: Mapping[tuple[str, str], int]) -> FiredBy:
    rung = criteria.rung(rule.floor)
    return FiredBy(
        rule=rule,
        need=need(rule.when, reached),
        floors=(rung, rung, rung),
        exceptions=tuple(
            (beyond(eased.when, criteria, reached), _eased(eased, criteria), eased) for eased in rule.exceptions
        ),
    )


def _eased(eased: Exception_, criteria: Criteria) -> Floors:
    if eased.defeats or eased.floor is None:
        return (0, 0, 0)
    rung = criteria.rung(eased.floor)
    supported = [rung, *(criteria.rung(level) for level in eased.also)]
    return (rung, min(supported), max(supported))


def _needed_for(rule: Prerequisite, criteria: Criteria, reached: Mapping[tuple[str, str], int]) -> NeededFor:
    return NeededFor(rule, tuple(beyond(alternative, criteria, reached) for alternative in rule.needs))


def _needs(rung: Iterable[NeededFor]) -> Needs:
    """The needs of a level, those with one alternative as bits: the decision reads nothing else so often."""
    without, either = 0, list[NeededFor]()
    for needed in rung:
        if len(needed.alternatives) == 1:
            without |= needed.alternatives[0]
        else:
            either.append(needed)
    return Needs(without, tuple(either))
