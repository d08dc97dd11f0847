"""The text of notes.yaml with one line of it changed, and every other character as it was."""

from __future__ import annotations

import json
from collections.abc import Iterable

import yaml

from carelevel.authoring.draft.draft import DraftError
from carelevel.authoring.notes.line_edit import SECTIONS, Group, LineEdit, lines_of, plain
from carelevel.bank.criteria_ids import IDENTIFIER
from carelevel.bank.notes_file import CheckedNotes, check_text
from carelevel.bank.quoting import needs_quotes
from carelevel.bank.yaml_source import Pair, YamlSource, items, pair, pairs, value
from carelevel.core.criteria import Criteria
from carelevel.core.note_lines import NoteLine, NoteLines
from carelevel.messages import authoring as authoring_messages


def changed(text: str, was: NoteLines, edit: LineEdit, place: str, criteria: Criteria) -> tuple[str, CheckedNotes]:
    """*text*, which reads as the lines *was*, after *edit*, and how it reads then, as the file at *place*.

    DraftError where the line that is to change is not there, or where the file writes it so that only a text editor
    can change it: whatever came out is read again, and must say what it should and nothing else.
    """
    lines = tuple(map(plain, lines_of(edit.group, was)))
    wanted = edit.of(lines)
    if wanted is None:
        raise DraftError(authoring_messages.LINE_GONE)
    try:
        now = _written(text, lines, edit)
    except ValueError as error:
        raise DraftError(authoring_messages.LINE_BY_HAND) from error
    checked = check_text(now, place, criteria)
    if checked.written is None or not _says(checked.written, was, edit.group, wanted):
        raise DraftError(authoring_messages.LINE_BY_HAND)
    return now, checked


def _says(now: NoteLines, was: NoteLines, group: Group, wanted: tuple[NoteLine, ...]) -> bool:
    """Whether the lines of the group are as *wanted*, and all others as they were."""
    groups = {*SECTIONS, *now.showing, *was.showing}
    return all(
        tuple(map(plain, lines_of(one, now))) == (wanted if one == group else tuple(map(plain, lines_of(one, was))))
        for one in groups | {group}
    )


def _written(text: str, lines: tuple[NoteLine, ...], edit: LineEdit) -> str:
    """ValueError where the text has no such place, or changes meet there."""
    source = YamlSource(text)
    if edit.before is None:
        if edit.after:
            _add(source, edit.group, _item(edit.after))
        return source.edited()[0]
    place, within = lines.index(edit.before), _list(source, edit.group)
    if within is None:
        raise ValueError(edit.group)
    if edit.after is None:
        source.drop(within, place)
    else:
        _reword(source, items(within.value)[place], edit.after)
    return source.edited()[0]


def _list(source: YamlSource, group: Group) -> Pair | None:
    """What stands behind the last name of the group."""
    if len(group) == 1:
        return pair(source.root, group[0])
    return pair(value(value(source.root, "lines"), group[0]), group[1])


def _add(source: YamlSource, group: Group, item: str) -> None:
    """Put *item* behind the last one of its list, which is begun where there is none."""
    within = _list(source, group)
    if within:
        source.append(within, item)
        return
    lines = value(source.root, "lines")
    finding = value(lines, group[0])
    if len(group) == 1:
        above = pair(source.root, "people")
        entries, around = [f"{group[0]}:", f"  - {item}"], source.root
    elif finding is None:
        above = next(iter(pairs(lines)[::-1]), None)
        entries, around = [f"{group[0]}:", f"  {group[1]}:", f"    - {item}"], lines
    else:
        above = next(iter(pairs(finding)[::-1]), None)
        entries, around = [f"{group[1]}:", f"  - {item}"], finding
    if above is None or around is None:
        raise ValueError(group)
    source.add(above, around, entries)


def _reword(source: YamlSource, item: yaml.Node, line: NoteLine) -> None:
    if isinstance(item, yaml.ScalarNode) or (source.is_flow(item) and "\n" not in source.written(item)):
        source.replace(item, _item(line))
        return
    text = pair(item, "text")
    if text is None:
        raise ValueError(line)
    if " ".join(text.value.value.split()) != line.text:
        source.put(text, item, _quoted(line.text))
    for name, tags in (("says", line.says), ("not", line.bars)):
        found = pair(item, name)
        if found is None:
            if tags:
                source.add(text, item, [f"{name}: {_tags(tags)}"])
        elif not tags:
            source.take_away(found, item)
        elif {tag.value for tag in items(found.value)} != tags:
            source.put(found, item, _tags(tags))


def _item(line: NoteLine) -> str:
    """As an item of a list."""
    told = [f"{name}: {_tags(tags)}" for name, tags in (("says", line.says), ("not", line.bars)) if tags]
    return f"{{{', '.join([f'text: {_quoted(line.text)}', *told])}}}" if told else _quoted(line.text)


def _tags(tags: Iterable[str]) -> str:
    written = (tag if IDENTIFIER.fullmatch(tag) and not needs_quotes(tag) else _quoted(tag) for tag in sorted(tags))
    return f"[{', '.join(written)}]"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
