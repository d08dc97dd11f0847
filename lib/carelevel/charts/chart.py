"""A chart: a table that can be read row by row, whose cells show at a glance what they say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from carelevel.feedback.behind import Counted
from carelevel.feedback.html import Part, tag

NOTHING = 0.06
"""How dark the cell of the smallest count is, from 0 to 1."""

Row = tuple[Part | Counted, ...]


class ChartKind(StrEnum):
    """What a chart looks like: its class in `pages/progress.css`."""

    STRIPS = "cl-chart"
    SHADES = "cl-shades"


@dataclass(frozen=True, slots=True)
class Chart:
    """*rows* have a cell for each of *columns*, the first with the row's name; *key* says how to read what is drawn.

    *title* is what it is called where several stand together.
    """

    columns: tuple[Part, ...]
    rows: tuple[Row, ...]
    key: str = ""
    kind: ChartKind = ChartKind.STRIPS
    title: str = ""


def shade(count: int, most: int, says: str = "", kind: str = "") -> Markup:
    """A cell of SHADES: *says*, or *count*, the darker the nearer to *most*; none for a count of 0."""
    dark = NOTHING + (1 - NOTHING) * count / most if count else 0
    text = says or str(count)
    classes = f"cl-shade {kind}" if kind else "cl-shade"
    return tag("span", text if count or says else tag("small", text), class_=classes, style=f"--dark: {dark:.2f}")
