"""The charts of one trainee's progress."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from carelevel import messages
from carelevel.analytics.progress import Agreement, Block, Calibration, Direction, Marks, Matrix, Progress, RuleSeen
from carelevel.charts.chart import Chart
from carelevel.charts.sheet import (
    SMALL,
    fitting,
    folded,
    legend,
    room_for,
    row_names,
    share_lines,
    share_rows,
    sheet,
    whisker,
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
    blocks, rules = record.agreement.blocks, [rule for rule in record.rules if rule.speaks]
    charts = {
        "agreement": record.agreement.speaks and agreement_chart(record.agreement),
        "direction": record.direction.speaks and direction_chart(record.direction),
        "matrix": record.matrix.speaks and matrix_chart(record.matrix, criteria),
        "calibration": record.calibration.speaks and calibration_chart(record.calibration),
        "rules": record.agreement.speaks and bool(rules) and rules_chart(rules, criteria),
        "marks": record.marks.speaks and marks_chart(record.marks),
        "time": record.time.speaks and len(blocks) > 1 and time_chart(blocks),
    }
    return {name: chart for name, chart in charts.items() if chart}


def agreement_chart(figure: Agreement) -> Chart:
    """The share accepted, 0 to 100%, block by block with 95% intervals; a dotted line at the share of all."""

    def draw(theme: Theme) -> Figure:
        drawn, axes = sheet(theme, 2.5, right=0.95)
        share_lines(axes, theme, upright=False)
        overall = figure.overall.share
        axes.axhline(overall, color=theme.muted, linewidth=1, linestyle=(0, (1, 2)), zorder=1)
        label = progress_messages.CHART_LABELS["all"].format(share=percent(overall))
        write(axes, 1.02, overall, label, theme.muted, fontsize=SMALL, transform=axes.get_yaxis_transform())
        for place, block in enumerate(figure.blocks):
            whisker(axes, theme, place, block.accepted, upright=True)
            above, counts = block.accepted.share + 0.015, of(block.accepted)
            write(axes, place + 0.06, above, counts, theme.ink, fontsize=SMALL, va="bottom")
        _block_ticks(axes, theme, figure.blocks)
        return drawn

    blocks = _by_block(figure.blocks, lambda block: of(block.accepted))
    return Chart(draw, progress_messages.CHART_AGREEMENT.format(blocks=blocks, all=of(figure.overall)))


def direction_chart(figure: Direction) -> Chart:
    """Errors as bars from the middle: less intensive to the left, more to the right, two rungs or more hatched."""

    def draw(theme: Theme) -> Figure:
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
        sides = (-1, "← {}", "less", figure.less, "right"), (1, "{} →", "more", figure.more, "left")
        for side, pointing, name, count, outward in sides:
            label = pointing.format(progress_messages.CHART_LABELS[name])
            write(axes, side * reach * 0.012, 0.78, label, theme.ink, ha=outward)
            write(axes, side * (count + reach * 0.02), 0, str(count), theme.ink, ha=outward, weight="bold")
        if far:
            legend(axes, theme, -0.95, (("", theme.muted, "one_rung"), (HATCH, theme.muted, "more_rungs")))
        return drawn

    forms = {True: progress_messages.CHART_STEP_MORE, False: progress_messages.CHART_STEP_LESS}
    steps = "; ".join(
        progress_messages.CHART_STEP.format(step=messages.counted(abs(step), forms[step > 0]), count=count)
        for step, count in figure.steps.items()
    )
    return Chart(draw, progress_messages.CHART_DIRECTION.format(steps=steps))


def _side(axes: Axes, colour: str, steps: Mapping[int, int], side: int) -> None:
    start = 0
    for step in sorted((step for step in steps if step * side > 0), key=abs):
        _bar(axes, side * start, side * steps[step], 0, colour, far=abs(step) > 1)
        start += steps[step]


def _bar(axes: Axes, start: float, length: float, row: float, colour: str, *, far: bool) -> None:
    """Solid, or hatched where it is *far*: the pattern says what the colour says."""
    if length:
        face, hatch = ("none", HATCH) if far else (colour, None)
        axes.barh(row, length, 0.62, start, facecolor=face, edgecolor=colour, hatch=hatch, linewidth=1)


def matrix_chart(figure: Matrix, criteria: Criteria) -> Chart:
    """How often each level was chosen, by what the criteria say: the most intensive on top, as on a ladder.

    Cells are darker with more; the diagonal is framed.
    """
    names = [level_name(level, criteria) for level in figure.levels]
    cells = [(chosen, asked, count) for chosen, row in enumerate(figure.counts) for asked, count in enumerate(row)]

    def draw(theme: Theme) -> Figure:
        from matplotlib.patches import Rectangle

        levels = range(len(names))
        drawn, axes = sheet(theme, 0.72 + 0.46 * len(names), left=room_for(names), bottom=0.12, top=0.6)
        axes.set_xlim(-0.5, len(names) - 0.5)
        axes.set_ylim(-0.5, len(names) - 0.5)
        most = max(count for _, _, count in cells) or 1
        for chosen, asked, count in cells:
            corner = asked - 0.48, chosen - 0.46
            shade = {"facecolor": theme.blue, "alpha": 0.06 + 0.34 * count / most} if count else {"facecolor": "none"}
            axes.add_patch(Rectangle(corner, 0.96, 0.92, linewidth=0, **shade))
            if chosen == asked:
                axes.add_patch(Rectangle(corner, 0.96, 0.92, fill=False, edgecolor=theme.ink, linewidth=1))
            write(axes, asked, chosen, str(count or "·"), theme.ink if count else theme.muted, ha="center")
        axes.set_yticks(levels, fitting(axes, names), fontsize=SMALL, color=theme.ink)
        axes.set_xticks(levels, [folded(name, 20) for name in names], fontsize=SMALL, color=theme.ink)
        axes.xaxis.tick_top()
        axes.tick_params(length=0, pad=4)
        axes_say = f"{progress_messages.CHART_LABELS['asked']} →\n{progress_messages.CHART_LABELS['chosen']} ↓"
        drawn.text(0.01, 1, axes_say, color=theme.muted, fontsize=SMALL, ha="left", va="top", linespacing=1.5)
        return drawn

    says = "; ".join(
        progress_messages.CHART_CELL.format(chosen=names[chosen], asked=names[asked], count=count)
        for chosen, asked, count in cells
        if count
    )
    return Chart(draw, progress_messages.CHART_MATRIX.format(cells=says))


def calibration_chart(figure: Calibration) -> Chart:
    """What each word claims, from left to right, and how often it was right, upward; on the line it holds."""

    def draw(theme: Theme) -> Figure:
        drawn, axes = sheet(theme, 3.1, right=2.2)
        share_lines(axes, theme, upright=False)
        axes.set_xlim(0, 1)
        axes.plot([0, 1], [0, 1], color=theme.muted, linewidth=1, linestyle=(0, (1, 2)))
        write(axes, 0.14, 0.1, progress_messages.CHART_LABELS["as_claimed"], theme.muted, fontsize=SMALL, ha="left")
        for word in figure.by_confidence:
            if word.speaks:
                whisker(axes, theme, word.chance, word.accepted, upright=True)
                beside, counts = word.chance + 0.022, of(word.accepted)
                write(axes, beside, word.accepted.share, counts, theme.ink, fontsize=SMALL, ha="left")
        axes.set_xticks(
            [word.chance for word in figure.by_confidence],
            [f"{messages.CONFIDENCE[word.confidence]}\n{percent(word.chance)}" for word in figure.by_confidence],
        )
        return drawn

    words = "; ".join(
        progress_messages.CHART_WORD.format(
            confidence=messages.CONFIDENCE[word.confidence], chance=percent(word.chance), of=of(word.accepted)
        )
        for word in figure.by_confidence
        if word.n
    )
    return Chart(draw, progress_messages.CHART_CALIBRATION.format(words=words))


def rules_chart(seen: Sequence[RuleSeen], criteria: Criteria) -> Chart:
    """Each rule as a bar of the times that it was shown, those in which it was missed hatched."""
    names = [criteria.rule_name(rule.rule) for rule in seen]

    def draw(theme: Theme) -> Figure:
        drawn, axes = sheet(theme, 0.55 + ROW * len(seen), left=room_for(names), right=0.9, bottom=0.4, top=0.1)
        row_names(axes, names, theme)
        most = max(rule.n for rule in seen)
        axes.set_xlim(0, most)
        axes.set_xticks([])
        for row, rule in enumerate(seen):
            _bar(axes, 0, rule.caught.hits, row, theme.blue, far=False)
            _bar(axes, rule.caught.hits, rule.n - rule.caught.hits, row, theme.orange, far=True)
            write(axes, rule.n + most * 0.012, row, of(rule.caught), theme.muted, fontsize=SMALL, ha="left")
        legend(axes, theme, len(seen) - 0.1, (("", theme.blue, "caught"), (HATCH, theme.orange, "missed")))
        return drawn

    rules = "; ".join(
        progress_messages.CHART_RULE.format(rule=name, of=of(rule.caught))
        for name, rule in zip(names, seen, strict=True)
    )
    return Chart(draw, progress_messages.CHART_RULES.format(rules=rules))


def marks_chart(figure: Marks) -> Chart:
    """Recall and precision of the marks, 0 to 100%, with 95% intervals."""

    def draw(theme: Theme) -> Figure:
        names = [progress_messages.CHART_LABELS[name] for name in ("recall", "precision")]
        return share_rows(theme, 1.2, names, (figure.recall, figure.precision), right=0.5, top=0.05)[0]

    return Chart(draw, progress_messages.CHART_MARKS.format(recall=of(figure.recall), precision=of(figure.precision)))


def time_chart(blocks: Sequence[Block]) -> Chart:
    """Median seconds for a decision, block by block."""

    def draw(theme: Theme) -> Figure:
        drawn, axes = sheet(theme, 1.9, left=0.3, top=0.3)
        seconds = [block.seconds for block in blocks]
        longest = max(seconds) or 1
        axes.set_ylim(0, longest * 1.15)
        axes.set_yticks([])
        axes.axhline(0, color=theme.hairline, linewidth=0.8)
        axes.plot(range(len(blocks)), seconds, "-o", color=theme.blue, linewidth=1.2, markersize=6)
        for place, median in enumerate(seconds):
            above, label = median + longest * 0.08, duration(median)
            write(axes, place, above, label, theme.ink, fontsize=SMALL, ha="center", va="bottom")
        _block_ticks(axes, theme, blocks)
        return drawn

    medians = _by_block(blocks, lambda block: duration(block.seconds))
    return Chart(draw, progress_messages.CHART_TIME.format(blocks=medians))


def _by_block(blocks: Sequence[Block], says: Callable[[Block], str]) -> str:
    return "; ".join(
        progress_messages.CHART_BLOCK.format(first=block.first, last=block.last, of=says(block)) for block in blocks
    )


def _block_ticks(axes: Axes, theme: Theme, blocks: Sequence[Block]) -> None:
    axes.set_xlim(-0.4, max(0.6, len(blocks) - 0.4))
    axes.set_xticks(range(len(blocks)), [f"{block.first}–{block.last}" for block in blocks])
    axes.set_xlabel(progress_messages.CHART_LABELS["answers"], fontsize=SMALL, color=theme.muted, loc="left")
