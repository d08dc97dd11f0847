"""The engine: what the criteria say of a person's findings, and every reason for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from operator import ge
from typing import NamedTuple

from carelevel.core.criteria import ESCALATE, Criteria, Endorsement, Findings, Item, exactly
from carelevel.core.thresholds import Ask, Asking, Outcome, Thresholds, thresholds
from carelevel.core.whatif import Nearest, Range, answer_range, nearest, open_questions


class Basis(StrEnum):
    """What an answer rests on: of these, the first that holds."""

    OUTSIDE_SOURCES = "outside_sources"
    CONTESTED = "contested"
    DIRECT = "direct"
    INFERRED = "inferred"
    BY_EXCLUSION = "by_exclusion"


class Effect(StrEnum):
    """What a rule does in one assessment."""

    ESCALATES = "escalates"
    FIRED = "fired"
    EASED = "eased"  # fired, and what an exception asks for counts
    DEFEATED = "defeated"
    GAVE_WAY = "gave_way"  # fired, and yielded: what it asks for is not possible
    UNMET = "unmet"
    MET = "met"  # a requirement of the recommended level, given where what it reads is stated
    SUPPORTS = "supports"
    ACCEPTS = "accepts"
    FAVOURS = "favours"
    SETS = "sets"  # a flag, to yes
    CLEARS = "clears"  # a flag, to no, by what is stated


DECIDING = frozenset(Effect) - {Effect.SUPPORTS, Effect.ACCEPTS, Effect.FAVOURS}
"""The effects of what an answer hangs on."""

BESIDE = frozenset({Effect.SETS, Effect.CLEARS})
"""The effects of a flag beside the level."""

ASKING = frozenset({Effect.FIRED, Effect.EASED, Effect.GAVE_WAY})
"""The effects of an indication that asks for a level."""


class ReasonKind(StrEnum):
    """What sort of rule a reason is."""

    RED_FLAG = "red_flag"
    FIRM = "firm"
    YIELDING = "yielding"
    REQUIREMENT = "requirement"
    CONTRIBUTORY = "contributory"
    PREFERENCE = "preference"
    NEUTRAL = "neutral"
    FLAG = "flag"


class WhyNot(StrEnum):
    """Why a level is not the recommendation."""

    ALSO_ACCEPTED = "also_accepted"
    TOO_LITTLE = "too_little"  # an indication asks for more
    UNMET = "unmet"  # it is not possible
    NOT_ASKED = "not_asked"  # a less intensive level will do


class Decision(NamedTuple):
    """The answer alone; *accepted* in ladder order, flags None where the answer is ESCALATE."""

    level: str
    accepted: tuple[str, ...]
    flags: Mapping[str, bool | None]


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule at work: the stated findings that it read, and the claims that it rests on.

    *level* is what it asks for, is about, or speaks for; None for red flags and flags. *exception* is the place of the
    one that held.
    """

    rule: str
    kind: ReasonKind
    effect: Effect
    findings: Findings
    claims: tuple[str, ...]
    level: str | None = None
    exception: int | None = None


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a level is not the recommendation, with the rules that say so."""

    level: str
    why: WhyNot
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the criteria say of one person's findings; *settled*: the range is one level, None beside ESCALATE."""

    findings: Findings
    level: str
    accepted: tuple[str, ...]
    refer_accepted: bool | None  # None beside ESCALATE
    basis: Basis
    settled: bool | None
    endorsed: tuple[Endorsement, ...]  # where nothing asks for a level, what names the recommended one
    flags: Mapping[str, bool | None]
    lists: Mapping[str, Mapping[str, tuple[str, ...]]]  # accepted level -> named list -> item ids
    range: Range | None
    safety_questions: tuple[str, ...]  # the red flags that are not stated
    flag_questions: tuple[str, ...]  # the findings of flags that are not stated
    open_questions: tuple[str, ...]
    reasons: tuple[Reason, ...]
    why_not: tuple[Objection, ...]
    nearest: Nearest

    @property
    def deciding(self) -> frozenset[str]:
        """The findings that the answer hangs on, its flags included."""
        return frozenset(name for reason in self.reasons if reason.effect in DECIDING for name in reason.findings)

    @property
    def supporting(self) -> frozenset[str]:
        """The findings that speak for the recommendation without deciding: what names it, adds weight, favours it."""
        beside = {name for reason in self.reasons if reason.level == self.level for name in reason.findings}
        named = {name for endorsed in self.endorsed for name in endorsed.when}
        return frozenset(beside | named) - self.deciding

    @property
    def exercised(self) -> tuple[Reason, ...]:
        """The reasons that whoever chooses a level has to see; what is merely met, only where that is all there is."""
        deciding = [reason for reason in self.reasons if reason.effect in DECIDING - BESIDE]
        return tuple(reason for reason in deciding if reason.effect is not Effect.MET) or tuple(deciding)

    @property
    def red_flags(self) -> tuple[str, ...]:
        """The red flags that are present."""
        return tuple(reason.rule for reason in self.reasons if reason.kind is ReasonKind.RED_FLAG)

    def items(self, named_list: str) -> tuple[str, ...]:
        """The entries of a named list that go with the recommendation."""
        return self.lists.get(self.level, {}).get(named_list, ())


