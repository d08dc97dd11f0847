"""Where in a draft something lies that was found in the case or in the file made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from carelevel.authoring.check.problem import Problem
from carelevel.authoring.draft.alignment import moved
from carelevel.authoring.draft.draft import Draft
from carelevel.authoring.draft.whitespace import paragraphs
from carelevel.bank.mistake import Mistake
from carelevel.core.case import Case, Evidence, Span
from carelevel.lint import Hit, Severity, Where
from carelevel.words import authoring as words

_PLACES = {"key": "points.0.expected", "dissent": "points.0.dissent", "twins": "twins.0.id"}
"""The field that an entry of the front matter is shown in, where the two have other names."""
_FIELDS = frozenset({"id", "title", "difficulty", "discuss"})


@dataclass(frozen=True, slots=True)
class PlacedHit:
    """What lint found: *start* and *end* are code points of the field that *where* names, None for the whole of it."""

    where: str
    start: int | None
    end: int | None
    severity: Severity
    code: str
    says: str
    words: str  # as they stand in the text
    rewording: str


def place_hits(hits: Sequence[Hit], case: Case, draft: Draft) -> tuple[PlacedHit, ...]:
    """*hits*, found in the partial *case*, in the fields of the *draft* that it was made of."""
    placed = []
    for hit in hits:
        where, at = _field(hit.where, case, draft)
        start, end = at or (None, None)
        placed.append(PlacedHit(where, start, end, hit.severity, hit.code, hit.problem, hit.words, hit.rewording))
    return tuple(placed)


def place_problem(told: Problem, tidied: Draft, draft: Draft) -> Problem:
    """A problem of the *tidied* draft, at its place in the draft as it was typed."""
    if told.start is None or told.end is None:
        return told
    start, end = moved((told.start, told.end), text_of(told.where, tidied), text_of(told.where, draft))
    return replace(told, start=start, end=end)


def place_mistake(mistake: Mistake, text: str) -> Problem:
    """A mistake that the bank found in *text*, the draft's file."""
    remedy = words.AND_THEN.format(remedy=mistake.remedy[:1].upper() + mistake.remedy[1:])
    return Problem(
        _line_places(text)[mistake.line - 1], mistake.problem[:1].upper() + mistake.problem[1:] + ".", remedy
    )


def text_of(where: str, draft: Draft) -> str:
    """The text of a field; empty where it has none."""
    steps = where.split(".")
    if len(steps) == 1:
        return str(getattr(draft, where, ""))
    held: Sequence[object] = draft.points if steps[0] == "points" else draft.twins
    return str(getattr(held[int(steps[1])], steps[2], ""))


def _field(where: Where, case: Case, draft: Draft) -> tuple[str, Span | None]:
    if where.part in ("title", "discuss"):
        return where.part, _spanned(where.at, getattr(case, where.part), getattr(draft, where.part))
    point = case.points[where.point or 0]
    name = f"points.{where.point or 0}"
    typed = draft.points[where.point or 0]
    if where.part == "heading":
        return f"{name}.heading", _spanned(where.at, point.heading, typed.heading)
    if where.part == "dissent":
        reason = point.dissent.reason if point.dissent else ""
        return f"{name}.dissent", _spanned(where.at, reason, typed.dissent)
    if where.twin:
        return _in_twin(where, case, draft)
    spans = paragraphs(typed.text)
    if where.paragraph is None or len(spans) != len(point.paragraphs):
        return f"{name}.text", None
    start, end = spans[where.paragraph]
    at = _spanned(where.at, point.paragraphs[where.paragraph].text, typed.text[start:end]) or (0, end - start)
    return f"{name}.text", (at[0] + start, at[1] + start)


def _in_twin(where: Where, case: Case, draft: Draft) -> tuple[str, Span | None]:
    place = int(where.twin)
    name, typed = f"twins.{place}.words", draft.twins[place].words
    shown = _changed(where, case)
    if where.at is None or shown is None:
        return name, None
    start, end = (min(max(at - shown.at[0], 0), len(shown.phrase)) for at in where.at)
    return name, moved((start, end), shown.phrase, typed)


def _changed(where: Where, case: Case) -> Evidence | None:
    evidence = case.telling(where.twin)[where.point or 0].evidence
    return next((shown for shown in evidence if shown.changed and shown.paragraph == where.paragraph), None)


def _spanned(at: Span | None, told: str, typed: str) -> Span | None:
    return None if at is None else moved(at, told, typed)


def _line_places(text: str) -> list[str]:
    """For each line of a case file, the field of the draft that it comes from."""
    return list(_places(text.split("\n")))


def _places(lines: Sequence[str]) -> Iterator[str]:
    where, point, dashes = "file", -1, 0
    for line in lines:
        key = line.split(":")[0]
        if line == "---" and dashes < 2:
            where, dashes = "file", dashes + 1
        elif dashes < 2 and (key in _FIELDS or key in _PLACES):
            where = _PLACES.get(key, key)
        elif dashes == 2 and line.startswith("## "):
            point += 1
            where = f"points.{point}.text"
        yield where
