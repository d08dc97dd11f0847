"""A case file as it was when it was opened: the draft that it holds, and its own lines, to be kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from carelevel.authoring.draft.draft import Draft, DraftPoint, DraftTerm, DraftTwin, draft_view, empty_draft, read_draft
from carelevel.authoring.draft.whitespace import one_line, several_lines
from carelevel.authoring.file.front_matter import Front, read_front
from carelevel.authoring.file.story import joined, raw_sections, read_paragraph
from carelevel.bank.document import read
from carelevel.bank.front_matter import MOST_RELEASED, Divided, as_list, divide
from carelevel.core.case import HELD, RETIRED


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A case file as it was opened; the default is no file at all.

    *data*: the front matter as YAML; *points*: those of the *prose* where it is sound, so that it stays as it is while
    they do; *paragraphs*: the lines of each paragraph, by what the draft makes of it.
    """

    draft: Draft = field(default_factory=empty_draft)
    front: Front = field(default_factory=Front)
    data: Mapping[str, Any] = field(default_factory=dict)
    prose: str = ""
    points: tuple[DraftPoint, ...] | None = None
    paragraphs: Mapping[tuple[object, ...], str] = field(default_factory=dict)


def read_opened(text: str, file: str) -> OpenedFile:
    """What *text*, the content of *file*, holds, mistakes or not; DraftError where it is far too much."""
    divided, _ = divide(text, file)
    divided = divided or Divided("", text, 0)
    front, data = _front(divided.head, file)
    paragraphs: dict[tuple[object, ...], str] = {}
    points: list[DraftPoint] = []
    is_sound = True
    for section in raw_sections(divided.prose):
        read_as = [(raw, *read_paragraph(raw)) for raw in section.paragraphs]
        paragraphs |= {paragraph.named(): raw for raw, paragraph, clean in read_as if clean}
        is_sound &= all(clean for *_, clean in read_as)
        points.append(joined(one_line(section.heading), [paragraph for _, paragraph, _ in read_as]))
    draft = read_draft(draft_view(_draft(data, points)))
    return OpenedFile(draft, front, data, divided.prose, tuple(points) if is_sound else None, paragraphs)


def _front(head: str, file: str) -> tuple[Front, Mapping[str, Any]]:
    document, _ = read(head, file, offset=1)
    if document is None or not isinstance(document.data, dict):
        return read_front(head, None), {}
    front = read_front(head, document.root)
    return front, {str(key): value for key, value in document.data.items()}


def _draft(data: Mapping[str, Any], points: list[DraftPoint]) -> Draft:
    levels, dissents = _levels(data.get("key")), as_list(data.get("dissent"))
    return Draft(
        id=_text(data.get("id")).strip(),
        title=one_line(_text(data.get("title"))),
        difficulty=_mark(data.get("difficulty")),
        discuss=several_lines(_text(data.get("discuss"))),
        points=tuple(
            _said(point, levels[place : place + 1], dissents[place : place + 1]) for place, point in enumerate(points)
        ),
        twins=tuple(_twin(twin) for twin in as_list(data.get("twins")) if isinstance(twin, dict)),
        reading=_mark(data.get("reading")),
        glossary=tuple(_terms(data.get("glossary"))),
        status=_text(data.get("status")) if data.get("status") in (HELD, RETIRED) else "",
        released=tuple(word for word in map(_text, as_list(data.get("released"))) if word)[:MOST_RELEASED],
    )


def _mark(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value in (1, 2, 3) else None


def _terms(data: object) -> Iterator[DraftTerm]:
    for word, meaning in data.items() if isinstance(data, dict) else ():
        yield DraftTerm(one_line(_text(word)), one_line(_text(meaning)))


def _said(point: DraftPoint, level: list[str], dissent: list[object]) -> DraftPoint:
    """The point with what its author says of it."""
    own = dissent[0] if dissent and isinstance(dissent[0], dict) else {}
    expected = _text(own.get("level")) or (level[0] if level else "")
    return DraftPoint(point.heading, point.text, point.phrases, expected, several_lines(_text(own.get("reason"))))


def _levels(key: object) -> list[str]:
    return [_text(stated.get("level")) if isinstance(stated, dict) else "" for stated in as_list(key)]


def _twin(data: Mapping[str, Any]) -> DraftTwin:
    swap, findings = data.get("swap"), data.get("findings")
    phrase, words = next(iter(swap.items()), ("", "")) if isinstance(swap, dict) else ("", "")
    return DraftTwin(
        id=_text(data.get("id")).strip(),
        phrase=_text(phrase),
        words=one_line(_text(words)),
        findings={_text(name): _text(value) for name, value in findings.items()} if isinstance(findings, dict) else {},
        expected=tuple(_levels(data.get("key"))),
    )


def _text(value: object) -> str:
    """A word of the file; nothing where the file has something else in its place."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""
