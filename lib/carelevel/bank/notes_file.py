"""notes.yaml as the lines of short notes: read, and held against the bank's criteria."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter

from carelevel.bank.criteria_ids import IDENTIFIER
from carelevel.bank.criteria_schema import DRAFT
from carelevel.bank.document import Document, Place, read, shortened
from carelevel.bank.finding_names import finding_values
from carelevel.bank.text_file import read_text
from carelevel.core.counted import counted
from carelevel.core.criteria import Criteria
from carelevel.core.diagnostic import IN_NOTES, THIN_NOTES, Diagnostic, Severity, coded, foremost
from carelevel.core.errors import BankError, suggestion
from carelevel.core.note_lines import NoteLine, NoteLines
from carelevel.core.plain_text import plain_text

NOTES_FILE = "notes.yaml"
LARGEST = 1024 * 1024
MOST_NODES = 60_000
LONGEST_LINE, LONGEST_TAG = 200, 40
FEWEST_LINES = 8
"""With fewer for a value, whoever reads many notes soon knows its lines by heart."""
LINES = ("1 line", "{count} lines")
TEXTS = frozenset({"people", "neutral", "lines", "text"})
SHOWN = 40


class WrittenLine(BaseModel):
    """A line as it is written; a text alone is one without tags."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: str = Field(description="The line as it stands in a note.")
    says: list[str] = Field([], description="Tags of what it tells beside the finding that it shows, such as woman.")
    bars: list[str] = Field([], alias="not", description="Tags: it stands in no note where another line says one.")


def _with_text(written: object) -> object:
    return written if isinstance(written, dict) else {"text": written}


Written = Annotated[WrittenLine, BeforeValidator(_with_text, json_schema_input_type=str | WrittenLine)]


