"""Length and reading level."""

from __future__ import annotations

import pytest
from carelevel.lint.rules.readability import grade, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [("cat", 1), ("kettle", 2), ("made", 1), ("wanted", 2), ("walked", 1), ("houses", 2), ("recovery", 4), ("the", 1)],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_short_words_in_short_sentences_are_easy_and_long_ones_hard() -> None:
    assert grade(["the", "cat", "sat"] * 4, 4) < 1
    assert grade(["considerable", "organisational", "difficulties"] * 10, 1) > 20


def test_nothing_to_read_has_no_grade() -> None:
    assert grade([], 0) == 0
