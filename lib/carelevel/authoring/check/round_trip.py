"""Whether a file, read again, is the draft that it was made of: nothing of it may change silently."""

from __future__ import annotations

from collections.abc import Iterator

from carelevel.authoring.check.draft_problem import near, problem
from carelevel.authoring.draft.draft import Draft, DraftPoint, DraftTwin
from carelevel.authoring.file.opened import read_opened
from carelevel.authoring.file.text import apart
from carelevel.core.diagnostic import Diagnostic
from carelevel.words import authoring as words


def read_back_problems(text: str, draft: Draft) -> Iterator[Diagnostic]:
    """*text*: the file made of the tidy *draft*."""
    read = read_opened(text, "").draft
    for name in ("title", "discuss"):
        if getattr(read, name) != getattr(draft, name):
            yield problem(name, words.OTHERWISE, near=near(getattr(draft, name), 0))
    for place, (one, other) in enumerate(zip(read.twins, draft.twins, strict=False)):
        if _told(one) != _told(other):
            yield problem(f"twins.{place}.words", words.OTHERWISE, near=near(other.words, 0))
    for place, (was, now) in enumerate(zip(draft.points, read.points, strict=False)):
        if was.heading != now.heading:
            yield problem(f"points.{place}.heading", words.OTHERWISE, near=near(was.heading, 0))
        elif _story(apart(was)) != _story(now):
            start = _parting(apart(was), now)
            at = (start, min(start + 1, len(was.text)))
            yield problem(f"points.{place}.text", words.OTHERWISE, at=at, near=near(was.text, start))
        if was.dissent and now.dissent and was.dissent != now.dissent:
            yield problem(f"points.{place}.dissent", words.OTHERWISE, near=near(was.dissent, 0))


def _told(twin: DraftTwin) -> tuple[object, ...]:
    return twin.id, twin.phrase, twin.words, twin.findings


def _story(point: DraftPoint) -> tuple[object, ...]:
    """The text and what is marked in it; a star that need not have said that it is only a star is still the same."""
    marked = [(_plain(point.text[known.start : known.end]), known.name, known.findings) for known in point.phrases]
    return _plain(point.text), marked


def _plain(text: str) -> str:
    return text.replace("\\*", "*")


def _parting(was: DraftPoint, now: DraftPoint) -> int:
    """Where the two begin to differ."""
    for place, (one, other) in enumerate(zip(was.text, now.text, strict=False)):
        if one != other:
            return place
    if was.text == now.text:
        pairs = zip(was.phrases, now.phrases, strict=False)
        return next((one.start for one, other in pairs if one != other), 0)
    return min(len(was.text), len(now.text))
