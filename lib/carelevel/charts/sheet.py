"""An empty chart: one pair of axes without a frame, in our type sizes and a theme's colours."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from carelevel.analytics.chance import Proportion
from carelevel.charts.theme import Theme
from carelevel.feedback.figures import of
from carelevel.messages import progress as progress_messages

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SHEET_WIDTH = 7.2
"""Inches, of every chart; at the page's widest a point of it is about 1.4 pixels."""

SMALL, NORMAL = 8.5, 9.5
"""Type sizes, in points."""

LETTER = 0.072
"""Inches that a letter of NORMAL takes at most, on average."""

BESIDE = 0.25
"""Inches between a name and the axes, and left of it."""

FULL_SHARE = (0.0, 0.5, 1.0)


def sheet(
    theme: Theme,
    height: float,
    *,
    left: float = 0.55,
    right: float = 0.2,
    bottom: float = 0.45,
    top: float = 0.2,
    width: float = SHEET_WIDTH,
) -> tuple[Figure, Axes]:
    """A figure of *height* inches and its axes, both transparent; margins in inches."""
    from matplotlib.figure import Figure  # 30 MB, which only who asks for a chart should pay

    figure = Figure(figsize=(width, height))
    axes = figure.add_axes(
        (left / width, bottom / height, (width - left - right) / width, (height - bottom - top) / height)
    )
    figure.patch.set_visible(False)
    axes.patch.set_visible(False)
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0, labelsize=SMALL, labelcolor=theme.muted, pad=5)
    return figure, axes


def write(axes: Axes, x: float, y: float, text: str, colour: str, **how: Any) -> None:
    """A label; *how* as matplotlib has it (ha, va, weight …), the size NORMAL unless it says another."""
    axes.text(x, y, text, color=colour, clip_on=False, **{"fontsize": NORMAL, "va": "center", **how})


def share_lines(axes: Axes, theme: Theme, *, upright: bool) -> None:
    """Thin lines and labels at 0, 50 and 100%; *upright* where the share runs from left to right."""
    for share in FULL_SHARE:
        (axes.axvline if upright else axes.axhline)(share, color=theme.hairline, linewidth=0.8, zorder=0)
    (axes.set_xlim if upright else axes.set_ylim)(0, 1)
    (axes.set_xticks if upright else axes.set_yticks)(FULL_SHARE, [f"{100 * share:.0f}%" for share in FULL_SHARE])


def row_names(axes: Axes, names: Sequence[str], theme: Theme) -> None:
    """The names of rows 0, 1, … from the top, left of the axes, as much of them as there is room for."""
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_yticks(range(len(names)), fitting(axes, names), fontsize=NORMAL, color=theme.ink)


def room_for(names: Sequence[str], most: float = 3.2) -> float:
    """Inches for the longest of *names* beside the axes."""
    return min(most, BESIDE + LETTER * max(map(width_of, names), default=0))


def fitting(axes: Axes, names: Sequence[str]) -> list[str]:
    """The names, each as long as the room left of axes of SHEET_WIDTH allows."""
    room = axes.get_position().x0 * SHEET_WIDTH - BESIDE
    return [shortened(name, round(room / LETTER)) for name in names]


def shortened(text: str, most: int) -> str:
    """*text*, or as many of its words as *most* letters hold."""
    if width_of(text) <= most:
        return text
    kept = text
    while width_of(kept) > most - 1:
        kept = kept[:-1]
    return (kept.rpartition(" ")[0] or kept).rstrip() + " …"


def folded(text: str, across: int) -> str:
    """*text* on two lines of *across* letters, or as many of its words as they hold."""
    letters = across * len(text) // max(width_of(text), 1)
    return fill(text, max(letters, 4), max_lines=2, placeholder=" …")


def width_of(text: str) -> int:
    """In letters: one of East Asia, or a picture, is as wide as two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def whisker(axes: Axes, theme: Theme, place: float, proportion: Proportion, *, upright: bool) -> None:
    """A dot on the line of its interval, at *place* across the scale; *upright* where the share runs upward."""
    line: dict[str, Any] = {"linewidth": 2.4, "alpha": 0.45, "solid_capstyle": "butt"}
    dot: dict[str, Any] = {"marker": "o", "linestyle": "none", "markersize": 6.5, "zorder": 3}
    for shares, style in (([proportion.low, proportion.high], line), ([proportion.share], dot)):
        places = [place] * len(shares)
        axes.plot(*((places, shares) if upright else (shares, places)), color=theme.blue, clip_on=False, **style)


def share_rows(
    theme: Theme, height: float, names: Sequence[str], proportions: Sequence[Proportion], *, right: float, top: float
) -> tuple[Figure, Axes]:
    """A sheet with a row for each of *proportions*, 0 to 100% from left to right, each with its name and its counts."""
    figure, axes = sheet(theme, height, left=room_for(names), right=right, bottom=0.35, top=top)
    row_names(axes, names, theme)
    share_lines(axes, theme, upright=True)
    for row, proportion in enumerate(proportions):
        whisker(axes, theme, row, proportion, upright=False)
        write(axes, proportion.share, row - 0.2, of(proportion), theme.ink, fontsize=SMALL, ha="center", va="bottom")
    return figure, axes


def legend(axes: Axes, theme: Theme, y: float, entries: Sequence[tuple[str, str, str]]) -> None:
    """Swatches in a row at *y*, from the left: hatch, colour, and which of CHART_LABELS."""
    low, high = axes.get_xlim()
    inch = (high - low) / (axes.get_position().width * SHEET_WIDTH)
    x = low
    for hatch, colour, label in entries:
        face = "none" if hatch else colour
        axes.barh(y, 0.22 * inch, 0.34, x, align="center", facecolor=face, edgecolor=colour, hatch=hatch, clip_on=False)
        text = progress_messages.CHART_LABELS[label]
        write(axes, x + 0.3 * inch, y, text, theme.muted, fontsize=SMALL, ha="left")
        x += (0.65 + LETTER * width_of(text)) * inch
    axes.set_xlim(low, high)
