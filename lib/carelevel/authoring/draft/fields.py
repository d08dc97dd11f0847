"""The texts of a draft, by the names of their fields: "title", "points.0.heading", "twins.1.words"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from carelevel.authoring.draft.draft import Draft

OF_DRAFT, OF_POINT, OF_TWIN = ("id", "title", "discuss"), ("heading", "text", "dissent"), ("id", "words")
OF_TERM = ("word", "meaning")
"""What an author types, as a text, into a draft itself, into a decision point, a twin and an entry of the glossary."""

Change = Callable[[str, str], str]
"""What a text becomes, by its name, such as "heading", and as it is."""


def texts(draft: Draft) -> Iterator[tuple[str, str]]:
    """Each text with its field, in their order."""
    points = (_texts(point, OF_POINT, f"points.{number}.") for number, point in enumerate(draft.points))
    twins = (_texts(twin, OF_TWIN, f"twins.{number}.") for number, twin in enumerate(draft.twins))
    terms = (_texts(term, OF_TERM, f"glossary.{number}.") for number, term in enumerate(draft.glossary))
    return chain(_texts(draft, OF_DRAFT), *points, *twins, *terms)


def text_of(field: str, draft: Draft) -> str:
    """The text of a field; empty where it has none."""
    steps = field.split(".")
    if len(steps) == 1:
        return str(getattr(draft, field, ""))
    held: Sequence[object] = getattr(draft, steps[0])
    return str(getattr(held[int(steps[1])], steps[2], ""))


def with_texts(draft: Draft, change: Change) -> Draft:
    """The draft with each of its texts changed; phrases stay where they were."""
    points = tuple(replace(point, **_changed(point, OF_POINT, change)) for point in draft.points)
    twins = tuple(replace(twin, **_changed(twin, OF_TWIN, change)) for twin in draft.twins)
    terms = tuple(replace(term, **_changed(term, OF_TERM, change)) for term in draft.glossary)
    return replace(draft, points=points, twins=twins, glossary=terms, **_changed(draft, OF_DRAFT, change))


def _texts(part: object, names: Sequence[str], where: str = "") -> Iterator[tuple[str, str]]:
    return ((f"{where}{name}", getattr(part, name)) for name in names)


def _changed(part: object, names: Sequence[str], change: Change) -> dict[str, Any]:
    return {name: change(name, text) for name, text in _texts(part, names)}
