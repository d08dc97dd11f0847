"""One thing wrong with a draft: where, what, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from carelevel.words.authoring import Message

NEAR = 25


@dataclass(frozen=True, slots=True)
class Problem:
    """*where*: a field, such as "title", "points.0.text", "points.0.phrases.2", "twins.0.words", or "file".

    *start* and *end*: code points of that field's text, where only a part of it is meant.
    """

    where: str
    says: str
    remedy: str
    stops: bool = True  # keeps the draft from being saved
    start: int | None = None
    end: int | None = None


def problem(
    where: str, told: Message, *, stops: bool = True, at: tuple[int, int] | None = None, **slots: object
) -> Problem:
    """A problem in words of the catalog, whose *slots* are filled."""
    says, remedy = (text.format(**slots) for text in told)
    start, end = at or (None, None)
    return Problem(where, says, remedy, stops, start, end)


def near(text: str, place: int) -> str:
    """A few words before and at *place*, for a message."""
    words = text[max(0, place - NEAR) : place + NEAR]
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())