def decide(findings: Findings, criteria: Criteria) -> Decision:
    """The level, the accepted levels and the flags; UnknownFindingError where a finding or value is unknown."""
    compiled = thresholds(criteria)
    state = compiled.state(findings)
    if state & compiled.red:
        return Decision(ESCALATE, (), no_flags(criteria))
    outcome = compiled.outcome(state)
    if outcome.rung == len(criteria.levels):
        return Decision(ESCALATE, (), no_flags(criteria))
    return Decision(
        criteria.levels[outcome.rung].id,
        compiled.accepted_sets[outcome.accepted],
        {flag: any(state & bits == bits for bits in alternatives) for flag, alternatives in compiled.flags},
    )


def assess(findings: Findings, criteria: Criteria) -> Assessment:
    """The whole explanation; UnknownFindingError where a finding or value is unknown."""
    decision = decide(findings, criteria)
    if decision.level == ESCALATE:
        return _escalated(findings, criteria)
    compiled = thresholds(criteria)
    case = _Case(findings, compiled)
    span = answer_range(findings, criteria)
    return Assessment(
        findings=dict(findings),
        level=decision.level,
        accepted=decision.accepted,
        refer_accepted=_refer_accepted(case),
        basis=_basis(case, decision),
        settled=span.lowest == span.highest,
        endorsed=case.endorsed,
        flags=decision.flags,
        lists={level: _lists(level, case) for level in decision.accepted},
        range=span,
        safety_questions=_unasked(criteria.red_flags, findings),
        flag_questions=_flag_questions(findings, criteria),
        open_questions=open_questions(findings, criteria),
        reasons=tuple(_reasons(case, decision)),
        why_not=tuple(_objections(case, decision)),
        nearest=nearest(findings, criteria),
    )


@lru_cache(maxsize=8)
def no_flags(criteria: Criteria) -> Mapping[str, bool | None]:
    """Every flag unanswered, as they are beside an escalation."""
    return dict.fromkeys(flag.id for flag in criteria.flags)


class _Case:
    """One person's findings, and every indication and requirement that has a say."""

    def __init__(self, findings: Findings, compiled: Thresholds) -> None:
        self.findings, self.compiled, self.criteria = findings, compiled, compiled.criteria
        self.state = compiled.state(findings)
        self.outcome: Outcome = compiled.outcome(self.state)
        self.at_work = tuple(_foremost(self._at_work()))
        self.unmet = tuple(needed for needed in compiled.required if not needed.met(self.state))

    def _at_work(self) -> Iterator[_AtWork]:
        for indication in self.compiled.asking:
            if indication.applies(self.state):
                place = indication.exception(self.state)
                ask = indication.ask if place is None else indication.exceptions[place].ask
                yield _AtWork(indication, place, ask)

    def possible(self, rung: int) -> bool:
        """Whether nothing that the level requires is lacking."""
        return all(needed.rung != rung for needed in self.unmet)

    @property
    def endorsed(self) -> tuple[Endorsement, ...]:
        """What names the recommended level for somebody of whom nothing asks for a level."""
        if any(work.ask for work in self.at_work):
            return ()
        return tuple(named for named in self.criteria.levels[self.outcome.rung].endorsed if self.eases(named.when))

    def holds(self, when: Findings) -> bool:
        """Whether every finding of *when* is of at least this much concern."""
        bits = self.compiled.need(when)
        return self.state & bits == bits

    def eases(self, when: Findings) -> bool:
        """Whether every finding of *when* is stated, and of at most this much concern."""
        return not self.state & self.compiled.beyond(when)

    def stated(self, *whens: Findings) -> Findings:
        """What is stated of the findings that a rule reads."""
        return {name: self.findings[name] for when in whens for name in when if name in self.findings}


