"""Charts: what they show in words equals the numbers, and they follow the page."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from xml.etree import ElementTree

import pytest
from carelevel.analytics import progress
from carelevel.analytics.progress import Progress
from carelevel.bank import Bank
from carelevel.charts import Chart, progress_charts
from carelevel.charts.theme import LIGHT
from carelevel.practice.simulated_trainees import worked_record

BANK = Path(__file__).parents[2] / "cases"
NAMES = {"agreement", "direction", "matrix", "calibration", "rules", "marks", "time"}
NUMBER = re.compile(r"\d+")


@pytest.fixture(scope="module")
def record(bank: Bank) -> Progress:
    return progress(worked_record(bank), list(bank.criteria.ladder))


@pytest.fixture(scope="module")
def charts(bank: Bank, record: Progress) -> dict[str, Chart]:
    return dict(progress_charts(record, bank.criteria))


def test_the_worked_record_shows_every_chart(charts: dict[str, Chart]) -> None:
    assert set(charts) == NAMES


def test_an_empty_record_has_no_chart(bank: Bank) -> None:
    assert progress_charts(progress([], ["outpatient"]), bank.criteria) == {}


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_chart_is_sound_svg_without_ids_styles_or_fonts_that_reach_the_page(
    charts: dict[str, Chart], name: str
) -> None:
    svg = charts[name].svg()
    root = ElementTree.fromstring(svg)
    assert root.tag.endswith("svg")
    assert root.get("aria-hidden") == "true"
    ids = set(re.findall(r' id="([^"]*)"', svg))
    assert all(f"#{one}" in svg for one in ids)
    assert "<style" not in svg
    assert "DejaVu" not in svg


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_colour_of_a_chart_follows_the_page(charts: dict[str, Chart], name: str) -> None:
    svg = charts[name].svg()
    assert re.findall(r"(?<!, )#[0-9a-f]{6}\b", svg) == []
    assert "var(--ink, #212121)" in svg or "var(--muted, #4d4d4d)" in svg


def test_no_two_colours_are_the_same() -> None:
    assert len(set(asdict(LIGHT).values())) == len(asdict(LIGHT))


def test_the_words_of_a_chart_are_its_numbers(charts: dict[str, Chart], record: Progress, bank: Bank) -> None:
    rules = [(bank.criteria.rule_name(one.rule), one.caught.hits, one.n) for one in record.rules if one.speaks]
    said = charts["rules"].alternative.removesuffix(".").split("first. ")[1]
    assert said.split("; ") == [f"{name}: caught {hits} of {n}" for name, hits, n in rules]
    assert _numbers(charts["marks"])[:2] == [record.marks.recall.hits, record.marks.recall.n]
    counts = [count for row in record.matrix.counts for count in row if count]
    assert _numbers(charts["matrix"]) == counts
    blocks = [
        number for one in record.agreement.blocks for number in (one.first, one.last, one.accepted.hits, one.accepted.n)
    ]
    said = charts["agreement"].alternative.split("intervals.")[1]
    assert [int(number) for number in NUMBER.findall(said)] == [
        *blocks,
        record.agreement.overall.hits,
        record.agreement.overall.n,
    ]


def test_every_label_of_the_rules_is_in_the_picture(charts: dict[str, Chart], record: Progress) -> None:
    drawn = "".join(ElementTree.fromstring(charts["rules"].svg()).itertext())
    for one in record.rules:
        if one.speaks:
            assert f"{one.caught.hits} of {one.n}" in drawn


def test_drawing_leaves_pyplot_alone_and_importing_leaves_matplotlib_alone() -> None:
    program = """
import sys
import carelevel.charts
early = "matplotlib" in sys.modules
from carelevel.analytics.chance import Proportion
from carelevel.analytics.progress import Marks
from carelevel.charts.progress_charts import marks_chart
marks_chart(Marks(5, Proportion(4, 5), Proportion(4, 6))).svg()
print(early, "matplotlib.pyplot" in sys.modules, "pandas" in sys.modules)
"""
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["False", "False", "False"]


def _numbers(chart: Chart) -> list[int]:
    return [int(number) for number in NUMBER.findall(chart.alternative)]
