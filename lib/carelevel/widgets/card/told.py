"""An answer as it is told beside what the criteria say: on the card, and whenever it is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelevel import messages
from carelevel.feedback.comparison import Counterpart, compared, twin_compared
from carelevel.feedback.support import had_said
from carelevel.widgets.shared.view import earlier_points

if TYPE_CHECKING:
    from collections.abc import Collection

    from carelevel.core.criteria import Criteria
    from carelevel.feedback.explanation import Explanation
    from carelevel.practice import Question, Result


def told(
    question: Question, result: Result, explained: Explanation, criteria: Criteria, asked_about: Collection[str] = ()
) -> dict[str, Any]:
    """The fields of `ToldAnswer`, which a compared card has too; *asked_about*: findings that somebody asked about."""
    beside, case = result.beside, question.case
    return {
        **asked(question),
        "why": result.why,
        "support": had_said(result.had),
        "compared": compared(
            result.answer, result.assessment, result.comparison, question.point, criteria, asked_about
        ),
        "explained": explained,
        "twin": twin_compared(_now(question, result), beside, criteria) if beside else None,
        "discuss": case.discussion(question.number, question.twin),
    }


def _now(question: Question, result: Result) -> Counterpart:
    return Counterpart(result.answer.level, result.assessment, question.point.evidence)


def asked(question: Question) -> dict[str, Any]:
    """What of them is known before the commit."""
    return {
        "title": question.case.title,
        "why": question.why,
        "heading": _heading(question),
        "earlier": earlier_points(question.case, question.earlier),
        "glossary": question.case.terms(question.point),
    }


def _heading(question: Question) -> str:
    """The decision point's, and which of how many it is where the case has several."""
    parts, name = len(question.telling), question.point.heading
    if parts == 1 or question.twin:
        return name
    return messages.PART.format(number=question.number + 1, parts=parts, heading=name)
