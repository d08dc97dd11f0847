"""A YAML text as data, with the line of each of its places."""

from __future__ import annotations

import itertools
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from carelevel.bank.wanted import wanted
from carelevel.bank.yaml_broken import Broken
from carelevel.bank.yaml_nodes import Entries, Items, Node, Text, read_nodes
from carelevel.core.diagnostic import CUT_SHORT, Diagnostic, Severity
from carelevel.core.errors import suggestion

MOST_VALUES = 20_000
"""Keys, values, lists and mappings of a file; each could be a mistake of its own."""

LONGEST_SHOWN = 40
"""Characters of a comment in a message."""

ANOTHER_BANKS = "copy that of another bank and change it"
CUT_REMEDY = "put the whole text in quotes, or the comment on a line of its own"

T = TypeVar("T")
Place = Sequence[str | int]


@dataclass(frozen=True, eq=False)
class Document:
    """*data* as read from a text whose first line is number *offset* + 1 of *file*; *root* None: it is empty."""

    file: str
    data: Any
    root: Node | None
    offset: int = 0
    _entries: dict[int, Mapping[str, tuple[int, Node]]] = field(default_factory=dict)

    def line(self, place: Place) -> int:
        """The line of *place*, or of its nearest ancestor that is there; one thing may stand for a list of it."""
        node = self.root
        line = node.line if isinstance(node, Entries | Items) else 1
        for step in place:
            found = self._child(node, step)
            if found is not None:
                line, node = found
            elif not (isinstance(node, Entries) and isinstance(step, int)):
                break
        return line + self.offset

    def unknown(self, place: Place, noun: str, name: str, known: Collection[str]) -> Diagnostic:
        """A name that is none of the *known* ones."""
        return self.mistake(place, f"unknown {noun} '{name}'", suggestion(name, known))

    def mistake(self, place: Place, problem: str, remedy: str) -> Diagnostic:
        """What is wrong at *place*."""
        return Diagnostic(self.file, self.line(place), problem, remedy)

    def read_as(self, adapter: TypeAdapter[T], mistakes: list[Diagnostic]) -> T | None:
        """*data* as the adapter's type; None where something keeps it from being so, which joins *mistakes*."""
        try:
            return adapter.validate_python(self.data)
        except ValidationError as error:
            for refused in error.errors(include_url=False):
                mistakes.append(
                    self._refused(refused["loc"], refused["type"], refused["input"], refused.get("ctx", {}))
                )
            return None

    def cut_texts(self, names: Collection[str]) -> Iterator[Diagnostic]:
        """Each text that ends sooner than its line, since what follows there is a comment to YAML.

        *names* are those of texts, or of mappings and lists of texts: behind a word or a number a comment is one.
        """
        for place, text in _texts(self.root, ()):
            if text.comment and any(step in names for step in place[-2:]):
                name = next(step for step in reversed(place) if isinstance(step, str))
                comment = shortened(text.comment, LONGEST_SHOWN)
                problem = f"'{name}' ends before “{comment}”, which is a comment and is left out"
                yield Diagnostic(self.file, text.line + self.offset, problem, CUT_REMEDY, Severity.WARNING, CUT_SHORT)

    def _refused(self, place: Place, kind: str, value: object, bounds: Mapping[str, Any]) -> Diagnostic:
        found, node = self._found(place)
        if not found and not isinstance(self.root, Entries):
            return self.mistake((), "there are no names with values in it", self._begun_anew)
        if kind in ("unexpected_keyword_argument", "extra_forbidden"):
            if cut := self._cut_by_comma(place):
                return self.mistake(found, *cut)
            return self.mistake(found, f"unknown key '{place[-1]}'", "take it away, or see the README beside it")
        if kind in ("missing", "missing_argument"):
            return self.mistake(found, f"'{place[-1]}' is missing", f"add a line '{place[-1]}: …'")
        where = ".".join(str(step) for step in found) or "the file"
        is_written = isinstance(node, Text) and bool(node.text)
        if value is None and found and not is_written and kind != "invalid_key":
            return self.mistake(found, f"'{where}' is empty", "write it after the colon")
        as_written = node.text if isinstance(node, Text) and not isinstance(value, str) else ""
        if kind == "invalid_key" or place[-1:] == ("[key]",):
            as_written = json.dumps(value)  # the name itself is meant, and not what stands behind it
        return self.mistake(found, f"'{where}' cannot be read", wanted(kind, value, bounds, as_written))

    @property
    def _begun_anew(self) -> str:
        return "copy the head of _template.md" if self.file.endswith(".md") else ANOTHER_BANKS

    def _cut_by_comma(self, place: Place) -> tuple[str, str] | None:
        """Problem and remedy where the last name is what a comma within braces has cut off from a text."""
        *around, name = place
        _, node = self._found(around)
        entries = node.entries if isinstance(node, Entries) else []
        for (key, before), (cut, after) in itertools.pairwise(entries):
            is_empty = isinstance(after, Text) and not after.text
            if cut.text == name and is_empty and isinstance(before, Text) and key.line == cut.line:
                remedy = f'put the whole text in quotes: {key.text}: "{before.text}, {cut.text}"'
                return f"a comma ends the text before '{cut.text}'", remedy
        return None

    def _found(self, place: Place) -> tuple[Place, Node | None]:
        """*place* without the steps that the file does not have, such as the name of a type; and what stands there."""
        node, found = self.root, list[str | int]()
        for step in place:
            child = self._child(node, step)
            if child is not None:
                node = child[1]
                found.append(step)
        return found, node

    def _child(self, node: Node | None, step: str | int) -> tuple[int, Node] | None:
        """The line and the node of one step down."""
        if isinstance(node, Entries):
            if id(node) not in self._entries:  # so that a thousand mistakes in one mapping take no million steps
                entries = reversed(node.entries)  # of two keys alike, the first
                self._entries[id(node)] = {str(key.value): (key.line, value) for key, value in entries}
            return self._entries[id(node)].get(str(step))
        if isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            return node.items[step].line, node.items[step]
        return None


def read(text: str, file: str, offset: int = 0, most: int = MOST_VALUES) -> tuple[Document | None, list[Diagnostic]]:
    """The text as a Document, or the mistake that keeps it from being one; with one, keys that stand there twice."""
    try:
        nodes = read_nodes(text, most)
    except Broken as broken:
        return None, [Diagnostic(file, broken.line + offset, broken.problem, broken.remedy)]
    twice = [(key.line + offset, f"'{key.text}' stands here twice", "keep one of the two") for key in nodes.repeated]
    data = None if nodes.root is None else nodes.root.value
    return Document(file, data, nodes.root, offset), [Diagnostic(file, *mistake) for mistake in twice]


def shortened(text: str, most: int) -> str:
    """*text*, or its first *most* characters and a sign that there are more."""
    return text if len(text) <= most else f"{text[:most].rstrip()} …"


def unknown_name(document: Document, place: Place, noun: str, name: str, known: Sequence[str]) -> Diagnostic:
    """A name in the *document* that is none of the *known* ones."""
    return document.unknown(place, noun, name, known)


def _texts(node: Node | None, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    """Every text of a document with its place."""
    if isinstance(node, Text):
        yield place, node
    elif isinstance(node, Items):
        for number, item in enumerate(node.items):
            yield from _texts(item, (*place, number))
    elif isinstance(node, Entries):
        for key, value in node.entries:
            yield from _texts(value, (*place, key.text))
