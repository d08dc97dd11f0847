"""A trainee's attempts, and reports, as a file that other programs read, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from carelevel.core.attempt import Attempt, Report
from carelevel.core.errors import AnswerError
from carelevel.exports.attempt_object import attempt_of, report_of
from carelevel.exports.attempt_table import read_table, written_table
from carelevel.exports.download import Form
from carelevel.exports.fields import object_of
from carelevel.exports.file_kind import FileKind
from carelevel.exports.headed_lines import HeadedLines
from carelevel.exports.json_text import JsonObject
from carelevel.exports.line_read import LineRead
from carelevel.exports.utf8_file import as_utf8
from carelevel.exports.xapi import written_statements
from carelevel.messages import record as record_messages

Kept = Attempt | Report

ATTEMPT_LINES = HeadedLines(FileKind.ATTEMPTS, version=1)
REPORT = "report"
"""The one key of an object that holds a report."""

BEGINNING = 4096
"""Bytes, of which the first that is not blank tells JSON from CSV."""


class Format(Form):
    """A form that attempts are written in."""

    JSONL = "jsonl", ".jsonl", "application/jsonl"
    CSV = "csv", ".csv", "text/csv"
    XAPI = "xapi", ".json", "application/json"  # written only: statements hold less than an attempt does


def written(attempts: Iterable[Attempt], form: Format, reports: Iterable[Report] = ()) -> Iterator[str]:
    """The file's text, piece by piece, to be written as UTF-8 with its line ends as they are.

    JSON Lines alone has room for the reports.
    """
    if form is Format.JSONL:
        return ATTEMPT_LINES.written(_objects(attempts, reports))
    return written_table(attempts) if form is Format.CSV else written_statements(attempts)


def read(file: BinaryIO) -> Iterator[LineRead[Kept]]:
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


def _objects(attempts: Iterable[Attempt], reports: Iterable[Report]) -> Iterator[JsonObject]:
    yield from map(object_of, attempts)
    yield from ({REPORT: object_of(report)} for report in reports)


def _kept_of(value: JsonObject) -> Kept:
    report = value.get(REPORT)
    return report_of(report) if isinstance(report, dict) and len(value) == 1 else attempt_of(value)
