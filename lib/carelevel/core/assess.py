"""The engine: what the criteria say of a person's findings, and every reason for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from carelevel.core.criteria import ESCALATE, Criteria, Findings, Item
from carelevel.core.thresholds import Floors, Thresholds, effective, need, thresholds
from carelevel.core.whatif import Nearest, Range, answer_range, nearest, open_questions


class Basis(StrEnum):
    """What an answer rests on; where several hold, the last one counts."""

    DIRECT = "direct"
    BY_EXCLUSION = "by_exclusion"
    CONTESTED = "contested"
    OUTSIDE_SOURCES = "outside_sources"


class Effect(StrEnum):
    """What a rule does in one assessment."""

    ESCALATES = "escalates"
    FIRED = "fired"
    EASED = "eased"  # fired, with an exception that lowers its floor or accepts another level
    DEFEATED = "defeated"
    UNMET = "unmet"
    MET = "met"  # a prerequisite of the lowest level, given only where that is the answer
    SUPPORTS = "supports"
    ACCEPTS = "accepts"
    FAVOURS = "favours"


DECIDING = frozenset({Effect.ESCALATES, Effect.FIRED, Effect.EASED, Effect.DEFEATED, Effect.UNMET, Effect.MET})


class WhyNot(StrEnum):
    """Why a level is not the recommendation."""

    ALSO_ACCEPTED = "also_accepted"
    TOO_LITTLE = "too_little"  # a rule asks for more
    UNMET = "unmet"  # a prerequisite fails
    NOT_ASKED = "not_asked"  # a less intensive level will do


class Decision(NamedTuple):
    """The answer alone; *accepted* in ladder order, flags None where the answer is ESCALATE."""

    level: str
    accepted: tuple[str, ...]
    flags: Mapping[str, bool | None]


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule at work: the stated findings that it read, and the claims that it rests on."""

    rule: str
    effect: Effect
    findings: Findings
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a level is not the recommendation, with the rules that say so."""

    level: str
    why: WhyNot
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the criteria say of one person's findings."""

    findings: Findings
    level: str
    accepted: tuple[str, ...]
    basis: Basis
    settled: bool | None
    flags: Mapping[str, bool | None]
    lists: Mapping[str, Mapping[str, tuple[str, ...]]]  # accepted level -> named list -> item ids
    range: Range | None
    open_questions: tuple[str, ...]
    reasons: tuple[Reason, ...]
    why_not: tuple[Objection, ...]
    nearest: Nearest

    @property
    def deciding(self) -> frozenset[str]:
        """The findings that decided: those of a fired, defeated or unmet rule, or a lowest level's met needs."""
        return frozenset(name for reason in self.reasons if reason.effect in DECIDING for name in reason.findings)

    def items(self, named_list: str) -> tuple[str, ...]:
        """The entries of a named list that go with the recommendation."""
        return self.lists.get(self.level, {}).get(named_list, ())


def decide(findings: Findings, criteria: Criteria) -> Decision:
    """The level, the accepted levels and the flags; UnknownFindingError where a finding or value is unknown."""
    compiled = thresholds(criteria)
    state = compiled.state(findings)
    if state & compiled.red:
        return Decision(ESCALATE, (), no_flags(criteria))
    rung, accepted = _weigh(state, compiled)
    return Decision(
        criteria.levels[rung].id,
        compiled.accepted_sets[accepted],
        {flag: any(state & bits == bits for bits in alternatives) for flag, alternatives in compiled.flags},
    )


def assess(findings: Findings, criteria: Criteria) -> Assessment:
    """The whole explanation; UnknownFindingError where a finding or value is unknown."""
    decision = decide(findings, criteria)
    if decision.level == ESCALATE:
        return _escalated(findings, criteria)
    compiled = thresholds(criteria)
    state = compiled.state(findings)
    reasons = tuple(_reasons(findings, state, compiled, decision))
    span = answer_range(findings, criteria)
    return Assessment(
        findings=dict(findings),
        level=decision.level,
        accepted=decision.accepted,
        basis=_basis(decision, reasons, state, compiled),
        settled=span.lowest == span.highest,
        flags=decision.flags,
        lists={level: _lists(level, state, compiled) for level in decision.accepted},
        range=span,
        open_questions=open_questions(findings, criteria),
        reasons=reasons,
        why_not=tuple(_objections(decision, state, compiled)),
        nearest=nearest(findings, criteria),
    )


@lru_cache(maxsize=8)
def no_flags(criteria: Criteria) -> Mapping[str, None]:
    """The flags of an answer that has none."""
    return dict.fromkeys(flag.id for flag in criteria.flags)


def _weigh(state: int, compiled: Thresholds) -> tuple[int, int]:
    """The recommended rung, and a bit for each accepted one."""
    floor, low, high = _floors(state, compiled)
    rung = compiled.climb(floor, state)
    accepted = 1 << rung
    for other in range(low, max(high, rung) + 1):
        if compiled.hard[other].met(state):
            accepted |= 1 << other
    for bits, other in compiled.preferred:
        if state & bits == bits and compiled.hard[other].met(state):
            accepted |= 1 << other
    return rung, accepted


def _floors(state: int, compiled: Thresholds) -> Floors:
    """The highest of the floors that fired, of their lowest and of their highest supported levels."""
    floor = low = high = 0
    for fired in compiled.fired_by:
        if state & fired.need == fired.need:
            own, lowest, highest = effective(fired, state)
            floor, low, high = max(floor, own), max(low, lowest), max(high, highest)
    return floor, low, high


