"""The picture of two votes, as on the screen: bars on either side, a ribbon for everybody who voted twice."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from carelevel.core.ballot import Shift
from carelevel.core.criteria import Criteria
from carelevel.feedback.html import Part, tag
from carelevel.feedback.names import level_name
from carelevel.messages import report as report_messages
from carelevel.messages import room as room_messages
from carelevel.workshop.flow import Bar, Flow, Ribbon, flow

HEIGHT, GAP = 700, 0.075
"""Of the picture, and between two of its bars: a line of text."""

LEFT, RIGHT, THICK = 580, 1144, 36
"""Where the bars stand, and how wide they are."""


def flow_picture(moved: Shift, criteria: Criteria) -> Markup:
    """An `svg` element whose colours are the page's; what it shows stands in a table beside it too."""
    drawn = flow(moved.first.counts, moved.second.counts, moved.moves, list(moved.first.counts), GAP)
    return tag(
        "svg",
        _side(room_messages.LIVE["first"], LEFT + THICK, "end"),
        _side(room_messages.LIVE["second"], RIGHT, "start"),
        [_ribbon(ribbon) for ribbon in drawn.ribbons],
        _poles(drawn, criteria),
        class_="cl-flow",
        viewBox="0 -90 1760 800",
        role="img",
        aria_label=report_messages.REPORT_FLOW,
    )


def _side(title: str, x: int, anchor: str) -> Markup:
    return tag("text", title, class_="cl-flow-side", x=str(x), y="-50", text_anchor=anchor)


def _poles(drawn: Flow, criteria: Criteria) -> Iterable[Part]:
    for bar in drawn.first:
        yield _pole(bar, criteria, LEFT, LEFT - 20, "end")
    for bar in drawn.second:
        yield _pole(bar, criteria, RIGHT, RIGHT + THICK + 20, "start")


def _pole(bar: Bar, criteria: Criteria, x: int, at: int, anchor: str) -> Part:
    top, height = bar.top * HEIGHT, bar.height * HEIGHT
    return [
        tag("rect", x=str(x), width=str(THICK), y=f"{top:.1f}", height=f"{max(height, 2):.1f}"),
        tag(
            "text",
            level_name(bar.level, criteria),
            tag("tspan", str(bar.count), dx="14", font_weight="700"),
            x=str(at),
            y=f"{top + height / 2:.1f}",
            text_anchor=anchor,
            dominant_baseline="central",
        ),
    ]


def _ribbon(ribbon: Ribbon) -> Markup:
    begin, end, middle = LEFT + THICK, RIGHT, (LEFT + THICK + RIGHT) // 2
    leaves, left, meets, right = (
        round(part * HEIGHT, 1) for part in (ribbon.leaves, ribbon.left, ribbon.meets, ribbon.right)
    )
    path = (
        f"M{begin} {leaves} C{middle} {leaves} {middle} {meets} {end} {meets} L{end} {meets + right:.1f} "
        f"C{middle} {meets + right:.1f} {middle} {leaves + left:.1f} {begin} {leaves + left:.1f} Z"
    )
    return tag("path", d=path, class_="cl-flow-same" if ribbon.before == ribbon.after else None)
