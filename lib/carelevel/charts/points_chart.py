"""The chart of a group: how each decision point worked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from carelevel.analytics.cohort import PointFigure, PointName
from carelevel.charts.chart import Chart
from carelevel.charts.sheet import SMALL, folded, share_rows, write
from carelevel.charts.theme import Theme
from carelevel.core.criteria import Criteria
from carelevel.feedback.figures import of
from carelevel.feedback.names import level_name
from carelevel.messages import progress as progress_messages

if TYPE_CHECKING:
    from matplotlib.figure import Figure

LABEL_LINE = 22
"""Letters on each line of what stands beside a row."""


def points_chart(points: Sequence[PointFigure], names: Mapping[PointName, str], criteria: Criteria) -> Chart:
    """Each point's share accepted with its interval, in the order given; *names* says what to call each."""
    titles = [names.get(point.name, point.name[0]) for point in points]
    rows = [
        progress_messages.CHART_POINT.format(point=title, of=of(point.accepted))
        for title, point in zip(titles, points, strict=True)
    ]
    alternative = progress_messages.CHART_POINTS.format(points="; ".join(rows))
    return Chart(partial(_draw, points, titles, criteria), alternative)


def _draw(points: Sequence[PointFigure], titles: Sequence[str], criteria: Criteria, theme: Theme) -> Figure:
    """A row a decision point; beside it the level that most of the others chose."""
    shares = [point.accepted for point in points]
    figure, axes = share_rows(theme, 0.5 + 0.44 * len(points), titles, shares, right=1.9, top=0.1)
    for row, point in enumerate(points):
        for wrong in list(point.wrong)[:1]:
            label = progress_messages.CHART_LABELS["wrong"].format(level=level_name(wrong, criteria))
            write(axes, 1.04, row, folded(label, LABEL_LINE), theme.muted, fontsize=SMALL, ha="left")
    return figure
