"""A YAML text as nodes that know their lines: bounded, and the same whichever parser PyYAML has.

libyaml's parser is fast, and is asked for sound texts only: whatever it refuses, PyYAML's own reads once more, and
that one's verdict counts. What the two read differently is taken out of their way before either sees the text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import yaml

from carelevel.bank.yaml_broken import ALIAS, BROKEN, DEEPEST, NESTED, TAG, Broken, broken

FAST: type[yaml.SafeLoader] | None = getattr(yaml, "CSafeLoader", None)
"""libyaml's parser; None where PyYAML was built without it, as in a browser."""

Value = str | int | bool | None

_UNLIKE = re.compile(r"[|>][-+0-9]*#|\t")
"""What one parser takes and the other does not: a comment close to a sign, a tab at the beginning of a line."""
_QUESTION = "\ufdd0"
"""Stands for a question mark while a text is parsed: one may end a text in brackets, and none begins a key."""
_READABLE = "\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_UNREADABLE = re.compile(f"[^{_READABLE}]")
_UNREADABLE_ESCAPED = re.compile(f"[^{_READABLE}\r\x85{_QUESTION}]")
_TABS = re.compile(r"(?<=\S)[ \t]*\t[ \t]*|^[ \t]+$", re.MULTILINE)
"""Blanks with a tab, but for those at the beginning of a line, which no space can stand for."""
_INT = re.compile(r"-?(0|[1-9][0-9]{0,8})")
_WORDS: dict[str, Value] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("~", "null", "Null", "NULL", ""), None),
}


@dataclass(frozen=True, slots=True)
class Text:
    """A word or a text; *is_plain*: neither in quotes nor a block. *comment* follows a plain one on its line."""

    line: int  # from 1
    column: int
    text: str
    is_plain: bool
    comment: str = ""

    @property
    def value(self) -> Value:
        """Every plain word is a word (`yes`, `1:30`, a date), but for true and false, null and whole numbers."""
        if not self.is_plain:
            return self.text
        if self.text in _WORDS:
            return _WORDS[self.text]
        return int(self.text) if _INT.fullmatch(self.text) else self.text


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    line: int
    items: list[Node] = field(default_factory=list)

    @property
    def value(self) -> list[object]:
        """The values of its items."""
        return [item.value for item in self.items]


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping; of two keys alike the last one counts."""

    line: int
    entries: list[tuple[Text, Node]] = field(default_factory=list)

    @property
    def value(self) -> dict[Value, object]:
        """The values of its entries by those of their keys."""
        return {key.value: node.value for key, node in self.entries}


Node = Text | Items | Entries


@dataclass(frozen=True, slots=True)
class Read:
    """What was read; *root*: None where there is nothing; *repeated*: keys that stand in their mapping already."""

    root: Node | None
    repeated: Sequence[Text]


def read_nodes(text: str, most: int) -> Read:
    """The nodes of *text*, *most* of them; Broken where it cannot be read or holds what no bank may."""
    taken = _taken(text)
    if FAST is not None and not _UNLIKE.search(taken):
        try:
            return _Builder(taken, most).build(FAST)
        except _TooMuch:
            raise  # the two count alike, and the other one would take long
        except (yaml.YAMLError, Broken):
            pass  # the other parser says what is wrong, or that nothing is
    try:
        return _Builder(taken, most).build(yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # an escape may name a character that is none
        raise broken(error, taken) from None


def composed(text: str) -> yaml.Node | None:
    """*text*, which read_nodes takes, as PyYAML's nodes, which know where they end; no `?` in their values is one."""
    taken = _taken(text)
    loader = yaml.SafeLoader if FAST is None or _UNLIKE.search(taken) else FAST
    return yaml.compose(taken, Loader=loader)


