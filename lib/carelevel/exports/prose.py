"""A story's prose as HTML, and what words of it mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from markupsafe import Markup

from carelevel.core.case import DecisionPoint
from carelevel.core.glossary import Term
from carelevel.feedback.html import Part, tag
from carelevel.feedback.prose import Run, prose
from carelevel.messages import export as export_messages


def prose_html(point: DecisionPoint) -> list[Markup]:
    """The paragraphs, stressed words as <em>; nothing tells which phrases are evidence."""
    return [tag("p", list(_texts(paragraph))) for paragraph in prose(point)]


def glossary_html(terms: Iterable[Term]) -> list[Markup]:
    """Under the story; nothing where no word is explained."""
    rows = [part for term in terms for part in (tag("dt", term.word), tag("dd", term.meaning))]
    if not rows:
        return []
    return [tag("div", tag("p", tag("strong", export_messages.GLOSSARY)), tag("dl", rows), class_="glossary")]


def _texts(runs: Iterable[Run]) -> Iterator[Part]:
    for stressed, alike in groupby(runs, key=lambda run: run.stressed):
        text = "".join(run.text for run in alike)
        yield tag("em", text) if stressed else text
