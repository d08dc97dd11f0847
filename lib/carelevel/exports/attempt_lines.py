"""Attempts as JSON Lines: a first line that says what this is, then an object an attempt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import BinaryIO

from carelevel.core.attempt import Attempt
from carelevel.core.errors import AnswerError
from carelevel.exports.attempt_object import attempt_of, object_of
from carelevel.exports.attempt_read import AttemptRead
from carelevel.exports.headed_lines import header, read_objects
from carelevel.exports.json_text import json_text

ATTEMPTS_FORMAT = "carelevel attempts"
ATTEMPTS_VERSION = 1


def written_lines(attempts: Iterable[Attempt]) -> Iterator[str]:
    """The file's lines, each with its end."""
    yield header(ATTEMPTS_FORMAT, ATTEMPTS_VERSION)
    for attempt in attempts:
        yield json_text(object_of(attempt)) + "\n"


def read_lines(file: BinaryIO, now: datetime) -> Iterator[AttemptRead]:
    """What each line holds."""
    for read in read_objects(file, ATTEMPTS_FORMAT, ATTEMPTS_VERSION):
        if read.value is None:
            yield AttemptRead(read.line, problem=read.problem)
            continue
        try:
            yield AttemptRead(read.line, attempt_of(read.value, now))
        except AnswerError as error:
            yield AttemptRead(read.line, problem=str(error))
