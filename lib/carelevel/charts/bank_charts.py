"""The map of a bank: each part of the criteria by recommended level, in numbers of cases."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from carelevel.analytics.coverage import Coverage, Covered
from carelevel.analytics.criteria_parts import CriteriaPart, PartKind
from carelevel.charts.chart import Chart, ChartKind, shade
from carelevel.core.criteria import Criteria
from carelevel.feedback.names import level_short
from carelevel.feedback.part_names import exception_name, group_name, part_name
from carelevel.messages import review as review_messages

INDENT = "\N{EM SPACE}"
FRAMES = {0: "cl-hollow", 1: "cl-single"}
"""How a part is framed that so few cases exercise."""


class Cell(NamedTuple):
    """How many cases, and how many twins, exercise a part with one recommended level."""

    cases: int
    twins: int

    @property
    def says(self) -> str:
        """The cell's text: the cases, and the twins after a plus; '' for none."""
        if self.twins:
            return review_messages.MAP_PLUS.format(cases=self.cases, twins=self.twins)
        return str(self.cases) if self.cases else ""


def coverage_charts(coverage: Coverage, criteria: Criteria) -> tuple[Chart, ...]:
    """The map of each group of parts: a row a part, a column a level, and the sum of each row."""
    most = max((cell.cases for row in coverage.rows for cell in _cells(row, coverage)), default=1) or 1
    levels = [level_short(level, criteria) for level in coverage.levels]
    columns = (review_messages.MAP_COLUMN_PART, *levels, review_messages.MAP_COLUMN_ALL)
    groups = groupby(coverage.rows, lambda row: group_name(row.part, criteria))
    return tuple(
        Chart(columns, tuple(_row(row, coverage, criteria, most) for row in rows), kind=ChartKind.SHADES, title=name)
        for name, rows in groups
    )


def _row(row: Covered, coverage: Coverage, criteria: Criteria, most: int) -> tuple[str | Markup, ...]:
    """In the sum a case counts once."""
    total = Cell(len(row.in_cases), len(row.in_twins))
    cells = [shade(cell.cases, most, cell.says) for cell in _cells(row, coverage)]
    summed = shade(0, most, total.says or "0", f"cl-sum {FRAMES.get(total.cases, '')}".rstrip())
    return (_row_name(row.part, criteria), *cells, summed)


def _cells(row: Covered, coverage: Coverage) -> Iterator[Cell]:
    for level in coverage.levels:
        yield Cell(len(row.cases.get(level, ())), len(row.twins.get(level, ())))


def _row_name(part: CriteriaPart, criteria: Criteria) -> str:
    """An exception stands indented under its rule."""
    if part.kind is PartKind.EXCEPTION:
        return INDENT + exception_name(part, criteria)
    return part_name(part, criteria)
