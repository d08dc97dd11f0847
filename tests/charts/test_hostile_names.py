"""Whatever a bank calls its levels, rules and cases: a chart shows it whole, as text."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from carelevel.analytics import progress
from carelevel.analytics.coverage import coverage
from carelevel.bank import Bank, open_bank
from carelevel.charts import progress_charts
from carelevel.charts.bank_charts import coverage_charts
from carelevel.core.criteria import Criteria
from carelevel.practice.simulated_trainees import worked_record
from carelevel.review.survey import survey
from carelevel.widgets.pages.page import chart

SWIMMING = Path(__file__).parents[1] / "banks" / "swimming"
TAGS = set(re.findall(r"\w+", "div table caption span thead tbody tr th td small p svg g rect line"))
NAMES = {
    "two signs of dollar": "Residential ($$)",
    "two sums of money": "$5 and $6",
    "one sum of money": "For $5",
    "a formula": r"$\frac{a}{b}$",
    "a formula that is none": r"$\nonsense{$ & more",
    "underlines and carets": "_x_ ^y^ {z}",
    "markup": '<b>&amp;</b> "x"',
    "a percentage and a format": "100 % {level} %s",
    "a macron": "Māori",
    "another alphabet": "Амбулаторно",
    "from right to left": "مرحبا بكم",
    "another script": "住院治疗中心",
    "a script that few fonts have": "ᏣᎳᎩ ⴰⵎⴰⵣⵉⵖ",
    "pictures": "🛏️ 🏠",
    "a very long name": "a name without any end " * 20,
    "a very long word": "Donaudampfschifffahrtsgesellschaft" * 8,
    "a very long name in wide letters": "住院治疗" * 30,
}


def renamed(criteria: Criteria, name: str) -> Criteria:
    """The criteria with *name* in the place of each name that a chart could show."""

    def all_of(section: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(replace(one, name=name) for one in section)

    return replace(
        criteria,
        levels=all_of(criteria.levels),
        findings=tuple(
            replace(one, name=name, values=tuple(replace(value, says=name) for value in one.values))
            for one in criteria.findings
        ),
        indications=all_of(criteria.indications),
        requirements=all_of(criteria.requirements),
        contributory=all_of(criteria.contributory),
        preferences=all_of(criteria.preferences),
        neutral=all_of(criteria.neutral),
        flags=all_of(criteria.flags),
        lists=tuple(replace(one, name=name, items=all_of(one.items)) for one in criteria.lists),
        tensions=all_of(criteria.tensions),
    )


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_chart_shows_any_name_as_it_is_written(name: str, bank: Bank) -> None:
    swimming, criteria = survey(open_bank(SWIMMING)), renamed(bank.criteria, name)
    drawn = progress_charts(progress(worked_record(bank), list(criteria.ladder)), criteria)
    maps = coverage_charts(coverage(swimming.points, swimming.criteria), renamed(swimming.criteria, name))
    for picture in (drawn["matrix"], drawn["rules"], *maps):
        root = ElementTree.fromstring(chart(name, picture))
        heads = [" ".join("".join(head.itertext()).split()) for head in root.iter("th")]
        assert any(" ".join(name.split()) in head for head in heads)
        assert {child.tag for child in root.iter()} <= TAGS