class _AtWork(NamedTuple):
    """An indication that applies, and what it asks for: None where an exception defeats it."""

    indication: Asking
    exception: int | None
    ask: Ask | None

    @property
    def terms(self) -> tuple[str, str, tuple[str, ...]]:
        """The kind, the strength and the levels also supported of what counts."""
        rule = self.indication.rule
        said = rule if self.exception is None else rule.exceptions[self.exception]
        return said.kind, said.strength, said.also


def _foremost(at_work: Iterable[_AtWork]) -> Iterator[_AtWork]:
    """Without those that another covers: of the same findings, a higher concern, which asks for as much or more."""
    every = tuple(at_work)
    for work in every:
        covering = (
            other
            for other in every
            if other.ask and work.ask and all(map(ge, other.ask, work.ask)) and _beyond(other, work)
        )
        if next(covering, None) is None:
            yield work


def _beyond(other: _AtWork, work: _AtWork) -> bool:
    """Whether *other* rests on a higher concern of the very findings that *work* rests on."""
    here, there = work.indication, other.indication
    same = here.rule.when.keys() == there.rule.when.keys() and len(here.needs) == len(there.needs) == 1
    return same and here.needs != there.needs and here.needs[0] & there.needs[0] == here.needs[0]


def _escalated(findings: Findings, criteria: Criteria) -> Assessment:
    """Where a red flag is present, or where no level is possible as told: then some answer may still open one."""
    compiled = thresholds(criteria)
    case = _Case(findings, compiled)
    red = [
        Reason(name, ReasonKind.RED_FLAG, Effect.ESCALATES, {name: findings[name]}, ())
        for name in criteria.red_flags
        if name in findings and criteria.finding(name).rank(findings[name])
    ]
    red.sort(key=lambda reason: criteria.urgency(reason.rule))
    return Assessment(
        findings=dict(findings),
        level=ESCALATE,
        accepted=(),
        refer_accepted=None,
        basis=Basis.OUTSIDE_SOURCES,
        settled=None,
        endorsed=(),
        flags=no_flags(criteria),
        lists={},
        range=None,
        safety_questions=_unasked(criteria.red_flags, findings),
        flag_questions=_flag_questions(findings, criteria),
        open_questions=() if red else open_questions(findings, criteria),
        reasons=tuple(red) if red else tuple(_rule_reasons(case, None)),
        why_not=(),
        nearest=Nearest(None, None) if red else nearest(findings, criteria),
    )


def _unasked(names: tuple[str, ...], findings: Findings) -> tuple[str, ...]:
    return tuple(name for name in names if name not in findings)


def _flag_questions(findings: Findings, criteria: Criteria) -> tuple[str, ...]:
    named = {name: None for flag in criteria.flags for when in flag.when for name in when}
    return _unasked(tuple(named), findings)


def refer_accepted(findings: Findings, criteria: Criteria) -> bool:
    """Whether referring counts as right too where *findings*, without a red flag, lead to the highest level."""
    return _refer_accepted(_Case(findings, thresholds(criteria)))


def _refer_accepted(case: _Case) -> bool:
    """Whether only the highest level is possible, and neither a source nor a wish names it for such a person."""
    top = len(case.criteria.levels) - 1
    wished = any(
        rule.accepts == case.criteria.ladder[top] and case.holds(rule.when) for rule in case.criteria.preferences
    )
    alone = case.outcome.rung == top and not any(case.possible(rung) for rung in range(top))
    return top > 0 and alone and case.outcome.supported < top and not wished


# What an answer rests on


def _basis(case: _Case, decision: Decision) -> Basis:
    if len(decision.accepted) > 1:
        return Basis.CONTESTED
    terms = [(ask.rung == case.outcome.rung, *work.terms) for work in case.at_work if (ask := work.ask)]
    named = {strength for asked, kind, strength, _ in terms if asked and kind == "firm"}
    if "direct" in named or (not terms and case.endorsed):
        return Basis.DIRECT
    also = {strength for _, _, strength, also in terms if decision.level in also}
    if "inferred" in named or also & {"direct", "inferred"}:
        return Basis.INFERRED
    return Basis.BY_EXCLUSION


# Every rule at work


