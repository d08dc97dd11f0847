"""The map of a bank: every part in its group, with its numbers, and framed where cases are few."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from carelevel.analytics.coverage import coverage
from carelevel.bank import open_bank
from carelevel.charts import Chart
from carelevel.charts.bank_charts import coverage_charts
from carelevel.feedback.html import html
from carelevel.review.survey import survey

SWIMMING = Path(__file__).parents[1] / "banks" / "swimming"


@pytest.fixture(scope="module")
def charts() -> tuple[Chart, ...]:
    surveyed = survey(open_bank(SWIMMING))
    return coverage_charts(coverage(surveyed.points, surveyed.criteria), surveyed.criteria)


def cells(charts: tuple[Chart, ...]) -> list[list[str]]:
    return [[re.sub("<[^>]*>", "", str(html(cell))).strip() for cell in row] for chart in charts for row in chart.rows]


def test_every_part_stands_in_its_group_with_its_numbers_by_level_and_their_sum(charts: tuple[Chart, ...]) -> None:
    assert charts[0].columns[1:] == ("Lanes", "Class", "Beginners", "Refer", "Cases")
    assert [chart.title for chart in charts][:2] == [
        "What asks for a level, with exceptions",
        "When a level is possible",
    ]
    rows = cells(charts)
    assert len(rows) == 7
    assert ["No stroke yet", "0", "0", "0", "0", "0"] in rows
    assert ["Goggles", "0+1", "1", "0", "0", "1+1"] in rows
    assert ["Fever", "0", "0", "0", "1", "1"] in rows


def test_what_no_case_exercises_and_what_one_does_are_framed(charts: tuple[Chart, ...]) -> None:
    sums = {row[0]: str(row[-1]) for chart in charts for row in chart.rows}
    assert "cl-hollow" in sums["No stroke yet"]
    assert "cl-single" in sums["Fever"]