def _taken(text: str) -> str:
    """*text* as both parsers read it alike, each character in its place."""
    if "\t" in text:
        text = _TABS.sub(lambda blanks: " " * len(blanks[0]), text)
    for blank in "\x85\u2028\u2029":
        text = text.replace(blank, " ")
    found = _UNREADABLE.search(text)
    if found:
        raise _unreadable(text.count("\n", 0, found.start()) + 1, found[0])
    return text.replace("?", _QUESTION)


class _TooMuch(Broken):
    """More than a file may hold."""


class _Builder:
    """Nodes made of a parser's events."""

    def __init__(self, text: str, most: int) -> None:
        self._text, self._most = text, most
        self._lines = text.split("\n") if "#" in text else []
        self._has_escapes = "\\" in text
        self._events: Iterator[yaml.Event] = iter(())
        self._repeated: list[Text] = []
        self._count, self._line = 0, 1

    def build(self, loader: type[yaml.SafeLoader]) -> Read:
        """The nodes that the *loader*'s parser finds; what it raises passes through."""
        root: Node | None = None
        self._events = iter(yaml.parse(self._text, Loader=loader))
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, 1)
            elif isinstance(event, yaml.DocumentStartEvent) and self._count:
                problem = f"{BROKEN}: a second text begins here, behind '---' or '...'"
                raise Broken(_line(event), (problem, "take that line away"))
        return Read(root, self._repeated)

    def _node(self, event: yaml.Event, depth: int, is_key: bool = False) -> Node:
        """The node that begins with *event*, and all within it."""
        line = _line(event)
        if not isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) or event.anchor is not None:
            raise Broken(line, ALIAS)
        if event.tag is not None:
            raise Broken(line, TAG)
        self._count += 1
        if self._count > self._most:
            raise _TooMuch(self._line, (f"more than {self._most:,} keys and values", "take something away"))
        if isinstance(event, yaml.ScalarEvent):
            return self._word(event, line)
        self._line = line
        if is_key:
            raise Broken(line, (f"{BROKEN}: a name that is a list or has brackets", "put the name in quotes"))
        if depth > DEEPEST:
            raise Broken(line, NESTED)
        return self._entries(line, depth) if isinstance(event, yaml.MappingStartEvent) else self._items(line, depth)

    def _entries(self, line: int, depth: int) -> Entries:
        node, names = Entries(line), set[str]()
        for event in self._inside():
            key = self._node(event, depth + 1, is_key=True)
            assert isinstance(key, Text)
            if key.text in names:
                self._repeated.append(key)
            names.add(key.text)
            node.entries.append((key, self._node(next(self._events), depth + 1)))
        return node

    def _items(self, line: int, depth: int) -> Items:
        return Items(line, [self._node(event, depth + 1) for event in self._inside()])

    def _inside(self) -> Iterator[yaml.Event]:
        """What comes before the end of the list or mapping that has begun."""
        return itertools.takewhile(lambda event: not isinstance(event, yaml.CollectionEndEvent), self._events)

    def _word(self, event: yaml.ScalarEvent, line: int) -> Text:
        is_plain = event.implicit[0]
        comment = self._comment(event) if is_plain and event.value else ""
        escaped = _UNREADABLE_ESCAPED.search(event.value) if self._has_escapes else None
        if escaped:
            raise _unreadable(line, escaped[0])
        if event.value:  # of what is empty the parsers name other places
            self._line = line
        column = event.start_mark.column if event.start_mark else 0
        return Text(line, column, _restored(event.value), is_plain, comment)

    def _comment(self, event: yaml.ScalarEvent) -> str:
        end = event.end_mark
        rest = self._lines[end.line][end.column :].strip() if self._lines and end else ""
        return _restored(rest) if rest.startswith("#") else ""


def _unreadable(line: int, character: str) -> Broken:
    problem = f"{BROKEN}: a character that it does not have (U+{ord(character):04X})"
    return Broken(line, (problem, "delete it; type anew what stood there"))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _restored(text: str) -> str:
    return text.replace(_QUESTION, "?") if _QUESTION in text else text
