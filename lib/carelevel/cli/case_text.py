"""A case as plain text for a terminal: what a trainee reads, then what the criteria make of each decision point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carelevel.cli.assessment_text import answer_lines, wrapped
from carelevel.core.case import Case, DecisionPoint, Twin
from carelevel.core.criteria import Criteria
from carelevel.core.diagnostic import printable
from carelevel.core.glossary import terms_in
from carelevel.feedback.names import level_name
from carelevel.messages import check as check_messages


def case_text(case: Case, criteria: Criteria) -> str:
    """The case, its twins' changed paragraphs, and the answers to each decision point, the notice first."""
    lines = [*wrapped(criteria.notice), "", check_messages.PREVIEW_READS, "", *_wrapped(case.title.upper())]
    for point in case.points:
        lines += ["", *_wrapped(point.heading), *_paragraphs(point.texts, case)]
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
    yield from _paragraphs([point.texts[place] for place in sorted(changed)], case)
    for later in twin.points[first:]:
        yield from _answers(
            check_messages.PREVIEW_TWIN_MAKES.format(twin=twin.id, heading=later.heading), later, criteria
        )


def _paragraphs(texts: Sequence[str], case: Case) -> Iterator[str]:
    """Paragraphs, an empty line before each, and what words of them mean."""
    for text in texts:
        yield from ("", *_wrapped(text))
    terms = terms_in(case.glossary, texts)
    if terms:
        yield from ("", check_messages.PREVIEW_GLOSSARY)
    for term in terms:
        yield from _wrapped(check_messages.PREVIEW_TERM.format(word=term.word, meaning=term.meaning))


def _answers(title: str, point: DecisionPoint, criteria: Criteria) -> Iterator[str]:
    yield from ("", "", *_wrapped(title), "", *answer_lines(point.findings, criteria))
    if point.dissent:
        name = level_name(point.dissent.level, criteria)
        yield from ("", *_wrapped(check_messages.PREVIEW_DISSENT.format(level=name, reason=point.dissent.reason)))


def _wrapped(text: str) -> list[str]:
    return wrapped(printable(" ".join(text.split())))
