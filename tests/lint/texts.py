"""One text, linted by itself, for tests."""

from __future__ import annotations

from carelevel.core.diagnostic import CasePart, Diagnostic
from carelevel.core.lint_words import NO_WORDS, LintWords
from carelevel.lint.prose import Prose
from carelevel.lint.text import lint_prose
from carelevel.lint.word_lists import word_lists


def lint_text(text: str, words: LintWords = NO_WORDS) -> tuple[Diagnostic, ...]:
    """What stands in *text*, in its order; *words*: what a bank adds to our lists."""
    return lint_prose(Prose(text, lists=word_lists(words)), CasePart())
