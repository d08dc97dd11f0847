"""The folder lint/ of a bank: read, or refused with the place, the problem and the remedy."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from carelevel.bank import Bank, open_bank
from carelevel.bank.lint_folder import LARGEST, LISTS, LONGEST_ENTRY, MOST_ENTRIES
from carelevel.core.diagnostic import Diagnostic
from carelevel.core.lint_words import NO_WORDS, LintWords

from tests.bank.conftest import SWIMMING
from tests.lint.texts import lint_text

STORY = {
    "On Fridays she swims at the Puddle.": ("identifier/place", "the Puddle"),
    "The towel says Otterhouse along its edge.": ("identifier/employer", "Otterhouse"),
    "Everybody waits for Dabchick to blow the whistle.": ("identifier/name", "Dabchick"),
    "A sinker, his father calls him.": ("wording/stigma", "sinker"),
}


def codes(hits: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(hit.code, hit.words) for hit in hits]


def refused(bank: Bank, name: str, content: str | bytes) -> list[str]:
    (bank.folder / "lint").mkdir(exist_ok=True)
    (bank.folder / "lint" / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return [str(mistake) for mistake in bank.lint_words().mistakes]


@pytest.mark.parametrize(("text", "found"), STORY.items())
def test_what_another_bank_lists_is_found_in_its_stories_and_in_no_others(text: str, found: tuple[str, str]) -> None:
    words = open_bank(SWIMMING).lint_words().words
    assert found in codes(lint_text(text, words))
    assert found not in codes(lint_text(text))


def test_what_another_bank_lets_be_is_found_in_other_stories_only() -> None:
    words = open_bank(SWIMMING).lint_words().words
    for text in ("He walked back to Tern in the rain.", "She won St. Crispin's Cup twice, works at St. Crispin's Cup."):
        assert lint_text(text) != ()
        assert lint_text(text, words) == ()


def test_its_lists_have_no_mistake_and_every_list_there_can_be() -> None:
    assert open_bank(SWIMMING).lint_words().mistakes == ()
    assert {file.stem for file in (SWIMMING / "lint").iterdir()} == set(LISTS)


def test_a_bank_about_children_says_from_which_age_on_a_decade_is_asked_for() -> None:
    assert codes(lint_text("She is 17, and her brother is 24.")) == [("identifier/age", "17"), ("identifier/age", "24")]
    assert codes(lint_text("She is 17, and her brother is 24.", LintWords(ages=18))) == [("identifier/age", "24")]


def test_relatives_and_titles_of_a_bank_join_ours() -> None:
    words = open_bank(SWIMMING).lint_words().words
    assert codes(lint_text("Her coachmother Ysolde calls lapmaster Parsley.")) == []
    assert codes(lint_text("Her coachmother Ysolde calls lapmaster Parsley.", words)) == [
        ("identifier/relative", "Ysolde"),
        ("identifier/name", "Parsley"),
    ]


def test_a_listed_place_counts_as_it_is_written_and_a_stigma_in_any_letters() -> None:
    words = LintWords(places=("Reading",), stigma=(("sinker", "write 'learner'"),))
    assert codes(lint_text("He likes reading. A SINKER went to Reading", words)) == [
        ("wording/stigma", "SINKER"),
        ("identifier/place", "Reading"),
    ]


def test_a_bank_says_once_in_which_english_it_is_written_and_its_own_words_count_beside_that(bank: Bank) -> None:
    assert refused(bank, "spelling.txt", "# ours\nLanguage: British\ncolor, colors: write 'colour'\n") == []
    words = bank.lint_words().words
    assert (words.british, words.spelling) == (True, (("color", "write 'colour'"), ("colors", "write 'colour'")))
    assert refused(bank, "spelling.txt", "language: american\n") == []
    assert not bank.lint_words().words.british


def test_a_word_that_is_a_pattern_to_others_is_a_word_to_lint(bank: Bank) -> None:
    assert refused(bank, "spelling.txt", "a.c, (a+)+$, it\\'s: write 'x'\n") == []
    words = bank.lint_words().words
    assert codes(lint_text("abc, " + "a" * 5_000, words)) == []
    assert codes(lint_text("an a.c of it", words)) == [("wording/spelling", "a.c")]


def test_a_bank_without_the_folder_adds_nothing(bank: Bank) -> None:
    assert (bank.lint_words().words, bank.lint_words().mistakes) == (NO_WORDS, ())


def test_a_changed_list_is_read_again(bank: Bank) -> None:
    assert refused(bank, "places.txt", "Eelwater\n") == []
    assert bank.lint_words().words.places == ("Eelwater",)
    refused(bank, "places.txt", "# empty now\n\n")
    assert bank.lint_words().words.places == ()


def test_what_is_sound_counts_beside_a_mistake(bank: Bank) -> None:
    refused(bank, "stigma.txt", "sinker: write 'learner'\nfloater\n")
    assert bank.lint_words().words.stigma == (("sinker", "write 'learner'"),)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("place.txt", "Eelwater", "cases/lint/place.txt:1: no list that lint knows; did you mean 'places.txt'?"),
        ("stigma.txt", "\nsinker", "cases/lint/stigma.txt:2: no rewording, or too long a one; write 'word: what"),
        ("stigma.txt", "sinker:", "cases/lint/stigma.txt:1: no rewording"),
        ("spelling.txt", "lift", "cases/lint/spelling.txt:1: no rewording, or too long a one; write 'word: what"),
        ("spelling.txt", "lift: " + "e" * 201, "cases/lint/spelling.txt:1: no rewording, or too long a one"),
        ("spelling.txt", "(((, [a-z]*: write 'x'", "cases/lint/spelling.txt:1: an entry without a letter"),
        (
            "spelling.txt",
            "lift: write 'elevator'\nlanguage: Brittish",
            "cases/lint/spelling.txt:2: no language that lint knows; write 'language: american' or 'language: british'",
        ),
        ("spelling.txt", "language:", "cases/lint/spelling.txt:1: no language that lint knows"),
        ("spelling.txt", "a: b\n" * (MOST_ENTRIES + 1), f"cases/lint/spelling.txt:{MOST_ENTRIES + 1}: more than 2,000"),
        (
            "stigma.txt",
            "x: y\n" + ",".join("ab" for _ in range(9_000)) + ": z",
            "cases/lint/stigma.txt:2: more than 2,000",
        ),
        ("spelling.txt", b"\xff\xfel\x00", "cases/lint/spelling.txt:1: not UTF-8 text"),
        ("stigma.txt", "sinker, : write 'learner'", "cases/lint/stigma.txt:1: an entry without a letter"),
        ("places.txt", "Eelwater\n---", "cases/lint/places.txt:2: an entry without a letter, or too long a one; write"),
        (
            "places.txt",
            "Eel\n4711",
            "cases/lint/places.txt:2: an entry without a letter, or too long a one; write a word",
        ),
        ("ages.txt", "decades from: forty", "cases/lint/ages.txt:1: no age that lint knows; write 'decades from: 18'"),
        ("places.txt", "E" * (LONGEST_ENTRY + 1), "cases/lint/places.txt:1: an entry without a letter, or too long"),
        (
            "places.txt",
            "Eel\n" * (MOST_ENTRIES + 1),
            f"cases/lint/places.txt:{MOST_ENTRIES + 1}: more than 2,000 entries",
        ),
        ("places.txt", "#" * (LARGEST + 1), "cases/lint/places.txt:1: larger than 64 KiB"),
        ("places.txt", b"\xff\xfe\x00E", "cases/lint/places.txt:1: not UTF-8 text; save the file with"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_its_remedy(
    bank: Bank, name: str, content: str | bytes, says: str
) -> None:
    [said] = refused(bank, name, content)
    assert said.startswith(says)
    assert "; " in said


@pytest.mark.parametrize("make", [Path.write_text, Path.symlink_to], ids=["a file", "a link"])
def test_a_folder_that_is_none_is_named(bank: Bank, make: Callable[[Path, str], object]) -> None:
    make(bank.folder / "lint", ".")
    assert [str(mistake) for mistake in bank.lint_words().mistakes] == [
        "cases/lint:1: not a folder that can be read; put a plain folder there"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes")
def test_a_pipe_among_the_lists_keeps_nobody_waiting(bank: Bank) -> None:
    (bank.folder / "lint").mkdir()
    os.mkfifo(bank.folder / "lint" / "places.txt")
    assert [mistake.problem for mistake in bank.lint_words().mistakes] == ["not a plain file"]
