"""A comparison in words: a headline for every question, what differs and was missed, a twin's difference."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from collections.abc import Set as Collection
from dataclasses import dataclass

from carelevel import messages
from carelevel.core.answer import ACCEPTED, Answer, Comparison, FlagCompared, ListCompared, Verdict
from carelevel.core.assess import DECIDING, Assessment
from carelevel.core.case import DecisionPoint, Evidence
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.difference import Difference, difference
from carelevel.core.of_id import of_id
from carelevel.core.ties import Fit, Tie, red_flag_of, ties
from carelevel.feedback.explanation import accepted_too, becomes, effect_said, names_of, unstated
from carelevel.feedback.names import level_name
from carelevel.feedback.prose import MarkedProse, marked_prose


@dataclass(frozen=True, slots=True)
class Row:
    """One question with both answers; *same* None: the two sides are not to be compared."""

    name: str
    yours: tuple[str, ...]
    theirs: tuple[str, ...]
    same: bool | None


@dataclass(frozen=True, slots=True)
class FlagLine:
    """One flag in the headline, with both answers; *same* None: it was not asked, or is left open by both."""

    says: str
    same: bool | None


@dataclass(frozen=True, slots=True)
class AuthorsDissent:
    """That the author of the case would answer otherwise, and why."""

    says: str
    reason: str


@dataclass(frozen=True, slots=True)
class TieLine:
    """A sentence and the claim that it was tied to: whether it supports that, and why not."""

    says: str
    fits: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """An answer beside the criteria's: *title*, *says* and *flags* are the headline.

    *differs* says what a list lacks, *named* what was named rightly, and what without need. *caught* and *missed* are
    the deciding phrases, *marks* says how the marked sentences fit, and *prose* shows it.
    """

    verdict: Verdict
    sign: str
    title: str
    says: tuple[str, ...]
    flags: tuple[FlagLine, ...]
    differs: tuple[str, ...]
    named: tuple[str, ...]
    caught: tuple[str, ...]
    missed: tuple[str, ...]
    dissent: AuthorsDissent | None
    rows: tuple[Row, ...]
    reasons_given: str
    marks: tuple[str, ...]
    prose: MarkedProse
    ties: tuple[TieLine, ...]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """One of two tellings that are set side by side: *level* is what was chosen there, None where nothing was.

    *pair*: it was answered wrongly, and the other is its pair. *title* is its story's, where that is another one.
    """

    level: str | None
    assessment: Assessment
    evidence: tuple[Evidence, ...] = ()
    pair: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class TwinCompared:
    """A twin beside the story before its change, or a pair beside what was answered wrongly.

    What differs, and the rule through which it made the difference; then, under *columns*, the text and both answers.
    """

    pair: bool
    title: str
    columns: tuple[str, ...]
    says: tuple[str, ...]
    rows: tuple[Row, ...]


def compared(
    answer: Answer,
    assessment: Assessment,
    comparison: Comparison,
    point: DecisionPoint,
    criteria: Criteria,
    asked: Container[str] = (),
) -> Compared:
    """What a trainee sees first after the commit; *asked*: findings that somebody asked about."""
    differing = _differing(comparison, criteria)
    return Compared(
        verdict=comparison.verdict,
        sign=verdict_sign(comparison.verdict, differing),
        title=verdict_title(comparison.verdict, differing, assessment, criteria),
        says=tuple(_headline(answer, assessment, comparison, criteria)),
        flags=tuple(flag_line(flag, assessment, criteria, asked) for flag in comparison.flags),
        differs=tuple(line for named in comparison.lists for line in _list_lacks(named, criteria)),
        named=tuple(line for named in comparison.lists for line in _list_named(named, criteria)),
        caught=tuple(phrase.phrase for phrase in comparison.caught),
        missed=tuple(phrase.phrase for phrase in comparison.missed),
        dissent=authors_dissent(point, criteria),
        rows=tuple(_rows(answer, assessment, comparison, criteria)),
        reasons_given=answer.reasons,
        marks=tuple(_marks(comparison, assessment, criteria)),
        prose=marked_prose(point, answer.marked, comparison.caught, comparison.missed),
        ties=tuple(_tie_line(tie, point, criteria) for tie in ties(answer.ties, point, assessment, criteria)),
    )


def twin_compared(now: Counterpart, before: Counterpart, criteria: Criteria) -> TwinCompared:
    """*now* was answered just before; *before* is the story before a twin's change, or what a pair was brought by."""
    found = difference(before.assessment, now.assessment, criteria.ladder)
    differing = {*found.changed, *found.unsaid}
    if before.title and found.through is not None:  # two stories differ in much; what parts them is what the rule reads
        read = {name for reason in found.through.reasons for name in reason.findings}
        differing &= read
    levels = [(each.level, each.assessment.level) for each in (before, now)]
    chosen, theirs = (
        [messages.NOT_ANSWERED if level is None else level_name(level, criteria) for level in side]
        for side in zip(*levels, strict=True)
    )
    words = messages.PAIR if before.title else messages.TWIN
    return TwinCompared(
        pair=before.pair,
        title=words["title"],
        columns=(words["before"].format(title=before.title), words["now"]),
        says=(
            *((messages.PAIR_WHY.format(chosen=chosen[0], theirs=theirs[0]),) if before.pair else ()),
            *_difference(before, now, found, differing, criteria),
        ),
        rows=(
            *_text_row(before, now, differing),
            Row(messages.YOU_CHOSE, (chosen[0],), (chosen[1],), None),
            Row(messages.CRITERIA_SAID, (theirs[0],), (theirs[1],), None),
        ),
    )


