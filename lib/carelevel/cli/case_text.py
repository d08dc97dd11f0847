"""A case as plain text for a terminal: what a trainee reads, then what the criteria make of each decision point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from carelevel.cli.assessment_text import answer_lines, wrapped
from carelevel.core.case import Case, DecisionPoint, Twin
from carelevel.core.criteria import Criteria
from carelevel.core.diagnostic import printable
from carelevel.feedback.names import level_name
from carelevel.messages import check as check_messages


def case_text(case: Case, criteria: Criteria) -> str:
    """The case, its twins' changed paragraphs, and the answers to each decision point, the notice first."""
    lines = [*wrapped(criteria.notice), "", check_messages.PREVIEW_READS, "", *_wrapped(case.title.upper())]
    for point in case.points:
        lines += ["", *_wrapped(point.heading), *_paragraphs(point)]
    if case.discuss:
        lines += ["", check_messages.PREVIEW_DISCUSS, *_wrapped(case.discuss)]
    for point in case.points:
        lines += _answers(check_messages.PREVIEW_MAKES.format(heading=point.heading), point, criteria)
    for twin in case.twins:
        lines += _twin(twin, case, criteria)
    return "\n".join(lines)


def _twin(twin: Twin, case: Case, criteria: Criteria) -> Iterator[str]:
    """The paragraph that changes, and the answers from there on."""
    first = case.changed_point(twin.id)
    point = twin.points[first]
    yield from ("", "", check_messages.PREVIEW_TWIN.format(twin=twin.id, heading=printable(point.heading)))
    changed = {phrase.paragraph for phrase in point.evidence if phrase.changed}
    yield from _paragraphs(point, changed)
    for later in twin.points[first:]:
        yield from _answers(
            check_messages.PREVIEW_TWIN_MAKES.format(twin=twin.id, heading=later.heading), later, criteria
        )


def _paragraphs(point: DecisionPoint, places: Iterable[int] | None = None) -> Iterator[str]:
    """The paragraphs, or some of them, an empty line before each."""
    for place in range(len(point.paragraphs)) if places is None else sorted(places):
        yield from ("", *_wrapped(point.paragraphs[place].text))


def _answers(title: str, point: DecisionPoint, criteria: Criteria) -> Iterator[str]:
    yield from ("", "", *_wrapped(title), "", *answer_lines(point.findings, criteria))
    if point.dissent:
        name = level_name(point.dissent.level, criteria)
        yield from ("", *_wrapped(check_messages.PREVIEW_DISSENT.format(level=name, reason=point.dissent.reason)))


def _wrapped(text: str) -> list[str]:
    return wrapped(printable(" ".join(text.split())))
