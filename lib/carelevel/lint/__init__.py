"""Floor 1: what a story should not hold: what identifies somebody, what stigmatizes, what teaches badly."""

from __future__ import annotations

from carelevel.lint.case import lint_case
from carelevel.lint.codes import CODES
from carelevel.lint.note_lines import lint_note_lines
from carelevel.lint.scope import lint_scope
from carelevel.lint.unmarked import MarkedPhrases

__all__ = ["CODES", "MarkedPhrases", "lint_case", "lint_note_lines", "lint_scope"]
