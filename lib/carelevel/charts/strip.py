"""A strip: an SVG of one row's numbers, each from 0 to 1 across its width; it holds no text, which stands beside it.

All lengths across are in percent, so that a strip is as wide as its cell and nothing in it is stretched. Its colors are
the page's (`pages/progress.css`), by class.
"""

from __future__ import annotations

from markupsafe import Markup

from carelevel.analytics.chance import Proportion
from carelevel.feedback.figures import interval
from carelevel.feedback.html import tag
from carelevel.messages import progress as progress_messages

SCALE = (0.0, 0.5, 1.0)
"""The shares at which an upright line stands, and what they are called in a column's head."""


def strip(*marks: Markup, label: str | None = None) -> Markup:
    """*marks* one over the other; without a *label* the cells beside it say all, and a screen reader passes it by."""
    named = {"role": "img", "aria_label": label} if label else {"aria_hidden": "true"}
    return tag("svg", *marks, class_="cl-strip", focusable="false", **named)


def line(place: float, kind: str = "cl-scale") -> Markup:
    """An upright line."""
    return tag("line", x1=_percent(place), x2=_percent(place), y1="0", y2="100%", class_=kind)


def bar(start: float, end: float, kind: str, *, hatched: bool = False) -> Markup:
    """A bar between two places, in either order; *hatched* says by a pattern what the color says."""
    left, length = min(start, end), abs(end - start)
    box = tag("rect", x=_percent(left), width=_percent(length), y="25%", height="50%", class_=kind)
    if not hatched:
        return box
    hatch = tag("line", x1=_percent(left), x2=_percent(left + length), y1="50%", y2="50%", class_=f"{kind} cl-hatch")
    return Markup("").join((tag("g", box, class_="cl-hollow"), hatch))


def share(proportion: Proportion, *lines: Markup, said: bool = False) -> Markup:
    """A strip from 0 to 100%: a dot at the share, on the line of its interval, and *lines* beside those of SCALE.

    *said*: a text beside it says the interval too.
    """
    low, high, place = _percent(proportion.low), _percent(proportion.high), _percent(proportion.share)
    return strip(
        *map(line, SCALE),
        *lines,
        tag("line", x1=low, x2=high, y1="50%", y2="50%", class_="cl-interval"),
        tag("circle", cx=place, cy="50%", r="5", class_="cl-dot"),
        label=None if said else progress_messages.CHART_RANGE.format(interval=interval(proportion)),
    )


def scale() -> Markup:
    """The head of a column of shares."""
    return tag("span", [tag("span", f"{100 * place:.0f}%") for place in SCALE], class_="cl-scales")


def _percent(place: float) -> str:
    return f"{100 * place:.2f}%"
