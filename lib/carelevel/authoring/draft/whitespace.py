"""A draft in its plainest form: one space where there were several, phrases without spaces at their ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from carelevel.authoring.draft.draft import Draft, DraftPoint, Phrase
from carelevel.authoring.draft.fields import with_texts
from carelevel.core.case import Span

_BLANKS = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
"""What Markdown, YAML or the bank take for a space or a line's end; spaces with a meaning, as in 10 h, are kept."""
BLANK = re.compile(f"[{_BLANKS}]+")
_BETWEEN = re.compile(r"\n\s*\n|$")


def tidy(draft: Draft) -> Draft:
    """The draft as it reads back from its file; what is wrong in it stays wrong."""
    points = tuple(map(_point, draft.points))
    twins = tuple(replace(twin, phrase=twin.phrase.strip()) for twin in draft.twins)
    return with_texts(replace(draft, points=points, twins=twins), lambda name, text: _PLAIN[name](text))


def one_line(text: str) -> str:
    """*text* with one space for several blanks and line ends, none at its ends."""
    return BLANK.sub(" ", text).strip()


def several_lines(text: str) -> str:
    """*text* with its line ends kept, but for those at its ends."""
    lines = re.split(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", text)
    return "\n".join(one_line(line) for line in lines).strip()


def is_blank(character: str) -> bool:
    """Whether *character* counts as a space or a line's end."""
    return character in _BLANKS


def paragraphs(text: str) -> tuple[Span, ...]:
    """Where each paragraph stands in a draft's text, without the spaces around it."""
    found, start = list[Span](), 0
    for between in _BETWEEN.finditer(text):
        span = trimmed(text, start, between.start())
        if span[0] < span[1]:
            found.append(span)
        start = between.end()
    return tuple(found)


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the spaces at its ends; an empty one where nothing else is in it."""
    words = text[start:end]
    start = min(start, len(text)) + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


_PLAIN: Mapping[str, Callable[[str], str]] = {
    **dict.fromkeys(("title", "heading", "words", "word", "meaning"), one_line),
    **dict.fromkeys(("discuss", "dissent"), several_lines),
    "id": str.strip,
    "text": str,  # as it is: it is made plain together with its phrases
}
"""What each text of a draft is brought to, by its name."""


def _point(point: DraftPoint) -> DraftPoint:
    text, moved = _plain(point.text)
    return replace(point, text=text, phrases=tuple(_trimmed(text, moved, point.phrases)))


def _plain(text: str) -> tuple[str, list[int]]:
    """The text with one space for several, and where each character of *text* (and its end) now stands."""
    out, moved, length = list[str](), list[int](), 0
    spans = paragraphs(text)
    for place, (start, end) in enumerate(spans):
        moved += [length] * (start - len(moved))
        if place:
            out.append("\n\n")
            length += 2
            moved[-1] = length
        for index in range(start, end):
            moved.append(length)
            if not is_blank(text[index]):
                out.append(text[index])
                length += 1
            elif not is_blank(text[index + 1]):
                out.append(" ")
                length += 1
    moved += [length] * (len(text) + 1 - len(moved))
    return "".join(out), moved


def _trimmed(text: str, moved: list[int], phrases: tuple[Phrase, ...]) -> Iterator[Phrase]:
    for phrase in phrases:
        at = [moved[min(place, len(moved) - 1)] for place in (phrase.start, phrase.end)]
        start, end = trimmed(text, at[0], at[1])
        yield replace(phrase, start=start, end=end, name=phrase.name.strip())
