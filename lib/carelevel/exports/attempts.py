"""A trainee's attempts, and what is kept beside them, as a file that other programs read, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO

from carelevel.core.attempt import Attempt, Report
from carelevel.core.errors import AnswerError
from carelevel.core.form_answer import FormAnswer
from carelevel.core.kept_interview import Interview
from carelevel.core.note_attempt import NoteAttempt
from carelevel.exports.attempt_object import attempt_of, form_answer_of, interview_of, note_attempt_of, report_of
from carelevel.exports.attempt_table import read_table, written_table
from carelevel.exports.download import FileFormat
from carelevel.exports.fields import object_of
from carelevel.exports.file_kind import FileKind
from carelevel.exports.headed_lines import HeadedLines
from carelevel.exports.json_text import JsonObject
from carelevel.exports.line_read import LineRead
from carelevel.exports.sealed_key import sealed
from carelevel.exports.utf8_file import as_utf8
from carelevel.exports.xapi import written_statements
from carelevel.messages import record as record_messages
from carelevel.store.store import HandedIn

ATTEMPT_LINES = HeadedLines(FileKind.ATTEMPTS, version=1)
Beside = FormAnswer | Interview | NoteAttempt | Report
BESIDE: Mapping[str, tuple[type[Beside], Callable[[JsonObject], Beside]]] = {
    "report": (Report, report_of),
    "interview": (Interview, interview_of),
    "note": (NoteAttempt, note_attempt_of),
    "form_answer": (FormAnswer, form_answer_of),
}
"""The one key of an object that holds something else than an attempt, what that is, and how it is read."""

BEGINNING = 4096
"""Bytes, of which the first that is not blank tells JSON from CSV."""


class Format(FileFormat):
    """A form that attempts are written in."""

    JSONL = "jsonl", ".jsonl", "application/jsonl"
    CSV = "csv", ".csv", "text/csv"
    XAPI = "xapi", ".json", "application/json"  # written only: statements hold less than an attempt does


def written(attempts: Iterable[Attempt], form: Format, beside: Iterable[Beside] = ()) -> Iterator[str]:
    """The file's text, piece by piece, to be written as UTF-8 with its line ends as they are.

    JSON Lines alone has room for what is *beside* the attempts.
    """
    if form is Format.JSONL:
        return ATTEMPT_LINES.written(_objects(attempts, beside))
    return written_table(attempts) if form is Format.CSV else written_statements(attempts)


def read(file: BinaryIO) -> Iterator[LineRead[HandedIn]]:
    """What each line of *file*, JSON Lines, a list in JSON or CSV, holds; *file* can be read twice."""
    try:
        utf8 = as_utf8(file)
        beginning = utf8.file.read(BEGINNING).removeprefix(b"\xef\xbb\xbf").lstrip()
        utf8.file.seek(0)
        if utf8.doubt:
            yield LineRead(1, doubt=utf8.doubt)
        if beginning.startswith((b"{", b"[")):
            yield from ATTEMPT_LINES.read(utf8.file, _kept_of)
        elif beginning:
            yield from read_table(utf8.file)
        else:
            yield LineRead(1, problem=record_messages.NOTHING_IN_FILE)
    except AnswerError as error:  # of the file as a whole
        yield LineRead(1, problem=str(error))


def _objects(attempts: Iterable[Attempt], beside: Iterable[Beside]) -> Iterator[JsonObject]:
    keys = {kind: key for key, (kind, _) in BESIDE.items()}
    yield from map(object_of, attempts)
    forms = list[FormAnswer]()
    for record in beside:
        if isinstance(record, FormAnswer):
            forms.append(record)
        else:
            yield {keys[type(record)]: object_of(record)}
    yield from ({keys[FormAnswer]: answer} for answer in sealed(forms))


def _kept_of(value: JsonObject) -> HandedIn:
    for key, (_, record_of) in BESIDE.items():
        record = value.get(key)
        if isinstance(record, dict) and len(value) == 1:
            return record_of(record)
    return attempt_of(value)
