"""Sentences that read like another story's marked phrase: found where the finding is not stated, and not otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest
from carelevel.bank import open_bank
from carelevel.core.case import Case
from carelevel.core.diagnostic import CasePart, Severity
from carelevel.lint import MarkedPhrases

from tests.lint.stories import QUIET, case, point

RENTS = "[For twelve years she has rented the same two rooms above a tailor's]{housing=settled}."
JAR = "[The friend with whom she shares the place keeps heroin in the sugar jar.]{home=tempting}"
MARKING = replace(case(point(f"{QUIET} {RENTS} {JAR}")), id="market-stall")


def told(story: str) -> Case:
    return case(point(f"{QUIET}\n\n{story}"))


@pytest.mark.parametrize(
    ("sentence", "shows"),
    [
        ("She rents two rooms over a tailor's.", "housing=settled"),
        ("A cousin with whom he shares rooms keeps heroin in a sugar jar.", "home=tempting"),
    ],
)
def test_a_planted_sentence_is_named_with_the_story_that_marks_it(sentence: str, shows: str) -> None:
    planted = told(sentence)
    (hit,) = MarkedPhrases([MARKING, planted]).unmarked(planted)
    assert (hit.code, hit.severity, hit.words) == ("evidence/unmarked", Severity.WARNING, sentence)
    assert hit.place == CasePart(point=0, paragraph=1)
    assert hit.span == (0, len(sentence))
    assert f"market-stall marks with {shows}: mark it" in hit.remedy
    (hit,) = MarkedPhrases([MARKING, planted], open_bank().criteria).unmarked(planted)
    finding = open_bank().criteria.finding(shows.split("=")[0])
    assert f"market-stall marks with {finding.name} (" in hit.remedy
    assert "=" not in hit.remedy


@pytest.mark.parametrize(
    "sentence",
    [
        "The tailor sings.",  # one rare word is shared by chance
        "[She rents two rooms over a tailor's]{housing=settled}.",
        "[She rents two rooms over a tailor's]{support=thin}.",
        "She rents two rooms over a tailor's. [The lease is hers]{housing=settled}.",
    ],
)
def test_what_is_marked_stated_or_only_alike_by_a_word_is_let_be(sentence: str) -> None:
    other = told(sentence)
    assert list(MarkedPhrases([MARKING, other]).unmarked(other)) == []


def test_a_story_is_not_held_against_itself_nor_a_bank_without_marks() -> None:
    twice = told(f"{RENTS} She rents two rooms over a tailor's.")
    bare = replace(twice, points=(replace(twice.points[0], findings={}),))
    assert list(MarkedPhrases([bare]).unmarked(bare)) == []
    assert list(MarkedPhrases([]).unmarked(told("She rents two rooms over a tailor's."))) == []
