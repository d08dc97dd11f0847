"""A story's prose as HTML."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from carelevel.core.case import DecisionPoint, Paragraph
from carelevel.feedback.html import Part, tag


def prose(point: DecisionPoint) -> list[Markup]:
    """The paragraphs, stressed words as <em>; nothing tells which phrases are evidence."""
    return [tag("p", list(_runs(paragraph))) for paragraph in point.paragraphs]


def _runs(paragraph: Paragraph) -> Iterator[Part]:
    at = 0
    for start, end in sorted(paragraph.stressed):
        if start >= at:  # stress within stress is one stress
            yield paragraph.text[at:start]
            yield tag("em", paragraph.text[start:end])
            at = end
    yield paragraph.text[at:]
