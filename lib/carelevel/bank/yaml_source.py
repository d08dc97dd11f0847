"""A YAML text that is changed in places, while every other character, comments among them, stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

import yaml

from carelevel.bank.yaml_nodes import composed

WIDEST = 112
_COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\n]*")


class Pair(NamedTuple):
    """A key of a mapping and what stands behind it."""

    key: yaml.Node
    value: yaml.Node


class Comment(NamedTuple):
    """A comment that was put in: its line, from 1, and what it says."""

    line: int
    says: str


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str
    note: str = ""


class YamlSource:
    """*text*, which the bank's reader has found sound, with the changes that it is to have."""

    def __init__(self, text: str) -> None:
        self.text = text if text.endswith("\n") else text + "\n"
        self.root = composed(self.text)
        self._lines = [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]
        self._edits: list[_Edit] = []

    # What stands where

    def start(self, node: yaml.Node) -> int:
        """The place of the node's first character."""
        return self._place(node.start_mark)

    def end(self, node: yaml.Node) -> int:
        """The place behind the node's last character, comments and empty lines behind it left out."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = node.value[-1]
            return self.end_of(Pair(*last)) if isinstance(last, tuple) else self.end(last)
        start, end = self.start(node), self._place(node.end_mark)
        return start + len(self.text[start:end].rstrip())

    def end_of(self, pair: Pair) -> int:
        """The place behind the pair; behind its colon where nothing follows."""
        behind_colon = self.text.index(":", self.end(pair.key)) + 1
        return max(self.end(pair.value), behind_colon) if self.written(pair.value) else behind_colon

    def written(self, node: yaml.Node) -> str:
        """The node as it is written."""
        return self.text[self.start(node) : self.end(node)]

    def is_flow(self, node: yaml.Node) -> bool:
        """Whether it is a list or a mapping in brackets."""
        return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)

    # Changes

    def rename(self, pair: Pair, key: str) -> None:
        """Give the entry another key; its value and comments stay."""
        self._edits.append(_Edit(self.start(pair.key), self.end(pair.key), key))

    def put(self, pair: Pair, within: yaml.Node, value: str) -> None:
        """Give a pair of the mapping *within* another value; comments in the old one go to lines of their own."""
        start, end = self.text.index(":", self.end(pair.key)) + 1, self.end_of(pair)
        self._edits.append(_Edit(start, end, f" {value}" if value else ""))
        for comment in self._comments(start, end, pair.value):
            self._edits.append(self._above(within, comment))

    def add(self, pair: Pair, within: yaml.Node, entries: Sequence[str]) -> None:
        """Put *entries*, each a line such as `kind: firm`, behind a pair of the mapping *within*."""
        end = self.end_of(pair)
        if isinstance(within, yaml.MappingNode) and within.flow_style:
            self._edits.append(_Edit(end, end, "".join(f", {entry}" for entry in entries)))
            return
        at, indent = self._line_end(end), " " * self._column(pair.key)
        self._edits.append(_Edit(at, at, "".join(f"\n{indent}{entry}" for entry in entries)))

    def replace(self, node: yaml.Node, text: str) -> None:
        """Write *text* in the node's place."""
        self._edits.append(_Edit(self.start(node), self.end(node), text))

    def append(self, pair: Pair, item: str) -> None:
        """Put *item* behind the last one of the list that stands behind *pair*, or into it where it is empty."""
        there = items(pair.value)
        if not there:
            at, indent = self.text.index(":", self.end(pair.key)) + 1, " " * (self._column(pair.key) + 2)
            self._edits.append(_Edit(at, self.end_of(pair), f"\n{indent}- {item}"))
        elif self.is_flow(pair.value):
            self._edits.append(_Edit(self.end(there[-1]), self.end(there[-1]), f", {item}"))
        else:
            at = self._line_end(self.end(there[-1]))
            self._edits.append(_Edit(at, at, f"\n{self._up_to(there[0])}{item}"))

    def drop(self, pair: Pair, place: int) -> None:
        """Take the item at *place* out of the list behind *pair*, with its comment; those above and below it stay."""
        there = items(pair.value)
        item, after = there[place], there[place + 1 :]
        if self.is_flow(pair.value):
            start = self.end(there[place - 1]) if place and not after else self.start(item)
            self._edits.append(_Edit(start, self.start(after[0]) if after else self.end(item), ""))
            return
        if len(there) == 1:
            at = self.text.index(":", self.end(pair.key)) + 1
            self._edits.append(_Edit(at, at, " []"))
        start, end = self._line_start(self.start(item)), self._line_end(self.end(item)) + 1
        self._edits.append(_Edit(start, end, ""))

    def add_below(self, pair: Pair, text: str) -> None:
        """Put whole lines below a pair of the file's outermost mapping."""
        at = self._line_end(self.end_of(pair))
        self._edits.append(_Edit(at, at, f"\n{text}"))

    def take_away(self, pair: Pair, within: yaml.Node) -> tuple[str, ...]:
        """Leave a pair of the mapping *within* out, and give the comments that stood in it."""
        place = next(at for at, (key, _) in enumerate(within.value) if key is pair.key)
        following = within.value[place + 1 :]
        start, end = self.start(pair.key), self.end_of(pair)
        if isinstance(within, yaml.MappingNode) and within.flow_style:
            if following:
                end = self.start(following[0][0])
            elif place:
                start = self.end_of(Pair(*within.value[place - 1]))
            found = tuple(self._comments(start, end, pair.key, pair.value))
            self._edits.append(_Edit(start, end, ""))
            return found
        line = self._line_start(start)
        end = self._line_end(end)
        found = tuple(self._comments(start, end, pair.key, pair.value))
        if not self.text[line:start].strip():
            self._edits.append(_Edit(line, end + 1, ""))
        elif following:  # it stands behind the dash of an item
            self._edits.append(_Edit(start, self.start(following[0][0]), ""))
        else:
            self._edits.append(_Edit(start, self.end_of(pair), "{}"))
        return found

    def remark(self, node: yaml.Node, comments: Sequence[str]) -> None:
        """Put comments, as they are, above the line in which *node* begins."""
        self._edits += [self._above(node, comment) for comment in comments]

    def note(self, node: yaml.Node, says: str, sign: str) -> None:
        """Put a comment that begins with *sign* above the line in which *node* begins."""
        self._edits.append(self._above(node, f"# {sign}{says}", says))

    def arrange(self, items: Sequence[yaml.Node], order: Sequence[int], after: Pair, *, in_brackets: bool) -> None:
        """Put the items of the list behind *after* into another order, with the comments above each of them."""
        if in_brackets:
            for item, place in zip(items, order, strict=True):
                self._edits.append(_Edit(self.start(item), self.end(item), self.written(items[place])))
            return
        ends = [self._line_end(self.end(item)) + 1 for item in items]
        starts = [self._line_end(self.end(after.key)) + 1, *ends[:-1]]
        for at, place in enumerate(order):
            self._edits.append(_Edit(starts[at], ends[at], self.text[starts[place] : ends[place]]))

    def edited(self) -> tuple[str, tuple[Comment, ...]]:
        """The text with its changes, and the notes that stand in it; ValueError where changes meet."""
        pieces: list[str] = []
        notes: list[Comment] = []
        done = lines = 0
        for edit in sorted(self._edits, key=lambda edit: (edit.start, edit.end)):
            if edit.start < done:
                raise ValueError(f"two changes at {edit.start}")
            pieces.append(self.text[done : edit.start])
            lines += pieces[-1].count("\n")
            if edit.note:
                notes.append(Comment(lines + 1, edit.note))
            pieces.append(edit.text)
            lines += edit.text.count("\n")
            done = edit.end
        return "".join([*pieces, self.text[done:]]), tuple(notes)

    def _above(self, node: yaml.Node, comment: str, note: str = "") -> _Edit:
        at = self._line_start(self.start(node))
        line = self.text[at : self._line_end(at)]
        indent = line[: len(line) - len(line.lstrip())]
        return _Edit(at, at, "".join(f"{indent}{part}\n" for part in _broken(comment, WIDEST - len(indent))), note)

    def _comments(self, start: int, end: int, *nodes: yaml.Node) -> Iterator[str]:
        """The comments between two places, beside the words and texts of *nodes*."""
        hidden = list(self.text[start:end])
        for node in nodes:
            for text in _scalars(node):
                for place in range(max(self.start(text), start), min(self.end(text), end)):
                    hidden[place - start] = "_"
        return (self.text[start:end][found.start() : found.end()] for found in _COMMENT.finditer("".join(hidden)))

    def _up_to(self, node: yaml.Node) -> str:
        """What stands before the node in its line."""
        start = self.start(node)
        return self.text[self._line_start(start) : start]

    def _place(self, mark: yaml.Mark) -> int:
        return self._lines[mark.line] + mark.column

    def _column(self, node: yaml.Node) -> int:
        start = self.start(node)
        return start - self._line_start(start)

    def _line_start(self, place: int) -> int:
        return self.text.rfind("\n", 0, place) + 1

    def _line_end(self, place: int) -> int:
        return self.text.index("\n", place)  # the last line has an end too


