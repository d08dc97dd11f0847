"""What the editor's page shows of a draft: problems and hits with their places, answers, the trainee's view."""

from __future__ import annotations

from collections.abc import Iterator

from carelevel import messages
from carelevel.authoring import CheckedDraft, CheckedPoint, Draft
from carelevel.authoring.draft.draft import LONGEST_LINE, LONGEST_NOTE
from carelevel.core.assess import Assessment
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.diagnostic import Diagnostic, Severity
from carelevel.feedback.explanation import accepted_too, explain
from carelevel.feedback.names import level_name
from carelevel.feedback.prose import Prose, prose
from carelevel.feedback.view import View, as_view
from carelevel.lint import lint_scope
from carelevel.messages import editor as editor_messages

PRACTICE = "02_practice.ipynb"
SHOWN = ("level", "basis", "settled", "reasons", "why_not", "changes", "ask", "given")
"""What the page shows of an explanation."""


def desk_view(criteria: Criteria) -> View:
    """What the page needs to know once, whatever lies on the desk."""
    levels = [{"value": level.id, "name": level.name} for level in criteria.levels]
    return {
        "notice": criteria.notice,
        "levels": [*levels, {"value": ESCALATE, "name": messages.ESCALATE}],
        "difficulties": [{"value": number, "name": name} for number, name in editor_messages.DIFFICULTY.items()],
        "findings": [
            {
                "id": finding.id,
                "name": finding.name,
                "ask": finding.ask,
                "values": [{"id": value.id, "says": value.says} for value in finding.values],
            }
            for finding in criteria.findings
        ],
        "looked_for": lint_scope(),
        "longest": {"line": LONGEST_LINE, "note": LONGEST_NOTE},
        "practice": PRACTICE,
    }


def checked_view(checked: CheckedDraft, draft: Draft, criteria: Criteria) -> View:
    """All that follows from the draft as it stands."""
    return {
        "title": draft.title,
        "problems": [_problem(problem, draft) for problem in checked.problems],
        "hits": [_hit(hit, draft) for hit in checked.hits if not _is_unwritten(hit.field, draft)],
        "points": [
            {**_answered(point, own.expected, criteria), "prose": as_view(_prose(point))}
            for point, own in zip(checked.points, draft.points, strict=False)
        ],
        "twins": list(_twins(checked, draft, criteria)),
    }


def _problem(problem: Diagnostic, draft: Draft) -> View:
    return _where(problem) | {
        "says": _placed(problem.field, problem.problem, draft),
        "remedy": problem.remedy,
        "stops": problem.severity is Severity.ERROR,
    }


def _hit(hit: Diagnostic, draft: Draft) -> View:
    says = editor_messages.HIT.format(words=hit.words, says=hit.problem) if hit.span is not None else hit.problem
    return _where(hit) | {
        "words": hit.words,
        "severity": str(hit.severity),
        "says": _placed(hit.field, says, draft),
        "remedy": messages.sentence(hit.remedy),
    }


def _where(diagnostic: Diagnostic) -> View:
    start, end = diagnostic.span or (None, None)
    return {"where": diagnostic.field, "start": start, "end": end}


def _is_unwritten(where: str, draft: Draft) -> bool:
    """Whether a hit is about a story that has not been begun: that there is none is said already."""
    return any(where == f"points.{number}.text" and not point.text.strip() for number, point in enumerate(draft.points))


def _placed(where: str, says: str, draft: Draft) -> str:
    """With the name of the decision point or of the twin, where there are several places alike."""
    part, _, rest = where.partition(".")
    number = int(rest.partition(".")[0]) if rest.partition(".")[0].isdigit() else 0
    if part == "twins":
        return editor_messages.PLACE.format(place=editor_messages.TWIN_PLACE.format(number=number + 1), says=says)
    if part == "points" and len(draft.points) > number and len(draft.points) > 1:
        return editor_messages.PLACE.format(place=draft.points[number].heading or number + 1, says=says)
    return says


def _twins(checked: CheckedDraft, draft: Draft, criteria: Criteria) -> Iterator[list[View]]:
    """For each twin its decision points from the one on in which its phrase stands."""
    for twin, points in zip(draft.twins, checked.twins, strict=False):
        named = [number for number, point in enumerate(draft.points) if twin.phrase in _names(draft, number)]
        expected = (*twin.expected, *[""] * len(points))
        yield [
            {"place": place, **_answered(point, expected[place], criteria)}
            for place, point in enumerate(points)
            if place >= min(named, default=0)
        ]


def _names(draft: Draft, point: int) -> set[str]:
    return {phrase.name for phrase in draft.points[point].phrases if phrase.name}


def _answered(point: CheckedPoint, expected: str, criteria: Criteria) -> View:
    """The answer, once the author has said what they expect: nobody would learn from it before."""
    known = criteria.choices
    answer = _answer(point, expected, criteria) if expected in known else None
    return {"heading": point.point.heading, "answer": answer}


def _answer(point: CheckedPoint, expected: str, criteria: Criteria) -> View:
    assessment = point.assessment
    explained = as_view(explain(assessment, criteria, point.point.evidence))
    return {
        "explained": {name: explained[name] for name in SHOWN},
        "accepted": accepted_too(assessment, criteria),
        "expected": expected,
        "agrees": expected == assessment.level or expected in assessment.accepted,
        "says": _beside(assessment, expected, criteria),
        "differs": editor_messages.STAND_BY_IT.format(
            expected=level_name(expected, criteria), level=level_name(assessment.level, criteria)
        ),
    }


def _beside(assessment: Assessment, expected: str, criteria: Criteria) -> str:
    if expected == assessment.level:
        return editor_messages.AS_EXPECTED
    says = editor_messages.ACCEPTED_AS_EXPECTED if expected in assessment.accepted else editor_messages.NOT_AS_EXPECTED
    return says.format(expected=level_name(expected, criteria))


def _prose(point: CheckedPoint) -> Prose:
    """The runs that a card would show."""
    return prose(point.point)
