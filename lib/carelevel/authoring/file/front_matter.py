"""The front matter rewritten: entries that say something else now, and not one character of the others."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString, ScalarString

from carelevel.bank.front_matter import TEXTS
from carelevel.bank.quoting import needs_quotes
from carelevel.bank.yaml_nodes import Entries, Node

WIDEST = 1_000_000
"""No line is broken but where it was broken already."""
ORDER = ("id", "title", "status", "difficulty", "reading", "released", "key", "discuss", "glossary", "twins", "dissent")
_UNREADABLE = "# "


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry at the top of the front matter: its own lines, and the comments and empty lines after them."""

    key: str
    lines: tuple[str, ...]
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter as it stands in a file."""

    above: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    unreadable: tuple[str, ...] = ()  # lines that could not be told apart: kept as comments

    def changed(self, wanted: Mapping[str, Any]) -> str:
        """Its text with the entries of *wanted* written anew; an entry that is None there is taken away."""
        if not wanted:
            return "\n".join(self._lines(self.entries))
        entries = [_changed(entry, wanted) for entry in self.entries]
        for key in ORDER:
            if wanted.get(key) is not None and all(entry.key != key for entry in entries):
                entries.insert(_place(key, entries), Entry(key, _written({key: wanted[key]})))
        return "\n".join([*self._lines(entries), *(_UNREADABLE + line for line in self.unreadable)])

    def _lines(self, entries: Sequence[Entry]) -> Iterator[str]:
        yield from self.above
        for entry in entries:
            yield from entry.lines
            yield from entry.after


def read_front(head: str, root: Node | None) -> Front:
    """*head* in its entries; *root* is what YAML makes of it, None where it makes nothing."""
    lines = head.split("\n")
    found = [key for key, _ in root.entries] if isinstance(root, Entries) else []
    keys, starts = [key.text for key in found], [key.line - 1 for key in found]
    if not found or any(key.column for key in found) or len(set(starts)) < len(starts) or len(set(keys)) < len(keys):
        return Front(unreadable=tuple(line for line in lines if line.strip()))
    ends = [*starts[1:], len(lines)]
    entries = [_entry(key, lines[start:end]) for key, start, end in zip(keys, starts, ends, strict=True)]
    return Front(tuple(lines[: starts[0]]), tuple(entries))


def flow(value: Mapping[str, Any]) -> CommentedMap:
    """A mapping that is written on one line."""
    node = CommentedMap(value)
    for name, item in node.items():
        if isinstance(item, list):
            node[name] = CommentedSeq(item)
            node[name].fa.set_flow_style()
    node.fa.set_flow_style()
    return node


def folded(text: str, width: int) -> FoldedScalarString:
    """A text that is written below its name, in lines of about *width*."""
    node: FoldedScalarString = FoldedScalarString(text)
    breaks, start = list[int](), 0
    while len(text) - start > width:
        space = text.rfind(" ", start + 1, start + width)
        space = space if space > 0 else text.find(" ", start + width)
        if space < 0:
            break
        breaks.append(space)
        start = space + 1
    node.fold_pos = breaks  # type: ignore[attr-defined]  # ruamel sets and reads it, and does not declare it
    return node


def _entry(key: str, lines: Sequence[str]) -> Entry:
    last = len(lines)
    while last > 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
        last -= 1
    return Entry(key, tuple(lines[:last]), tuple(lines[last:]))


def _changed(entry: Entry, wanted: Mapping[str, Any]) -> Entry:
    if entry.key not in wanted:
        return entry
    value = wanted[entry.key]
    return Entry(entry.key, () if value is None else _rewritten(entry, value), entry.after)


def _place(key: str, entries: Sequence[Entry]) -> int:
    """Behind the last entry that usually stands before *key*."""
    before = ORDER[: ORDER.index(key)]
    return max((place for place, entry in enumerate(entries, 1) if entry.key in before), default=0)


def _rewritten(entry: Entry, value: Any) -> tuple[str, ...]:
    try:
        data = _yaml().load("\n".join(entry.lines) + "\n")
        if type(value) is str and entry.key in TEXTS and " #" in entry.lines[0]:
            value = DoubleQuotedScalarString(value)  # or it would be doubtful whether the comment belongs to it
        data[entry.key] = _updated(data[entry.key], value)
        return _written(data)
    except (YAMLError, ValueError, KeyError, TypeError):  # what the bank's own reader takes and ruamel does not
        return _written({entry.key: value})


def _updated(old: Any, new: Any) -> Any:
    """*old* made to say what *new* says, with its comments, order and quotes."""
    if isinstance(old, CommentedMap) and isinstance(new, Mapping):
        for name in [name for name in old if name not in new]:
            del old[name]
        for place, (name, value) in enumerate(new.items()):
            if name not in old:
                old.insert(place, name, value)
            elif not _is_same(old[name], value):
                old[name] = _updated(old[name], value)
        return old
    if isinstance(old, CommentedSeq) and isinstance(new, list):
        items = [_updated(_counterpart(old, place, value), value) for place, value in enumerate(new)]
        del old[len(items) :]
        for place, item in enumerate(items):
            if place < len(old):
                old[place] = item
            else:
                old.append(item)
        return old
    if isinstance(old, ScalarString) and not isinstance(old, FoldedScalarString) and type(new) is str:
        return type(old)(new)
    return new


def _is_same(old: Any, new: Any) -> bool:
    return type(old) is type(new) and old == new if isinstance(new, bool | int) else bool(old == new)


def _counterpart(old: CommentedSeq, place: int, value: Any) -> Any:
    """The item of *old* that *value* takes the place of: the one of the same id, else the one that stands there."""
    if isinstance(value, Mapping) and "id" in value:
        for item in old:
            if isinstance(item, Mapping) and item.get("id") == value["id"]:
                return item
    return old[place] if place < len(old) else None


def _written(data: Mapping[str, Any]) -> tuple[str, ...]:
    stream = io.StringIO()
    _yaml().dump(data, stream)
    return tuple(stream.getvalue().rstrip("\n").split("\n"))


class _Representer(RoundTripRepresenter):
    """Writes null as a word, since an empty item of a list looks like a mistake; and `no` in quotes."""

    def represent_none(self, data: Any) -> ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:null", "null")

    def represent_str(self, data: Any) -> ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", data, "'" if needs_quotes(data) else None)


_Representer.add_representer(type(None), _Representer.represent_none)
_Representer.add_representer(str, _Representer.represent_str)


def _yaml() -> YAML:
    yaml = YAML()
    yaml.Representer = _Representer
    yaml.preserve_quotes = True
    yaml.width = WIDEST
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
