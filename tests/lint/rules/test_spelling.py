"""British words: a name is let be, a sentence's first word is not, and a bank says what it writes."""

from __future__ import annotations

import pytest
from carelevel.core.lint_words import NO_WORDS, LintWords

from tests.lint.texts import lint_text

BRITISH = LintWords(british=True, spelling=(("color", "write 'colour'"), ("parking lot", "write 'car park'")))


def found(text: str, words: LintWords = NO_WORDS) -> list[tuple[str, str, str]]:
    return [(hit.code, hit.words, hit.remedy) for hit in lint_text(text, words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Neighbours came.", ["Neighbours"]),
        ("She left. Neighbours came.", ["Neighbours"]),
        ("A letter from the Labour party.", []),
        ("The grey-haired man and his sister's programme.", ["grey", "programme"]),
        ("His GP called.", ["GP"]),
        ("The gps in the car.", []),
        ("The car\npark is full.", ["car\npark"]),
    ],
)
def test_a_listed_word_is_found_in_small_letters_or_where_a_sentence_begins(text: str, words: list[str]) -> None:
    assert [word for code, word, _ in found(text) if code == "wording/british"] == words


def test_a_hit_says_what_to_write() -> None:
    assert found("The theatre is shut.") == [("wording/british", "theatre", "write 'theater'")]
    assert found("He rings his sister.") == [("wording/british", "rings", "write 'call'")]


def test_a_british_bank_is_not_told_what_is_british_and_is_held_to_its_own_list() -> None:
    assert found("The colour of the flat above the chemist's.", BRITISH) == []
    assert found("The color of the parking lot.", BRITISH) == [
        ("wording/spelling", "color", "write 'colour'"),
        ("wording/spelling", "parking lot", "write 'car park'"),
    ]


def test_a_banks_own_list_stands_beside_ours() -> None:
    words = LintWords(spelling=(("couch", "write 'sofa'"),))
    assert [code for code, *_ in found("The couch is grey.", words)] == ["wording/spelling", "wording/british"]
