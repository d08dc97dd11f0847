"""A draft as the text of a case file: what did not change keeps the lines that it had."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from carelevel.authoring.draft.draft import Draft, DraftPoint, DraftTwin, Phrase
from carelevel.authoring.draft.keys import findings_by_point, is_key, key_of
from carelevel.authoring.draft.whitespace import one_line, paragraphs, several_lines
from carelevel.authoring.file.front_matter import flow, folded
from carelevel.authoring.file.markdown import WIDTH, is_word, markdown, writable_findings
from carelevel.authoring.file.opened import OpenedFile
from carelevel.authoring.file.story import DraftParagraph, parted
from carelevel.bank.front_matter import as_list
from carelevel.core.assess import decide
from carelevel.core.criteria import Criteria

SWAP_WIDTH = WIDTH - 8
Key = Mapping[str, Any]


def write_case(draft: Draft, criteria: Criteria, opened: OpenedFile) -> str:
    """The file's text; *draft* is tidy, and what is wrong in it is left out or written as plain words."""
    front = opened.front.changed(_wanted(draft, criteria, opened.data))
    return f"---\n{front}\n---\n{_prose(draft, opened)}"


def dissenting(draft: Draft, criteria: Criteria) -> list[Mapping[str, str] | None]:
    """For each decision point the author's own answer and reason, None where it is the criteria's."""
    findings, levels = findings_by_point(draft, criteria), criteria.choices
    return [
        {"level": point.expected, "reason": point.dissent}
        if point.expected in levels and point.dissent and point.expected != decide(held, criteria).level
        else None
        for point, held in zip(draft.points, findings, strict=True)
    ]


def apart(point: DraftPoint) -> DraftPoint:
    """The point with those of its phrases that can be written: words of one paragraph, apart from each other."""
    spans, kept = paragraphs(point.text), list[Phrase]()
    for phrase in sorted(point.phrases, key=lambda phrase: (phrase.start, phrase.end)):
        inside = any(start <= phrase.start < phrase.end <= end for start, end in spans)
        if inside and (not kept or kept[-1].end <= phrase.start):
            kept.append(phrase)
    return DraftPoint(point.heading, point.text, tuple(kept), point.expected, point.dissent)


def _wanted(draft: Draft, criteria: Criteria, data: Mapping[str, Any]) -> dict[str, Any]:
    """The entries of the front matter that *data* does not have yet; None for one that should go."""
    dissents, keys = dissenting(draft, criteria), _keys_of(draft, criteria)
    twins = [(twin, _keys_of(draft, criteria, twin)) for twin in draft.twins]
    entries: dict[str, Any] = {}
    for name in ("id", "title", "difficulty", "reading"):
        value, stated = getattr(draft, name), data.get(name)
        if name not in data or type(stated) is not type(value) or _one_line(stated) != value:
            entries[name] = value
    if (data.get("status") or "") != draft.status:
        entries["status"] = draft.status or None
    if [*as_list(data.get("released") or [])] != [*draft.released]:
        entries["released"] = [DoubleQuotedScalarString(words) for words in draft.released] or None
    glossary = {term.word: term.meaning for term in draft.glossary}
    if _glossary(data.get("glossary", {})) != glossary:
        entries["glossary"] = glossary or None
    if not _are_keys(data.get("key"), keys, dissents):
        entries["key"] = _keys(keys)
    if _several_lines(data.get("discuss", "")) != draft.discuss:
        entries["discuss"] = LiteralScalarString(draft.discuss) if "\n" in draft.discuss else draft.discuss or None
    stated = [] if data.get("twins") is None else as_list(data["twins"])
    if len(stated) != len(twins) or not all(map(_is_twin, stated, twins)):
        entries["twins"] = [_twin(*twin) for twin in twins] or None
    if not _are_dissents(data.get("dissent"), dissents):
        entries["dissent"] = _dissents(dissents)
    return entries


def _one_line(value: object) -> object:
    return one_line(value) if isinstance(value, str) else value


