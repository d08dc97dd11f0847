"""What is wrong with a draft's story: its headings, its words, its marked phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from carelevel.authoring.check.draft_problem import near, problem
from carelevel.authoring.draft.alignment import alignment
from carelevel.authoring.draft.draft import Draft, DraftPoint
from carelevel.authoring.draft.whitespace import paragraphs
from carelevel.authoring.file.markdown import is_word
from carelevel.bank.finding_names import finding_values
from carelevel.core.case import DecisionPoint
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.diagnostic import Diagnostic
from carelevel.messages import authoring as authoring_messages

_HEADING_SIGN = re.compile(r"[\[\]{}*_`<]|#$")
_BRACKET = re.compile(r"[\[\]{}]")


def story_problems(draft: Draft, criteria: Criteria) -> Iterator[Diagnostic]:
    """What is wrong with headings, words and marked phrases, as they were typed."""
    if not draft.points:
        yield problem("points", authoring_messages.POINTS_NONE)
    named: set[str] = set()
    for number, point in enumerate(draft.points):
        where = f"points.{number}"
        yield from _heading_problems(f"{where}.heading", point.heading, criteria)
        if not point.text:
            yield problem(f"{where}.text", authoring_messages.TEXT_EMPTY)
        bracket = _BRACKET.search(point.text)
        if bracket:
            around = near(point.text, bracket.start())
            yield problem(f"{where}.text", authoring_messages.BRACKET, at=bracket.span(), sign=bracket[0], near=around)
        yield from _phrases(where, point, criteria, named)


def rendering_problems(draft: Draft, points: Sequence[DecisionPoint]) -> Iterator[Diagnostic]:
    """What the bank's reader made of the story: a paragraph that it did not take, a star that stresses nothing."""
    for number, (point, read) in enumerate(zip(draft.points, points, strict=True)):
        where, spans = f"points.{number}.text", paragraphs(point.text)
        if len(spans) != len(read.paragraphs):
            yield problem(where, authoring_messages.PARAGRAPH_LONG)
            continue
        for (start, end), paragraph in zip(spans, read.paragraphs, strict=True):
            typed = point.text[start:end]
            if paragraph.text.count("*") > typed.count("\\*"):
                star = start + alignment(paragraph.text, typed)[paragraph.text.index("*")]
                around = near(point.text, star)
                yield problem(where, authoring_messages.STAR, stops=False, at=(star, star + 1), near=around)


def finding_problems(where: str, findings: Findings, criteria: Criteria) -> Iterator[Diagnostic]:
    """Findings and values that the criteria do not have."""
    known = finding_values(criteria)
    for name, value in findings.items():
        if name not in known:
            yield problem(where, authoring_messages.FINDING_UNKNOWN, finding=near(name, 0))
        elif value not in known[name]:
            yield problem(where, authoring_messages.VALUE_UNKNOWN, finding=name, value=near(value, 0))


def _heading_problems(where: str, heading: str, criteria: Criteria) -> Iterator[Diagnostic]:
    sign = _HEADING_SIGN.search(heading)
    if not heading:
        yield problem(where, authoring_messages.HEADING_EMPTY, words=criteria.words)
    elif sign:
        yield problem(where, authoring_messages.HEADING_WRONG, at=sign.span(), sign=sign[0])


def _phrases(where: str, point: DraftPoint, criteria: Criteria, named: set[str]) -> Iterator[Diagnostic]:
    spans = paragraphs(point.text)
    stated: set[str] = set()
    asked = {finding.id: finding.ask for finding in criteria.findings}
    for place, phrase in enumerate(point.phrases):
        at = f"{where}.phrases.{place}"
        if phrase.start >= phrase.end:
            yield problem(at, authoring_messages.PHRASE_EMPTY)
        elif not any(start <= phrase.start and phrase.end <= end for start, end in spans):
            yield problem(at, authoring_messages.PHRASE_ACROSS)
        elif any(phrase.start < other.end and other.start < phrase.end for other in point.phrases[:place]):
            yield problem(at, authoring_messages.PHRASE_OVERLAPS)
        if not phrase.findings:
            yield problem(at, authoring_messages.PHRASE_SHOWS_NOTHING)
        yield from finding_problems(at, phrase.findings, criteria)
        for name in (name for name in phrase.findings if name in stated and name in asked):
            yield problem(at, authoring_messages.FINDING_TWICE, ask=asked[name])
        stated.update(phrase.findings)
        yield from _name_problems(at, phrase.name, named)


def _name_problems(where: str, name: str, named: set[str]) -> Iterator[Diagnostic]:
    if name and not is_word(name):
        yield problem(where, authoring_messages.PHRASE_NAME, name=near(name, 0))
    elif name and name in named:
        yield problem(where, authoring_messages.PHRASE_NAMED_TWICE, name=name)
    named.add(name)
