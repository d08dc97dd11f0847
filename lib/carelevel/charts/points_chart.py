"""The chart of a group: how each decision point worked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from carelevel.analytics.cohort import PointFigure, PointName
from carelevel.charts.chart import Chart
from carelevel.charts.progress_charts import lying_whisker
from carelevel.charts.sheet import SMALL, folded, room_for, row_names, share_lines, sheet, write
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
    told = [
        progress_messages.CHART_POINT.format(point=names.get(one.name, one.name[0]), of=of(one.accepted))
        for one in points
    ]
    alternative = progress_messages.CHART_POINTS.format(points="; ".join(told))
    return Chart(partial(_draw_points, points, names, criteria), alternative)


def _draw_points(
    points: Sequence[PointFigure], names: Mapping[PointName, str], criteria: Criteria, theme: Theme
) -> Figure:
    """A row a decision point; beside it the level that most of the others chose."""
    titles = [names.get(one.name, one.name[0]) for one in points]
    drawn, axes = sheet(theme, 0.5 + 0.44 * len(points), left=room_for(titles), right=1.9, bottom=0.35, top=0.1)
    row_names(axes, titles, theme)
    share_lines(axes, theme, upright=True)
    for row, one in enumerate(points):
        lying_whisker(axes, theme, row, one.accepted, of(one.accepted))
        wrong = next(iter(one.wrong), None)
        if wrong:
            label = progress_messages.CHART_LABELS["wrong"].format(level=level_name(wrong, criteria))
            write(axes, 1.04, row, folded(label, LABEL_LINE), theme.muted, fontsize=SMALL, ha="left")
    return drawn
