"""An assessment in words: what the criteria answer, why, why not otherwise, and what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from carelevel import words
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
from carelevel.feedback.prose import View


def explain(assessment: Assessment, criteria: Criteria, evidence: Iterable[Evidence] = ()) -> View:
    """The whole explanation as JSON; *evidence*: the phrases that show the findings, where there is a story."""
    shown = tuple(evidence)
    return {
        "level": level_name(assessment.level, criteria),
        "summary": _summary(assessment, criteria),
        "basis": words.BASIS[assessment.basis],
        "settled": _settled(assessment, criteria),
        "reasons": [*_reasons(assessment, criteria, shown), *_flag_reasons(assessment, criteria, shown)],
        "why_not": [_objection(objection, assessment, criteria) for objection in assessment.why_not],
        "changes": [] if assessment.level == ESCALATE else _changes(assessment, criteria),
        "ask": [criteria.finding(name).ask for name in assessment.open_questions],
        "given": [given for given in _givens(assessment, criteria) if given["lists"]],
        "standing": [standing.says for standing in criteria.standing if standing.shown == "answer"],
    }


def level_name(level: str, criteria: Criteria) -> str:
    return words.ESCALATE_SHORT if level == ESCALATE else criteria.level(level).name


def locator(claim: Claim, criteria: Criteria) -> str:
    """Where a claim stands, as in: Article A, “Alternatives …”, paragraph 3."""
    source = next(source for source in criteria.sources if source.id == claim.at.source)
    section = next(section for section in source.sections if section.id == claim.at.section)
    place = (
        words.PARAGRAPH.format(number=claim.at.paragraph)
        if claim.at.bullet is None
        else words.BULLET.format(number=claim.at.bullet)
    )
    return words.LOCATOR.format(source=source.id, section=section.heading, place=place)


def effect_said(rule: str, effect: Effect | None, criteria: Criteria) -> str:
    """What a rule, or a red flag, does in one assessment, as in: asks for Residential."""
    if effect is None:
        return words.NO_PART
    if effect is Effect.ESCALATES:
        return words.EFFECT[effect]
    return words.EFFECT[effect].format(level=criteria.level(_level_of(criteria.rule(rule))).name)


def warnings(flags: Iterable[str], criteria: Criteria) -> list[View]:
    """The warnings of these flags, with the works they name."""
    references = {reference.id: reference for reference in criteria.references}
    return [
        {
            "says": flag.warning.says,
            "references": [{"cite": references[r].cite, "says": references[r].says} for r in flag.warning.references],
        }
        for flag in criteria.flags
        if flag.warning is not None and flag.id in flags
    ]


def _summary(assessment: Assessment, criteria: Criteria) -> str:
    return criteria.red_flag_says if assessment.level == ESCALATE else criteria.level(assessment.level).summary


def _settled(assessment: Assessment, criteria: Criteria) -> str:
    if assessment.range is None:
        return ""
    if assessment.settled:
        return words.SETTLED
    return words.RANGE.format(
        lowest=criteria.level(assessment.range.lowest).name, highest=criteria.level(assessment.range.highest).name
    )


def _recommended_first(assessment: Assessment) -> tuple[str, ...]:
    return tuple(sorted(assessment.accepted, key=lambda level: level != assessment.level))


def _claims(names: Iterable[str], criteria: Criteria) -> list[View]:
    claims = [criteria.claim(name) for name in dict.fromkeys(names)]
    return [{"says": claim.says, "where": locator(claim, criteria)} for claim in claims]


def _phrases(findings: Findings, evidence: Iterable[Evidence]) -> list[str]:
    return [shown.phrase for shown in evidence if findings.keys() & shown.findings.keys()]


# Reasons


def _reasons(assessment: Assessment, criteria: Criteria, evidence: tuple[Evidence, ...]) -> Iterator[View]:
    for reason in assessment.reasons:
        if reason.effect is Effect.ESCALATES:
            yield _red_flag(reason, criteria, evidence)
        else:
            yield _reason(reason, criteria.rule(reason.rule), assessment, criteria, evidence)


def _reason(
    reason: Reason, rule: Rule, assessment: Assessment, criteria: Criteria, evidence: tuple[Evidence, ...]
) -> View:
    inferred = isinstance(rule, Floor) and rule.strength == "inferred"
    return {
        "name": rule.name,
        "effect": words.EFFECT[reason.effect].format(level=criteria.level(_level_of(rule)).name),
        "says": [*_says(reason, rule, assessment.findings, criteria), *([words.INFERRED] if inferred else [])],
        "phrases": _phrases(reason.findings, evidence),
        "claims": _claims(reason.claims, criteria),
    }


def _red_flag(reason: Reason, criteria: Criteria, evidence: tuple[Evidence, ...]) -> View:
    finding = criteria.finding(reason.rule)
    value = finding.values[finding.rank(reason.findings[finding.id])]
    return {
        "name": finding.name,
        "effect": words.EFFECT[Effect.ESCALATES],
        "says": [words.THE_PERSON.format(says=value.says)],
        "phrases": _phrases(reason.findings, evidence),
        "claims": [],
    }


def _flag_reasons(assessment: Assessment, criteria: Criteria, evidence: tuple[Evidence, ...]) -> Iterator[View]:
    for flag in criteria.flags:
        if assessment.flags[flag.id]:
            yield {
                "name": flag.name,
                "effect": words.FLAG_YES,
                "says": [flag.says],
                "phrases": _phrases({name: value for when in flag.when for name, value in when.items()}, evidence),
                "claims": _claims(flag.because, criteria),
            }


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


def _objection(objection: Objection, assessment: Assessment, criteria: Criteria) -> View:
    rules = [criteria.rule(name) for name in objection.rules]
    return {
        "level": criteria.level(objection.level).name,
        "says": list(_objects(objection.why, rules, assessment.findings, criteria)),
    }


def _objects(why: WhyNot, rules: list[Rule], findings: Findings, criteria: Criteria) -> Iterator[str]:
    if why is WhyNot.NOT_ASKED:
        yield words.NOT_NEEDED
    if why is WhyNot.ALSO_ACCEPTED:
        yield words.ALSO_ACCEPTED
    floors = [rule for rule in rules if isinstance(rule, Floor)]
    if floors and why is WhyNot.TOO_LITTLE:
        yield words.TOO_LITTLE.format(rules=words.LIST_SEPARATOR.join(rule.name for rule in floors))
    for rule in rules:
        if isinstance(rule, Prerequisite):
            yield rule.unmet
            if why is WhyNot.ALSO_ACCEPTED:
                yield words.WAIVED
        elif isinstance(rule, Preference):
            yield rule.says
        elif isinstance(rule, Floor) and why is WhyNot.ALSO_ACCEPTED:
            yield from (eased.says for eased in rule.exceptions if _holds(eased, findings, criteria))


# What would change the answer


def _changes(assessment: Assessment, criteria: Criteria) -> list[View]:
    """For each direction the levels that the nearest changes lead to, or a sentence that none does."""
    directions = (
        (assessment.nearest.up, words.CHANGE_NONE_UP),
        (assessment.nearest.down, words.CHANGE_NONE_DOWN),
    )
    changes: list[View] = []
    for ties, none in directions:
        if ties is not None:
            changes += _by_level(ties, assessment.findings, criteria) or [{"says": none, "ifs": []}]
    return changes


def _by_level(ties: Iterable[Findings], findings: Findings, criteria: Criteria) -> list[View]:
    ifs: dict[str, list[str]] = {}
    for change in ties:
        level = decide({**findings, **change}, criteria).level
        ifs.setdefault(level, []).append(words.AND.join(_becomes(change, criteria)))
    return [
        {"says": words.CHANGE.format(level=criteria.level(level).name), "ifs": sentences}
        for level, sentences in ifs.items()
    ]


def _becomes(change: Findings, criteria: Criteria) -> Iterator[str]:
    for name, value in change.items():
        finding = criteria.finding(name)
        yield finding.values[finding.rank(value)].says


# What goes with it


def _givens(assessment: Assessment, criteria: Criteria) -> Iterator[View]:
    return (_given(level, assessment, criteria) for level in _recommended_first(assessment))


def _given(level: str, assessment: Assessment, criteria: Criteria) -> View:
    given = assessment.lists.get(level, {})
    named = [(known, given.get(known.id, ())) for known in criteria.lists]
    return {
        "level": words.GIVEN_WITH.format(level=criteria.level(level).name),
        "lists": [{"name": known.name, "items": _items(known, names, criteria)} for known, names in named if names],
    }


def _items(named: NamedList, names: Iterable[str], criteria: Criteria) -> list[View]:
    return [
        {"name": item.name, "says": item.says, "claims": _claims(item.because, criteria)}
        for item in named.items
        if item.id in names
    ]