def pairs(node: yaml.Node | None) -> tuple[Pair, ...]:
    """The pairs of a mapping; none where the node is something else."""
    return tuple(Pair(*pair) for pair in node.value) if isinstance(node, yaml.MappingNode) else ()


def items(node: yaml.Node | None) -> tuple[yaml.Node, ...]:
    """The items of a list; none where the node is something else."""
    return tuple(node.value) if isinstance(node, yaml.SequenceNode) else ()


def pair(node: yaml.Node | None, key: str) -> Pair | None:
    """The pair of that key."""
    return next((known for known in pairs(node) if known.key.value == key), None)


def value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """What stands behind that key."""
    found = pair(node, key)
    return found.value if found else None


def word(node: yaml.Node | None, key: str) -> str:
    """The word behind that key; "" where there is none."""
    found = value(node, key)
    return found.value if isinstance(found, yaml.ScalarNode) else ""


def _scalars(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    for key, behind in pairs(node):
        yield from (*_scalars(key), *_scalars(behind))
    for item in items(node):
        yield from _scalars(item)


def _broken(comment: str, width: int) -> Iterator[str]:
    """A comment in lines of about *width*."""
    while len(comment) > width and " " in comment[2:width]:
        cut = comment.rindex(" ", 2, width)
        yield comment[:cut]
        comment = f"# {comment[cut + 1 :]}"
    yield comment
