"""The two marks of a case's text: how hard it is to read, and what words of it mean."""

from __future__ import annotations

import re

import pytest
from carelevel.bank import Bank
from carelevel.bank.glossary import LONGEST_MEANING, LONGEST_WORD, MOST_TERMS
from carelevel.core.glossary import Term

from tests.bank.conftest import Check, edited
from tests.hang import ends

ASKED = "discuss: What else would you ask?"
WORDS = ["Ola", "drives", "bus", "month", "since", "last", "used", "likes", "depot", "night", "come", "three", "days"]
WORDS += ["week", "Her", "sister", "rings", "nine", "rents", "two", "rooms", "cat", "rented", "third", "takes", "own"]
WORDS += ["tablets", "hums", "wants", "behind", "the"]


def with_head(lines: str) -> str:
    return edited(ASKED, f"{ASKED}\n{lines}")


def test_a_case_without_them_is_not_marked_and_ordinary(bank: Bank) -> None:
    case = bank.case("late-bus")
    assert (case.reading, case.glossary, case.ease) == (None, (), (2, 1))


def test_a_case_says_how_hard_its_text_is_and_what_its_words_mean(bank: Bank) -> None:
    marked = with_head("reading: 3\nglossary:\n  DEPOT: >-\n    Where the buses\n    sleep.\n  to ring: To call.")
    file = bank.folder / "late-bus.md"
    file.write_text(marked, encoding="utf-8")
    case = bank.case("late-bus")
    assert (case.reading, case.ease) == (3, (3, 1))
    assert case.glossary == (Term("DEPOT", "Where the buses sleep."), Term("to ring", "To call."))
    assert case.terms(case.points[0]) == case.glossary[:1]
    assert case.terms(case.twins[0].points[0]) == case.glossary  # these words stand in the twin alone


@pytest.mark.parametrize(
    ("lines", "mistake"),
    [
        ("reading: 0", "7: 'reading' cannot be read; write 1 or more"),
        ("reading: 4", "7: 'reading' cannot be read; write 3 or less"),
        ("reading: plain", "7: 'reading' cannot be read; write a whole number there"),
        ("reading: true", "7: 'reading' cannot be read; write a whole number there"),
        ('reading: "1"', "7: 'reading' cannot be read; write it without quotes: 1"),
        ("glossary:", "7: 'glossary' is empty; write it after the colon"),
        ("glossary: depot", "7: 'glossary' cannot be read; write 'name: value' there"),
        ("glossary: [depot]", "7: 'glossary' cannot be read; write 'name: value' there"),
        ("glossary:\n  depot:", "8: 'glossary.depot' is empty; write it after the colon"),
        ("glossary:\n  depot: 5", "8: 'glossary.depot' cannot be read; put it in quotes: \"5\""),
        ("glossary:\n  depot: [a]", "8: 'glossary.depot' cannot be read; write one text there"),
        ("glossary:\n  5: a number", "8: 'glossary.5' cannot be read; put it in quotes: \"5\""),
        ("glossary:\n  depot: a\n  depot: b", "9: 'depot' stands here twice; keep one of the two"),
        ("glossary:\n  depot: a\n  Depot: b", "9: the glossary explains 'Depot' twice; keep one of the two"),
        ("glossary:\n  bus: a\n  depots: b", "9: the glossary explains 'depots', which does not stand in the story; "),
        ('glossary:\n  "": a', "8: a word of the glossary is empty; write a few plain words there"),
        ('glossary:\n  depot: " "', "8: a meaning in the glossary is empty; write a few plain words there"),
        ("glossary:\n  depot: <b>a</b>", "8: a meaning in the glossary has markup; write a few plain words there"),
        ("glossary:\n  <script>: a", "8: a word of the glossary has markup; write a few plain words there"),
        (f"glossary:\n  {'x' * (LONGEST_WORD + 1)}: a", "8: a word of the glossary has 61 characters, and 60 is"),
        (f"glossary:\n  depot: {'x' * (LONGEST_MEANING + 1)}", "8: a meaning in the glossary has 301 characters, and"),
    ],
)
def test_a_mark_that_cannot_be_read_is_one_line_with_its_place_and_a_remedy(
    lines: str, mistake: str, check: Check
) -> None:
    (found,) = check(with_head(lines))
    assert found.startswith(mistake)


def test_more_words_than_help_anybody_are_refused_once(check: Check) -> None:
    entries = "\n".join(f"  {word}: x" for word in WORDS)
    assert len(WORDS) == MOST_TERMS + 1
    assert check(with_head(f"glossary:\n{entries}")) == [f"{7 + 1 + MOST_TERMS}: 31 words in the glossary; keep to 30"]
    assert check(with_head(f"glossary:\n{entries}").replace("  the: x\n", "")) == []


def test_ten_thousand_entries_are_refused_at_once(check: Check) -> None:
    many = "\n".join(f"  w{number}: x" for number in range(10_000))
    with ends():
        (found,) = check(with_head(f"glossary:\n{many}"))
    assert "larger than 64 KiB" in found
    few = "\n".join(f"  w{number}: x" for number in range(2_000))
    with ends():
        (found,) = check(with_head(f"glossary:\n{few}"))
    assert "more than 1,500 keys" in found


def test_a_word_is_not_looked_for_in_a_story_that_has_mistakes_itself(check: Check) -> None:
    wrong = edited("support=strong", "suport=strong", with_head("glossary:\n  nowhere: a"))
    assert [found.split(":")[1].split(";")[0] for found in check(wrong)] == [" unknown finding 'suport'"]


def test_a_meaning_that_a_comment_cuts_is_told(bank: Bank) -> None:
    (bank.folder / "late-bus.md").write_text(with_head("glossary:\n  depot: Hall #4"), encoding="utf-8")
    (found,) = bank.checked("late-bus").cut
    assert (found.line, found.code) == (8, "text/cut")


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("reading:", "'reading' is empty; write it after the colon"),
        ("dissent:", "'dissent' is empty; write it after the colon"),
        ("glossary:", "'glossary' is empty; write it after the colon"),
        ('glossary: {depot: "\u200b\u2060"}', "a meaning in the glossary is empty"),
        ('glossary: {depot: "\u2800 \u3164"}', "a meaning in the glossary is empty"),
        ("glossary: {depot: a \u202egarage}", "a meaning in the glossary has signs that turn the writing around"),
        ("glossary: {depot: a garage}\nglossary: {depot: a shed}", "'glossary' stands here twice"),
        ("reading: 1\nreading: 2", "'reading' stands here twice"),
    ],
)
def test_what_is_left_empty_unseen_or_said_twice_is_named(check: Check, lines: str, says: str) -> None:
    assert [says in str(mistake) for mistake in check(with_head(lines))] == [True]


def test_a_title_that_nobody_sees_is_named(check: Check) -> None:
    said = check(re.sub("(?m)^title:.*$", 'title: "\u200b"', edited(ASKED, ASKED)))
    assert ["the title is empty" in str(mistake) for mistake in said] == [True]