def _escalated(findings: Findings, criteria: Criteria) -> Assessment:
    red = [name for name in findings if criteria.finding(name).red_flag and criteria.finding(name).rank(findings[name])]
    return Assessment(
        findings=dict(findings),
        level=ESCALATE,
        accepted=(),
        basis=Basis.OUTSIDE_SOURCES,
        settled=None,
        flags=no_flags(criteria),
        lists={},
        range=None,
        open_questions=(),
        reasons=tuple(Reason(name, Effect.ESCALATES, {name: findings[name]}, ()) for name in red),
        why_not=(),
        nearest=Nearest(None, None),
    )


def _reasons(findings: Findings, state: int, compiled: Thresholds, decision: Decision) -> Iterator[Reason]:
    criteria = compiled.criteria
    yield from _floor_reasons(findings, state, compiled)
    lowest = criteria.levels[0].id
    for rung in compiled.needed_for:
        for needed in rung:
            read = _stated(findings, *needed.rule.needs)
            if not needed.met(state):
                yield Reason(needed.rule.id, Effect.UNMET, read, needed.rule.because)
            elif read and decision.level == lowest == needed.rule.level:
                yield Reason(needed.rule.id, Effect.MET, read, needed.rule.because)
    for rule in criteria.contributory:
        if rule.supports == decision.level and _holds(rule.when, state, compiled):
            yield Reason(rule.id, Effect.SUPPORTS, _stated(findings, rule.when), rule.because)
    for wish in criteria.preferences:
        if wish.accepts in decision.accepted and _holds(wish.when, state, compiled):
            yield Reason(wish.id, Effect.ACCEPTS, _stated(findings, wish.when), wish.because)
    for neutral in criteria.neutral:
        if _holds(neutral.when, state, compiled):
            yield Reason(neutral.id, Effect.FAVOURS, _stated(findings, neutral.when), neutral.because)


def _floor_reasons(findings: Findings, state: int, compiled: Thresholds) -> Iterator[Reason]:
    for fired in compiled.fired_by:
        if state & fired.need != fired.need:
            continue
        eased = [exception for bad, _, exception in fired.exceptions if not state & bad]
        effect = Effect.FIRED
        if eased:
            effect = Effect.DEFEATED if any(exception.defeats for exception in eased) else Effect.EASED
        yield Reason(
            fired.rule.id,
            effect,
            _stated(findings, fired.rule.when, *(exception.when for exception in fired.rule.exceptions)),
            fired.rule.because + tuple(claim for exception in eased for claim in exception.because),
        )


def _stated(findings: Findings, *whens: Findings) -> Findings:
    """What is stated of the findings that a rule reads."""
    return {name: findings[name] for when in whens for name in when if name in findings}


def _holds(when: Findings, state: int, compiled: Thresholds) -> bool:
    bits = need(when, compiled.reached)
    return state & bits == bits


def _basis(decision: Decision, reasons: Iterable[Reason], state: int, compiled: Thresholds) -> Basis:
    if len(decision.accepted) > 1:
        return Basis.CONTESTED
    rung = compiled.criteria.rung(decision.level)
    if any(state & fired.need == fired.need and effective(fired, state)[0] == rung > 0 for fired in compiled.fired_by):
        return Basis.DIRECT
    if rung == 0:
        met = {reason.rule for reason in reasons if reason.effect is Effect.MET}
        if all(needed.rule.id in met for needed in compiled.needed_for[0]):
            return Basis.DIRECT
    return Basis.BY_EXCLUSION


def _lists(level: str, state: int, compiled: Thresholds) -> Mapping[str, tuple[str, ...]]:
    return {
        named.id: tuple(item.id for item in named.items if level in item.levels and _given(item, state, compiled))
        for named in compiled.criteria.lists
    }


def _given(item: Item, state: int, compiled: Thresholds) -> bool:
    return not item.when or any(_holds(when, state, compiled) for when in item.when)


def _objections(decision: Decision, state: int, compiled: Thresholds) -> Iterator[Objection]:
    for rung, level in enumerate(compiled.criteria.levels):
        if level.id == decision.level:
            continue
        asked = tuple(
            fired.rule.id
            for fired in compiled.fired_by
            if state & fired.need == fired.need and effective(fired, state)[0] > rung
        )
        unmet = tuple(needed.rule.id for needed in compiled.needed_for[rung] if not needed.met(state))
        if level.id in decision.accepted:
            yield Objection(level.id, WhyNot.ALSO_ACCEPTED, _accepting(rung, unmet, state, compiled))
        elif asked or unmet:
            yield Objection(level.id, WhyNot.TOO_LITTLE if asked else WhyNot.UNMET, asked + unmet)
        else:
            yield Objection(level.id, WhyNot.NOT_ASKED, ())


def _accepting(rung: int, waived: tuple[str, ...], state: int, compiled: Thresholds) -> tuple[str, ...]:
    """The rules that make a level accepted beside the recommendation: exceptions, wishes, needs that can wait."""
    eased = tuple(
        fired.rule.id
        for fired in compiled.fired_by
        if state & fired.need == fired.need
        and effective(fired, state)[1] <= rung <= effective(fired, state)[2]
        and fired.floors != effective(fired, state)
    )
    wished = tuple(
        rule.id
        for rule, (bits, preferred) in zip(compiled.criteria.preferences, compiled.preferred, strict=True)
        if preferred == rung and state & bits == bits
    )
    return eased + wished + waived
