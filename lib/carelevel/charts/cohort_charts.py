"""The charts of a group: how each decision point worked, which phrases were missed, how the trainees spread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from carelevel.analytics.chance import Proportion
from carelevel.analytics.cohort import Cohort, PointFigure, PointName, TraineeFigure
from carelevel.charts.chart import Chart
from carelevel.charts.progress_charts import ROW, calibration_chart, lying_whisker, matrix_chart
from carelevel.charts.sheet import NORMAL, SMALL, room_for, row_names, share_lines, sheet, write
from carelevel.charts.theme import Theme
from carelevel.core.criteria import Criteria
from carelevel.feedback.figures import of, percent
from carelevel.feedback.names import level_name
from carelevel.words import progress as words

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_ROWS = 24
"""Decision points, or phrases, in a chart: those that most need a look."""

TENTHS = 10
PHRASE = 44
"""Characters of a phrase in a chart."""


class MissedPhrase(NamedTuple):
    point: str
    phrase: str
    missed: Proportion


def cohort_charts(
    group: Cohort, names: Mapping[PointName, str], phrases: Mapping[PointName, Sequence[str]], criteria: Criteria
) -> Mapping[str, Chart]:
    """A chart for each figure of a group that may be broken down; *phrases* are each point's, in its order."""
    if not group.speaks:
        return {}
    charts = {"trainees": trainees_chart(group.trainees)}
    if group.matrix.speaks:
        charts["matrix"] = matrix_chart(group.matrix, criteria)
    if group.calibration.speaks:
        charts["calibration"] = calibration_chart(group.calibration)
    if group.points:
        charts["points"] = points_chart(group.points[:MOST_ROWS], names, criteria)
    missed = missed_phrases(group.points, names, phrases)[:MOST_ROWS]
    if missed:
        charts["phrases"] = phrases_chart(missed)
    return charts


def missed_phrases(
    points: Sequence[PointFigure], names: Mapping[PointName, str], phrases: Mapping[PointName, Sequence[str]]
) -> list[MissedPhrase]:
    """Every phrase that somebody missed, the most often missed first."""
    found = [
        MissedPhrase(names[point.name], phrases[point.name][place], Proportion(caught.n - caught.hits, caught.n))
        for point in points
        if point.name in phrases
        for place, caught in point.phrases.items()
        if place < len(phrases[point.name]) and caught.hits < caught.n
    ]
    return sorted(found, key=lambda one: (-one.missed.share, -one.missed.n, one.point, one.phrase))


def points_chart(points: Sequence[PointFigure], names: Mapping[PointName, str], criteria: Criteria) -> Chart:
    told = [words.CHART_POINT.format(point=names.get(one.name, one.name[0]), of=of(one.accepted)) for one in points]
    alternative = words.CHART_POINTS.format(points="; ".join(told))
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
            label = words.CHART_LABELS["wrong"].format(level=level_name(wrong, criteria))
            write(axes, 1.04, row, label, theme.muted, fontsize=SMALL, ha="left")
    return drawn


def phrases_chart(missed: Sequence[MissedPhrase]) -> Chart:
    told = [words.CHART_PHRASE.format(point=one.point, phrase=one.phrase, of=of(one.missed)) for one in missed]
    return Chart(partial(_draw_phrases, missed), words.CHART_PHRASES.format(phrases="; ".join(told)))


def _draw_phrases(missed: Sequence[MissedPhrase], theme: Theme) -> Figure:
    names = [f"“{_short(one.phrase)}”" for one in missed]
    drawn, axes = sheet(theme, 0.5 + ROW * len(missed), left=room_for(names, 3.6), right=0.8, bottom=0.35, top=0.1)
    row_names(axes, names, theme)
    share_lines(axes, theme, upright=True)
    for row, one in enumerate(missed):
        axes.barh(row, one.missed.share, 0.6, facecolor="none", edgecolor=theme.orange, hatch="////", linewidth=1)
        write(axes, 1.03, row, of(one.missed), theme.muted, fontsize=SMALL, ha="left")
    return drawn


def _short(phrase: str) -> str:
    return phrase if len(phrase) <= PHRASE else phrase[: PHRASE - 1].rsplit(" ", 1)[0] + " …"


def trainees_chart(trainees: Sequence[TraineeFigure]) -> Chart:
    bars = _tenths(trainees)
    told = [
        words.CHART_BAR.format(low=percent(place / TENTHS), high=percent((place + 1) / TENTHS), count=count)
        for place, count in enumerate(bars)
        if count
    ]
    return Chart(partial(_draw_trainees, bars), words.CHART_TRAINEES.format(bars="; ".join(told)))


def _tenths(trainees: Sequence[TraineeFigure]) -> list[int]:
    """How many trainees stand in each tenth of the share; all right belongs to the last."""
    bars = [0] * TENTHS
    for one in trainees:
        bars[min(TENTHS - 1, int(one.accepted.share * TENTHS))] += 1
    return bars


def _draw_trainees(bars: Sequence[int], theme: Theme) -> Figure:
    drawn, axes = sheet(theme, 2.0, left=0.3, bottom=0.55, top=0.3)
    axes.set_xlim(0, 1)
    axes.set_yticks([])
    axes.set_xticks([0, 0.5, 1], [percent(share) for share in (0.0, 0.5, 1.0)])
    axes.axhline(0, color=theme.hairline, linewidth=0.8)
    for place, count in enumerate(bars):
        middle = (place + 0.5) / TENTHS
        axes.bar(middle, count, 0.9 / TENTHS, color=theme.blue)
        if count:
            write(axes, middle, count, str(count), theme.ink, fontsize=NORMAL, ha="center", va="bottom")
    axes.set_xlabel(words.CHART_LABELS["share"], fontsize=SMALL, color=theme.muted, loc="left")
    return drawn
