"""What a trainee is told once an answer is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from carelevel.bank import Bank
from carelevel.core.answer import Answer, Comparison, Confidence, compare
from carelevel.core.assess import Assessment, assess
from carelevel.core.attempt import Attempt
from carelevel.core.case import HELD, Case, DecisionPoint
from carelevel.core.criteria import Criteria
from carelevel.core.errors import BankError
from carelevel.core.kept_interview import Interview
from carelevel.core.support import ALONE, Had
from carelevel.core.ties import tied_to, ties_of
from carelevel.feedback.comparison import Counterpart
from carelevel.practice.question import Question


@dataclass(frozen=True, slots=True)
class Result:
    """A kept answer beside what the criteria say; *twins* are those still to try, *seconds* from opening to commit."""

    answer: Answer
    assessment: Assessment
    comparison: Comparison
    seconds: float
    twins: tuple[str, ...] = ()
    more_points: bool = False
    beside: Counterpart | None = None  # for a twin the story before the change, for a pair what was answered wrongly
    had: Had = ALONE
    why: str = ""  # why this case was chosen, with the rule's name: said only after the commit


def result_of(
    kept: Attempt, question: Question, assessment: Assessment, before: Iterable[Attempt], bank: Bank
) -> Result:
    """The answer kept to *question* beside what the criteria say now; *before* are the trainee's attempts by then."""
    answer = _answer(kept, question.point, bank.criteria)
    return Result(
        answer=answer,
        assessment=assessment,
        comparison=compare(answer, assessment, question.point, bank.criteria),
        seconds=kept.seconds,
        beside=_beside(kept, question, before, bank),
        had=kept.had,
    )


def changed_since(kept: Attempt | Interview, question: Question, criteria: Criteria) -> bool:
    """Whether the case or the criteria are others than when the answer was kept."""
    return not question.digest.is_told_alike(kept.case_digest) or kept.criteria_digest != criteria.digest


def _answer(kept: Attempt, point: DecisionPoint, criteria: Criteria) -> Answer:
    claims = tied_to(criteria)
    tied = ties_of(kept.ties).items()
    return Answer(
        level=kept.level,
        confidence=Confidence(kept.confidence),
        marked=frozenset(number for number in kept.marked if number < point.sentence_count),
        flags=kept.flags,
        lists={name: tuple(items) for name, items in kept.lists.items()},
        reasons=kept.reasons,
        ties={number: claim for number, claim in tied if number < point.sentence_count and claim in claims},
    )


def case_to_tell(case: str, bank: Bank) -> Case | None:
    """A case that a trainee may read, also where it is retired; None where it is gone, broken or held back."""
    try:
        found = bank.checked(case).case
    except BankError:
        return None
    return found if found and found.status != HELD else None


def _beside(kept: Attempt, question: Question, before: Iterable[Attempt], bank: Bank) -> Counterpart | None:
    if kept.pair:
        return next((_paired(error, question, bank) for error in before if error.id == kept.pair), None)
    if not question.twin:
        return None
    place = (question.case.id, "", question.number)
    answered = [attempt.level for attempt in before if (attempt.case, attempt.twin, attempt.point) == place]
    return _counterpart(question.case.points[question.number], answered[-1] if answered else None, bank)


def _paired(error: Attempt, question: Question, bank: Bank) -> Counterpart | None:
    """The story of *error*, named where it is another than the one asked."""
    case = case_to_tell(error.case, bank)
    if case is None or not case.asks(error.twin, error.point):
        return None
    other = "" if case.id == question.case.id and error.point == question.number else case.title
    return replace(
        _counterpart(case.telling(error.twin or None)[error.point], error.level, bank), pair=True, title=other
    )


def _counterpart(point: DecisionPoint, level: str | None, bank: Bank) -> Counterpart:
    return Counterpart(level, assess(point.findings, bank.criteria), point.evidence)
