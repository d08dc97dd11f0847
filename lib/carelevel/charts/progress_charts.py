"""The charts of one trainee's progress."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from carelevel import messages
from carelevel.analytics.chance import Proportion
from carelevel.analytics.progress import (
    Agreement,
    Block,
    Calibration,
    Direction,
    Marks,
    Matrix,
    Progress,
    RuleSeen,
)
from carelevel.charts.chart import Chart
from carelevel.charts.sheet import (
    SMALL,
    dot,
    fitting,
    folded,
    legend,
    line,
    room_for,
    row_names,
    share_lines,
    sheet,
    write,
)
from carelevel.charts.theme import Theme
from carelevel.core.criteria import Criteria
from carelevel.feedback.figures import duration, of, percent
from carelevel.feedback.names import level_name
from carelevel.messages import progress as progress_messages

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW = 0.34
"""Inches a row."""

HATCH = "////"


def progress_charts(record: Progress, criteria: Criteria) -> Mapping[str, Chart]:
    """A chart for each figure that speaks, by the figure's name; nothing is drawn before it is asked for."""
    charts: dict[str, Chart] = {}
    rules = [one for one in record.rules if one.speaks]
    if record.agreement.speaks:
        charts["agreement"] = agreement_chart(record.agreement)
    if record.direction.speaks:
        charts["direction"] = direction_chart(record.direction)
    if record.matrix.speaks:
        charts["matrix"] = matrix_chart(record.matrix, criteria)
    if record.calibration.speaks:
        charts["calibration"] = calibration_chart(record.calibration)
    if rules and record.agreement.speaks:
        charts["rules"] = rules_chart(rules, criteria)
    if record.marks.speaks:
        charts["marks"] = marks_chart(record.marks)
    if record.time.speaks and len(record.agreement.blocks) > 1:
        charts["time"] = time_chart(record.agreement.blocks)
    return charts


# Agreement over time


def agreement_chart(figure: Agreement) -> Chart:
    """The share accepted, 0 to 100%, block by block with 95% intervals; a dotted line at the share of all."""
    blocks = [
        progress_messages.CHART_BLOCK.format(first=one.first, last=one.last, of=of(one.accepted))
        for one in figure.blocks
    ]
    alternative = progress_messages.CHART_AGREEMENT.format(blocks="; ".join(blocks), all=of(figure.overall))
    return Chart(partial(_draw_agreement, figure), alternative)


def _draw_agreement(figure: Agreement, theme: Theme) -> Figure:
    drawn, axes = sheet(theme, 2.5, right=0.95)
    share_lines(axes, theme, upright=False)
    overall = figure.overall.share
    axes.axhline(overall, color=theme.muted, linewidth=1, linestyle=(0, (1, 2)), zorder=1)
    label = progress_messages.CHART_LABELS["all"].format(share=percent(overall))
    write(axes, 1.02, overall, label, theme.muted, fontsize=SMALL, transform=axes.get_yaxis_transform())
    places = range(len(figure.blocks))
    for place, block in zip(places, figure.blocks, strict=True):
        _whisker(axes, theme, place, block.accepted)
        write(
            axes, place + 0.06, block.accepted.share + 0.015, of(block.accepted), theme.ink, fontsize=SMALL, va="bottom"
        )
    _block_ticks(axes, theme, figure.blocks)
    return drawn


def _whisker(axes: Axes, theme: Theme, place: float, one: Proportion) -> None:
    """A proportion upright: a dot on the line of its interval."""
    line(axes, theme, [place, place], [one.low, one.high])
    dot(axes, theme, place, one.share)


def _block_ticks(axes: Axes, theme: Theme, blocks: Sequence[Block]) -> None:
    axes.set_xlim(-0.4, max(0.6, len(blocks) - 0.4))
    axes.set_xticks(range(len(blocks)), [f"{one.first}–{one.last}" for one in blocks])
    axes.set_xlabel(progress_messages.CHART_LABELS["answers"], fontsize=SMALL, color=theme.muted, loc="left")


# Direction


def direction_chart(figure: Direction) -> Chart:
    """Errors, counted from the middle outward: less intensive to the left, more to the right."""
    steps = [
        progress_messages.CHART_STEP.format(
            step=messages.counted(
                abs(step), progress_messages.CHART_STEP_MORE if step > 0 else progress_messages.CHART_STEP_LESS
            ),
            count=count,
        )
        for step, count in figure.steps.items()
    ]
    return Chart(partial(_draw_direction, figure), progress_messages.CHART_DIRECTION.format(steps="; ".join(steps)))


