"""A YAML text as data, with the line of each of its places; bounded in depth, without aliases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from carelevel.core.diagnostic import Diagnostic
from carelevel.core.errors import suggestion

DEEPEST = 12
"""Levels of nesting; nothing in a bank needs more."""
MOST_VALUES = 20_000
"""Keys, values, lists and mappings of a file; each could be a mistake of its own."""

T = TypeVar("T")
Place = Sequence[str | int]


class _Loader(yaml.CSafeLoader):
    """Takes every plain word as a word (`yes`, `1:30`, a date), but for true and false, null and whole numbers."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _words, _begin in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", "-?(0|[1-9][0-9]{0,8})", "-0123456789"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"({_words})$"), list(_begin))


@dataclass(frozen=True, eq=False)
class Document:
    """*data* as read from *text*, whose first line is number *offset* + 1 of *file*."""

    file: str
    data: Any
    text: str
    offset: int = 0
    _entries: dict[int, dict[str, tuple[int, yaml.Node]]] = field(default_factory=dict)

    @cached_property
    def root(self) -> yaml.Node | None:
        """The text once more, with every place's line: built only where there is a mistake to place."""
        node: yaml.Node | None = yaml.compose(self.text, Loader=_Loader)
        return node

    def line(self, place: Place) -> int:
        """The line of *place*, or of its nearest ancestor that is there."""
        node, line = self.root, 1
        if node is not None:
            line = node.start_mark.line + 1
        for step in place:
            found = self._child(node, step)
            if found is None:
                break
            line, node = found
        return line + self.offset

    def mistake(self, place: Place, problem: str, remedy: str) -> Diagnostic:
        return Diagnostic(self.file, self.line(place), problem, remedy)

    def read_as(self, adapter: TypeAdapter[T], mistakes: list[Diagnostic]) -> T | None:
        """*data* as the adapter's type; None where something keeps it from being so, which joins *mistakes*."""
        try:
            return adapter.validate_python(self.data)
        except ValidationError as error:
            refused = error.errors(include_url=False, include_context=False)
            mistakes += [self._refused(one["loc"], one["type"], one["msg"], one["input"] is None) for one in refused]
            return None

    def _refused(self, place: Place, kind: str, message: str, empty: bool) -> Diagnostic:
        found = self._found(place)
        if kind in ("unexpected_keyword_argument", "extra_forbidden"):
            return self.mistake(found, f"unknown key '{place[-1]}'", "take it away, or see the README beside it")
        if kind in ("missing", "missing_argument"):
            return self.mistake(found, f"'{place[-1]}' is missing", f"add a line '{place[-1]}: …'")
        where = ".".join(str(step) for step in found) or "the file"
        if empty and found:
            return self.mistake(found, f"'{where}' is empty", "write it after the colon")
        return self.mistake(found, f"'{where}' cannot be read", message[:1].lower() + message[1:])

    def _found(self, place: Place) -> Place:
        """*place* without the steps that the file does not have, such as the name of a type."""
        node, found = self.root, list[str | int]()
        for step in place:
            child = self._child(node, step)
            if child is not None:
                node = child[1]
                found.append(step)
        return found

    def _child(self, node: yaml.Node | None, step: str | int) -> tuple[int, yaml.Node] | None:
        """The line and the node of one step down."""
        if isinstance(node, yaml.MappingNode):
            if id(node) not in self._entries:  # so that a thousand mistakes in one mapping take no million steps
                entries = reversed(node.value)  # of two keys alike, the first
                self._entries[id(node)] = {
                    key.value: (key.start_mark.line + 1, value)
                    for key, value in entries
                    if isinstance(key, yaml.ScalarNode)
                }
            return self._entries[id(node)].get(str(step))
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            return node.value[step].start_mark.line + 1, node.value[step]
        return None


def read(text: str, file: str, offset: int = 0, most: int = MOST_VALUES) -> tuple[Document | None, list[Diagnostic]]:
    """The text as a Document, or the mistake that keeps it from being one; with one, keys that stand there twice."""
    try:
        refused, repeated = _scan(text, file, offset, most)
        if refused:
            return None, [refused]
        data = yaml.load(text, Loader=_Loader)
    except (yaml.YAMLError, ValueError, TypeError) as error:
        return None, [_broken(error, file, offset)]
    return Document(file, data, text, offset), repeated


def _broken(error: Exception, file: str, offset: int) -> Diagnostic:
    problem = getattr(error, "problem", None) or "a character or value that YAML does not have"
    mark: yaml.Mark | None = getattr(error, "problem_mark", None)
    if problem == "found unexpected end of stream":  # a quote is left open: where it opens, not where the text ends
        mark = getattr(error, "context_mark", None) or mark
    line = offset + (mark.line + 1 if mark else 1)
    return Diagnostic(file, line, f"broken YAML: {problem}", "check quotes, colons and indentation there")


def unknown_name(document: Document, place: Place, noun: str, name: str, known: Sequence[str]) -> Diagnostic:
    return document.mistake(place, f"unknown {noun} '{name}'", suggestion(name, known))


def _scan(text: str, file: str, offset: int, most: int) -> tuple[Diagnostic | None, list[Diagnostic]]:
    """What must be refused before anything is built from the text, aliases (they can explode), deep nesting, too much;
    and keys that stand twice in one mapping."""
    repeated: list[Diagnostic] = []
    open_: list[_Open] = []
    count = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = offset + (event.start_mark.line + 1 if event.start_mark else 1)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return Diagnostic(file, line, "an anchor or alias (& or *)", "write the value out, or put it in quotes"), []
        if isinstance(event, yaml.NodeEvent):
            count += 1
            if open_ and open_[-1].is_repeated_key(event):
                repeated.append(
                    Diagnostic(file, line, f"'{getattr(event, 'value', '')}' stands here twice", "keep one of the two")
                )
            if count > most:
                return Diagnostic(file, line, f"more than {most:,} keys and values", "take something away"), []
        if isinstance(event, yaml.CollectionStartEvent):
            open_.append(_Open(isinstance(event, yaml.MappingStartEvent)))
            if len(open_) > DEEPEST:
                return Diagnostic(file, line, f"nested deeper than {DEEPEST} levels", "flatten it"), []
        elif isinstance(event, yaml.CollectionEndEvent):
            open_.pop()
    return None, repeated


class _Open:
    """A mapping or a list that has begun and not ended."""

    def __init__(self, mapping: bool) -> None:
        self.mapping, self.at_key = mapping, mapping
        self.keys: set[str] = set()

    def is_repeated_key(self, event: yaml.NodeEvent) -> bool:
        """Take what comes next in it; whether that is a key which it has already."""
        if not self.mapping:
            return False
        key, self.at_key = self.at_key, not self.at_key
        if not key or not isinstance(event, yaml.ScalarEvent):
            return False
        known = event.value in self.keys
        self.keys.add(event.value)
        return known
