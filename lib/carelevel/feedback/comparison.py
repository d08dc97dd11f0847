"""A comparison in words: the verdict, yours and theirs side by side, what was caught and missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from carelevel import words
from carelevel.core.answer import Answer, Comparison, FlagCompared, ListCompared
from carelevel.core.assess import Assessment
from carelevel.core.case import DecisionPoint
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.difference import Difference, difference
from carelevel.feedback.explanation import effect_said, level_name, warnings
from carelevel.feedback.prose import View, marked_prose


def compared(
    answer: Answer, assessment: Assessment, comparison: Comparison, point: DecisionPoint, criteria: Criteria
) -> View:
    """What a trainee sees first after the commit, as JSON."""
    yes = {one.flag for one in comparison.flags if one.yours or one.theirs}
    return {
        "verdict": comparison.verdict.value,
        "sign": words.VERDICT_SIGN[comparison.verdict],
        "title": words.VERDICT[comparison.verdict],
        "says": list(_verdict(assessment, comparison, criteria)),
        "dissent": _dissent(point, criteria),
        "rows": list(_rows(answer, assessment, comparison, criteria)),
        "reasons_given": answer.reasons,
        "warnings": warnings(yes, criteria),
        "marks": list(_marks(comparison)),
        "prose": marked_prose(point, answer.marked, comparison.caught, comparison.missed),
    }


def changed(answer: Answer, now: Assessment, chosen: str | None, before: Assessment, criteria: Criteria) -> View:
    """A twin beside the story before its change: the levels, and the rule that moved them.

    *chosen*: the trainee's level there, None where they have not answered it.
    """
    earlier = words.NOT_ANSWERED if chosen is None else level_name(chosen, criteria)
    return {
        "says": list(_difference(difference(before, now), criteria)),
        "rows": [
            _row(words.YOU_CHOSE, [earlier], [level_name(answer.level, criteria)], None),
            _row(
                words.CRITERIA_SAID,
                [level_name(before.level, criteria)],
                [level_name(now.level, criteria)],
                None,
            ),
        ],
    }


def _difference(one: Difference | None, criteria: Criteria) -> Iterator[str]:
    if one is not None:
        yield words.DIFFERENCE.format(
            rule=criteria.rule_name(one.rule),
            before=effect_said(one.rule, one.before, criteria),
            now=effect_said(one.rule, one.now, criteria),
        )


def _verdict(assessment: Assessment, comparison: Comparison, criteria: Criteria) -> Iterator[str]:
    if assessment.level == ESCALATE:
        yield criteria.red_flag_says
        return
    yield words.RECOMMENDED.format(level=level_name(assessment.level, criteria))
    if comparison.steps:
        forms = words.STEPS_ABOVE if comparison.steps > 0 else words.STEPS_BELOW
        yield words.counted(abs(comparison.steps), forms)
    others = [criteria.level(level).name for level in assessment.accepted if level != assessment.level]
    if others:
        yield words.ACCEPTED_TOO.format(levels=words.LIST_SEPARATOR.join(others))


def _dissent(point: DecisionPoint, criteria: Criteria) -> View | None:
    if point.dissent is None:
        return None
    return {
        "says": words.DISSENT.format(level=level_name(point.dissent.level, criteria)),
        "reason": point.dissent.reason,
    }


def _marks(comparison: Comparison) -> Iterator[str]:
    deciding = len(comparison.caught) + len(comparison.missed)
    if deciding:
        yield words.PHRASES.format(caught=len(comparison.caught), all=deciding)
    else:
        yield words.PHRASES_NONE
    if comparison.needless:
        yield words.counted(len(comparison.needless), words.NEEDLESS)


def _rows(answer: Answer, assessment: Assessment, comparison: Comparison, criteria: Criteria) -> Iterator[View]:
    yours, theirs = level_name(answer.level, criteria), level_name(assessment.level, criteria)
    yield _row(words.LEVEL_ROW, [yours], [theirs], yours == theirs)
    for flag in comparison.flags:
        yield _flag_row(flag, answer, criteria)
    for one in comparison.lists:
        if one.named or one.only_theirs:
            yield _list_row(one, answer, criteria)
    yield _row(words.CONFIDENCE_ROW, [words.CONFIDENCE[answer.confidence]], [words.BASIS_SHORT[assessment.basis]], None)


def _row(name: str, yours: Iterable[str], theirs: Iterable[str], same: bool | None) -> View:
    """*same* None: the two sides are not to be compared."""
    return {"name": name, "yours": list(yours), "theirs": list(theirs), "same": same}


def _flag_row(one: FlagCompared, answer: Answer, criteria: Criteria) -> View:
    flag = next(flag for flag in criteria.flags if flag.id == one.flag)
    said = {True: words.YES, False: words.NO}
    not_yours = words.NOT_ASKED if answer.level == ESCALATE else words.NOT_ANSWERED
    yours = not_yours if one.yours is None else said[one.yours]
    theirs = words.NO_ANSWER if one.theirs is None else said[one.theirs]
    same = None if one.yours is None or one.theirs is None else one.yours == one.theirs
    return _row(flag.name, [yours], [theirs], same)


def _list_row(one: ListCompared, answer: Answer, criteria: Criteria) -> View:
    named = next(named for named in criteria.lists if named.id == one.named_list)
    names = {item.id: item.name for item in named.items}
    not_yours = words.NOT_ASKED if answer.level == ESCALATE else words.NOT_ANSWERED
    yours = [names[item] for item in (*one.both, *one.only_yours)] if one.named else [not_yours]
    theirs = [names[item] for item in (*one.both, *one.only_theirs)] or [words.NONE_NAMED]
    return _row(named.name, yours, theirs, not (one.only_yours or one.only_theirs) if one.named else None)