class WrittenNotes(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", strict=True)

    format: Literal[1]
    people: list[Written] = Field(description="A note begins with one of these; they show no finding.")
    neutral: list[Written] = Field([], description="Lines that show no finding.")
    lines: dict[str, dict[str, list[Written]]] = Field(description="What shows a value, by the finding's id and its.")


@dataclass(frozen=True, slots=True)
class CheckedNotes:
    """A file's lines; None where it has *mistakes*, or where there is none. *thin* are warnings.

    *written* are its lines with all their mistakes, None where they cannot be told apart.
    """

    notes: NoteLines | None = None
    mistakes: tuple[Diagnostic, ...] = ()
    thin: tuple[Diagnostic, ...] = ()
    written: NoteLines | None = None


def has_notes(folder: Path) -> bool:
    """Whether the bank in *folder* has such a file, sound or not."""
    return (folder / NOTES_FILE).is_file()


def read_notes(folder: Path, criteria: Criteria) -> NoteLines | None:
    """The lines of the bank in *folder*, None where it has no such file; BankError with every mistake in it."""
    checked = check_notes(folder, criteria)
    if checked.mistakes:
        raise BankError(checked.mistakes)
    return checked.notes


def check_notes(folder: Path, criteria: Criteria) -> CheckedNotes:
    """The lines with every mistake and warning."""
    if not has_notes(folder):
        return CheckedNotes()
    place = f"{folder.name}/{NOTES_FILE}"
    text, mistakes = read_text(folder / NOTES_FILE, place, LARGEST)
    return CheckedNotes(mistakes=_refused(mistakes)) if text is None else check_text(text, place, criteria)


@lru_cache(maxsize=2)  # as it stands on disk, and with a change
def check_text(text: str, place: str, criteria: Criteria) -> CheckedNotes:
    """The same of a text that is to stand in the file at *place*."""
    document, mistakes = read(text, place, most=MOST_NODES)
    written = document.read_as(_adapter(), mistakes) if document else None
    if document is None or written is None:
        return CheckedNotes(mistakes=_refused(mistakes))
    notes = _notes(written, document)
    mistakes += _mistakes(notes, written, criteria, document)
    if mistakes:
        return CheckedNotes(mistakes=_refused(mistakes), written=notes)
    thin = (*document.cut_texts(TEXTS), *coded(_thin(notes, criteria, document), THIN_NOTES))
    return CheckedNotes(notes, thin=thin, written=notes)


def notes_schema() -> str:
    """The JSON Schema of notes.yaml, with a line end; an editor completes and checks the file by it."""
    return json.dumps({"$schema": DRAFT, **_adapter().json_schema()}, indent=2, ensure_ascii=False) + "\n"


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[WrittenNotes]:
    return TypeAdapter(WrittenNotes)


def _refused(mistakes: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    return coded(foremost(mistakes), IN_NOTES)


def _notes(written: WrittenNotes, document: Document) -> NoteLines:
    people = _lines(written.people, ("people",), document)
    neutral = _lines(written.neutral, ("neutral",), document)
    showing = {
        (finding, value): _lines(lines, ("lines", finding, value), document, finding, value)
        for finding, values in written.lines.items()
        for value, lines in values.items()
    }
    return NoteLines(people, neutral, showing, _digest(people, neutral, *showing.values()))


def _lines(
    written: list[WrittenLine], place: Place, document: Document, finding: str = "", value: str = ""
) -> tuple[NoteLine, ...]:
    return tuple(
        NoteLine(
            text=" ".join(line.text.split()),
            finding=finding,
            value=value,
            says=frozenset(line.says),
            bars=frozenset(line.bars),
            row=document.line((*place, number)),
        )
        for number, line in enumerate(written)
    )


def _digest(*groups: tuple[NoteLine, ...]) -> str:
    told = [[_told(line) for line in lines] for lines in groups]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _told(line: NoteLine) -> tuple[object, ...]:
    return line.text, line.finding, line.value, sorted(line.says), sorted(line.bars)


# What is wrong


def _mistakes(notes: NoteLines, written: WrittenNotes, criteria: Criteria, document: Document) -> Iterator[Diagnostic]:
    known = finding_values(criteria)
    for finding, values in written.lines.items():
        if finding not in known:
            yield document.unknown(("lines", finding), "finding", finding, known)
        for value in values if finding in known else ():
            if value not in known[finding]:
                yield document.unknown(("lines", finding, value), f"value of '{finding}'", value, known[finding])
    if not notes.people:
        yield document.mistake(
            ("people",), "nobody a note could be about", "write lines such as: A man in his forties."
        )
    seen: dict[str, NoteLine] = {}
    for line in notes.every():
        yield from _of_line(line, notes, seen, partial(Diagnostic, document.file, line.row))
        seen.setdefault(alike(line.text), line)


def _of_line(
    line: NoteLine, notes: NoteLines, seen: Mapping[str, NoteLine], mistake: Callable[..., Diagnostic]
) -> Iterator[Diagnostic]:
    quoted = f"“{shortened(line.text, SHOWN)}”"
    if not any(sign.isalnum() for sign in line.text) or len(line.text) > LONGEST_LINE:
        yield mistake(f"an empty or endless line, {quoted}", f"write 1 to {LONGEST_LINE} characters")
        return
    for tag in sorted(line.says | line.bars):
        if not is_tag(tag):
            yield mistake(f"the tag '{shortened(tag, SHOWN)}'", f"use up to {LONGEST_TAG} letters, digits, - and _")
    for tag in sorted(line.says & line.bars):
        yield mistake(
            f"{quoted} says '{tag}' and may not stand beside it", f"take '{tag}' out of 'says' or out of 'not'"
        )
    if first := seen.get(alike(line.text)):
        problem, remedy = f"{quoted} stands in line {first.row} already", "keep one of the two, or word it otherwise"
        yield mistake(problem, remedy, first_line=first.row)
    if line not in notes.people and notes.people and not any(map(line.goes_with, notes.people)):
        yield mistake(f"no one under 'people' can stand above {quoted}", "look at its tags, or write such a person")


def is_tag(text: str) -> bool:
    """Whether a line can be tagged with it."""
    return bool(IDENTIFIER.fullmatch(text)) and len(text) <= LONGEST_TAG


def alike(text: str) -> str:
    """The words alone, by which two lines are the same one."""
    return "".join(sign for sign in plain_text(text).text.casefold() if sign.isalnum() or sign == " ")


# What a look is asked for


def _thin(notes: NoteLines, criteria: Criteria, document: Document) -> Iterator[Diagnostic]:
    for finding, values in finding_values(criteria).items():
        for value in values:
            count = len(notes.showing.get((finding, value), ()))
            if count < FEWEST_LINES:
                problem = f"{counted(count, LINES)} for '{finding}: {value}'"
                yield _warning(document, ("lines", finding, value), problem, f"write {FEWEST_LINES} or more")
    said = {tag for line in notes.every() for tag in line.says}
    for line in notes.every():
        for tag in sorted(line.bars - said):
            remedy = suggestion(tag, said) if said else "take it away"
            problem = f"no line says '{tag}', beside which “{shortened(line.text, SHOWN)}” may not stand"
            yield Diagnostic(document.file, line.row, problem, remedy, Severity.WARNING)


def _warning(document: Document, place: Place, problem: str, remedy: str) -> Diagnostic:
    return Diagnostic(document.file, document.line(place), problem, remedy, Severity.WARNING)
