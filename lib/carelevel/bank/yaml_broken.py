"""What is wrong with a YAML text that no parser takes, told from the place where the parser stopped.

A parser's own sentence is never shown: it is another one in each release, and with and without libyaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

DEEPEST = 12
"""Levels of nesting; nothing in a bank needs more."""

BROKEN = "broken YAML"
IN_QUOTES = "put the whole text in quotes"
ALIAS = ("an anchor or alias (& or *)", "write the value out, or put it in quotes")
TAG = (f"{BROKEN}: a text that begins with “!”", IN_QUOTES)
NESTED = (f"nested deeper than {DEEPEST} levels", "flatten it")
_ANYTHING = (f"{BROKEN}: it cannot be made out here", "check quotes, colons and indentation there")
_BACKSLASH = (f"{BROKEN}: a backslash within double quotes", "write two of them, or put single quotes around the text")
_NO_COLON = (
    f"{BROKEN}: a line without a colon after its name",
    "write 'name: value', or put a text of several lines in quotes",
)
_MEANT_OTHERWISE = {"&": ALIAS, "*": ALIAS, "!": TAG}
_NESTING = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|(?P<open>[\[{])|(?P<close>[\]}])|\n", re.DOTALL)
_COMMENT = re.compile(r"\S\s+#")


class Broken(Exception):
    """A YAML text that is refused: on which line of it, from 1, and a problem with its remedy."""

    def __init__(self, line: int, message: tuple[str, str]) -> None:
        super().__init__(line, *message)
        self.line = line
        self.problem, self.remedy = message


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place in the text; *line* counts from 0."""

    lines: Sequence[str]
    line: int
    column: int

    @property
    def sign(self) -> str:
        """The character there; empty at the end of a line."""
        return self.lines[self.line][self.column : self.column + 1]

    @property
    def before(self) -> str:
        """What stands before it on its line."""
        return self.lines[self.line][: self.column].strip()

    @property
    def is_end(self) -> bool:
        """Nothing but blanks follows, or another document does."""
        rest = [self.lines[self.line][self.column :], *self.lines[self.line + 1 :]]
        return rest[0].startswith(("---", "...")) or not "".join(rest).strip()


def broken(error: Exception, text: str) -> Broken:
    """What to say of *text*, from the place and the kind of the *error* of PyYAML's own parser."""
    lines = text.split("\n")
    stop, begun = (_spot(getattr(error, name, None), lines) for name in ("problem_mark", "context_mark"))
    if stop is None:  # most likely an escape beyond the last character, which Python refuses without a place
        line = next((number for number, line in enumerate(lines, 1) if "\\U" in line), 0)
        return Broken(line, _BACKSLASH) if line else Broken(1, _ANYTHING)
    is_scanners = isinstance(error, yaml.scanner.ScannerError)
    return next(_likeliest(stop, begun, is_scanners), Broken(stop.line + 1, _ANYTHING))


def _spot(mark: yaml.Mark | None, lines: Sequence[str]) -> _Spot | None:
    if mark is None:
        return None
    line = min(mark.line, len(lines) - 1)
    return _Spot(lines, line, mark.column if line == mark.line else len(lines[line]))


def _likeliest(stop: _Spot, begun: _Spot | None, is_scanners: bool) -> Iterator[Broken]:
    """What may be wrong, the likeliest first."""
    yield from _nested(stop)
    if begun is not None:
        yield from _in_what_began(stop, begun, is_scanners)
    yield from _cut(stop, stop.line - 1)
    yield from _at_a_sign(stop)
    if stop.sign == ":":
        yield from _at_a_colon(stop)
    if begun is not None and is_scanners:
        yield Broken(begun.line + 1, _NO_COLON)
    if not is_scanners:
        remedy = "line it up with them, or put a text of several lines in quotes"
        yield _at(stop.line, "this line does not fit the ones above it", remedy)


