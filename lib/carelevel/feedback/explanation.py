"""An assessment in words: what the criteria answer, why, why not otherwise, and what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from carelevel import messages
from carelevel.core.assess import Assessment, Effect, Objection, Reason, WhyNot, decide
from carelevel.core.case import Evidence
from carelevel.core.criteria import (
    ESCALATE,
    Claim,
    Contributory,
    Criteria,
    Exception_,
    Findings,
    Floor,
    NamedList,
    Neutral,
    Preference,
    Prerequisite,
    Rule,
)
from carelevel.feedback.names import level_name


@dataclass(frozen=True, slots=True)
class CitedClaim:
    """What a source says, and where, as in: Article A, “Alternatives …”, paragraph 3."""

    says: str
    where: str


@dataclass(frozen=True, slots=True)
class ExplainedReason:
    """A rule, a red flag or a flag that had a part in the answer; *phrases* of the story show its findings."""

    name: str
    effect: str
    says: tuple[str, ...]
    phrases: tuple[str, ...]
    claims: tuple[CitedClaim, ...]


@dataclass(frozen=True, slots=True)
class ExplainedObjection:
    """Why a level, by its name, is not the recommendation."""

    level: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What the answer would become, *ifs* each being one way to it; without any, that nothing would change it."""

    says: str
    ifs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GivenItem:
    """One entry of a named list."""

    name: str
    says: str
    claims: tuple[CitedClaim, ...]