def _text_row(before: Counterpart, now: Counterpart, findings: Collection[str]) -> Iterator[Row]:
    """What each text says of *findings*; nothing where no phrase of either does."""
    then, here = (
        tuple(phrase.phrase for phrase in each.evidence if not phrase.findings.keys().isdisjoint(findings))
        for each in (before, now)
    )
    if then or here:
        yield Row(messages.TEXT_ROW, then or (messages.TEXT_SILENT,), here or (messages.TEXT_SILENT,), None)


def authors_dissent(point: DecisionPoint, criteria: Criteria) -> AuthorsDissent | None:
    """What the author of the case has to add, if anything."""
    if point.dissent is None:
        return None
    return AuthorsDissent(
        says=messages.DISSENT.format(level=level_name(point.dissent.level, criteria)), reason=point.dissent.reason
    )


def difference_says(before: Assessment, now: Assessment, criteria: Criteria) -> Iterator[str]:
    """What parts a story and its twin, and the rule through which that made the difference."""
    found = difference(before, now, criteria.ladder)
    differing = {*found.changed, *found.unsaid}
    yield from _difference(Counterpart(None, before), Counterpart(None, now), found, differing, criteria)


def _difference(
    before: Counterpart, now: Counterpart, found: Difference, differing: Collection[str], criteria: Criteria
) -> Iterator[str]:
    if before.title:
        for name in filter(differing.__contains__, found.changed):
            finding = criteria.finding(name)
            value = finding.values[finding.rank(found.changed[name])]
            yield criteria.words.said(messages.PAIR_FINDING, says=value.says)
    else:
        for says in becomes(found.changed, before.assessment.findings, criteria):
            yield criteria.words.said(messages.DIFFERENCE_FINDING, says=says)
    for name in found.unsaid:
        if name in differing:
            form = messages.PAIR_UNSAID if before.title else messages.DIFFERENCE_UNSAID
            yield form.format(finding=criteria.finding(name).name)
    if found.through is None:
        yield messages.DIFFERENCE_NONE
    else:
        form = messages.PAIR_RULE if before.title else messages.DIFFERENCE_RULE
        yield form.format(
            rule=criteria.rule_name(found.through.rule),
            title=before.title,
            before=effect_said(found.through.before, criteria),
            now=effect_said(found.through.now, criteria),
        )


def _differing(comparison: Comparison, criteria: Criteria) -> str:
    """The flags that were answered otherwise than the criteria do, by name."""
    names = {flag.id: flag.name for flag in criteria.flags}
    return messages.LIST_SEPARATOR.join(names[one.flag] for one in comparison.flags if one.differs)


def verdict_sign(verdict: Verdict, differing: str) -> str:
    """A verdict as a sign; its own where *differing*, the flags that were answered otherwise, are all that is wrong."""
    return messages.PARTLY_SIGN if differing and verdict in ACCEPTED else messages.VERDICT_SIGN[verdict]


def verdict_said(verdict: Verdict, criteria: Criteria) -> str:
    """A verdict in a sentence, without its end."""
    return criteria.words.said(messages.VERDICT[verdict])


