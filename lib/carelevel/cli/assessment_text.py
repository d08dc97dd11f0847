"""An assessment as plain text for a terminal: the same words as on a card."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from carelevel import words
from carelevel.core.assess import assess
from carelevel.core.criteria import ESCALATE, Criteria, Findings
from carelevel.feedback.explanation import explain, warnings
from carelevel.words import command as command_words

WIDTH = 92
View = Mapping[str, Any]


def assessment_text(findings: Findings, criteria: Criteria) -> str:
    """The whole explanation, the notice first."""
    return "\n".join([criteria.notice, "", *answer_lines(findings, criteria), *standing_lines(criteria)])


def answer_lines(findings: Findings, criteria: Criteria) -> list[str]:
    """What the criteria make of the findings, without what they say to every answer."""
    assessment = assess(findings, criteria)
    view = explain(assessment, criteria)
    others = [criteria.level(level).name for level in assessment.accepted if level != assessment.level]
    lines = [view["level"].upper(), *wrapped(view["summary"])]
    if others:
        lines += wrapped(words.ACCEPTED_TOO.format(levels=words.LIST_SEPARATOR.join(others)))
    lines += wrapped(view["basis"])
    if assessment.level != ESCALATE:
        lines += wrapped(view["settled"])
    lines += _section("reasons", (line for reason in view["reasons"] for line in _reason(reason)))
    lines += _section("why_not", (line for one in view["why_not"] for line in _objection(one)))
    lines += _section("changes", (line for change in view["changes"] for line in _change(change)))
    lines += _section("ask", (line for ask in view["ask"] for line in wrapped(ask, "- ")))
    lines += _section("given", (line for given in view["given"] for line in _given(given)))
    lines += _section("warnings", _warnings([name for name, yes in assessment.flags.items() if yes], criteria))
    return lines


def standing_lines(criteria: Criteria) -> list[str]:
    """What the sources say nothing about, and the like: the same for every answer."""
    says = (standing.says for standing in criteria.standing if standing.shown == "answer")
    return list(_section("standing", (line for said in says for line in wrapped(said))))


def _section(name: str, lines: Iterable[str]) -> Iterator[str]:
    body = list(lines)
    if body:
        yield from ("", command_words.ANSWER_TITLES[name].upper(), *body)


def _reason(reason: View) -> Iterator[str]:
    yield from wrapped(f"{reason['name']} ({reason['effect']}): {' '.join(reason['says'])}", "- ")
    yield from _claims(reason["claims"])


def _claims(claims: Iterable[View]) -> Iterator[str]:
    for claim in claims:
        yield from wrapped(f"{claim['where']}: {claim['says']}", "    ")


def _objection(objection: View) -> Iterator[str]:
    yield from wrapped(f"{objection['level']}: {' '.join(objection['says'])}", "- ")


def _change(change: View) -> Iterator[str]:
    if not change["ifs"]:
        yield from wrapped(change["says"], "- ")
    for one in change["ifs"]:
        yield from wrapped(f"{change['says']} {one}", "- ")


def _given(given: View) -> Iterator[str]:
    for named in given["lists"]:
        names = "; ".join(item["name"] for item in named["items"])
        yield from wrapped(f"{given['level']}, {named['name'].lower()}: {names}", "- ")


def _warnings(flags: list[str], criteria: Criteria) -> Iterator[str]:
    for warning in warnings(flags, criteria):
        yield from wrapped(warning["says"])
        for reference in warning["references"]:
            yield from wrapped(f"{reference['cite']}: {reference['says']}", "- ")


def wrapped(text: str, mark: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark))
