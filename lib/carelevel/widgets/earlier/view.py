"""What the page of a trainee's earlier answers is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carelevel.widgets.shared.view import FaceView, Option, ToldAnswer


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """One answer in the list: its id, its case, and what came of it then."""

    id: str
    title: str
    says: str
    sign: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One question by which answers are chosen; *name* is the part of a selection that it sets."""

    name: str
    legend: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class OpenedAnswer:
    """An answer told again; *newer* and *older* are the ids of those beside it in the list, '' at its ends."""

    told: ToldAnswer
    notes: tuple[str, ...]
    newer: str
    older: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierView(FaceView):
    """One page of the answers that are chosen, the latest first; *narrowing* is null until it is asked for.

    *selection* is what they are chosen by, *chosen* says it in words; *pages* is how many there are.
    """

    title: str
    says: str
    chosen: str
    selection: Mapping[str, str]
    narrowing: tuple[Narrowing, ...] | None
    answers: tuple[EarlierAnswer, ...]
    page: int
    pages: int
    opened: OpenedAnswer | None
