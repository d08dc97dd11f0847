"""An assessment as plain text for a terminal: the same words as on a card."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from carelevel.core.assess import assess
from carelevel.core.criteria import Criteria, Findings
from carelevel.feedback.explanation import (
    Change,
    ExplainedObjection,
    ExplainedReason,
    Given,
    SafetyWarning,
    accepted_too,
    explain,
    standing,
    warnings,
    yes_flags,
)
from carelevel.messages import command as command_messages

WIDTH = 92


def assessment_text(findings: Findings, criteria: Criteria) -> str:
    """The whole explanation, the notice first."""
    return "\n".join([criteria.notice, "", *answer_lines(findings, criteria), *standing_lines(criteria)])


def answer_lines(findings: Findings, criteria: Criteria) -> list[str]:
    """What the criteria make of the findings, without what they say to every answer."""
    assessment = assess(findings, criteria)
    explained = explain(assessment, criteria)
    lines = [explained.level.upper()]
    for says in (explained.summary, accepted_too(assessment, criteria), explained.basis, explained.settled):
        lines += wrapped(says)
    lines += _section("reasons", (line for reason in explained.reasons for line in _reason(reason)))
    lines += _section("why_not", (line for objection in explained.why_not for line in _objection(objection)))
    lines += _section("changes", (line for change in explained.changes for line in _change(change)))
    lines += _section("ask", (line for ask in explained.ask for line in wrapped(ask, "- ")))
    lines += _section("given", (line for given in explained.given for line in _given(given)))
    lines += _section("warnings", _warnings(warnings(yes_flags(assessment), criteria)))
    return lines


def standing_lines(criteria: Criteria) -> list[str]:
    """What the sources say nothing about, and the like: the same for every answer."""
    return list(_section("standing", (line for says in standing(criteria) for line in wrapped(says))))


def _section(name: str, lines: Iterable[str]) -> Iterator[str]:
    body = list(lines)
    if body:
        yield from ("", command_messages.ANSWER_TITLES[name].upper(), *body)


def _reason(reason: ExplainedReason) -> Iterator[str]:
    yield from wrapped(f"{reason.name} ({reason.effect}): {' '.join(reason.says)}", "- ")
    for claim in reason.claims:
        yield from wrapped(f"{claim.where}: {claim.says}", "    ")


def _objection(objection: ExplainedObjection) -> Iterator[str]:
    yield from wrapped(f"{objection.level}: {' '.join(objection.says)}", "- ")


def _change(change: Change) -> Iterator[str]:
    if not change.ifs:
        yield from wrapped(change.says, "- ")
    for condition in change.ifs:
        yield from wrapped(f"{change.says} {condition}", "- ")


def _given(given: Given) -> Iterator[str]:
    for named in given.lists:
        names = "; ".join(item.name for item in named.items)
        yield from wrapped(f"{given.level}, {named.name.lower()}: {names}", "- ")


def _warnings(said: Iterable[SafetyWarning]) -> Iterator[str]:
    for warning in said:
        yield from wrapped(warning.says)
        for work in warning.references:
            yield from wrapped(f"{work.cite}: {work.says}", "- ")


def wrapped(text: str, mark: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark))
