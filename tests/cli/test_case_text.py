"""A case as plain text."""

from __future__ import annotations

from dataclasses import replace

from carelevel.bank import Bank
from carelevel.cli.case_text import case_text
from carelevel.core.case import Dissent
from carelevel.core.criteria import ESCALATE

from tests.conftest import our_bank


def test_an_author_who_would_refer_is_quoted_in_the_words_of_a_card_not_by_an_id() -> None:
    bank = our_bank()
    case = bank.case("kitchen-shift")
    point = replace(case.points[0], dissent=Dissent(ESCALATE, "Nobody has asked about pills."))
    text = " ".join(case_text(replace(case, points=(point,), twins=()), bank.criteria).split())
    assert "Refer: outside these criteria. Nobody has asked about pills." in text


def test_words_are_explained_under_each_part_of_the_story_in_which_they_stand(pool: Bank) -> None:
    story, twin, _answer = case_text(pool.case("first-length"), pool.criteria).split("TWIN")
    assert "WORDS IN THIS STORY\nbreaststroke: Arms and legs go out and in like a frog's.\n" in story
    assert "WORDS IN THIS STORY\nButterfly: Both arms come over the water at once.\n" in twin
    assert ("Butterfly" in story, "breaststroke" in twin) == (False, False)
