"""Where the parts of a case stand in its file."""

from __future__ import annotations

import pytest
from carelevel.bank.lines import Lines
from carelevel.core.diagnostic import CasePart

from tests.bank.conftest import CASE, CASES, edited
from tests.conftest import our_bank

LATER = """
## Later

One [phrase over
two lines]{home=steady}, *and* a
quay.
"""


@pytest.fixture
def text() -> str:
    dissents = "dissent: [{level: residential, reason: Why not.}, null]\ntwins:"
    return edited("twins:", dissents) + LATER


def line_of(words: str, text: str) -> int:
    assert text.count(words) == 1
    return text[: text.index(words)].count("\n") + 1


def test_the_parts_of_the_front_matter_and_the_headings_stand_where_they_are_written(text: str) -> None:
    lines = Lines(text)
    assert lines.line(CasePart("title")) == line_of("title:", text)
    assert lines.line(CasePart("discuss")) == line_of("discuss:", text)
    assert lines.line(CasePart("dissent", point=0)) == line_of("dissent:", text)
    assert lines.line(CasePart(twin="nobody-home")) == line_of("sister: >-", text)
    assert [lines.line(CasePart("heading", point=point)) for point in (0, 1)] == [
        line_of("## Intake", text),
        line_of("## Later", text),
    ]


def test_a_character_of_a_story_stands_on_the_line_where_it_is_written(text: str) -> None:
    lines = Lines(text)
    told = "One phrase over two lines, and a quay."
    for words, written in (("One", "One [phrase"), ("lines,", "two lines"), ("quay", "quay.")):
        assert lines.line(CasePart(point=1, paragraph=0), told.index(words)) == line_of(written, text)
    assert lines.line(CasePart(point=0, paragraph=1), 0) == line_of("[Her sister", text)
    assert lines.line(
        CasePart(point=0, paragraph=0), len("Ola drives the last bus. It is a month since she last used. She likes ")
    ) == line_of("the depot at night", text)


def test_every_word_of_the_bank_stands_on_the_line_that_is_named() -> None:
    bank = our_bank()
    for case in bank.cases():
        lines, written = bank.lines(case.id), (CASES / f"{case.id}.md").read_text("utf-8").split("\n")
        for number, point in enumerate(case.points):
            for place, paragraph in enumerate(point.paragraphs):
                for sentence in paragraph.sentences:
                    start = sentence.at[0]
                    word = paragraph.text[start:].split()[0].strip("*_“”\"'.,")
                    assert word in written[lines.line(CasePart(point=number, paragraph=place), start) - 1]


def test_of_a_part_that_is_not_there_the_line_of_what_would_hold_it_is_given() -> None:
    lines = Lines(CASE)
    assert lines.line(CasePart(point=0, paragraph=9), 0) == lines.line(CasePart("heading", point=0))
    assert lines.line(CasePart(twin="nobody")) == line_of("twins:", CASE)
    assert (lines.line(CasePart("heading", point=7)), lines.line(CasePart("dissent", point=3))) == (
        1,
        line_of("id: late-bus", CASE),
    )


@pytest.mark.parametrize("text", ["", "no case", "---\n: [\n---\n## A\n\nB."])
def test_a_text_that_is_no_case_has_every_part_on_some_line(text: str) -> None:
    lines = Lines(text)
    assert (
        min(
            lines.line(CasePart("title")),
            lines.line(CasePart("discuss")),
            lines.line(CasePart(twin="x")),
            lines.line(CasePart("dissent", point=0)),
            lines.line(CasePart(point=0, paragraph=0), 0),
        )
        >= 1
    )


def test_a_word_of_the_glossary_stands_where_it_is_explained() -> None:
    lines = Lines(edited("twins:", "glossary:\n  depot: Where buses sleep.\n  hums: Sings.\ntwins:", CASE))
    assert [lines.line(CasePart("glossary", point=entry)) for entry in (0, 1, 2)] == [8, 9, 7]