def _at(line: int, problem: str, remedy: str) -> Broken:
    """What is wrong on a *line*, counted from 0."""
    return Broken(line + 1, (f"{BROKEN}: {problem}", remedy))


def _nested(stop: _Spot) -> Iterator[Broken]:
    """Some parsers give up on what is nested too deep before it can be counted."""
    text = "\n".join([*stop.lines[: stop.line], stop.lines[stop.line][: stop.column + 1]])
    depth, line = 0, 1
    for found in _NESTING.finditer(text):
        depth += (found["open"] is not None) - (found["close"] is not None)
        line += found[0].count("\n")
        if depth > DEEPEST:
            yield Broken(line, NESTED)


def _in_what_began(stop: _Spot, begun: _Spot, is_scanners: bool) -> Iterator[Broken]:
    """The parser had begun with something at *begun* and could not end it."""
    line, sign = begun.line, begun.sign
    if sign in ("'", '"') and is_scanners:
        if stop.is_end:
            yield _at(line, "a quotation mark that is not closed", "close it, or take it away")
        if "\\" in stop.before:
            yield Broken(stop.line + 1, _BACKSLASH)
    if sign in _MEANT_OTHERWISE:
        yield Broken(line + 1, _MEANT_OTHERWISE[sign])
    if sign in ("|", ">") and is_scanners:
        yield _at(line, f"“{sign}” before a text", "begin the text on the next line, further in; or put it in quotes")
    if sign == "%":
        yield _at(line, "a line that begins with “%”", IN_QUOTES)
    if sign in ("[", "{"):
        yield from _cut(stop, line)
        remedy = "close it, put a comma between its parts, and a text with commas or brackets in quotes"
        yield _at(stop.line, f"a bracket “{sign}” is not closed before this", remedy)


def _cut(stop: _Spot, first: int) -> Iterator[Broken]:
    """A text may end sooner than it was meant to, where a comment begins."""
    for line in range(max(first, 0), stop.line + 1):
        found = _COMMENT.search(stop.lines[line])
        if found and (line < stop.line or found.start() < stop.column):
            yield _at(line, "the text ends at ' #', where a comment begins", IN_QUOTES)


def _at_a_sign(stop: _Spot) -> Iterator[Broken]:
    """The parser cannot go on with the very sign at which it stopped."""
    line, sign, before = stop.line, stop.sign, stop.before
    if sign == "\t":
        yield _at(line, "a tab at the beginning of a line", "put spaces in its place")
    if sign in ("@", "`", "%"):
        yield _at(line, f"a text that begins with “{sign}”", IN_QUOTES)
    if sign in _MEANT_OTHERWISE:
        yield Broken(line + 1, _MEANT_OTHERWISE[sign])
    if before.endswith(("'", '"', "]", "}")):
        remedy = "put the whole text in quotes of the other kind, or close a mark that was left open above"
        yield _at(line, f"a text goes on after its closing mark “{before[-1]}”", remedy)
    if sign in ("]", "}", ","):
        yield _at(line, f"a “{sign}” that belongs to no bracket", "take it away, or " + IN_QUOTES)
    if sign == "-" and before:
        yield _at(line, "a “-” before a text", "begin a list on the next line, or " + IN_QUOTES)


def _at_a_colon(stop: _Spot) -> Iterator[Broken]:
    """A colon with a space after it, where none can be."""
    if ": " in f"{stop.before} ":
        yield _at(stop.line, "a colon within a text", IN_QUOTES)
    above = next((line for line in range(stop.line - 1, -1, -1) if stop.lines[line].strip()), None)
    if above is None:
        return
    if ":" in stop.lines[above] and _indent(stop.lines[stop.line]) > _indent(stop.lines[above]):
        remedy = "line it up with the lines that it belongs to"
        yield _at(stop.line, "this line stands further in than it may", remedy)
    yield Broken(above + 1, _NO_COLON)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