def _draw_direction(figure: Direction, theme: Theme) -> Figure:
    """Errors as bars from the middle: less intensive to the left, more to the right, two rungs or more hatched."""
    far = any(abs(step) > 1 for step in figure.steps)
    below = 0.5 if far else 0.15
    drawn, axes = sheet(theme, 0.95 + below, left=0.3, right=0.3, bottom=below, top=0.45)
    reach = max(figure.more, figure.less, 1) * 1.12
    axes.set_xlim(-reach, reach)
    axes.set_ylim(-0.5, 0.5)
    axes.set_xticks([])
    axes.set_yticks([])
    _side(axes, theme.blue, figure.steps, -1)
    _side(axes, theme.orange, figure.steps, 1)
    axes.axvline(0, ymin=-0.1, ymax=1.1, color=theme.ink, linewidth=1, clip_on=False)
    for side, name, count in ((-1, "less", figure.less), (1, "more", figure.more)):
        outward = "right" if side < 0 else "left"
        write(axes, side * reach * 0.012, 0.78, _pointing(name), theme.ink, ha=outward)
        write(axes, side * (count + reach * 0.02), 0, str(count), theme.ink, ha=outward, weight="bold")
    if far:
        legend(axes, theme, -0.95, (("", theme.muted, "one_rung"), (HATCH, theme.muted, "more_rungs")))
    return drawn


def _pointing(side: str) -> str:
    return (
        f"← {progress_messages.CHART_LABELS[side]}" if side == "less" else f"{progress_messages.CHART_LABELS[side]} →"
    )


def _side(axes: Axes, colour: str, steps: Mapping[int, int], side: int) -> None:
    start = 0
    for step in sorted((step for step in steps if step * side > 0), key=abs):
        _bar(axes, side * start, side * steps[step], 0, colour, far=abs(step) > 1)
        start += steps[step]


def _bar(axes: Axes, start: float, length: float, row: float, colour: str, *, far: bool, height: float = 0.62) -> None:
    """Solid, or hatched where it is *far*: the pattern says what the colour says."""
    if not length:
        return
    if far:
        axes.barh(row, length, height, start, facecolor="none", edgecolor=colour, hatch=HATCH, linewidth=1)
    else:
        axes.barh(row, length, height, start, facecolor=colour, edgecolor=colour, linewidth=1)


# Chosen against criteria


def matrix_chart(figure: Matrix, criteria: Criteria) -> Chart:
    """How often each level was chosen, by what the criteria recommended."""
    names = [level_name(level, criteria) for level in figure.levels]
    cells = [
        progress_messages.CHART_CELL.format(chosen=chosen, asked=asked, count=count)
        for chosen, row in zip(names, figure.counts, strict=True)
        for asked, count in zip(names, row, strict=True)
        if count
    ]
    return Chart(partial(_draw_matrix, figure, names), progress_messages.CHART_MATRIX.format(cells="; ".join(cells)))


def _draw_matrix(figure: Matrix, names: Sequence[str], theme: Theme) -> Figure:
    """Counts in cells, darker with more; the diagonal framed. The most intensive level on top, as on a ladder."""
    from matplotlib.patches import Rectangle

    count = len(names)
    drawn, axes = sheet(theme, 0.72 + 0.46 * count, left=room_for(names), bottom=0.12, top=0.6)
    axes.set_xlim(-0.5, count - 0.5)
    axes.set_ylim(-0.5, count - 0.5)
    most = max(max(row) for row in figure.counts) or 1
    for chosen, row in enumerate(figure.counts):
        for asked, number in enumerate(row):
            shade = {"facecolor": theme.blue, "alpha": 0.06 + 0.34 * number / most} if number else {"facecolor": "none"}
            axes.add_patch(Rectangle((asked - 0.48, chosen - 0.46), 0.96, 0.92, linewidth=0, **shade))
            if chosen == asked:
                axes.add_patch(
                    Rectangle((asked - 0.48, chosen - 0.46), 0.96, 0.92, fill=False, edgecolor=theme.ink, linewidth=1)
                )
            colour = theme.ink if number else theme.muted
            write(axes, asked, chosen, str(number) if number else "·", colour, ha="center")
    axes.set_yticks(range(count), fitting(axes, names), fontsize=SMALL, color=theme.ink)
    axes.set_xticks(range(count), [folded(name, 20) for name in names], fontsize=SMALL, color=theme.ink)
    axes.xaxis.tick_top()
    axes.tick_params(length=0, pad=4)
    corner = f"{progress_messages.CHART_LABELS['asked']} →\n{progress_messages.CHART_LABELS['chosen']} ↓"
    drawn.text(0.01, 1, corner, color=theme.muted, fontsize=SMALL, ha="left", va="top", linespacing=1.5)
    return drawn


# Calibration


def calibration_chart(figure: Calibration) -> Chart:
    """The share accepted with each word of confidence, over the chance that the word is read as."""
    spoken = [
        progress_messages.CHART_WORD.format(
            confidence=messages.CONFIDENCE[one.confidence], chance=percent(one.chance), of=of(one.accepted)
        )
        for one in figure.by_confidence
        if one.n
    ]
    return Chart(
        partial(_draw_calibration, figure), progress_messages.CHART_CALIBRATION.format(words="; ".join(spoken))
    )


