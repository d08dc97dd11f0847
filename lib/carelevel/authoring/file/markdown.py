"""A paragraph of a draft as Markdown: its phrases in brackets, and everything else such that it reads as typed."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from carelevel.authoring.draft.draft import Phrase
from carelevel.authoring.draft.whitespace import is_blank
from carelevel.core.case import Span

WIDTH = 110
_KEPT_SPACE = "\0"
"""Stands for a space within braces, where no line may end; no draft's text has it."""
_WORD = re.compile(r"[\w:-]+")
_ENTITY = re.compile(r"&#?\w+;")
_BLOCK = re.compile(r"(?P<number>[0-9]{1,9})[.)](?= |$)|#{1,6}(?= |$)|>|[-+*](?= |$)|~{3}|[-=*][-=* ]*$")
"""The beginnings of a line that Markdown would take for a list, a heading, a quotation, a block of code or a rule."""
_ESCAPED = "[]{}_`"


def markdown(text: str, at: Span, phrases: Sequence[Phrase] = (), width: int = WIDTH) -> str:
    """The lines of the paragraph that stands *at* a place of *text*; *phrases* lie in it, apart from each other."""
    opening = {phrase.start: phrase for phrase in phrases}
    closing = {phrase.end: phrase for phrase in phrases}
    out: list[str] = []
    for place in range(*at):
        if place in closing:
            out.append("]" + _braces(closing[place]))
        if place in opening:
            out.append("[")
        if not is_blank(text[place]):
            out.append(_escaped(text, place))
        elif not is_blank(text[place - 1]):
            out.append(" ")
    if at[1] in closing:
        out.append("]" + _braces(closing[at[1]]))
    lines = textwrap.wrap("".join(out), width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(map(_guarded, lines)).replace(_KEPT_SPACE, " ")


def is_word(name: str) -> bool:
    """Whether *name* can stand in braces as the name of a finding, a value or a phrase."""
    return bool(_WORD.fullmatch(name)) and name.isascii()


def writable_findings(findings: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The findings that can be written into braces."""
    return ((name, value) for name, value in findings.items() if is_word(name) and is_word(value))


def _braces(phrase: Phrase) -> str:
    names = [f"#{phrase.name}"] if is_word(phrase.name) else []
    names += [f"{name}={value}" for name, value in writable_findings(phrase.findings)]
    return "{" + _KEPT_SPACE.join(names) + "}"


def _escaped(text: str, place: int) -> str:
    """One character, so that it reads as itself; stars alone keep their meaning, and `\\*` is a star without one."""
    character, following = text[place], text[place + 1 : place + 2]
    if character == "\\":
        return character if following == "*" else "\\\\"
    if character in _ESCAPED:
        return "\\" + character
    if character == "<" and following.strip():
        return "&lt;"
    if character == "&" and _ENTITY.match(text, place):
        return "&amp;"
    return character


def _guarded(line: str) -> str:
    """The line with a backslash where its beginning would be markup."""
    found = _BLOCK.match(line)
    if not found:
        return line
    sign = found.end("number") if found["number"] else 0
    return f"{line[:sign]}\\{line[sign:]}"