def _reasons(case: _Case, decision: Decision) -> Iterator[Reason]:
    yield from _rule_reasons(case, decision.level)
    criteria = case.criteria
    for rule in criteria.contributory:
        if rule.supports == decision.level and case.holds(rule.when):
            found = case.stated(rule.when)
            yield Reason(rule.id, ReasonKind.CONTRIBUTORY, Effect.SUPPORTS, found, rule.because, rule.supports)
    for wish in criteria.preferences:
        if wish.accepts in decision.accepted and case.holds(wish.when):
            found = case.stated(wish.when)
            effect = Effect.SUPPORTS if wish.accepts == decision.level else Effect.ACCEPTS
            yield Reason(wish.id, ReasonKind.PREFERENCE, effect, found, wish.because, wish.accepts)
    for neutral in criteria.neutral:
        if case.holds(neutral.when):
            found = case.stated(neutral.when)
            yield Reason(neutral.id, ReasonKind.NEUTRAL, Effect.FAVOURS, found, neutral.because, neutral.favours)
    for flag in criteria.flags:
        found = case.stated(*flag.when)
        if found:
            effect = Effect.SETS if decision.flags[flag.id] else Effect.CLEARS
            yield Reason(flag.id, ReasonKind.FLAG, effect, found, flag.because)


def _rule_reasons(case: _Case, level: str | None) -> Iterator[Reason]:
    """The indications and requirements that have a say where *level* is recommended."""
    for work in case.at_work:
        yield _indicated(work, case)
    for needed in case.compiled.required:
        rule = needed.rule
        found = case.stated(*rule.reads)
        if needed in case.unmet:
            yield Reason(rule.id, ReasonKind.REQUIREMENT, Effect.UNMET, found, rule.because, rule.level)
        elif found and rule.level == level:
            yield Reason(rule.id, ReasonKind.REQUIREMENT, Effect.MET, found, rule.because, rule.level)


def _indicated(work: _AtWork, case: _Case) -> Reason:
    rule = work.indication.rule
    eased = None if work.exception is None else rule.exceptions[work.exception]
    kind = work.terms[0]
    return Reason(
        rule=rule.id,
        kind=ReasonKind(kind),
        effect=_effect(work, case.outcome),
        findings=case.stated(rule.when, *([eased.when] if eased else [])),
        claims=tuple(dict.fromkeys(rule.because + (eased.because if eased else ()))),
        level=rule.asks if work.ask is None else case.criteria.ladder[work.ask.rung],
        exception=work.exception,
    )


def _effect(work: _AtWork, outcome: Outcome) -> Effect:
    if work.ask is None:
        return Effect.DEFEATED
    if outcome.gave_way and work.ask.rung > outcome.rung:
        return Effect.GAVE_WAY
    return Effect.FIRED if work.exception is None else Effect.EASED


# What goes with it, and why not another level


def _lists(level: str, case: _Case) -> Mapping[str, tuple[str, ...]]:
    return {
        named.id: tuple(item.id for item in named.items if level in item.levels and _given(item, case))
        for named in case.criteria.lists
    }


def _given(item: Item, case: _Case) -> bool:
    return not item.when or any(exactly(when, case.findings) for when in item.when)


def _objections(case: _Case, decision: Decision) -> Iterator[Objection]:
    for rung, level in enumerate(case.criteria.ladder):
        if level != decision.level:
            yield _objection(rung, level, case, decision)


def _objection(rung: int, level: str, case: _Case, decision: Decision) -> Objection:
    if level in decision.accepted:
        return Objection(level, WhyNot.ALSO_ACCEPTED, _accepting(rung, level, case))
    unmet = tuple(needed.rule.id for needed in case.unmet if needed.rung == rung)
    asked = tuple(work.indication.rule.id for work in case.at_work if work.ask and work.ask.rung > rung)
    if rung > case.outcome.rung:
        return Objection(level, WhyNot.UNMET if unmet else WhyNot.NOT_ASKED, unmet)
    return Objection(level, WhyNot.TOO_LITTLE if asked else WhyNot.UNMET, asked + unmet)


def _accepting(rung: int, level: str, case: _Case) -> tuple[str, ...]:
    """The rules that make a level accepted beside the recommendation: what supports it too, wishes, what gave way."""
    supporting = tuple(
        work.indication.rule.id
        for work in case.at_work
        if work.ask and work.ask.lowest <= rung <= work.ask.highest and rung != case.outcome.rung
    )
    wished = tuple(rule.id for rule in case.criteria.preferences if rule.accepts == level and case.holds(rule.when))
    gave_way = tuple(work.indication.rule.id for work in case.at_work if _effect(work, case.outcome) is Effect.GAVE_WAY)
    return supporting + wished or gave_way
