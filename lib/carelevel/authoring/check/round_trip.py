"""Whether a file, read again, is the draft that it was made of: nothing of it may change silently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from carelevel.authoring.check.draft_problem import near, problem
from carelevel.authoring.draft.draft import Draft, DraftPoint
from carelevel.authoring.file.opened import read_opened
from carelevel.authoring.file.text import apart
from carelevel.core.diagnostic import Diagnostic
from carelevel.messages import authoring as authoring_messages


def round_trip_problems(text: str, draft: Draft) -> Iterator[Diagnostic]:
    """What in *text*, the file made of the tidy *draft*, reads otherwise than the draft."""
    read = read_opened(text, "").draft
    for name in ("title", "discuss"):
        if getattr(read, name) != getattr(draft, name):
            yield problem(name, authoring_messages.OTHERWISE, near=near(getattr(draft, name), 0))
    for number, (term, written) in enumerate(zip(draft.glossary, read.glossary, strict=False)):
        if term != written:
            yield problem(f"glossary.{number}.meaning", authoring_messages.OTHERWISE, near=near(term.meaning, 0))
    for number, (was, now) in enumerate(zip(draft.twins, read.twins, strict=False)):
        if replace(was, expected=()) != replace(now, expected=()):
            yield problem(f"twins.{number}.words", authoring_messages.OTHERWISE, near=near(was.words, 0))
    for number, (point, again) in enumerate(zip(draft.points, read.points, strict=False)):
        if point.heading != again.heading:
            yield problem(f"points.{number}.heading", authoring_messages.OTHERWISE, near=near(point.heading, 0))
        elif _story(apart(point)) != _story(again):
            start = _parting(apart(point), again)
            at = (start, min(start + 1, len(point.text)))
            yield problem(f"points.{number}.text", authoring_messages.OTHERWISE, at=at, near=near(point.text, start))
        if point.dissent and again.dissent and point.dissent != again.dissent:
            yield problem(f"points.{number}.dissent", authoring_messages.OTHERWISE, near=near(point.dissent, 0))


def _story(point: DraftPoint) -> tuple[object, ...]:
    """The text and what is marked in it; a star that need not have said that it is only a star is still the same."""
    marked = [(_plain(point.text[phrase.start : phrase.end]), phrase.name, phrase.findings) for phrase in point.phrases]
    return _plain(point.text), marked


def _plain(text: str) -> str:
    return text.replace("\\*", "*")


def _parting(was: DraftPoint, now: DraftPoint) -> int:
    """Where the two begin to differ."""
    for place, (before, after) in enumerate(zip(was.text, now.text, strict=False)):
        if before != after:
            return place
    if was.text == now.text:
        pairs = zip(was.phrases, now.phrases, strict=False)
        return next((before.start for before, after in pairs if before != after), 0)
    return min(len(was.text), len(now.text))
