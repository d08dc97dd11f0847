"""The lines of short notes: what in each identifies somebody, stigmatizes, or names what it should show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from carelevel.core.criteria import Criteria
from carelevel.core.diagnostic import CasePart, Diagnostic, Severity
from carelevel.core.lint_words import NO_WORDS, LintWords
from carelevel.core.note_lines import NoteLine, NoteLines
from carelevel.lint.codes import hit
from carelevel.lint.prose import Prose
from carelevel.lint.rules.evidence import gives_away, names_level
from carelevel.lint.text import lint_prose
from carelevel.lint.word_lists import word_lists


def lint_note_lines(notes: NoteLines, criteria: Criteria, words: LintWords = NO_WORDS) -> tuple[Diagnostic, ...]:
    """Everything found, each with the line of the file; *words*: what the bank adds to our lists."""
    lists = word_lists(words)
    return tuple(
        replace(found, line=line.row)
        for line in notes.every()
        for found in (*lint_prose(Prose(line.text, lists=lists), CasePart()), *_telling(line, criteria))
    )


def _telling(line: NoteLine, criteria: Criteria) -> Iterator[Diagnostic]:
    if names_level(line.text, criteria) or (line.finding and gives_away(line.text, {line.finding: line.value})):
        remedy = "tell what happens instead"
        yield hit("evidence/gives-away", Severity.WARNING, None, remedy, line.text, CasePart())
