"""Charts: what they say equals the numbers, what they draw stays within its cell, and nothing else is imported."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from carelevel.analytics import progress
from carelevel.analytics.chance import Proportion
from carelevel.analytics.progress import Block, Progress
from carelevel.bank import Bank
from carelevel.charts import Chart, progress_charts
from carelevel.charts.chart import ChartKind
from carelevel.core.answer import Verdict
from carelevel.core.criteria import ESCALATE
from carelevel.feedback.behind import linked
from carelevel.feedback.html import html
from carelevel.practice.simulated_trainees import worked_record
from hypothesis import given, settings
from hypothesis import strategies as st

NAMES = {"agreement", "direction", "referral", "matrix", "calibration", "rules", "marks", "time"}
PLACE = re.compile(r'\b(?:x|x1|x2|cx|width)="([^"]*)"')


@pytest.fixture(scope="module")
def record(bank: Bank) -> Progress:
    return progress(worked_record(bank), list(bank.criteria.ladder))


@pytest.fixture(scope="module")
def charts(bank: Bank, record: Progress) -> dict[str, Chart]:
    return dict(progress_charts(record, bank.criteria))


def says(chart: Chart) -> list[tuple[str, str]]:
    """The name and the last cell of each row."""
    return [(text(row[0]), text(row[-1])) for row in chart.rows]


def text(part: object) -> str:
    return re.sub(r"<[^>]*>", "", str(html(linked(part, to_answers=False))))  # type: ignore[arg-type]


def test_the_worked_record_shows_every_chart(charts: dict[str, Chart]) -> None:
    assert set(charts) == NAMES


def test_an_empty_record_has_no_chart(bank: Bank) -> None:
    assert progress_charts(progress([], ["outpatient"]), bank.criteria) == {}


def test_the_words_of_a_chart_are_its_numbers(charts: dict[str, Chart], record: Progress, bank: Bank) -> None:
    rules = [rule for rule in record.rules if rule.speaks]
    assert says(charts["rules"]) == [
        (bank.criteria.rule_name(rule.rule), f"{rule.caught.hits} of {rule.n}") for rule in rules
    ]
    blocks = [(f"{block.first} to {block.last}", block.accepted) for block in record.agreement.blocks]
    assert says(charts["agreement"]) == [
        (name, f"{counted.hits} of {counted.n}") for name, counted in [*blocks, ("All", record.agreement.overall)]
    ]
    assert [text(cell) for row in reversed(charts["matrix"].rows) for cell in row[1:]] == [
        str(count) for row in record.matrix.counts for count in row
    ]
    assert says(charts["direction"]) == [("One step less intensive", "2"), ("One step more intensive", "6")]
    assert says(charts["marks"])[0][1] == f"{record.marks.recall.hits} of {record.marks.recall.n}"


def test_a_screen_reader_gets_the_range_of_each_share_and_passes_bars_by(charts: dict[str, Chart]) -> None:
    name, drawn, counts = charts["agreement"].rows[0]
    assert (name, text(counts)) == ("1 to 10", "8 of 10")
    assert 'role="img" aria-label="with luck, anywhere from 49 to 94%"' in str(drawn)
    assert all('aria-hidden="true"' in str(row[1]) for row in charts["rules"].rows)


def test_a_record_of_levels_and_rules_that_are_there_no_more_is_drawn_with_their_ids(bank: Bank) -> None:
    record = [
        replace(attempt, level="halfway", rules=tuple(replace(rated, rule="moon") for rated in attempt.rules))
        for attempt in worked_record(bank)
    ]
    charts = progress_charts(progress(record, list(bank.criteria.ladder)), bank.criteria)
    assert "moon" in says(charts["rules"])[0][0]
    assert "halfway" in str(charts["matrix"].columns)


counts = st.integers(0, 400)


@st.composite
def proportions(draw: st.DrawFn) -> Proportion:
    n = draw(st.integers(1, 400))
    return Proportion(draw(st.integers(0, n)), n)


@st.composite
def records(draw: st.DrawFn, like: Progress) -> Progress:
    """Any numbers in the place of a record's."""
    blocks = tuple(
        Block(10 * k + 1, 10 * k + 10, counted, draw(st.floats(0, 1e6)))
        for k, counted in enumerate(draw(st.lists(proportions(), min_size=2, max_size=12)))
    )
    steps = draw(st.dictionaries(st.integers(-5, 5).filter(bool), st.integers(1, 400), max_size=8))
    rules = (replace(rule, n=seen.n, caught=seen) for rule in like.rules if (seen := draw(proportions())).n >= 3)
    return replace(
        like,
        agreement=replace(like.agreement, overall=draw(proportions()), blocks=blocks),
        direction=replace(like.direction, n=max(6, sum(steps.values())), steps=steps),
        referral=replace(like.referral, asked=draw(proportions()), needless=draw(proportions())),
        matrix=replace(like.matrix, counts=tuple(tuple(draw(counts) for _ in row) for row in like.matrix.counts)),
        calibration=replace(
            like.calibration,
            by_confidence=tuple(
                replace(word, n=(seen := draw(proportions())).n, accepted=seen)
                for word in like.calibration.by_confidence
            ),
        ),
        rules=tuple(rules),
        marks=replace(like.marks, recall=draw(proportions()), precision=draw(proportions())),
    )


