"""A text with one kind of blank, hyphen and digit, and the places of its characters in the source."""

from __future__ import annotations

import pytest
from carelevel.core.plain_text import plain_text
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Ms.\u00a0Vang", "Ms. Vang"),
        ("a\u202fb\u2009c\td", "a b c d"),
        ("two  blanks and \u00a0 three", "two blanks and three"),
        ("58\u2011year\u2010old, \u22125", "58-year-old, -5"),
        ("555\u20130142", "555-0142"),
        ("June \u2013 July, well\u2013known", "June \u2013 July, well\u2013known"),
        ("Wester\u00adgaard, Imo\u200bgen, \ufeffBen\u200f", "Westergaard, Imogen, Ben"),
        ("\uff12\uff10\uff12\uff13, \u0664\u0665", "2023, 45"),
        ("Delphine\nArceneaux", "Delphine Arceneaux"),
        ("Delphine\r\nArceneaux", "Delphine Arceneaux"),
        ("A paragraph.\n\nAnother.", "A paragraph.\nAnother."),
        ("Two things:\n- Ben\n- Ann", "Two things:\n- Ben\n- Ann"),
        ("Jose\u0301 O\u02bcNeil", "Jos\u00e9 O'Neil"),
        ("Plain prose, with \u2019s and \u2014 dashes.", "Plain prose, with \u2019s and \u2014 dashes."),
    ],
)
def test_what_word_and_browsers_put_into_a_text_is_read_plainly(source: str, text: str) -> None:
    assert plain_text(source).text == text


def test_a_part_is_found_again_in_the_source_with_all_that_is_unseen_in_it() -> None:
    plain = plain_text("He met  Imo\u200bgen\u00a0Lane.")
    start = plain.text.index("Imogen Lane")
    assert plain.source_span((start, start + 11)) == (8, 20)


@given(st.text(alphabet="ab 1\u00a0\u200b\n\u2013-\u0301\ufb01\uff11\t\r", max_size=40))
def test_every_character_has_its_place_in_order(source: str) -> None:
    plain = plain_text(source)
    spans = [plain.source_span((place, place + 1)) for place in range(len(plain.text))]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(source) for start, end in spans)
