"""Where in a draft something lies that was found in the case or in the file made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from carelevel.authoring.check.draft_problem import in_sentences
from carelevel.authoring.draft.alignment import moved
from carelevel.authoring.draft.draft import Draft
from carelevel.authoring.draft.fields import text_of
from carelevel.authoring.draft.whitespace import paragraphs
from carelevel.core.case import Case, Evidence, Span
from carelevel.core.diagnostic import CasePart, Diagnostic

_PLACES = {
    **{"key": "points.0.expected", "dissent": "points.0.dissent", "twins": "twins.0.id"},
    **{"opening": "file", "unsaid": "file"},
}
"""The field that an entry of the front matter is shown in, where the two have other names."""
_FIELDS = frozenset({"id", "title", "difficulty", "reading", "discuss", "glossary"})


def place_hits(hits: Sequence[Diagnostic], case: Case, draft: Draft) -> tuple[Diagnostic, ...]:
    """*hits* of lint, found in the partial *case*, in the fields of the *draft* that it was made of."""
    placed = ((hit, *_field(hit.place or CasePart(), hit.span, case, draft)) for hit in hits)
    return tuple(replace(hit, field=field, span=span) for hit, field, span in placed)


def place_problem(problem: Diagnostic, tidied: Draft, draft: Draft) -> Diagnostic:
    """A problem of the *tidied* draft, at its place in the draft as it was typed."""
    if problem.span is None:
        return problem
    return replace(problem, span=moved(problem.span, text_of(problem.field, tidied), text_of(problem.field, draft)))


def place_mistake(mistake: Diagnostic, text: str) -> Diagnostic:
    """A mistake that the bank found in *text*, the draft's file, in the field that its line comes from."""
    return replace(in_sentences(mistake), field=list(_places(text.split("\n")))[mistake.line - 1])


def _field(place: CasePart, span: Span | None, case: Case, draft: Draft) -> tuple[str, Span | None]:
    """The field of *draft* that a *place* of *case* comes from, and where in it the *span* stands."""
    if place.part in ("title", "discuss"):
        return place.part, _spanned(span, getattr(case, place.part), getattr(draft, place.part))
    if place.part == "glossary":
        name = f"glossary.{place.point or 0}.meaning"
        return name, _spanned(span, case.glossary[place.point or 0].meaning, text_of(name, draft))
    point = case.points[place.point or 0]
    name = f"points.{place.point or 0}"
    typed = draft.points[place.point or 0]
    if place.part == "heading":
        return f"{name}.heading", _spanned(span, point.heading, typed.heading)
    if place.part == "dissent":
        reason = point.dissent.reason if point.dissent else ""
        return f"{name}.dissent", _spanned(span, reason, typed.dissent)
    if place.twin:
        return _in_twin(place, span, case, draft)
    spans = paragraphs(typed.text)
    if place.paragraph is None or len(spans) != len(point.paragraphs):
        return f"{name}.text", None
    start, end = spans[place.paragraph]
    at = _spanned(span, point.paragraphs[place.paragraph].text, typed.text[start:end]) or (0, end - start)
    return f"{name}.text", (at[0] + start, at[1] + start)


def _in_twin(place: CasePart, span: Span | None, case: Case, draft: Draft) -> tuple[str, Span | None]:
    number = int(place.twin)
    name, typed = f"twins.{number}.words", draft.twins[number].words
    evidence = _changed(place, case)
    if span is None or evidence is None:
        return name, None
    start, end = (min(max(at - evidence.at[0], 0), len(evidence.phrase)) for at in span)
    return name, moved((start, end), evidence.phrase, typed)


def _changed(place: CasePart, case: Case) -> Evidence | None:
    point = case.telling(place.twin)[place.point or 0]
    return next((phrase for phrase in point.evidence if phrase.changed and phrase.paragraph == place.paragraph), None)


def _spanned(span: Span | None, read: str, typed: str) -> Span | None:
    return None if span is None else moved(span, read, typed)


def _places(lines: Sequence[str]) -> Iterator[str]:
    """For each line of a case file, the field of the draft that it comes from."""
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