@settings(max_examples=40)
@given(data=st.data())
def test_whatever_the_numbers_each_strip_stays_in_its_cell_and_holds_no_text(
    bank: Bank, record: Progress, data: st.DataObject
) -> None:
    drawn_charts = progress_charts(data.draw(records(record)), bank.criteria)
    for name, chart in drawn_charts.items():
        assert {len(row) for row in chart.rows} <= {len(chart.columns)}, name
        if chart.kind is ChartKind.SHADES:
            cells = [linked(cell, to_answers=True) for row in chart.rows for cell in row]
            shades = [float(dark) for dark in re.findall(r"--dark: ([\d.]+)", str(html(cells)))]
            assert all(0 <= dark <= 1 for dark in shades)
            continue
        for row in chart.rows:
            drawn = str(row[1])
            assert drawn.startswith("<svg")
            assert text(row[1]) == ""
            assert " id=" not in drawn
            assert all(0 <= place <= 100 for place in places(drawn)), (name, drawn)
            for left, width in re.findall(r'<rect x="([\d.]+)%" width="([\d.]+)%"', drawn):
                assert float(left) + float(width) <= 100.02
            for low, high, dot in re.findall(r'x1="([\d.]+)%" x2="([\d.]+)%"[^>]*cl-interval.*?cx="([\d.]+)%"', drawn):
                assert float(low) <= float(dot) <= float(high)


def places(drawn: str) -> Iterator[float]:
    for place in PLACE.findall(drawn):
        assert place.endswith("%")
        yield float(place.removesuffix("%"))


def test_a_missed_referral_is_no_direction_and_a_figure_of_its_own(bank: Bank) -> None:
    record = [attempt for attempt in worked_record(bank) if attempt.criteria_level == ESCALATE]
    wrong = [replace(attempt, level="outpatient", verdict=Verdict.SHOULD_ESCALATE) for attempt in record]
    shown = progress_charts(progress(wrong, list(bank.criteria.ladder)), bank.criteria)
    assert says(shown["referral"]) == [("That call for a referral", f"0 of {len(wrong)}")]
    assert "direction" not in shown


def test_drawing_imports_neither_matplotlib_nor_pandas() -> None:
    program = """
import sys
from carelevel.analytics.chance import Proportion
from carelevel.analytics.progress import Marks
from carelevel.charts.progress_charts import marks_chart
marks_chart(Marks(5, Proportion(4, 5), Proportion(4, 6)))
print(*sorted({"matplotlib", "numpy", "pandas"} & set(sys.modules)))
"""
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.split() == []
