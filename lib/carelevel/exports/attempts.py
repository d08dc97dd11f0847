"""A trainee's attempts as a file that other programs read, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from typing import BinaryIO

from carelevel.core.attempt import Attempt
from carelevel.exports.attempt_lines import read_lines, written_lines
from carelevel.exports.attempt_read import AttemptRead
from carelevel.exports.attempt_table import read_table, written_table
from carelevel.exports.xapi import written_statements
from carelevel.messages import record as record_messages

BEGINNING = 4096
"""Bytes, of which the first that is not blank tells JSON from CSV."""


class Format(StrEnum):
    """A form that attempts are written in."""

    JSONL = "jsonl"
    CSV = "csv"
    XAPI = "xapi"  # written only: statements hold less than an attempt does


SUFFIX = {Format.JSONL: ".jsonl", Format.CSV: ".csv", Format.XAPI: ".json"}
MEDIA_TYPE = {Format.JSONL: "application/jsonl", Format.CSV: "text/csv", Format.XAPI: "application/json"}


def written(attempts: Iterable[Attempt], form: Format) -> Iterator[str]:
    """The file's text, piece by piece; to be written as UTF-8 with its line ends as they are."""
    write = {Format.JSONL: written_lines, Format.CSV: written_table, Format.XAPI: written_statements}
    return write[form](attempts)


def read(file: BinaryIO, now: datetime) -> Iterator[AttemptRead]:
    """What each line of *file*, JSON Lines or CSV, holds; *now* is the latest that an attempt can be from."""
    beginning = file.read(BEGINNING).removeprefix(b"\xef\xbb\xbf").lstrip()
    file.seek(0)
    if beginning.startswith(b"{"):
        yield from read_lines(file, now)
    elif beginning.startswith(b"["):
        yield AttemptRead(1, problem=record_messages.STATEMENTS_STAY)
    elif beginning:
        yield from read_table(file, now)
    else:
        yield AttemptRead(1, problem=record_messages.NOTHING_IN_FILE)
