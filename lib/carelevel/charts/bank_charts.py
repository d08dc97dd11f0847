"""The map of a bank: each part of the criteria by recommended level, in numbers of cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from carelevel.analytics.coverage import Coverage, Covered
from carelevel.analytics.criteria_parts import Kind, Part
from carelevel.charts.chart import Chart
from carelevel.charts.sheet import LETTER, NORMAL, SMALL, folded, sheet, shortened, write
from carelevel.charts.theme import Theme
from carelevel.core.criteria import Criteria
from carelevel.feedback.names import level_short
from carelevel.feedback.part_names import exception_name, group_name, part_name
from carelevel.messages import review as review_messages

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MAP_WIDTH = 8.2
NAMES = 3.5
"""Inches for the names of the parts, left of the cells."""

PART_ROW = 0.27
HEADING = 0.4
"""Inches of a row, and of a group's heading."""

TOP, FOOT = 0.62, 0.42
LONGEST_PART_NAME = 58
"""Letters of a name."""

INDENT = "\N{EM SPACE}" * 2


class Cell(NamedTuple):
    """How many cases, and how many twins, exercise a part with one recommended level."""

    cases: int
    twins: int

    @property
    def says(self) -> str:
        """The cell's text: the cases, and the twins after a plus."""
        return review_messages.MAP_PLUS.format(cases=self.cases, twins=self.twins) if self.twins else str(self.cases)


def coverage_chart(coverage: Coverage, criteria: Criteria) -> Chart:
    """The map of coverage: a row a part, a column a level, and the sum of each row."""
    rows = "; ".join(_row_says(row, coverage, criteria) for row in coverage.rows)
    return Chart(partial(_draw, coverage, criteria), review_messages.MAP_ALTERNATIVE.format(rows=rows))


def _row_says(row: Covered, coverage: Coverage, criteria: Criteria) -> str:
    cells = [
        review_messages.MAP_CELL.format(level=level_short(level, criteria), count=cell.says)
        for level, cell in zip(coverage.levels, _cells(row, coverage), strict=False)
        if cell.cases or cell.twins
    ]
    name = part_name(row.part, criteria)
    return review_messages.MAP_ROW.format(part=name, cells=", ".join(cells) or review_messages.MAP_NONE)


def _cells(row: Covered, coverage: Coverage) -> Iterator[Cell]:
    """One for each level, then the sum, in which a case counts once."""
    for level in coverage.levels:
        yield Cell(len(row.cases.get(level, ())), len(row.twins.get(level, ())))
    yield Cell(len(row.in_cases), len(row.in_twins))


def _draw(coverage: Coverage, criteria: Criteria, theme: Theme) -> Figure:
    groups = [(name, list(rows)) for name, rows in groupby(coverage.rows, lambda row: group_name(row.part, criteria))]
    height = sum(HEADING + PART_ROW * len(rows) for _, rows in groups)
    drawn, axes = sheet(theme, height + TOP + FOOT, width=MAP_WIDTH, left=NAMES, right=0.1, bottom=FOOT, top=TOP)
    columns = [*range(len(coverage.levels)), len(coverage.levels) + 0.12]  # the sums stand a little apart
    axes.set_xlim(-0.5, len(columns) - 0.38)
    axes.set_ylim(height, 0)
    axes.set_xticks([])
    axes.set_yticks([])
    _head(axes, columns, coverage, criteria, theme)
    most = max((cell.cases for row in coverage.rows for cell in list(_cells(row, coverage))[:-1]), default=1) or 1
    y = 0.0
    for name, rows in groups:
        y += HEADING
        _left(axes, y - 0.1, shortened(name, LONGEST_PART_NAME), theme.ink, fontsize=NORMAL, weight="bold")
        for row in rows:
            y += PART_ROW
            _left(axes, y - PART_ROW / 2, _row_name(row.part, criteria), theme.ink)
            axes.axhline(y, xmin=0, color=theme.hairline, linewidth=0.5, zorder=0)
            for x, cell in zip(columns, _cells(row, coverage), strict=True):
                _draw_cell(axes, x, y, cell, most, theme, total=x == columns[-1])
    _legend(axes, height, theme)
    return drawn


