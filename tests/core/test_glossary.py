"""Which words of a glossary stand in a text."""

from __future__ import annotations

import pytest
from carelevel.core.glossary import Term, terms_in


@pytest.mark.parametrize(
    ("word", "text", "stands"),
    [
        ("swamper", "The swamper rings.", True),
        ("swamper", "Swamper! he says.", True),
        ("SWAMPER", "the swamper’s cap", True),
        ("swamper", "Two swampers ring.", False),
        ("swamp", "The swamper rings.", False),
        ("night  shift", "on the night shift", True),
        ("night shift", "on the night\u00a0shift", True),
        ("night shift", "at night, shift by shift", False),
        ("a.b", "axb", False),
        ("$5 (a)", "It is $5 (a) a day.", True),
        ("Öl", "das öl", True),
        (" ", "a b", False),
    ],
)
def test_a_word_stands_in_a_text_whole_and_in_any_letters(word: str, text: str, stands: bool) -> None:
    assert Term(word, "x").stands_in(text) is stands


def test_the_entries_of_some_texts_keep_their_order() -> None:
    terms = (Term("b", "1"), Term("c", "2"), Term("a", "3"))
    assert terms_in(terms, ("a dog", "b")) == (terms[0], terms[2])
