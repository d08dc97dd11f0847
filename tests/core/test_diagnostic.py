"""One thing found: how it is written, which of many are named."""

from __future__ import annotations

import pytest
from carelevel.core.diagnostic import MOST_NAMED_MISTAKES, Diagnostic, Severity, coded, foremost, printable

FOUND = Diagnostic("cases/late-bus.md", 14, "unknown finding 'peer'", "did you mean 'peers'?", code="mistake/case")


def test_a_diagnostic_reads_as_place_problem_remedy() -> None:
    assert str(FOUND) == "cases/late-bus.md:14: unknown finding 'peer'; did you mean 'peers'?"


def test_with_severity_and_code_it_is_a_line_that_editors_read() -> None:
    line = "cases/late-bus.md:14: error: unknown finding 'peer'; did you mean 'peers'? [mistake/case]"
    assert FOUND.as_text() == line


def test_as_an_annotation_it_names_the_file_from_the_checkouts_root() -> None:
    said = FOUND.as_github("banks/cases/late-bus.md")
    assert said == (
        "::error file=banks/cases/late-bus.md,line=14,title=mistake/case::unknown finding 'peer'; did you mean 'peers'?"
    )


@pytest.mark.parametrize("sign", ["\x1b[2J", "\r", "\n", "\u2028", "\u202e"])
def test_no_sign_that_steers_a_terminal_or_ends_a_line_gets_through(sign: str) -> None:
    told = Diagnostic(f"a{sign}", 1, f"b{sign}", f"c{sign}", Severity.WARNING, "x/y")
    assert told.as_text().isprintable()
    assert told.as_github("a").isprintable()
    assert printable(sign).isascii()


def test_of_many_the_first_are_named_each_once_and_the_rest_counted() -> None:
    many = [Diagnostic("a", line, "wrong", "mend it") for line in range(MOST_NAMED_MISTAKES + 5, 0, -1)]
    named = foremost(many + many)
    assert [mistake.line for mistake in named[:MOST_NAMED_MISTAKES]] == list(range(1, MOST_NAMED_MISTAKES + 1))
    assert str(named[-1]) == f"a:{MOST_NAMED_MISTAKES}: 5 mistakes more; mend the first ones first"


def test_a_code_is_given_by_whoever_knows_the_file() -> None:
    assert [found.code for found in coded([FOUND, Diagnostic("a", 1, "b", "c")], "x/y")] == ["x/y", "x/y"]
