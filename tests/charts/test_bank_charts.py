"""The map of a bank says in words what it draws, follows the page, and needs no colour."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from carelevel.analytics.coverage import Coverage, coverage
from carelevel.bank import open_bank
from carelevel.charts import Chart
from carelevel.charts.bank_charts import coverage_chart
from carelevel.review.survey import Survey, survey

SWIMMING = Path(__file__).parents[1] / "banks" / "swimming"


@pytest.fixture(scope="module")
def surveyed() -> Survey:
    return survey(open_bank(SWIMMING))


@pytest.fixture(scope="module")
def shown(surveyed: Survey) -> Coverage:
    return coverage(surveyed.points, surveyed.criteria)


@pytest.fixture(scope="module")
def chart(surveyed: Survey, shown: Coverage) -> Chart:
    return coverage_chart(shown, surveyed.criteria)


def test_every_part_is_told_with_its_numbers(chart: Chart) -> None:
    for told in (
        "No stroke yet: none",
        "Afraid of deep water, but brought armbands: Class 1",
        "Goggles: Lanes 0+1, Class 1",
        "Fever: Refer 1",
        "A noodle: Class 2",
    ):
        assert told in chart.alternative


def test_every_part_and_number_stands_in_the_picture_as_text(chart: Chart, shown: Coverage) -> None:
    svg = chart.svg()
    root = ElementTree.fromstring(svg)
    text = [element.text for element in root.iter() if element.tag.endswith("text")]
    assert {"No stroke yet", "Beginners", "Cases", "Floats", "1+1", "0"} <= {(one or "").strip() for one in text}
    assert re.findall(r"(?<!, )#[0-9a-f]{6}\b", svg) == []
    assert len(shown.rows) == 7
