"""The picture of two votes, as on the screen, as an `svg` element."""

from __future__ import annotations

from markupsafe import Markup

from carelevel.core.ballot import Shift
from carelevel.core.criteria import Criteria
from carelevel.feedback.html import Part, tag
from carelevel.feedback.names import level_name
from carelevel.messages import report as report_messages
from carelevel.workshop.flow import Pole, flow_picture


def flow_svg(moved: Shift, criteria: Criteria) -> Markup:
    """Its colors are the page's; what it shows stands in a table beside it too."""
    picture = flow_picture(moved)
    return tag(
        "svg",
        [
            tag("text", title.text, class_="cl-flow-side", x=str(title.x), y=str(title.y), text_anchor=title.anchor)
            for title in picture.titles
        ],
        [tag("path", d=band.path, class_="cl-flow-same" if band.stayed else None) for band in picture.bands],
        [_pole(pole, criteria) for pole in picture.poles],
        class_="cl-flow",
        viewBox=picture.view_box,
        role="img",
        aria_label=report_messages.REPORT_FLOW,
    )


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