def _draw_calibration(figure: Calibration, theme: Theme) -> Figure:
    """What each word claims, from left to right, and how often it was right, upward; on the line it holds."""
    drawn, axes = sheet(theme, 3.1, right=2.2)
    share_lines(axes, theme, upright=False)
    axes.set_xlim(0, 1)
    axes.plot([0, 1], [0, 1], color=theme.muted, linewidth=1, linestyle=(0, (1, 2)))
    write(axes, 0.14, 0.1, progress_messages.CHART_LABELS["as_claimed"], theme.muted, fontsize=SMALL, ha="left")
    ticks = []
    for one in figure.by_confidence:
        ticks.append((one.chance, f"{messages.CONFIDENCE[one.confidence]}\n{percent(one.chance)}"))
        if one.speaks:
            _whisker(axes, theme, one.chance, one.accepted)
            write(axes, one.chance + 0.022, one.accepted.share, of(one.accepted), theme.ink, fontsize=SMALL, ha="left")
    axes.set_xticks([chance for chance, _ in ticks], [label for _, label in ticks])
    return drawn


# Rules


def rules_chart(seen: Sequence[RuleSeen], criteria: Criteria) -> Chart:
    """Each rule as a bar of the times that it was shown, those in which it was missed hatched."""
    told = [progress_messages.CHART_RULE.format(rule=criteria.rule_name(one.rule), of=of(one.caught)) for one in seen]
    return Chart(partial(_draw_rules, seen, criteria), progress_messages.CHART_RULES.format(rules="; ".join(told)))


def _draw_rules(seen: Sequence[RuleSeen], criteria: Criteria, theme: Theme) -> Figure:
    names = [criteria.rule_name(one.rule) for one in seen]
    drawn, axes = sheet(theme, 0.55 + ROW * len(seen), left=room_for(names), right=0.9, bottom=0.4, top=0.1)
    row_names(axes, names, theme)
    axes.set_xlim(0, max(one.n for one in seen))
    axes.set_xticks([])
    for row, one in enumerate(seen):
        _bar(axes, 0, one.caught.hits, row, theme.blue, far=False)
        _bar(axes, one.caught.hits, one.n - one.caught.hits, row, theme.orange, far=True)
        write(axes, one.n + axes.get_xlim()[1] * 0.012, row, of(one.caught), theme.muted, fontsize=SMALL, ha="left")
    legend(axes, theme, len(seen) - 0.1, (("", theme.blue, "caught"), (HATCH, theme.orange, "missed")))
    return drawn


# Marks


def marks_chart(figure: Marks) -> Chart:
    """Recall and precision of the marks, 0 to 100%, with 95% intervals."""
    alternative = progress_messages.CHART_MARKS.format(recall=of(figure.recall), precision=of(figure.precision))
    return Chart(partial(_draw_marks, figure), alternative)


def _draw_marks(figure: Marks, theme: Theme) -> Figure:
    names = [progress_messages.CHART_LABELS["recall"], progress_messages.CHART_LABELS["precision"]]
    drawn, axes = sheet(theme, 1.2, left=room_for(names), right=0.5, bottom=0.35, top=0.05)
    row_names(axes, names, theme)
    share_lines(axes, theme, upright=True)
    for row, one in enumerate((figure.recall, figure.precision)):
        lying_whisker(axes, theme, row, one, of(one))
    return drawn


def lying_whisker(axes: Axes, theme: Theme, row: float, one: Proportion, label: str) -> None:
    """A proportion along its row: a dot on the line of its interval, its label above."""
    line(axes, theme, [one.low, one.high], [row, row])
    dot(axes, theme, one.share, row)
    write(axes, one.share, row - 0.2, label, theme.ink, fontsize=SMALL, ha="center", va="bottom")


# Time


def time_chart(blocks: Sequence[Block]) -> Chart:
    """Median seconds for a decision, block by block."""
    told = [
        progress_messages.CHART_BLOCK.format(first=one.first, last=one.last, of=duration(one.seconds)) for one in blocks
    ]
    return Chart(partial(_draw_time, blocks), progress_messages.CHART_TIME.format(blocks="; ".join(told)))


def _draw_time(blocks: Sequence[Block], theme: Theme) -> Figure:
    drawn, axes = sheet(theme, 1.9, left=0.3, top=0.3)
    longest = max(one.seconds for one in blocks) or 1
    axes.set_ylim(0, longest * 1.15)
    axes.set_yticks([])
    axes.axhline(0, color=theme.hairline, linewidth=0.8)
    axes.plot(range(len(blocks)), [one.seconds for one in blocks], "-o", color=theme.blue, linewidth=1.2, markersize=6)
    for place, one in enumerate(blocks):
        write(
            axes,
            place,
            one.seconds + longest * 0.08,
            duration(one.seconds),
            theme.ink,
            fontsize=SMALL,
            ha="center",
            va="bottom",
        )
    _block_ticks(axes, theme, blocks)
    return drawn
