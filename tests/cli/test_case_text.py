"""A case as plain text."""

from __future__ import annotations

from dataclasses import replace

from carelevel.bank import open_bank
from carelevel.cli.case_text import case_text
from carelevel.core.case import Dissent
from carelevel.core.criteria import ESCALATE
from carelevel.core.glossary import Term


def test_an_author_who_would_refer_is_quoted_in_the_words_of_a_card_not_by_an_id() -> None:
    bank = open_bank()
    case = bank.case("kitchen-shift")
    point = replace(case.points[0], dissent=Dissent(ESCALATE, "Nobody has asked about pills."))
    text = " ".join(case_text(replace(case, points=(point,), twins=()), bank.criteria).split())
    assert "Refer: outside these criteria. Nobody has asked about pills." in text


def test_words_are_explained_under_each_part_of_the_story_in_which_they_stand() -> None:
    bank = open_bank()
    case = replace(bank.case("kitchen-shift"), glossary=(Term("grill", "A hot plate."), Term("took it on", "Began.")))
    text = case_text(case, bank.criteria)
    story, twin = text.split("TWIN")[0], text.split("TWIN")[1]
    assert "WORDS IN THIS STORY\ngrill: A hot plate.\n" in story
    assert "took it on:" not in story
    assert "WORDS IN THIS STORY\ntook it on: Began." in twin
