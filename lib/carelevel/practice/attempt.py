"""An answer as it is kept: what was asked, what was chosen, and what the criteria said then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from carelevel.core.answer import Answer, Comparison
from carelevel.core.assess import Assessment, Reason
from carelevel.core.attempt import Attempt, Rated
from carelevel.core.case import Evidence
from carelevel.core.criteria import Criteria
from carelevel.core.phrases import phrases_text
from carelevel.core.support import hints_of
from carelevel.core.ties import ties_text
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
    away: float = 0.0,
) -> Attempt:
    """*now* is when the answer was committed; *compared* is the answer beside *assessment*; *away* as in `submit`."""
    evidence, had = question.point.evidence, question.had
    hinted = {place for place in hints_of(had.hints) if place < len(evidence)}
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
        seconds=question.took(now, away),
        criteria_level=assessment.level,
        accepted=assessment.accepted,
        basis=assessment.basis,
        verdict=compared.verdict,
        steps=compared.steps,
        caught=len(compared.caught),
        missed=len(compared.missed),
        needless=len(compared.needless),
        rules=tuple(
            _rated(reason, _showing(reason, evidence, criteria), answer.marked, [evidence[place] for place in hinted])
            for reason in assessment.exercised
        ),
        phrases=phrases_text(compared, question.point),
        pair=question.pair,
        support=had.support,
        steps_shown=had.steps,
        hints=had.hints,
        ties=ties_text(answer.ties),
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


def _rated(reason: Reason, phrases: Sequence[Evidence], marked: frozenset[int], hinted: Sequence[Evidence]) -> Rated:
    """Whether any of *phrases*, which show the rule, was marked, and whether a hint pointed at any."""
    caught = any(marked.intersection(phrase.sentences) for phrase in phrases) if phrases else None
    return Rated(reason.rule, reason.effect, caught, any(phrase in hinted for phrase in phrases))


def _showing(reason: Reason, evidence: tuple[Evidence, ...], criteria: Criteria) -> list[Evidence]:
    """The phrases that show what the rule is about; none where none does at this decision point.

    Who marks only what excuses from a rule has not caught the rule; but where an earlier decision point showed
    what it is about, and this one only what excuses from it, that counts.
    """
    own = own_findings(reason.rule, criteria).intersection(reason.findings)
    phrases = [phrase for phrase in evidence if own.intersection(phrase.findings)]
    return phrases or [phrase for phrase in evidence if set(reason.findings).intersection(phrase.findings)]