def verdict_title(verdict: Verdict, differing: str, assessment: Assessment, criteria: Criteria) -> str:
    """What became of the level, and of the flags beside it."""
    title = verdict_said(verdict, criteria)
    if verdict is Verdict.COULD_ANSWER:
        title = messages.AND_LEVEL.format(verdict=title, level=level_name(assessment.level, criteria))
    if not differing or assessment.level == ESCALATE:  # a form that takes a level asks for the flags too
        return title
    if verdict in ACCEPTED:
        title = criteria.words.said(messages.LEVEL_ONLY[verdict])
    form = messages.FLAG_DIFFERS if verdict in ACCEPTED else messages.FLAG_DIFFERS_TOO
    return messages.AND_FLAGS.format(verdict=title, flags=form.format(flags=differing))


def _headline(answer: Answer, assessment: Assessment, comparison: Comparison, criteria: Criteria) -> Iterator[str]:
    if comparison.verdict is not Verdict.AGREES:
        yield messages.CHOSEN.format(level=level_name(answer.level, criteria))
    yield from verdict_says(answer, assessment, comparison, criteria)


def flag_line(
    compared: FlagCompared, assessment: Assessment, criteria: Criteria, asked: Container[str] = ()
) -> FlagLine:
    """One flag with both answers; where nothing is known of it, what is still to ask, or to ask again if *asked*."""
    flag = of_id(criteria.flags, compared.flag)
    sides = {True: messages.YES, False: messages.NO, None: ""}
    yours, theirs = compared.yours, compared.theirs
    same = None if yours is None else not compared.differs
    asks = " ".join(_asks(unstated(flag, assessment.findings), asked, criteria))
    form = messages.FLAG_SAME if same else messages.FLAG_OTHERWISE
    if theirs is None:
        form = messages.FLAG_OPEN if same is None else messages.FLAG_TO_LEAVE_OPEN
    elif asks:
        form = messages.FLAG_OTHERWISE_SO_FAR if same is False else messages.FLAG_SAME_SO_FAR
    elif same is None:
        form = messages.FLAG_UNANSWERED
    words = {"flag": flag.name, "yours": sides[yours], "theirs": sides[theirs], "asks": asks}
    if not assessment.red_flags:
        return FlagLine(criteria.words.said(form, **words), same)
    said = tuple(harms(assessment.red_flags, flag.id, criteria)) if yours else ()
    form = messages.FLAG_CLOSED if same is None else messages.FLAG_HARMS if said else messages.FLAG_SEE
    see = messages.SEE_RED_FLAGS.format(names=names_of(assessment.red_flags, criteria))
    return FlagLine(" ".join((criteria.words.said(form, **words), *said, see)), same)


def _asks(findings: Iterable[str], asked: Container[str], criteria: Criteria) -> Iterator[str]:
    for name in findings:
        form = messages.ASK_AGAIN if name in asked else messages.STILL_TO_ASK
        yield form.format(ask=criteria.finding(name).ask)


def harms(red_flags: Iterable[str], flag: str, criteria: Criteria) -> Iterator[str]:
    """Why a yes to *flag* does harm where *red_flags* are present, with the works that say so."""
    works = {work.id: work.cite for work in criteria.references}
    for name in red_flags:
        red_flag = criteria.finding(name).red_flag
        for harm in red_flag.against if red_flag else ():
            if harm.flag == flag:
                cited = messages.WORK_SEPARATOR.join(works[work] for work in harm.references)
                yield messages.HARM.format(says=harm.says, works=cited)


def _list_lacks(compared: ListCompared, criteria: Criteria) -> Iterator[str]:
    """What of a list was not named; nothing where it was left alone."""
    if compared.named and compared.only_theirs:
        yield _list_said(messages.LIST_MISSED, compared, compared.only_theirs, criteria)


def _list_named(compared: ListCompared, criteria: Criteria) -> Iterator[str]:
    """What of a list was named rightly, and what without need."""
    for form, items in ((messages.LIST_RIGHT, compared.both), (messages.LIST_NEEDLESS, compared.only_yours)):
        if items:
            yield _list_said(form, compared, items, criteria)


def _list_said(form: str, compared: ListCompared, items: Iterable[str], criteria: Criteria) -> str:
    named = of_id(criteria.lists, compared.named_list)
    names = {item.id: item.name for item in named.items}
    return form.format(list=named.name, items=messages.LIST_SEPARATOR.join(names[item] for item in items))


