"""What a trainee is told once an answer is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from carelevel.core.answer import Answer, Comparison, Confidence, compare
from carelevel.core.assess import Assessment, assess
from carelevel.core.attempt import Attempt
from carelevel.core.case import DecisionPoint
from carelevel.core.criteria import Criteria
from carelevel.practice.question import Question


@dataclass(frozen=True, slots=True)
class Beside:
    """The same decision point before a twin's change: what the trainee answered there last, if at all."""

    level: str | None
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class Result:
    """A kept answer beside what the criteria say; *twins* are those still to try, *seconds* from opening to commit."""

    answer: Answer
    assessment: Assessment
    comparison: Comparison
    seconds: float
    twins: tuple[str, ...] = ()
    more_points: bool = False
    beside: Beside | None = None  # for a twin: the story before the change
    why: str = ""  # why this case was chosen, with the rule's name: said only after the commit


def result_of(
    kept: Attempt, question: Question, assessment: Assessment, before: Iterable[Attempt], criteria: Criteria
) -> Result:
    """The answer kept to *question* beside what the criteria say now; *before* are the trainee's attempts by then."""
    answer = _answer(kept, question.point)
    return Result(
        answer=answer,
        assessment=assessment,
        comparison=compare(answer, assessment, question.point, criteria),
        seconds=kept.seconds,
        beside=_beside(question, before, criteria) if question.twin else None,
    )


def changed_since(kept: Attempt, question: Question, criteria: Criteria) -> bool:
    """Whether the case or the criteria are others than when the answer was kept."""
    return not question.digest.is_told_alike(kept.case_digest) or kept.criteria_digest != criteria.digest


def _answer(kept: Attempt, point: DecisionPoint) -> Answer:
    return Answer(
        level=kept.level,
        confidence=Confidence(kept.confidence),
        marked=frozenset(number for number in kept.marked if number < point.sentence_count),
        flags=kept.flags,
        lists={name: tuple(items) for name, items in kept.lists.items()},
        reasons=kept.reasons,
    )


def _beside(question: Question, before: Iterable[Attempt], criteria: Criteria) -> Beside:
    point = question.case.points[question.number]
    place = (question.case.id, "", question.number)
    answered = [attempt.level for attempt in before if (attempt.case, attempt.twin, attempt.point) == place]
    return Beside(answered[-1] if answered else None, assess(point.findings, criteria))