def _head(axes: Axes, columns: Sequence[float], coverage: Coverage, criteria: Criteria, theme: Theme) -> None:
    names = [*(folded(level_short(level, criteria), 15) for level in coverage.levels), review_messages.MAP_COLUMN_ALL]
    weights = [*("normal" for _ in coverage.levels), "bold"]
    for x, name, weight in zip(columns, names, weights, strict=True):
        write(axes, x, -0.1, name, theme.ink, fontsize=SMALL, ha="center", va="bottom", weight=weight)
    level = review_messages.MAP_LEGEND["level"]
    write(axes, -0.6, -0.1, level, theme.muted, fontsize=SMALL, ha="right", va="bottom")


def _left(axes: Axes, y: float, text: str, colour: str, **how: Any) -> None:
    """A text at the left edge of the margin of names; *how* as in `write`."""
    low, high = axes.get_xlim()
    edge = low - (high - low) * NAMES / (MAP_WIDTH - NAMES - 0.1)
    write(axes, edge, y, text, colour, **{"fontsize": SMALL, "ha": "left", **how})


def _draw_cell(axes: Axes, x: float, y: float, cell: Cell, most: int, theme: Theme, *, total: bool) -> None:
    """Darker with more cases; of the sums, none is hatched and one is framed."""
    from matplotlib.patches import Rectangle

    none, corner = total and not cell.cases, (x - 0.46, y - PART_ROW + 0.025)
    look: dict[str, Any] = {}
    if total and cell.cases < 2:
        framed = {"hatch": "////", "linewidth": 1} if none else {"linewidth": 1.2}
        look = {"facecolor": "none", "edgecolor": theme.orange, **framed}
    elif cell.cases and not total:
        look = {"facecolor": theme.blue, "alpha": 0.08 + 0.4 * cell.cases / most, "linewidth": 0}
    if look:
        axes.add_patch(Rectangle(corner, 0.92, PART_ROW - 0.05, **look))
    says = cell.says if total or cell.cases or cell.twins else "·"
    behind = {"facecolor": theme.paper, "edgecolor": "none", "pad": 0.8} if none else None
    write(
        axes,
        x,
        y - PART_ROW / 2,
        f" {says} " if none else says,
        theme.ink if total or cell.cases else theme.muted,
        fontsize=SMALL,
        ha="center",
        weight="bold" if total else "normal",
        bbox=behind,
    )


def _legend(axes: Axes, height: float, theme: Theme) -> None:
    from matplotlib.patches import Rectangle

    y, x = height + 0.2, -0.46
    low, high = axes.get_xlim()
    inch = (high - low) / (MAP_WIDTH - NAMES - 0.1)
    for name, hatch in (("none", "////"), ("one", "")):
        look: dict[str, Any] = {"facecolor": "none", "edgecolor": theme.orange, "linewidth": 1.2, "clip_on": False}
        axes.add_patch(Rectangle((x, y - 0.08), 0.25 * inch, 0.16, hatch=hatch, **look))
        write(axes, x + 0.33 * inch, y, review_messages.MAP_LEGEND[name], theme.muted, fontsize=SMALL, ha="left")
        x += (0.6 + LETTER * len(review_messages.MAP_LEGEND[name])) * inch
    write(axes, x, y, review_messages.MAP_LEGEND["plus"], theme.muted, fontsize=SMALL, ha="left")


def _row_name(part: Part, criteria: Criteria) -> str:
    """An exception stands indented under its rule."""
    if part.kind is Kind.EXCEPTION:
        return INDENT + shortened(exception_name(part, criteria), LONGEST_PART_NAME)
    return shortened(part_name(part, criteria), LONGEST_PART_NAME)
