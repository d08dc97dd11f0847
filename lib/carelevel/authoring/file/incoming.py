"""A story from elsewhere as a draft: a case file, a plain or marked text, a Word document."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from carelevel.authoring.draft.draft import Draft, DraftError, draft_view, empty_draft, read_draft
from carelevel.authoring.draft.whitespace import one_line
from carelevel.authoring.file.content import decoded
from carelevel.authoring.file.opened import read_opened
from carelevel.authoring.file.word import word_story
from carelevel.bank.case_file import CASE_ID
from carelevel.core.criteria import Words
from carelevel.messages import authoring as authoring_messages

LARGEST_INCOMING = 4 * 1024 * 1024
"""Bytes of a file that is brought in."""
LONGEST_NAME = 40
_TITLE = re.compile(r"\s*# +(.+)(?:\n|$)")
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def incoming_file(content: bytes, name: str, words: Words) -> Draft:
    """What a file brings, as far as it can be a draft; DraftError where it cannot be one at all."""
    kind = PurePath(name).suffix.lower()
    if kind == ".docx":
        title, points = word_story(content, name)
        return _named(replace(empty_draft(words), title=title, points=points or empty_draft(words).points), words)
    if kind not in (".md", ".txt"):
        raise DraftError(authoring_messages.NOT_A_STORY.format(name=name))
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DraftError(authoring_messages.NOT_TEXT.format(name=name)) from None
    return incoming_text(decoded(content), words)


def incoming_text(text: str, words: Words) -> Draft:
    """What a text brings: a whole case file, or a story whose marks, where it has any, are as in one.

    A first line that begins with # is its title; where no line is empty, each is a paragraph.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith("---\n"):
        return _named(read_opened(text, "").draft, words)
    titled = _TITLE.match(text)
    story = text[titled.end() :] if titled else text
    if "\n\n" not in story.strip():
        story = re.sub(r"\n+", "\n\n", story)
    draft = read_opened(story, "").draft
    return _named(replace(draft, title=one_line(titled[1]) if titled else ""), words)


def free_id(name: str, taken: frozenset[str] | set[str]) -> str:
    """An id like *name* that none of *taken* is."""
    plain = _NOT_IN_NAMES.sub("-", name.lower()).strip("-")[:LONGEST_NAME].strip("-")
    numbered = (plain, *(f"{plain}-{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in numbered if each not in taken) if plain else ""


def _named(draft: Draft, words: Words) -> Draft:
    """The draft with an id, where its title gives one, and its first decision point with a name; bounded."""
    first = empty_draft(words).points[0]
    points = draft.points or (first,)
    if not any(point.text.strip() for point in points):
        raise DraftError(authoring_messages.NO_STORY)
    points = (points[0] if points[0].heading else replace(points[0], heading=first.heading), *points[1:])
    own = draft.id if CASE_ID.fullmatch(draft.id) else free_id(draft.id or draft.title, set())
    return read_draft(draft_view(replace(draft, id=own, points=points, status="")))
