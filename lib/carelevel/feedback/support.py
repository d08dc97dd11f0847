"""Support in words: a colleague's reasoning step by step, the rules as a checklist, hints, what an answer had."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carelevel import messages
from carelevel.core.answer import deciding_phrases
from carelevel.core.assess import Assessment
from carelevel.core.case import DecisionPoint, Evidence
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.support import Had, Hint, Support, hints_of
from carelevel.feedback.conditions import applies, needs
from carelevel.feedback.explanation import Explanation, accepted_too, names_of, raised_flags, unasked_flags
from carelevel.feedback.names import level_name
from carelevel.messages import support as support_messages


@dataclass(frozen=True, slots=True)
class WorkedStep:
    """One step of a colleague's reasoning."""

    title: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChecklistPart:
    """The red flags, or by level what asks for it, or what it needs."""

    title: str
    rules: tuple[str, ...]


def worked_steps(
    explained: Explanation, assessment: Assessment, point: DecisionPoint, criteria: Criteria
) -> tuple[WorkedStep, ...]:
    """All steps of a colleague who reasons from the story to the answer; each gives a part of the answer away."""
    parts = (
        _phrases(assessment, point, criteria),
        _before(assessment, criteria),
        _rules(explained, assessment),
        _answer(explained, assessment, criteria),
    )
    titles = (criteria.words.said(title) for title in support_messages.STEP_TITLES)
    return tuple(WorkedStep(title, tuple(says)) for title, says in zip(titles, parts, strict=True))


def checklist(criteria: Criteria) -> tuple[ChecklistPart, ...]:
    """Every rule that can decide, whatever the case."""
    flags = tuple(criteria.finding(name).name for name in criteria.red_flags)
    parts = [ChecklistPart(messages.CRITERIA_TITLES["red_flags"], flags)]
    for level in reversed(criteria.levels):
        asks = tuple(applies(rule, criteria) for rule in criteria.indications if rule.asks == level.id)
        parts.append(ChecklistPart(criteria.words.said(support_messages.CHECKLIST_ASKS, level=level.name), asks))
    for level in criteria.levels:
        needed = tuple(needs(rule, criteria) for rule in criteria.requirements if rule.level == level.id)
        parts.append(ChecklistPart(criteria.words.said(support_messages.CHECKLIST_NEEDS, level=level.name), needed))
    return tuple(part for part in parts if part.rules)


def hints_said(had: Had, assessment: Assessment, point: DecisionPoint, criteria: Criteria) -> tuple[str, ...]:
    """What the hints so far tell, phrase by phrase; each gives a part of the evidence away."""
    return tuple(
        " ".join(_hint(point.evidence[phrase], hint, assessment, point, criteria))
        for phrase, hint in hints_of(had.hints).items()
        if phrase < len(point.evidence)
    )


def had_said(had: Had) -> tuple[str, ...]:
    """What an answer was supported by; nothing where it was by nothing."""
    hints = len(hints_of(had.hints))
    says = (
        messages.counted(had.steps, support_messages.HAD_STEPS) if had.steps else "",
        support_messages.HAD_CUES if had.support is Support.CUED else "",
        messages.counted(hints, support_messages.HAD_HINTS) if hints else "",
    )
    return tuple(filter(None, says))


def _phrases(assessment: Assessment, point: DecisionPoint, criteria: Criteria) -> Iterator[str]:
    phrases = deciding_phrases(point.evidence, assessment)
    for phrase in phrases:
        shown = (criteria.finding(name) for name in phrase.findings)
        says = messages.AND.join(found.values[found.rank(phrase.findings[found.id])].says for found in shown)
        yield criteria.words.said(support_messages.STEP_PHRASE, phrase=phrase.phrase.rstrip("."), says=says)
    if not phrases:
        yield support_messages.STEP_NO_PHRASE


def _before(assessment: Assessment, criteria: Criteria) -> Iterator[str]:
    for flag in raised_flags(assessment, criteria):
        yield support_messages.STEP_RED_FLAG.format(name=flag.name, says=flag.says)
    if not assessment.red_flags:
        yield unasked_flags(assessment, criteria) or support_messages.STEP_NO_RED_FLAG


def _rules(explained: Explanation, assessment: Assessment) -> Iterator[str]:
    for reason in explained.reasons:
        if reason.deciding:
            yield support_messages.STEP_RULE.format(rule=reason.name, effect=reason.effect)


def _answer(explained: Explanation, assessment: Assessment, criteria: Criteria) -> Iterator[str]:
    level = level_name(assessment.level, criteria)
    yield support_messages.STEP_LEVEL.format(level=level, basis=explained.basis)
    if assessment.level == ESCALATE:
        return
    if beside := accepted_too(assessment, criteria):
        yield beside
    for flag in criteria.flags:
        answer = messages.YES if assessment.flags[flag.id] else messages.NO
        yield support_messages.STEP_FLAG.format(flag=flag.name, answer=answer)


def _hint(
    phrase: Evidence, hint: Hint, assessment: Assessment, point: DecisionPoint, criteria: Criteria
) -> Iterator[str]:
    names = [name for name in phrase.findings if name in assessment.deciding]
    if assessment.red_flags:  # its name would be the answer
        yield criteria.words.said(support_messages.HINT_RED_FLAG)
    else:
        yield support_messages.HINT_TOPIC.format(names=names_of(names, criteria))
    if hint >= Hint.PARAGRAPH:
        yield support_messages.HINT_PARAGRAPH.format(number=phrase.paragraph + 1)
    if hint >= Hint.SENTENCE:
        told = point.paragraphs[phrase.paragraph]
        spans = [sentence.at for sentence in told.sentences if sentence.number in phrase.sentences]
        text = told.text[spans[0][0] : spans[-1][1]].strip() if spans else phrase.phrase
        yield support_messages.HINT_SENTENCE.format(text=text)