def _several_lines(value: object) -> object:
    return several_lines(value) if isinstance(value, str) else value


def _keys_of(draft: Draft, criteria: Criteria, twin: DraftTwin | None = None) -> list[Key]:
    """What the criteria answer at each decision point, as a case file states it."""
    return [key_of(decide(held, criteria)) for held in findings_by_point(draft, criteria, twin)]


def _keys(keys: Sequence[Key]) -> Any:
    return flow(keys[0]) if len(keys) == 1 else [flow(key) for key in keys]


def _are_keys(stated: object, keys: Sequence[Key], dissents: Sequence[Mapping[str, str] | None]) -> bool:
    own = [dissent["level"] if dissent else "" for dissent in dissents]
    return len(as_list(stated)) == len(keys) and all(map(is_key, as_list(stated), keys, own))


def _twin(twin: DraftTwin, keys: Sequence[Key]) -> CommentedMap:
    words = folded(twin.words, SWAP_WIDTH) if twin.words else ""
    phrase = twin.phrase if is_word(twin.phrase) else ""
    findings = flow(dict(writable_findings(twin.findings)))
    return CommentedMap(id=twin.id, swap=CommentedMap({phrase: words}), findings=findings, key=_keys(keys))


def _is_twin(stated: object, written: tuple[DraftTwin, Sequence[Key]]) -> bool:
    twin, keys = written
    if not isinstance(stated, dict) or set(stated) != {"id", "swap", "findings", "key"}:
        return False
    swap = stated["swap"]
    swap = {name: _one_line(words) for name, words in swap.items()} if isinstance(swap, dict) else swap
    as_written = twin.id, {twin.phrase: twin.words}, twin.findings
    return (stated["id"], swap, stated["findings"]) == as_written and _are_keys(stated["key"], keys, [None] * len(keys))


def _glossary(stated: object) -> object:
    if not isinstance(stated, dict):
        return stated
    return {_one_line(word): _one_line(meaning) for word, meaning in stated.items()}


def _dissents(dissents: Sequence[Mapping[str, str] | None]) -> Any:
    if not any(dissents):
        return None
    quoted = [dissent and {**dissent, "reason": DoubleQuotedScalarString(dissent["reason"])} for dissent in dissents]
    written = [dissent and flow(dissent) for dissent in quoted]
    return written[0] if len(written) == 1 else written


def _are_dissents(stated: object, dissents: Sequence[Mapping[str, str] | None]) -> bool:
    listed = [
        {name: _several_lines(value) for name, value in entry.items()} if isinstance(entry, dict) else entry
        for entry in as_list(stated)
    ]
    missing = [None] * (0 if isinstance(stated, list) else len(dissents) - len(listed))
    return [*listed, *missing] == list(dissents)


def _prose(draft: Draft, opened: OpenedFile) -> str:
    points = list(map(apart, draft.points))
    if opened.points is not None and list(map(_story, points)) == list(map(_story, opened.points)):
        return opened.prose
    width = _width(opened)
    return "\n\n".join(_section(point, opened, width) for point in points) + "\n"


def _width(opened: OpenedFile) -> int:
    """The longest line of the story; without end where its author gave each paragraph one line."""
    a_line_each = any("\n" not in lines and len(lines) > WIDTH for lines in opened.paragraphs.values())
    return sys.maxsize if a_line_each else WIDTH


def _story(point: DraftPoint) -> tuple[object, ...]:
    return point.heading, point.text, point.phrases


def _section(point: DraftPoint, opened: OpenedFile, width: int) -> str:
    parts = parted(point, paragraphs(point.text))
    return "\n\n".join([f"## {point.heading}", *(_paragraph(paragraph, opened, width) for paragraph in parts)])


def _paragraph(paragraph: DraftParagraph, opened: OpenedFile, width: int) -> str:
    """Its own lines where it is one of those that were opened."""
    kept = opened.paragraphs.get(paragraph.named())
    return kept or markdown(paragraph.text, (0, len(paragraph.text)), paragraph.phrases, width)