def verdict_says(answer: Answer, assessment: Assessment, comparison: Comparison, criteria: Criteria) -> Iterator[str]:
    """What stands below the headline: what is recommended, how far from it, what is accepted, what was unasked."""
    if assessment.level == ESCALATE:
        yield criteria.refer_says
        return
    if answer.level == ESCALATE and (unasked := names_of(assessment.safety_questions, criteria)):
        yield messages.UNASKED_FIRST.format(names=unasked)
    yield messages.RECOMMENDED.format(level=level_name(assessment.level, criteria))
    if comparison.steps:
        forms = messages.STEPS_ABOVE if comparison.steps > 0 else messages.STEPS_BELOW
        yield messages.counted(abs(comparison.steps), forms)
    if beside := accepted_too(assessment, criteria):
        yield beside


def claim_said(claim: str, criteria: Criteria) -> str:
    """What a sentence can be tied to: a claim, or that a red flag is a reason to refer."""
    if red_flag := red_flag_of(claim):
        return criteria.words.said(messages.REASON_TO_REFER, name=criteria.finding(red_flag).name)
    return messages.sentence(criteria.claim(claim).says)


def _tie_line(tie: Tie, point: DecisionPoint, criteria: Criteria) -> TieLine:
    text = next(
        paragraph.text[slice(*sentence.at)].strip()
        for paragraph in point.paragraphs
        for sentence in paragraph.sentences
        if sentence.number == tie.sentence
    )
    says = messages.TIES[tie.fit].format(
        sentence=text,
        claim=claim_said(tie.claim, criteria),
        shown=names_of(tie.shown, criteria),
        read=names_of(tie.read, criteria),
    )
    return TieLine(says, tie.fit is Fit.SUPPORTS)


def _marks(comparison: Comparison, assessment: Assessment, criteria: Criteria) -> Iterator[str]:
    deciding = len(comparison.caught) + len(comparison.missed)
    if deciding == 1:
        yield messages.PHRASE_CAUGHT if comparison.caught else messages.PHRASE_MISSED
    elif deciding:
        yield messages.PHRASES.format(caught=len(comparison.caught), all=deciding)
    else:
        yield messages.PHRASES_NONE
    if deciding and sum(reason.effect in DECIDING for reason in assessment.reasons) > deciding:
        yield messages.PHRASES_SHARED
    supporting = [phrase for phrase in comparison.worth if assessment.supporting.intersection(phrase.findings)]
    others = [phrase for phrase in comparison.worth if phrase not in supporting]
    safety = sum(any(name in criteria.red_flags for name in phrase.findings) for phrase in others)
    for count, forms in (
        (len(supporting), messages.SUPPORTING),
        (safety, messages.SAFETY_MARKED),
        (len(others) - safety, messages.WORTH),
    ):
        if count:
            yield messages.counted(count, forms)
    if comparison.needless:
        yield messages.counted(len(comparison.needless), messages.NEEDLESS)


def _rows(answer: Answer, assessment: Assessment, comparison: Comparison, criteria: Criteria) -> Iterator[Row]:
    yours, theirs = level_name(answer.level, criteria), level_name(assessment.level, criteria)
    yield Row(criteria.words.said(messages.LEVEL_ROW), (yours,), (theirs,), yours == theirs)
    for flag in comparison.flags:
        yield _flag_row(flag, answer, criteria)
    for named in comparison.lists:
        if named.named or named.only_theirs:
            yield _list_row(named, answer, criteria)
    confidence, basis = messages.CONFIDENCE[answer.confidence], messages.BASIS_SHORT[assessment.basis]
    yield Row(messages.CONFIDENCE_ROW, (confidence,), (basis,), None)


def _flag_row(compared: FlagCompared, answer: Answer, criteria: Criteria) -> Row:
    name = of_id(criteria.flags, compared.flag).name
    sides = {True: messages.YES, False: messages.NO}
    yours = _not_yours(answer) if compared.yours is None else sides[compared.yours]
    theirs = messages.NO_ANSWER if compared.theirs is None else sides[compared.theirs]
    same = None if compared.yours is None else not compared.differs
    return Row(name, (yours,), (theirs,), same)


def _list_row(compared: ListCompared, answer: Answer, criteria: Criteria) -> Row:
    named = of_id(criteria.lists, compared.named_list)
    names = {item.id: item.name for item in named.items}
    theirs = tuple(names[item] for item in (*compared.both, *compared.only_theirs)) or (messages.NONE_NAMED,)
    if not compared.named:
        return Row(named.name, (_not_yours(answer),), theirs, None)
    yours = tuple(names[item] for item in (*compared.both, *compared.only_yours))
    return Row(named.name, yours, theirs, not (compared.only_yours or compared.only_theirs))


def _not_yours(answer: Answer) -> str:
    return messages.NOT_ASKED if answer.level == ESCALATE else messages.NOT_ANSWERED
