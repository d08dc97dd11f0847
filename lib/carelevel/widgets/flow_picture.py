"""The picture of two votes, as on the screen: bars on either side, a ribbon for everybody who voted twice."""

from __future__ import annotations

from markupsafe import Markup

from carelevel.core.ballot import Shift
from carelevel.core.criteria import Criteria
from carelevel.feedback.html import Part, tag
from carelevel.feedback.names import level_name
from carelevel.messages import report as report_messages
from carelevel.workshop import flow
from carelevel.workshop.flow import Pole, Title


def flow_picture(moved: Shift, criteria: Criteria) -> Markup:
    """An `svg` element whose colors are the page's; what it shows stands in a table beside it too."""
    drawn = flow.flow_picture(moved)
    return tag(
        "svg",
        [_title(title) for title in drawn.titles],
        [tag("path", d=band.path, class_="cl-flow-same" if band.stayed else None) for band in drawn.bands],
        [_pole(pole, criteria) for pole in drawn.poles],
        class_="cl-flow",
        viewBox=drawn.view_box,
        role="img",
        aria_label=report_messages.REPORT_FLOW,
    )


def _title(title: Title) -> Markup:
    return tag("text", title.text, class_="cl-flow-side", x=str(title.x), y=str(title.y), text_anchor=title.anchor)


def _pole(pole: Pole, criteria: Criteria) -> Part:
    return [
        tag("rect", x=str(pole.x), width=str(pole.width), y=f"{pole.y:.1f}", height=f"{pole.height:.1f}"),
        tag(
            "text",
            level_name(pole.level, criteria),
            tag("tspan", str(pole.count), dx="14", font_weight="700"),
            x=str(pole.label_x),
            y=f"{pole.label_y:.1f}",
            text_anchor=pole.anchor,
            dominant_baseline="central",
        ),
    ]
