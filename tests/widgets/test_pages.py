"""The still pages: escaped, accessible, and complete."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from carelevel.bank import open_bank
from carelevel.core.criteria import Criteria
from carelevel.feedback.html import tag
from carelevel.widgets.pages.criteria import criteria_page, levels_page, silences_page, tensions_page
from carelevel.widgets.pages.page import Page, folded

ROOT = Path(__file__).parents[2]
PAGES = (levels_page, criteria_page, tensions_page, silences_page)


def test_what_can_hold_the_focus_keeps_its_keys_from_the_notebook() -> None:
    assert '<summary data-lm-suppress-shortcuts="true">' in folded("More", "text")


def test_a_bank_cannot_put_markup_on_a_page(criteria: Criteria) -> None:
    level = replace(criteria.levels[0], name="<img src=x onerror=alert(1)>")
    forged = replace(criteria, levels=(level, *criteria.levels[1:]))
    assert all("<img" not in page(forged).body for page in PAGES)


@pytest.mark.parametrize("show", PAGES, ids=lambda show: show.__name__)
def test_every_table_has_a_caption_and_every_heading_cell_a_scope(show: object, criteria: Criteria) -> None:
    assert callable(show)
    page: Page = show(criteria)
    assert page.body.count("<table") == page.body.count("<caption")
    assert all("scope=" in cell for cell in re.findall(r"<th\b[^>]*>", page.body))


def test_every_rule_and_its_exceptions_are_told_with_their_claims(criteria: Criteria) -> None:
    body = criteria_page(criteria).body
    told = [rule.says for rule in criteria.indications]
    told += [eased.says for rule in criteria.indications for eased in rule.exceptions]
    told += [needed.says for needed in criteria.requirements]
    assert [says for says in told if str(tag("p", says))[3:-4] not in body] == []


def test_an_exception_says_what_counts_instead(criteria: Criteria) -> None:
    body = criteria_page(criteria).body
    assert (
        "Except for a person who can move into a sober living place: asks for Partial hospitalization, "
        "Residential is accepted too, and gives way to less where that is not possible"
    ) in body
    assert "straight from a more intensive program, finished or not: does not count" in body


def test_a_rule_that_only_rules_out_other_levels_is_not_told_to_ask_for_one(criteria: Criteria) -> None:
    body = criteria_page(criteria).body
    ruled_out = [rule for rule in criteria.indications if rule.strength == "by_exclusion"]
    assert body.count("speaks against less than Partial hospitalization") == len(ruled_out)


def test_each_red_flag_is_told_with_how_soon_what_comes_first_and_its_reference(criteria: Criteria) -> None:
    body = criteria_page(criteria).body
    cites = {work.id: work.cite for work in criteria.references}
    for finding in criteria.findings:
        if flag := finding.red_flag:
            assert all(str(tag("p", part))[3:-4] in body for part in (finding.ask, flag.says))
            assert [name for name in flag.references if str(tag("p", cites[name]))[3:-4] not in body] == []
            assert [harm for harm in flag.against if str(tag("p", harm.says))[3:-4] not in body] == []
    assert "<strong>Now.</strong>" in body


def test_another_organisations_criteria_make_pages_too() -> None:
    criteria = open_bank(ROOT / "tests" / "banks" / "swimming").criteria
    assert all(page(criteria).body for page in PAGES)
