"""An assessment in words: what the criteria answer, why, why not otherwise, and what would change it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from carelevel import messages
from carelevel.core.assess import DECIDING, Assessment, Basis, Effect, Objection, Reason, ReasonKind, WhyNot, decide
from carelevel.core.case import Evidence
from carelevel.core.criteria import (
    ESCALATE,
    Claim,
    Criteria,
    Exception_,
    Findings,
    Flag,
    Indication,
    Item,
    ItemNote,
    NamedList,
    Preference,
    Requirement,
    Source,
    exactly,
)
from carelevel.core.of_id import of_id
from carelevel.core.whatif import Range
from carelevel.feedback.names import level_name, level_short

FIRST_OPEN = 3
"""Open questions that are named where the level is not settled, those first on which most hangs."""


@dataclass(frozen=True, slots=True)
class CitedClaim:
    """What a source says, and where, as in: Article A, “Alternatives …”, paragraph 3."""

    says: str
    where: str


@dataclass(frozen=True, slots=True)
class ExplainedReason:
    """A rule, a red flag or a flag that had a part in the answer; *phrases* of the story show its findings.

    *deciding*: the answer rests on it. *met*: it is merely there, as the level requires, and other things decide.
    *places*: where its claims stand, those of one section in a row.
    """

    name: str
    effect: str
    says: tuple[str, ...]
    phrases: tuple[str, ...]
    claims: tuple[CitedClaim, ...]
    deciding: bool
    met: bool = False
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherLevel:
    """A level, by its name, that is not the recommendation, and why it is accepted all the same, or is not."""

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
    says: tuple[str, ...]
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
class CitedWork:
    """A public work that a warning names, and what it says."""

    cite: str
    says: str


@dataclass(frozen=True, slots=True)
class SafetyLine:
    """What has to be said for safety, whatever the level."""

    says: str
    references: tuple[CitedWork, ...]


@dataclass(frozen=True, slots=True)
class RaisedFlag:
    """A red flag that is present: how soon somebody has to act, and what comes first."""

    name: str
    soon: str
    urgent: bool  # as soon as the bank's most urgent
    says: str
    references: tuple[CitedWork, ...]


@dataclass(frozen=True, slots=True)
class SafetyLines:
    """The bank's safety lines, and the questions among them; *foremost*: they come before everything else."""

    foremost: bool
    lines: tuple[SafetyLine, ...]
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asks:
    """What is still to ask, in this order: for safety, for the flags beside the level, for the level itself."""

    safety: tuple[str, ...]
    flags: tuple[str, ...]
    level: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole of it; *level* is a name, *settled* '' for a referral, *also* are the levels accepted too."""

    level: str
    summary: str
    basis: str
    settled: str
    red_flags: tuple[RaisedFlag, ...]
    safety: SafetyLines
    reasons: tuple[ExplainedReason, ...]
    also: tuple[OtherLevel, ...]
    why_not: tuple[OtherLevel, ...]
    changes: tuple[Change, ...]
    ask: Asks
    given: tuple[Given, ...]
    standing: tuple[str, ...]


def explain(
    assessment: Assessment, criteria: Criteria, evidence: Iterable[Evidence] = (), asked: Collection[str] = ()
) -> Explanation:
    """Everything that can be said of an answer; *evidence*: the phrases that show the findings, if there is a story.

    *asked*: findings that somebody asked about, so that of what is not known it is told whether it was asked.
    """
    shown = tuple(evidence)
    return Explanation(
        level=level_name(assessment.level, criteria),
        summary=criteria.refer_says if assessment.level == ESCALATE else criteria.level(assessment.level).summary,
        basis=messages.BASIS[assessment.basis],
        settled=settled(assessment, criteria, asked),
        red_flags=raised_flags(assessment, criteria),
        safety=safety(assessment, criteria),
        reasons=(
            *_endorsed(assessment, criteria, shown),
            *(_reason(reason, assessment, criteria, shown) for reason in assessment.reasons),
            *_unasked(assessment, criteria, asked),
        ),
        also=_other_levels(assessment, criteria, accepted=True),
        why_not=_other_levels(assessment, criteria, accepted=False),
        changes=tuple(_changes(assessment, criteria)),
        ask=_asks(assessment, criteria, asked),
        given=tuple(given for given in _givens(assessment, criteria) if given.lists),
        standing=() if assessment.red_flags else standing(criteria),
    )


def standing(criteria: Criteria) -> tuple[str, ...]:
    """What holds for every answer."""
    return tuple(statement.says for statement in criteria.standing if statement.shown == "answer")


def accepted_too(assessment: Assessment, criteria: Criteria) -> str:
    """What is accepted beside the recommendation, in a sentence or two; '' where nothing is."""
    others = accepted_beside(assessment, criteria)
    says = messages.ACCEPTED_TOO.format(levels=messages.LIST_SEPARATOR.join(others)) if others else ""
    return " ".join(filter(None, (says, why_refer(assessment, criteria))))


def accepted_beside(assessment: Assessment, criteria: Criteria) -> tuple[str, ...]:
    """The names of what is accepted beside the recommendation, referring last."""
    levels = tuple(criteria.level(level).name for level in assessment.accepted if level != assessment.level)
    return (*levels, level_short(ESCALATE, criteria)) if assessment.refer_accepted else levels


def why_refer(assessment: Assessment, criteria: Criteria) -> str:
    """Why referring is accepted beside a level; '' where it is not."""
    return criteria.words.said(messages.REFER_ACCEPTED) if assessment.refer_accepted else ""


def settled(assessment: Assessment, criteria: Criteria, asked: Collection[str] = ()) -> str:
    """Whether what is unsaid could move the level, never without the safety questions that nobody asked."""
    if assessment.range is None:
        return ""
    says = messages.SETTLED if assessment.settled else _unsettled(assessment, assessment.range, criteria)
    weak = assessment.settled and assessment.basis in (Basis.BY_EXCLUSION, Basis.CONTESTED)
    unasked = unasked_flags(assessment, criteria, asked)
    return " ".join(filter(None, (says, messages.SETTLED_WEAK if weak else "", unasked)))


def _unsettled(assessment: Assessment, span: Range, criteria: Criteria) -> str:
    """What else the level could become, and the questions of which most hangs on."""
    choices = criteria.choices[criteria.choices.index(span.lowest) : criteria.choices.index(span.highest) + 1]
    levels = messages.OR.join(level_short(level, criteria) for level in choices if level != assessment.level)
    return messages.RANGE.format(levels=levels, names=names_of(assessment.open_questions[:FIRST_OPEN], criteria))


def unasked_flags(assessment: Assessment, criteria: Criteria, asked: Collection[str] = ()) -> str:
    """The red flags of which nothing is known, in a sentence or two: unasked, or *asked* in vain; '' without any."""
    unknown = assessment.safety_questions
    sides = (
        (messages.UNASKED, [name for name in unknown if name not in asked]),
        (messages.ASKED_UNKNOWN, [name for name in unknown if name in asked]),
    )
    return " ".join(form.format(names=names_of(names, criteria)) for form, names in sides if names)


def names_of(findings: Iterable[str], criteria: Criteria) -> str:
    """The findings by name, in a row."""
    return messages.LIST_SEPARATOR.join(criteria.finding(name).name for name in findings)


def locator(claim: Claim, criteria: Criteria) -> str:
    """Where a claim stands in its source."""
    return messages.LIST_SEPARATOR.join((*_section(claim, criteria), *_in_section(claim)))


def places(names: Iterable[str], criteria: Criteria) -> tuple[str, ...]:
    """Where the claims called *names* stand, each section once."""
    within: dict[tuple[str, ...], dict[str, None]] = {}
    for claim in map(criteria.claim, names):
        within.setdefault(_section(claim, criteria), {}).update(dict.fromkeys(_in_section(claim)))
    return tuple(messages.LIST_SEPARATOR.join((*section, *places)) for section, places in within.items())


def _section(claim: Claim, criteria: Criteria) -> tuple[str, ...]:
    """The source, and the section where it has sections."""
    source = of_id(criteria.sources, claim.at.source)
    headings = (section.heading for section in source.sections if section.id == claim.at.section)
    return (source_name(source), *(messages.SECTION.format(heading=heading) for heading in headings))


def _in_section(claim: Claim) -> Iterator[str]:
    at = claim.at
    for number, form in (
        (at.paragraph, messages.PARAGRAPH),
        (at.bullet, messages.BULLET),
        (at.page, messages.PAGE),
        (at.minute, messages.MINUTE),
        (None if at.section else at.line, messages.LINE),
    ):
        if number is not None:
            yield form.format(number=number)


def source_name(source: Source) -> str:
    """What a source is called, as in: Article A."""
    return source.called or messages.SOURCE.format(id=source.id)


def effect_said(reason: Reason | None, criteria: Criteria) -> str:
    """What a rule, or a red flag, does in one assessment, as in: asks for Residential."""
    if reason is None:
        return messages.NO_PART
    level = "" if reason.level is None else criteria.level(reason.level).name
    rule = None if reason.kind in (ReasonKind.RED_FLAG, ReasonKind.FLAG) else criteria.rule(reason.rule)
    against = isinstance(rule, Indication) and _counting(reason, rule).strength == "by_exclusion"
    said = messages.BY_EXCLUSION if against else messages.EFFECT
    return criteria.words.said(said[reason.effect], level=level)


def _counting(reason: Reason, rule: Indication) -> Indication | Exception_:
    """The exception that took the place of *rule*, or the rule itself, even where it is defeated."""
    eased = None if reason.exception is None else rule.exceptions[reason.exception]
    return rule if eased is None or eased.asks is None else eased


def becomes(change: Findings, findings: Findings, criteria: Criteria) -> Iterator[str]:
    """What completes "The person …" for each change of *findings*, for the better or for the worse."""
    for name, value in change.items():
        finding = criteria.finding(name)
        rank = finding.rank(value)
        before = finding.rank(findings[name]) if name in findings else 0
        yield finding.values[rank].became(worse=rank > before)


def raised_flags(assessment: Assessment, criteria: Criteria) -> tuple[RaisedFlag, ...]:
    """The red flags that are present, the most urgent first, each in its own words."""
    raised = []
    for name in assessment.red_flags:
        finding = criteria.finding(name)
        if flag := finding.red_flag:
            urgent = criteria.urgency(name) == 0
            raised.append(RaisedFlag(finding.name, flag.soon, urgent, flag.says, _works(flag.references, criteria)))
    return tuple(raised)


def safety(assessment: Assessment, criteria: Criteria) -> SafetyLines:
    """What is said beside every answer."""
    lines = criteria.safety.lines
    return SafetyLines(
        foremost=any(exactly(when, assessment.findings) for when in criteria.safety.foremost),
        lines=tuple(SafetyLine(line.says, _works(line.references, criteria)) for line in lines if not line.question),
        asks=tuple(line.says for line in lines if line.question),
    )


def _works(names: Iterable[str], criteria: Criteria) -> tuple[CitedWork, ...]:
    works = {work.id: CitedWork(work.cite, work.says) for work in criteria.references}
    return tuple(works[name] for name in names)


def _claims(names: Iterable[str], criteria: Criteria) -> tuple[CitedClaim, ...]:
    claims = [criteria.claim(name) for name in dict.fromkeys(names)]
    return tuple(CitedClaim(claim.says, locator(claim, criteria)) for claim in claims)


def _asks(assessment: Assessment, criteria: Criteria, asked: Collection[str]) -> Asks:
    def asks(names: Iterable[str]) -> tuple[str, ...]:
        said = ((name in asked, criteria.finding(name).ask) for name in names)
        return tuple(messages.ASK_AGAIN.format(ask=ask) if again else ask for again, ask in said)

    beside = asks(assessment.flag_questions) if assessment.level != ESCALATE else ()
    urgent = sorted(assessment.safety_questions, key=criteria.urgency)
    return Asks(asks(urgent), beside, asks(assessment.open_questions))


# Reasons


def _reason(
    reason: Reason, assessment: Assessment, criteria: Criteria, evidence: tuple[Evidence, ...]
) -> ExplainedReason:
    return ExplainedReason(
        name=criteria.rule_name(reason.rule),
        effect=effect_said(reason, criteria),
        says=tuple(_says(reason, criteria)),
        phrases=tuple(shown.phrase for shown in evidence if reason.findings.keys() & shown.findings.keys()),
        claims=_claims(reason.claims, criteria),
        deciding=reason.effect in DECIDING,
        met=reason.effect is Effect.MET and reason not in assessment.exercised,
        places=places(reason.claims, criteria),
    )


def _endorsed(assessment: Assessment, criteria: Criteria, evidence: tuple[Evidence, ...]) -> Iterator[ExplainedReason]:
    """Where nothing asks for a level, what a source says of the recommended one."""
    for named in assessment.endorsed:
        phrases = tuple(shown.phrase for shown in evidence if named.when.keys() & shown.findings.keys())
        level = criteria.level(assessment.level).name
        claims = _claims(named.because, criteria)
        yield ExplainedReason(
            level,
            criteria.words.said(messages.ENDORSED),
            (named.says,),
            phrases,
            claims,
            deciding=True,
            places=places(named.because, criteria),
        )


def _unasked(assessment: Assessment, criteria: Criteria, asked: Collection[str]) -> Iterator[ExplainedReason]:
    """The flags of which nothing is known: their no is no answer yet."""
    for flag in criteria.flags if assessment.level != ESCALATE else ():
        names = unstated(flag, assessment.findings)
        if names:
            says = flag.unasked or messages.UNASKED_FLAG.format(names=names_of(names, criteria))
            effect = messages.FLAG_UNASKED
            if all(name in asked for name in names):
                effect, says = messages.FLAG_ASKED, messages.ASKED_UNKNOWN.format(names=names_of(names, criteria))
            yield ExplainedReason(flag.name, effect, (says,), (), (), deciding=True)


def unstated(flag: Flag, findings: Findings) -> tuple[str, ...]:
    """The findings that decide *flag*, where none of them is stated; else none."""
    names = tuple(dict.fromkeys(name for when in flag.when for name in when))
    return () if any(name in findings for name in names) else names


def _flag(name: str, criteria: Criteria) -> Flag:
    return of_id(criteria.flags, name)


def _says(reason: Reason, criteria: Criteria) -> Iterator[str]:
    if reason.kind is ReasonKind.RED_FLAG:
        finding = criteria.finding(reason.rule)
        value = finding.values[finding.rank(reason.findings[finding.id])]
        yield criteria.words.said(messages.THE_PERSON, says=value.says)
    elif reason.kind is ReasonKind.FLAG:
        flag = _flag(reason.rule, criteria)
        yield flag.says if reason.effect is Effect.SETS else flag.clears or messages.CLEARED
    else:
        rule = criteria.rule(reason.rule)
        yield rule.unmet if isinstance(rule, Requirement) and reason.effect is Effect.UNMET else rule.says
        if isinstance(rule, Indication):
            yield from _eased(reason, rule)


def _eased(reason: Reason, rule: Indication) -> Iterator[str]:
    """What an exception says, that a rule gave way, and how it is said by the sources."""
    eased = None if reason.exception is None else rule.exceptions[reason.exception]
    if eased is not None:
        yield eased.says
    if reason.effect is Effect.GAVE_WAY:
        yield messages.GAVE_WAY
    if _counting(reason, rule).strength == "inferred" and reason.effect is not Effect.DEFEATED:
        yield messages.INFERRED


# The other levels


def _other_levels(assessment: Assessment, criteria: Criteria, *, accepted: bool) -> tuple[OtherLevel, ...]:
    return tuple(
        OtherLevel(
            criteria.level(objection.level).name, tuple(dict.fromkeys(_objects(objection, assessment, criteria)))
        )
        for objection in assessment.why_not
        if (objection.why is WhyNot.ALSO_ACCEPTED) == accepted
    )


def _objects(objection: Objection, assessment: Assessment, criteria: Criteria) -> Iterator[str]:
    rules = [criteria.rule(name) for name in objection.rules]
    if objection.why is WhyNot.NOT_ASKED:
        yield messages.NOT_NEEDED
    if objection.why is WhyNot.TOO_LITTLE:
        asking = [rule.name for rule in rules if isinstance(rule, Indication)]
        yield messages.TOO_LITTLE.format(rules=messages.LIST_SEPARATOR.join(asking))
    if objection.why is WhyNot.ALSO_ACCEPTED:
        gave_way = {reason.rule for reason in assessment.reasons if reason.effect is Effect.GAVE_WAY}
        names = [rule.name for rule in rules if isinstance(rule, Indication)]
        form = messages.NEXT_POSSIBLE if gave_way.issuperset(objection.rules) else messages.SUPPORTED
        if names:
            yield form.format(rules=messages.LIST_SEPARATOR.join(names))
        yield from (rule.says for rule in rules if isinstance(rule, Preference))
    yield from (rule.unmet for rule in rules if isinstance(rule, Requirement))


# What would change the answer


def _changes(assessment: Assessment, criteria: Criteria) -> Iterator[Change]:
    """For each direction the levels that the nearest changes lead to, or a sentence that none does."""
    directions = (
        (assessment.nearest.up, messages.CHANGE_NONE_UP if assessment.settled else messages.CHANGE_UNASKED_UP),
        (assessment.nearest.down, messages.CHANGE_NONE_DOWN),
    )
    for ties, none in directions:
        if ties is not None:
            yield from _by_level(ties, assessment.findings, criteria) or [Change(none, ())]


def _by_level(ties: Iterable[Findings], findings: Findings, criteria: Criteria) -> list[Change]:
    ifs: dict[str, list[str]] = {}
    for change in ties:
        level = decide({**findings, **change}, criteria).level
        ifs.setdefault(level, []).append(messages.AND.join(becomes(change, findings, criteria)))
    return [
        Change(criteria.words.said(messages.CHANGE, level=level_name(level, criteria)), tuple(sentences))
        for level, sentences in ifs.items()
    ]


# What goes with it


def _givens(assessment: Assessment, criteria: Criteria) -> Iterator[Given]:
    for level in sorted(assessment.accepted, key=lambda level: level != assessment.level):
        yield _given(level, assessment.lists.get(level, {}), assessment.findings, criteria)


def _given(level: str, given: Mapping[str, tuple[str, ...]], findings: Findings, criteria: Criteria) -> Given:
    """*given*: the ids of the entries of each list."""
    return Given(
        level=messages.GIVEN_WITH.format(level=criteria.level(level).name),
        lists=tuple(
            GivenList(named.name, tuple(_items(named, given.get(named.id, ()), findings, criteria)))
            for named in criteria.lists
            if given.get(named.id)
        ),
    )


def _items(named: NamedList, names: Iterable[str], findings: Findings, criteria: Criteria) -> Iterator[GivenItem]:
    """The entries of *names*, those first that lead here."""
    items = [(item, _notes(item, findings)) for item in named.items if item.id in names]
    for item, notes in sorted(items, key=lambda given: not any(note.leads for note in given[1])):
        claims = (*item.because, *(claim for note in notes for claim in note.because))
        yield GivenItem(item.name, (item.says, *(note.says for note in notes)), _claims(claims, criteria))


def _notes(item: Item, findings: Findings) -> tuple[ItemNote, ...]:
    return tuple(
        note
        for note in item.notes
        if exactly(note.when, findings) and not (note.unless and exactly(note.unless, findings))
    )