@dataclass(frozen=True, slots=True)
class GivenList:
    """The entries of a named list that go with a level."""

    name: str
    items: tuple[GivenItem, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What goes with an accepted level; *level* says which, as in: With Residential."""

    level: str
    lists: tuple[GivenList, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole of it; *level* is a name, *settled* '' for a referral, *ask* the questions that would settle it."""

    level: str
    summary: str
    basis: str
    settled: str
    reasons: tuple[ExplainedReason, ...]
    why_not: tuple[ExplainedObjection, ...]
    changes: tuple[Change, ...]
    ask: tuple[str, ...]
    given: tuple[Given, ...]
    standing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A public work that a warning names, and what it says."""

    cite: str
    says: str


@dataclass(frozen=True, slots=True)
class SafetyWarning:
    """What has to be said beside a flag that is a yes."""

    says: str
    references: tuple[CitedWork, ...]


def explain(assessment: Assessment, criteria: Criteria, evidence: Iterable[Evidence] = ()) -> Explanation:
    """Everything that can be said of an answer; *evidence*: the phrases that show the findings, if there is a story."""
    shown = tuple(evidence)
    return Explanation(
        level=level_name(assessment.level, criteria),
        summary=_summary(assessment, criteria),
        basis=messages.BASIS[assessment.basis],
        settled=_settled(assessment, criteria),
        reasons=(*_reasons(assessment, criteria, shown), *_flag_reasons(assessment, criteria, shown)),
        why_not=tuple(_objection(objection, assessment, criteria) for objection in assessment.why_not),
        changes=() if assessment.level == ESCALATE else tuple(_changes(assessment, criteria)),
        ask=tuple(criteria.finding(name).ask for name in assessment.open_questions),
        given=tuple(given for given in _givens(assessment, criteria) if given.lists),
        standing=standing(criteria),
    )


def standing(criteria: Criteria) -> tuple[str, ...]:
    """What holds for every answer."""
    return tuple(statement.says for statement in criteria.standing if statement.shown == "answer")


def accepted_too(assessment: Assessment, criteria: Criteria) -> str:
    """The levels that are accepted beside the recommendation, in a sentence; '' where there is none."""
    others = other_levels(assessment, criteria)
    return messages.ACCEPTED_TOO.format(levels=messages.LIST_SEPARATOR.join(others)) if others else ""


def other_levels(assessment: Assessment, criteria: Criteria) -> tuple[str, ...]:
    """The names of the levels that are accepted beside the recommendation."""
    return tuple(criteria.level(level).name for level in assessment.accepted if level != assessment.level)


def locator(claim: Claim, criteria: Criteria) -> str:
    """Where a claim stands in its source."""
    source = next(source for source in criteria.sources if source.id == claim.at.source)
    section = next(section for section in source.sections if section.id == claim.at.section)
    place = (
        messages.PARAGRAPH.format(number=claim.at.paragraph)
        if claim.at.bullet is None
        else messages.BULLET.format(number=claim.at.bullet)
    )
    return messages.LOCATOR.format(source=source.id, section=section.heading, place=place)


def effect_said(rule: str, effect: Effect | None, criteria: Criteria) -> str:
    """What a rule, or a red flag, does in one assessment, as in: asks for Residential."""
    if effect is None:
        return messages.NO_PART
    if effect is Effect.ESCALATES:
        return messages.EFFECT[effect]
    return messages.EFFECT[effect].format(level=criteria.level(_level_of(criteria.rule(rule))).name)


def yes_flags(assessment: Assessment) -> tuple[str, ...]:
    """The flags that the criteria answer with yes."""
    return tuple(flag for flag, yes in assessment.flags.items() if yes)


def warnings(flags: Iterable[str], criteria: Criteria) -> tuple[SafetyWarning, ...]:
    """The warnings of these flags, with the works they name."""
    works = {work.id: CitedWork(work.cite, work.says) for work in criteria.references}
    asked = frozenset(flags)
    return tuple(
        SafetyWarning(flag.warning.says, tuple(works[name] for name in flag.warning.references))
        for flag in criteria.flags
        if flag.warning is not None and flag.id in asked
    )


def _summary(assessment: Assessment, criteria: Criteria) -> str:
    return criteria.red_flag_says if assessment.level == ESCALATE else criteria.level(assessment.level).summary


def _settled(assessment: Assessment, criteria: Criteria) -> str:
    if assessment.range is None:
        return ""
    if assessment.settled:
        return messages.SETTLED
    return messages.RANGE.format(
        lowest=criteria.level(assessment.range.lowest).name, highest=criteria.level(assessment.range.highest).name
    )


def _claims(names: Iterable[str], criteria: Criteria) -> tuple[CitedClaim, ...]:
    claims = [criteria.claim(name) for name in dict.fromkeys(names)]
    return tuple(CitedClaim(claim.says, locator(claim, criteria)) for claim in claims)


def _phrases(findings: Findings, evidence: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(shown.phrase for shown in evidence if findings.keys() & shown.findings.keys())


# Reasons


def _reasons(assessment: Assessment, criteria: Criteria, evidence: tuple[Evidence, ...]) -> Iterator[ExplainedReason]:
    for reason in assessment.reasons:
        if reason.effect is Effect.ESCALATES:
            yield _red_flag(reason, criteria, evidence)
        else:
            yield _reason(reason, criteria.rule(reason.rule), assessment, criteria, evidence)


def _reason(
    reason: Reason, rule: Rule, assessment: Assessment, criteria: Criteria, evidence: tuple[Evidence, ...]
) -> ExplainedReason:
    inferred = isinstance(rule, Floor) and rule.strength == "inferred"
    return ExplainedReason(
        name=rule.name,
        effect=messages.EFFECT[reason.effect].format(level=criteria.level(_level_of(rule)).name),
        says=(*_says(reason, rule, assessment.findings, criteria), *([messages.INFERRED] if inferred else [])),
        phrases=_phrases(reason.findings, evidence),
        claims=_claims(reason.claims, criteria),
    )


def _red_flag(reason: Reason, criteria: Criteria, evidence: tuple[Evidence, ...]) -> ExplainedReason:
    finding = criteria.finding(reason.rule)
    value = finding.values[finding.rank(reason.findings[finding.id])]
    return ExplainedReason(
        name=finding.name,
        effect=messages.EFFECT[Effect.ESCALATES],
        says=(messages.THE_PERSON.format(says=value.says),),
        phrases=_phrases(reason.findings, evidence),
        claims=(),
    )


def _flag_reasons(
    assessment: Assessment, criteria: Criteria, evidence: tuple[Evidence, ...]
) -> Iterator[ExplainedReason]:
    for flag in criteria.flags:
        if assessment.flags[flag.id]:
            yield ExplainedReason(
                name=flag.name,
                effect=messages.FLAG_YES,
                says=(flag.says,),
                phrases=_phrases({name: value for when in flag.when for name, value in when.items()}, evidence),
                claims=_claims(flag.because, criteria),
            )


def _level_of(rule: Rule) -> str:
    """The level that a rule is about."""
    match rule:
        case Floor():
            return rule.floor
        case Prerequisite():
            return rule.level
        case Contributory():
            return rule.supports
        case Preference():
            return rule.accepts
        case Neutral():
            return rule.favours


def _says(reason: Reason, rule: Rule, findings: Findings, criteria: Criteria) -> list[str]:
    if isinstance(rule, Prerequisite):
        return [rule.unmet if reason.effect is Effect.UNMET else rule.says]
    exceptions = rule.exceptions if isinstance(rule, Floor) else ()
    return [rule.says, *(eased.says for eased in exceptions if _holds(eased, findings, criteria))]


def _holds(eased: Exception_, findings: Findings, criteria: Criteria) -> bool:
    """Whether everything that an exception asks for is of at most that much concern."""
    return all(
        finding.rank(findings.get(finding.id, finding.values[-1 if finding.mitigates else 0].id)) <= finding.rank(most)
        for finding, most in ((criteria.finding(name), value) for name, value in eased.when.items())
    )


# Why not another level


def _objection(objection: Objection, assessment: Assessment, criteria: Criteria) -> ExplainedObjection:
    rules = [criteria.rule(name) for name in objection.rules]
    return ExplainedObjection(
        level=criteria.level(objection.level).name,
        says=tuple(_objects(objection.why, rules, assessment.findings, criteria)),
    )


def _objects(why: WhyNot, rules: list[Rule], findings: Findings, criteria: Criteria) -> Iterator[str]:
    if why is WhyNot.NOT_ASKED:
        yield messages.NOT_NEEDED
    if why is WhyNot.ALSO_ACCEPTED:
        yield messages.ALSO_ACCEPTED
    floors = [rule for rule in rules if isinstance(rule, Floor)]
    if floors and why is WhyNot.TOO_LITTLE:
        yield messages.TOO_LITTLE.format(rules=messages.LIST_SEPARATOR.join(rule.name for rule in floors))
    for rule in rules:
        if isinstance(rule, Prerequisite):
            yield rule.unmet
            if why is WhyNot.ALSO_ACCEPTED:
                yield messages.WAIVED
        elif isinstance(rule, Preference):
            yield rule.says
        elif isinstance(rule, Floor) and why is WhyNot.ALSO_ACCEPTED:
            yield from (eased.says for eased in rule.exceptions if _holds(eased, findings, criteria))


# What would change the answer


def _changes(assessment: Assessment, criteria: Criteria) -> Iterator[Change]:
    """For each direction the levels that the nearest changes lead to, or a sentence that none does."""
    directions = (
        (assessment.nearest.up, messages.CHANGE_NONE_UP),
        (assessment.nearest.down, messages.CHANGE_NONE_DOWN),
    )
    for ties, none in directions:
        if ties is not None:
            yield from _by_level(ties, assessment.findings, criteria) or [Change(none, ())]


def _by_level(ties: Iterable[Findings], findings: Findings, criteria: Criteria) -> list[Change]:
    ifs: dict[str, list[str]] = {}
    for change in ties:
        level = decide({**findings, **change}, criteria).level
        ifs.setdefault(level, []).append(messages.AND.join(_becomes(change, criteria)))
    return [
        Change(messages.CHANGE.format(level=criteria.level(level).name), tuple(sentences))
        for level, sentences in ifs.items()
    ]


def _becomes(change: Findings, criteria: Criteria) -> Iterator[str]:
    for name, value in change.items():
        finding = criteria.finding(name)
        yield finding.values[finding.rank(value)].says


# What goes with it


def _givens(assessment: Assessment, criteria: Criteria) -> Iterator[Given]:
    for level in sorted(assessment.accepted, key=lambda level: level != assessment.level):
        yield _given(level, assessment.lists.get(level, {}), criteria)


def _given(level: str, given: Mapping[str, tuple[str, ...]], criteria: Criteria) -> Given:
    """*given*: the ids of the entries of each list."""
    named = [(named, given.get(named.id, ())) for named in criteria.lists]
    return Given(
        level=messages.GIVEN_WITH.format(level=criteria.level(level).name),
        lists=tuple(GivenList(known.name, tuple(_items(known, names, criteria))) for known, names in named if names),
    )


def _items(named: NamedList, names: Iterable[str], criteria: Criteria) -> Iterator[GivenItem]:
    for item in named.items:
        if item.id in names:
            yield GivenItem(item.name, item.says, _claims(item.because, criteria))
