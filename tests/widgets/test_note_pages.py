"""The page about short notes: how a trainee's rules stand."""

from __future__ import annotations

import re
from dataclasses import replace

from carelevel.analytics.chance import Proportion
from carelevel.analytics.note_figures import Confused, Guessing, NoteFigures, RuleStands, note_figures
from carelevel.core.note_trials import Left
from carelevel.widgets.pages.note_figures import note_figures_page
from carelevel.widgets.pages.page import Page

from tests.conftest import our_bank
from tests.exports.test_notes import NOTE

CRITERIA = our_bank().criteria
FIGURES = NoteFigures(
    n=42,
    right=Proportion(30, 42),
    rules=(
        RuleStands("fear", Proportion(3, 4), 14.0, False, Left(2, 5, 9)),
        RuleStands("severity", Proportion(6, 6), 9.0, True, None),
        RuleStands("", Proportion(1, 1), 9.0, False, None),
    ),
    confused=None,
    guessing=None,
)


def text(page: Page) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", str(page.body)).split())


def test_each_rule_says_how_it_stands() -> None:
    says = text(note_figures_page(FIGURES, [NOTE], CRITERIA))
    assert "30 of 42 answered right" in says
    assert "Fear of using again" in says
    assert "about 5 more (2 to 9)" in says
    assert "fluent: rests until it is due" in says
    assert "Nothing asks for more" in says
    assert "faster than anybody" not in says
    assert "for each other" not in says
    assert "note-7Q4K-2M8" in says
    assert "The criteria say: Residential. You chose: Outpatient." in says
    assert "<b>Nobody calls.</b>" in str(note_figures_page(FIGURES, [NOTE], CRITERIA).body)


def test_what_was_answered_too_fast_to_be_read_is_said_not_to_count() -> None:
    hasty = replace(NOTE, id=NOTE.id[::-1], seconds=0.1)
    says = text(note_figures_page(replace(FIGURES, n=43), [hasty, NOTE], CRITERIA))
    assert "Counted over your 42 notes. 1 answer that came faster than anybody reads is not counted." in says
    assert "The last note that you missed" in says


def test_what_stands_out_is_named_first() -> None:
    pair = Confused(("outpatient", "residential"), Proportion(9, 20), Proportion(1, 20), 0.001)
    shown = replace(FIGURES, confused=pair, guessing=Guessing(Proportion(20, 42)))
    says = text(note_figures_page(shown, [], CRITERIA))
    assert says.startswith("20 of 42 answers came faster than anybody reads")
    assert "You take Outpatient and Residential for each other: in 9 of 20 notes" in says


def test_before_the_first_note_the_page_leads_to_the_notes() -> None:
    page = note_figures_page(note_figures([], CRITERIA.choices), [], CRITERIA)
    assert 'href="05_short_notes.ipynb"' in str(page.body)
