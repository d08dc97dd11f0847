"""What stands above a vignette, as the file holds it: id, title, marks, key, note, words, twins and dissent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, TypeAdapter

from carelevel.bank.document import Document, read
from carelevel.core.criteria import Strict, Whole, YesOrNo
from carelevel.core.diagnostic import Diagnostic

LONGEST_ID, LONGEST_TITLE = 64, 120
LONGEST_DISCUSS = LONGEST_REASON = 2_000
"""Characters."""
MOST_TWINS = 8
MOST_RELEASED, LONGEST_RELEASED = 40, 200
"""Words that an author let stand, and their characters."""
MOST_VALUES = 1_500
"""Twenty times what a long case has."""
TEXTS = frozenset({"title", "opening", "unsaid", "discuss", "glossary", "reason", "released", "swap"})
"""Where an author's own sentences stand."""
_MAY_BE_CUT = re.compile(r"^[ \t]*[^#\s].*[ \t]#", re.MULTILINE)


def _kind(value: object) -> str:
    """Which of several types a value is meant to have: a wrong one is one mistake then, not one for each type."""
    return {bool: "yes_or_no", list: "list"}.get(type(value), "word")


def as_list(value: object) -> list[object]:
    """One thing or a list of things, as a list."""
    return value if isinstance(value, list) else [value]


Stated = Annotated[
    Annotated[str, Tag("word")] | Annotated[YesOrNo, Tag("yes_or_no")] | Annotated[list[str], Tag("list")],
    Discriminator(_kind),
]
KeyData = dict[str, Stated]
KeysData = Annotated[list[KeyData], BeforeValidator(as_list)]


@dataclass(frozen=True, slots=True)
class DissentData(Strict):
    """An author's own answer to a decision point, as the file holds it."""

    level: str
    reason: Annotated[str, Field(min_length=1, max_length=LONGEST_REASON)]


def _written(value: object) -> object:
    """What may be left away is not left empty."""
    if value is None:
        raise ValueError
    return value


def _one_or_list(value: object) -> str:
    return "list" if isinstance(value, list) else "one"


DissentsData = Annotated[
    Annotated[DissentData, Tag("one")] | Annotated[list[DissentData | None], Tag("list")], Discriminator(_one_or_list)
]


@dataclass(frozen=True, slots=True)
class TwinData(Strict):
    """A twin as the file holds it: the phrase that it swaps and its new words, what they show, and its key."""

    id: Annotated[str, Field(min_length=1, max_length=LONGEST_ID)]
    swap: Annotated[dict[str, str], Field(min_length=1, max_length=1)]
    findings: dict[str, str]
    key: KeysData


ReleasedData = Annotated[str, Field(min_length=1, max_length=LONGEST_RELEASED)]


@dataclass(frozen=True, slots=True)
class FrontMatter(Strict):
    """A whole front matter as the file holds it; *key*: one for each decision point."""

    id: Annotated[str, Field(min_length=1, max_length=LONGEST_ID)]
    title: Annotated[str, Field(min_length=1, max_length=LONGEST_TITLE)]
    difficulty: Annotated[Whole, Field(ge=1, le=3)]
    key: KeysData
    discuss: Annotated[str, Field(max_length=LONGEST_DISCUSS)] = ""
    twins: Annotated[tuple[TwinData, ...], Field(max_length=MOST_TWINS)] = ()
    dissent: Annotated[DissentsData | None, BeforeValidator(_written)] = None
    reading: Annotated[Annotated[Whole, Field(ge=1, le=3)] | None, BeforeValidator(_written)] = None
    glossary: dict[str, str] = field(default_factory=dict)
    opening: Annotated[str | None, BeforeValidator(_written)] = None
    unsaid: dict[str, str] = field(default_factory=dict)
    status: Literal["held", "retired"] | None = None
    released: Annotated[tuple[ReleasedData, ...], Field(max_length=MOST_RELEASED)] = ()


@dataclass(frozen=True, eq=False)
class Divided:
    """A case file's two parts; the prose begins on line *offset* + 1 of the file."""

    head: str
    prose: str
    offset: int


@dataclass(frozen=True, eq=False)
class Head:
    """The front matter and the document that knows its lines."""

    document: Document
    front: FrontMatter


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[FrontMatter]:
    return TypeAdapter(FrontMatter)


def divide(text: str, file: str) -> tuple[Divided | None, list[Diagnostic]]:
    """The front matter and the prose, or the mistake that keeps them from being told apart."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None, [Diagnostic(file, 1, "the file does not begin with '---'", "copy the head of _template.md")]
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        return None, [Diagnostic(file, 1, "the front matter has no closing '---'", "put '---' below its last line")]
    return Divided("\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), end + 1), []


def cut_texts(text: str, file: str) -> Sequence[Diagnostic]:
    """Texts above a vignette that end where a comment begins: a title such as `Bed #4`, without quotes."""
    divided, _ = divide(text, file)
    if divided is None or not _MAY_BE_CUT.search(divided.head):
        return ()
    document, _ = read(divided.head, file, 1, MOST_VALUES)
    return tuple(document.cut_texts(TEXTS)) if document else ()


def read_head(divided: Divided, file: str) -> tuple[Head | None, list[Diagnostic]]:
    """The front matter, and every mistake in it; None where they keep it from being read."""
    document, mistakes = read(divided.head, file, 1, MOST_VALUES)
    if document is None:
        return None, mistakes
    front = document.read_as(_adapter(), mistakes)
    return (None if front is None else Head(document, front)), mistakes
