"""A story's prose as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from markupsafe import Markup

from carelevel.core.case import DecisionPoint
from carelevel.feedback.html import Part, tag
from carelevel.feedback.prose import Run, prose


def prose_html(point: DecisionPoint) -> list[Markup]:
    """The paragraphs, stressed words as <em>; nothing tells which phrases are evidence."""
    return [tag("p", list(_texts(paragraph))) for paragraph in prose(point)]


def _texts(runs: Iterable[Run]) -> Iterator[Part]:
    for stressed, alike in groupby(runs, key=lambda run: run.stressed):
        text = "".join(run.text for run in alike)
        yield tag("em", text) if stressed else text
