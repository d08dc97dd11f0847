"""A bank's lines for short notes, with what each would decide, and a few notes as trainees get them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from carelevel.analytics.assessed_points import Assessed
from carelevel.bank import Bank
from carelevel.bank.notes_file import NOTES_FILE, check_notes
from carelevel.core.assess import Decision, decide
from carelevel.core.composer import Composer
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.diagnostic import Diagnostic
from carelevel.core.errors import AnswerError
from carelevel.core.note import Note
from carelevel.core.note_lines import NoteLine
from carelevel.lint import lint_note_lines

SHOWN = 6
COUNTED = 600
"""So many notes are drawn to see whether anything gives their answers away."""


@dataclass(frozen=True, slots=True)
class ValueLines:
    """The *lines* of a value; what the criteria say where it *alone* is told, and the *rules* that read it."""

    finding: str
    value: str
    lines: tuple[NoteLine, ...]
    alone: Decision
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SurveyedLines:
    """All of them; *found* is what is wrong with the file, *drawn* tells what gives answers away."""

    values: tuple[ValueLines, ...]
    people: tuple[NoteLine, ...]
    neutral: tuple[NoteLine, ...]
    found: tuple[Diagnostic, ...]
    notes: tuple[Note, ...]
    drawn: tuple[Assessed, ...]


def survey_lines(bank: Bank) -> SurveyedLines:
    """What the bank's file holds; nothing but what is *found* where it has mistakes or is not there."""
    checked, criteria = check_notes(bank.folder, bank.criteria), bank.criteria
    lines = checked.notes
    if lines is None:
        return SurveyedLines((), (), (), checked.mistakes, (), ())
    file = f"{bank.folder.name}/{NOTES_FILE}"
    hits = (replace(hit, file=file) for hit in lint_note_lines(lines, criteria, bank.lint_words().words))
    found = tuple(sorted((*checked.thin, *hits), key=lambda diagnostic: diagnostic.line))
    values = tuple(
        ValueLines(
            finding.id,
            value.id,
            lines.showing.get((finding.id, value.id), ()),
            decide({finding.id: value.id}, criteria),
            tuple(_reading(finding.id, value.id, criteria)),
        )
        for finding in criteria.findings
        for value in finding.values
    )
    try:
        composer = Composer(lines, criteria)
    except AnswerError:
        return SurveyedLines(values, lines.people, lines.neutral, found, (), ())
    drawn = tuple(map(composer.compose, range(COUNTED)))
    return SurveyedLines(values, lines.people, lines.neutral, found, drawn[:SHOWN], tuple(map(_assessed, drawn)))


def _reading(finding: str, value: str, criteria: Criteria) -> Iterator[str]:
    """The rules and flags that test a finding so that this value may count."""
    rank = criteria.finding(finding).rank(value)

    def is_met(when: Findings, *, rising: bool) -> bool:
        if finding not in when:
            return False
        bound = criteria.finding(finding).rank(when[finding])
        return rank >= bound if rising else rank <= bound

    for rule in criteria.indications:
        if is_met(rule.when, rising=True) or any(is_met(eased.when, rising=False) for eased in rule.exceptions):
            yield rule.id
    for needed in criteria.requirements:
        stands_in = any(is_met(when, rising=False) for when in needed.instead)
        if stands_in or (finding in needed.needs and not is_met(needed.needs, rising=False)):
            yield needed.id
    others = [(rule.id, rule.when) for rule in criteria.contributory]
    others += [(rule.id, rule.when) for rule in criteria.preferences] + [
        (rule.id, rule.when) for rule in criteria.neutral
    ]
    yield from (rule for rule, when in others if is_met(when, rising=True))
    for flag in criteria.flags:
        if any(is_met(when, rising=True) for when in flag.when):
            yield flag.id


def _assessed(note: Note) -> Assessed:
    return Assessed(str(note.code), "", 0, note.findings, note.level, note.accepted, frozenset())
