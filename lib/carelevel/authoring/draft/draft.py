"""A case as it lies on a supervisor's desk: it may be incomplete, or wrong in any way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from carelevel.bank.case_file import MOST_POINTS
from carelevel.bank.front_matter import MOST_RELEASED
from carelevel.bank.wanted import wanted
from carelevel.core.criteria import PLAIN_WORDS, Strict, Whole, Words
from carelevel.core.errors import CarelevelError
from carelevel.messages import authoring as authoring_messages

LONGEST_LINE = 500
"""Characters of a title, a heading or an id; what the bank takes is less, and is told as a problem."""
LONGEST_NOTE = 6_000
LONGEST_TEXT = 40_000
"""Characters of all decision points together; more would not fit into a file."""
MOST_PHRASES = 200
MOST_TWINS = 12
MOST_FINDINGS = 60
MOST_TERMS = 100

Line = Annotated[str, Field(max_length=LONGEST_LINE)]
Note = Annotated[str, Field(max_length=LONGEST_NOTE)]
Offset = Annotated[Whole, Field(ge=0, le=LONGEST_TEXT)]
Mark = Annotated[Whole, Field(ge=1, le=3)]
Shows = Annotated[Mapping[Line, Line], Field(max_length=MOST_FINDINGS)]


class DraftError(CarelevelError, ValueError):
    """Something that cannot be a draft, such as a text that is far too long."""


@dataclass(frozen=True, slots=True)
class Phrase(Strict):
    """Words that show something, by code points of the point's text; *name* is what a twin swaps."""

    start: Offset
    end: Offset
    findings: Shows
    name: Line = ""


@dataclass(frozen=True, slots=True)
class DraftPoint(Strict):
    """One decision point.

    *text*: prose, paragraphs parted by an empty line, *emphasis* between stars. *expected*: the level that the author
    expects, or ESCALATE; *dissent*: why, where the criteria say otherwise and the author stands by it.
    """

    heading: Line
    text: Annotated[str, Field(max_length=LONGEST_TEXT)]
    phrases: Annotated[tuple[Phrase, ...], Field(max_length=MOST_PHRASES)]
    expected: Line = ""
    dissent: Note = ""


@dataclass(frozen=True, slots=True)
class DraftTwin(Strict):
    """The case with the phrase of this name told in other *words*; *expected*: one a point, "" where not said."""

    id: Line
    phrase: Line
    words: Note
    findings: Shows
    expected: Annotated[tuple[Line, ...], Field(max_length=MOST_POINTS)] = ()


@dataclass(frozen=True, slots=True)
class DraftTerm(Strict):
    """A word of the story, and what it means."""

    word: Line = ""
    meaning: Note = ""


@dataclass(frozen=True, slots=True)
class Draft(Strict):
    """A case in the making; "" and None stand for what is not said yet.

    *status* as a case has it; *released*: words that lint takes for an error, and the author lets stand.
    """

    id: Line
    title: Line
    difficulty: Mark | None
    discuss: Note
    points: Annotated[tuple[DraftPoint, ...], Field(max_length=MOST_POINTS)]
    twins: Annotated[tuple[DraftTwin, ...], Field(max_length=MOST_TWINS)] = ()
    reading: Mark | None = None
    glossary: Annotated[tuple[DraftTerm, ...], Field(max_length=MOST_TERMS)] = ()
    status: Line = ""
    released: Annotated[tuple[Line, ...], Field(max_length=MOST_RELEASED)] = ()


def empty_draft(words: Words = PLAIN_WORDS) -> Draft:
    """One decision point, and nothing in it."""
    return Draft("", "", None, "", (DraftPoint(words.first_meeting, "", ()),))


def draft_view(draft: Draft) -> dict[str, Any]:
    """The draft as JSON has it; read_draft reads it back."""
    return asdict(draft)


def read_draft(value: object) -> Draft:
    """A draft from what a page or a file gave, bounded; DraftError where it cannot be one."""
    try:
        draft = _adapter().validate_python(value)
    except ValidationError as error:
        raise DraftError(_refused(error)) from None
    if sum(len(point.text) for point in draft.points) > LONGEST_TEXT:
        raise DraftError(_too_much(authoring_messages.STORY, LONGEST_TEXT, characters=True))
    return draft


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Draft]:
    return TypeAdapter(Draft)


def _refused(error: ValidationError) -> str:
    """The first thing wrong, with its place."""
    first = error.errors(include_url=False)[0]
    bounds = first.get("ctx", {})
    names = [authoring_messages.FIELDS[step] for step in first["loc"] if step in authoring_messages.FIELDS]
    where = names[-1] if names else ".".join(str(step) for step in first["loc"])
    if first["type"] in ("string_too_long", "too_long"):
        return _too_much(where, bounds["max_length"], characters=first["type"] == "string_too_long")
    if first["type"] == "string_unicode":
        return authoring_messages.NO_CHARACTER.format(where=where)
    return authoring_messages.NO_DRAFT.format(
        where=where or authoring_messages.WHOLE, why=wanted(first["type"], first["input"], bounds)
    )


def _too_much(where: str, most: int, *, characters: bool) -> str:
    count = authoring_messages.CHARACTERS.format(most=f"{most:,}") if characters else f"{most:,}"
    return authoring_messages.TOO_MUCH.format(where=where, most=count)
