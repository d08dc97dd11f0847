"""An assessment as plain text for a terminal: the same words as on a card."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from carelevel.core.assess import assess
from carelevel.core.criteria import Criteria, Findings
from carelevel.feedback.explanation import (
    CitedWork,
    Explanation,
    accepted_too,
    explain,
)
from carelevel.messages import command as command_messages

WIDTH = 92


def assessment_text(findings: Findings, criteria: Criteria) -> str:
    """The whole explanation, the notice first."""
    return "\n".join([criteria.notice, "", *answer_lines(findings, criteria)])


def answer_lines(findings: Findings, criteria: Criteria) -> list[str]:
    """What the criteria make of the findings, without what they say to every answer."""
    assessment = assess(findings, criteria)
    explained = explain(assessment, criteria)
    lines = [explained.level.upper()]
    for sentence in (explained.summary, accepted_too(assessment, criteria), explained.basis, explained.settled):
        lines += wrapped(sentence)
    first, last = (_safety(explained), ()) if explained.safety.foremost else ((), _safety(explained))
    return lines + _sections([*_red_flags(explained), *first, *_parts(explained), *last, *_standing(explained)])


class _Part(NamedTuple):
    """A text of a section, and the mark before its first line."""

    section: str
    text: str
    mark: str = "- "


def _sections(parts: Iterable[_Part]) -> list[str]:
    """The parts as lines, those of one section in a row below its title."""
    lines: list[str] = []
    for name, section in groupby(parts, key=lambda part: part.section):
        lines += ["", command_messages.ANSWER_TITLES[name].upper()]
        lines += [line for part in section for line in wrapped(part.text, part.mark)]
    return lines


def _parts(explained: Explanation) -> Iterator[_Part]:
    for reason in explained.reasons:
        yield _Part("reasons", f"{reason.name} ({reason.effect}): {' '.join(reason.says)}")
        yield from (_Part("reasons", f"{claim.where}: {claim.says}", "    ") for claim in reason.claims)
    for section, levels in (("also", explained.also), ("why_not", explained.why_not)):
        yield from (_Part(section, f"{other.level}: {' '.join(other.says)}") for other in levels)
    for change in explained.changes:
        yield from (_Part("changes", f"{change.says} {condition}") for condition in change.ifs or ("",))
    yield from (_Part("ask_first", ask) for ask in explained.ask.safety)
    yield from (_Part("ask", ask) for ask in (*explained.ask.flags, *explained.ask.level))
    for given in explained.given:
        for named in given.lists:
            yield _Part("given", f"{given.level}, {named.name.lower()}:")
            yield from (_Part("given", f"{item.name}. {' '.join(item.says)}", "    ") for item in named.items)


def _red_flags(explained: Explanation) -> Iterator[_Part]:
    for flag in explained.red_flags:
        yield _Part("red_flags", f"{flag.name}, {flag.soon}: {flag.says}", "")
        yield from _works("red_flags", flag.references)


def _safety(explained: Explanation) -> Iterator[_Part]:
    for line in explained.safety.lines:
        yield _Part("warnings", line.says, "")
        yield from _works("warnings", line.references)
    yield from (_Part("warnings", ask, "") for ask in explained.safety.asks)


def _standing(explained: Explanation) -> Iterator[_Part]:
    return (_Part("standing", sentence, "") for sentence in explained.standing)


def _works(section: str, works: Iterable[CitedWork]) -> Iterator[_Part]:
    return (_Part(section, f"{work.cite}: {work.says}") for work in works)


def wrapped(text: str, mark: str = "") -> list[str]:
    """*text* in lines of WIDTH characters, *mark* before the first and as many spaces before the others."""
    return textwrap.wrap(text, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark))
