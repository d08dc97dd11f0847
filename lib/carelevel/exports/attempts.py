"""A trainee's attempts as a file that other programs read, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from typing import BinaryIO

from carelevel.core.attempt import Attempt
from carelevel.exports.attempt_object import attempt_of
from carelevel.exports.attempt_table import read_table, written_table
from carelevel.exports.download import Form
from carelevel.exports.fields import object_of
from carelevel.exports.headed_lines import HeadedLines
from carelevel.exports.line_read import LineRead
from carelevel.exports.xapi import written_statements
from carelevel.messages import record as record_messages

ATTEMPT_LINES = HeadedLines("carelevel attempts", version=1)

BEGINNING = 4096
"""Bytes, of which the first that is not blank tells JSON from CSV."""


class Format(Form):
    """A form that attempts are written in."""

    JSONL = "jsonl", ".jsonl", "application/jsonl"
    CSV = "csv", ".csv", "text/csv"
    XAPI = "xapi", ".json", "application/json"  # written only: statements hold less than an attempt does


def written(attempts: Iterable[Attempt], form: Format) -> Iterator[str]:
    """The file's text, piece by piece; to be written as UTF-8 with its line ends as they are."""
    if form is Format.JSONL:
        return ATTEMPT_LINES.written(map(object_of, attempts))
    return written_table(attempts) if form is Format.CSV else written_statements(attempts)


def read(file: BinaryIO, now: datetime) -> Iterator[LineRead[Attempt]]:
    """What each line of *file*, JSON Lines or CSV, holds; *now* is the latest that an attempt can be from."""
    beginning = file.read(BEGINNING).removeprefix(b"\xef\xbb\xbf").lstrip()
    file.seek(0)
    if beginning.startswith(b"{"):
        yield from ATTEMPT_LINES.read(file, partial(attempt_of, now=now))
    elif beginning.startswith(b"["):
        yield LineRead(1, problem=record_messages.STATEMENTS_STAY)
    elif beginning:
        yield from read_table(file, now)
    else:
        yield LineRead(1, problem=record_messages.NOTHING_IN_FILE)
