"""Whatever a bank calls its levels, rules and cases: a chart shows it as text, and warns of nothing."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from carelevel.analytics import progress
from carelevel.analytics.chance import Proportion
from carelevel.analytics.cohort import Discrimination, PointFigure
from carelevel.analytics.coverage import coverage
from carelevel.analytics.progress import Progress
from carelevel.bank import Bank, open_bank
from carelevel.charts import Chart, progress_charts
from carelevel.charts.bank_charts import coverage_chart
from carelevel.charts.points_chart import points_chart
from carelevel.charts.sheet import shortened, width_of
from carelevel.charts.theme import LIGHT
from carelevel.core.criteria import Criteria
from carelevel.practice.simulated_trainees import worked_record
from carelevel.review.survey import survey
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

CASES = Path(__file__).parents[2] / "cases"
SWIMMING = Path(__file__).parents[1] / "banks" / "swimming"
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
SLACK = 10
"""Pixels, a tenth of an inch: a font that lacks a letter measures the box that it draws in its place."""


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


@pytest.fixture(scope="module")
def bank() -> Bank:
    return open_bank(CASES)


@pytest.fixture(scope="module")
def record(bank: Bank) -> Progress:
    return progress(worked_record(bank), [level.id for level in bank.criteria.levels])


@pytest.fixture(params=NAMES.values(), ids=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def charts(name: str, bank: Bank, record: Progress) -> Mapping[str, Chart]:
    """The charts with names in them, of a bank in which everything is called *name*."""
    criteria = renamed(bank.criteria, name)
    wrong = {criteria.levels[0].id: 3}
    point = PointFigure(("late-bus", "", 0), 6, 6, Proportion(3, 6), wrong, {}, Discrimination(6, None), 60.0)
    swimming = survey(open_bank(SWIMMING))
    return {
        **{kind: chart for kind, chart in progress_charts(record, criteria).items() if kind in ("matrix", "rules")},
        "points": points_chart([point], {point.name: name}, criteria),
        "coverage": coverage_chart(coverage(swimming.points, swimming.criteria), renamed(swimming.criteria, name)),
    }


def squeezed(text: str) -> str:
    """Without what a name may lose where it is folded or shortened."""
    return "".join(text.split()).replace("…", "")


@pytest.mark.filterwarnings("error")
def test_a_chart_shows_any_name_as_it_is_written_or_its_beginning_and_warns_of_nothing(
    name: str, charts: Mapping[str, Chart]
) -> None:
    is_short = width_of(name) <= 20
    assert set(charts) == {"matrix", "rules", "points", "coverage"}
    for kind, chart in charts.items():
        root = ElementTree.fromstring(chart.svg())
        drawn = squeezed("".join(root.itertext()))
        assert squeezed(name if is_short else shortened(name, 14)) in drawn, kind
        assert name in chart.alternative, kind


def test_a_chart_in_a_bank_of_any_names_keeps_all_its_text_in_the_picture(charts: Mapping[str, Chart]) -> None:
    for kind, chart in charts.items():
        with rc_context({"text.parse_math": False}):
            figure = chart.draw(LIGHT)
        canvas = FigureCanvasAgg(figure)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of this canvas: it has no page that would bring its font
            canvas.draw()
        across, high = canvas.get_width_height()
        for text in figure.findobj(Text):
            if text.get_text().strip():
                box = text.get_window_extent()
                inside = box.x0 >= -SLACK and box.x1 <= across + SLACK and box.y0 >= -SLACK and box.y1 <= high + SLACK
                assert inside, (kind, text.get_text(), box)


def test_a_letter_of_east_asia_takes_the_room_of_two() -> None:
    assert (width_of("abc"), width_of("住院"), width_of("🏠")) == (3, 4, 2)
    assert shortened("住院治疗中心住院治疗中心", 9) == "住院治疗 …"
    assert shortened("two words", 9) == "two words"
    assert shortened("three words more", 13) == "three words …"
    assert shortened("a" * 20, 10) == "aaaaaaaaa …"
