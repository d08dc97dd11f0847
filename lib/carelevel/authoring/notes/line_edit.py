"""One change of a line of short notes: added, reworded, or taken away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from carelevel.core.note_lines import NoteLine, NoteLines

Group = tuple[str, ...]
"""Where lines stand in their file: in one of SECTIONS, or under a finding and one of its values."""

PEOPLE: Group = ("people",)
NEUTRAL: Group = ("neutral",)
SECTIONS = (PEOPLE, NEUTRAL)
"""Of the file and of NoteLines by the same name: lines that show nothing."""


@dataclass(frozen=True, slots=True)
class LineEdit:
    """*before* becomes *after* in its group; None: there was no such line, or there is none any more."""

    group: Group
    before: NoteLine | None
    after: NoteLine | None

    def of(self, lines: tuple[NoteLine, ...]) -> tuple[NoteLine, ...] | None:
        """Those of the group after it, all of row 0; None where the line that it changes is not among them."""
        if self.before is None:
            return (*lines, self.after) if self.after else lines
        if self.before not in lines:
            return None
        place = lines.index(self.before)
        return (*lines[:place], *([self.after] if self.after else []), *lines[place + 1 :])


def lines_of(group: Group, notes: NoteLines) -> tuple[NoteLine, ...]:
    """The lines that stand there, in their order."""
    if group in SECTIONS:
        lines: tuple[NoteLine, ...] = getattr(notes, group[0])
        return lines
    finding, value = group
    return notes.showing.get((finding, value), ())


def plain(line: NoteLine) -> NoteLine:
    """The line, wherever it stands."""
    return replace(line, row=0)


def net(edits: Iterable[LineEdit]) -> tuple[LineEdit, ...]:
    """What is left of them in the end: of one line one change, and none of a line that is as it was."""
    left: list[LineEdit] = []
    for edit in edits:
        changed = [one.after if one.group == edit.group else None for one in left]
        place = changed.index(edit.before) if edit.before and edit.before in changed else None
        if place is None:
            left.append(edit)
            continue
        whole = LineEdit(edit.group, left[place].before, edit.after)
        left[place : place + 1] = [whole] if whole.before != whole.after else []
    return tuple(left)


def kept_edit(edit: LineEdit) -> Mapping[str, Any]:
    """The edit as JSON; read_edit reads it."""
    return {"group": edit.group, "before": _kept(edit.before), "after": _kept(edit.after)}


def read_edit(kept: Mapping[str, Any]) -> LineEdit:
    """LookupError, TypeError or ValueError where it is none."""
    group = tuple(map(str, kept["group"]))
    if group not in SECTIONS and len(group) != 2:
        raise ValueError(group)
    return LineEdit(group, _read(kept["before"], group), _read(kept["after"], group))


def line_in(
    group: Group, text: str, says: frozenset[str] = frozenset(), bars: frozenset[str] = frozenset()
) -> NoteLine:
    """A line of that group."""
    finding, value = group if len(group) == 2 else ("", "")
    return NoteLine(" ".join(text.split()), finding, value, says, bars)


def _kept(line: NoteLine | None) -> Mapping[str, Any] | None:
    return None if line is None else {"text": line.text, "says": sorted(line.says), "not": sorted(line.bars)}


def _read(kept: Mapping[str, Any] | None, group: Group) -> NoteLine | None:
    if kept is None:
        return None
    says, bars = (frozenset(map(str, kept[name])) for name in ("says", "not"))
    return line_in(group, str(kept["text"]), says, bars)
