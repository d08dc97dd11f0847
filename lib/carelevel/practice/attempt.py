"""An answer as it is kept: what was asked, what was chosen, and what the criteria said then."""

from __future__ import annotations

from datetime import datetime

from carelevel.core.answer import Answer, Comparison
from carelevel.core.assess import Assessment, Reason
from carelevel.core.attempt import Attempt, Rated
from carelevel.core.case import Evidence
from carelevel.core.criteria import Criteria
from carelevel.core.phrases import phrases_text
from carelevel.practice.question import Question


def attempt_of(
    question: Question,
    answer: Answer,
    assessment: Assessment,
    compared: Comparison,
    criteria: Criteria,
    *,
    trainee: str,
    now: datetime,
) -> Attempt:
    """*now* is when the answer was committed; *compared* is the answer beside *assessment*."""
    return Attempt(
        id=question.attempt,
        trainee=trainee,
        case=question.case.id,
        twin=question.twin or "",
        point=question.number,
        case_digest=question.digest.kept,
        criteria_digest=criteria.digest,
        level=answer.level,
        confidence=answer.confidence,
        flags=dict(answer.flags),
        lists={name: tuple(items) for name, items in answer.lists.items()},
        marked=tuple(sorted(answer.marked)),
        reasons=answer.reasons,
        started_at=question.opened_at,
        committed_at=now,
        seconds=max(0.0, (now - question.opened_at).total_seconds()),
        criteria_level=assessment.level,
        accepted=assessment.accepted,
        basis=assessment.basis,
        verdict=compared.verdict,
        steps=compared.steps,
        caught=len(compared.caught),
        missed=len(compared.missed),
        needless=len(compared.needless),
        rules=tuple(
            Rated(reason.rule, reason.effect, _caught(reason, question.point.evidence, answer.marked, criteria))
            for reason in assessment.exercised
        ),
        phrases=phrases_text(compared, question.point),
        pair=question.pair,
    )


def own_findings(rule: str, criteria: Criteria) -> frozenset[str]:
    """The findings that a rule is about, those of its exceptions aside; a red flag is about itself."""
    for indication in criteria.indications:
        if indication.id == rule:
            return frozenset(indication.when)
    for needed in criteria.requirements:
        if needed.id == rule:
            return frozenset(name for when in needed.reads for name in when)
    return frozenset({rule})


def _caught(reason: Reason, evidence: tuple[Evidence, ...], marked: frozenset[int], criteria: Criteria) -> bool | None:
    """Whether a phrase that shows what the rule is about was marked; None where none does at this decision point.

    Who marks only what excuses from a rule has not caught the rule; but where an earlier decision point showed
    what it is about, and this one only what excuses from it, that counts.
    """
    own = own_findings(reason.rule, criteria).intersection(reason.findings)
    phrases = [phrase for phrase in evidence if own.intersection(phrase.findings)]
    phrases = phrases or [phrase for phrase in evidence if set(reason.findings).intersection(phrase.findings)]
    return any(marked.intersection(phrase.sentences) for phrase in phrases) if phrases else None
