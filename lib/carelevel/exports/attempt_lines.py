"""Attempts as JSON Lines: a first line that says what this is, then an object an attempt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, BinaryIO

from carelevel import words
from carelevel.core.errors import AnswerError
from carelevel.exports.attempt_object import attempt_of, json_text, json_value, object_of
from carelevel.exports.attempt_read import AttemptRead
from carelevel.exports.bounded_lines import LONGEST_LINE, bounded_lines
from carelevel.store.records import Attempt

FORMAT = "carelevel attempts"
VERSION = 1


def written_lines(attempts: Iterable[Attempt]) -> Iterator[str]:
    """The file's lines, each with its end."""
    yield json_text({"format": FORMAT, "version": VERSION}) + "\n"
    for attempt in attempts:
        yield json_text(object_of(attempt)) + "\n"


def read_lines(file: BinaryIO, now: datetime) -> Iterator[AttemptRead]:
    """What each line holds; a line that only says what the file is, and an empty one, hold nothing."""
    for number, line in enumerate(bounded_lines(file), start=1):
        if line is not None and not line.strip():
            continue
        try:
            value = _value(line)
            if "format" in value:  # a file of several joined ones has more than one
                _check_header(value)
            else:
                yield AttemptRead(number, attempt_of(value, now))
        except NewerVersionError as error:
            yield AttemptRead(number, problem=str(error))
            return
        except AnswerError as error:
            yield AttemptRead(number, problem=str(error))


class NewerVersionError(AnswerError):
    """A file of which this carelevel cannot know what it means."""


def _value(line: bytes | None) -> dict[str, Any]:
    if line is None:
        raise AnswerError(words.LINE_TOO_LONG_HERE.format(longest=LONGEST_LINE))
    try:
        value = json_value(line.decode("utf-8-sig"))
    except ValueError:  # not UTF-8 is a ValueError too
        raise AnswerError(words.LINE_TORN) from None
    if not isinstance(value, dict):
        raise AnswerError(words.LINE_TORN)
    return value


def _check_header(header: dict[str, Any]) -> None:
    version = header.get("version")
    if header["format"] != FORMAT or type(version) is not int or version < 1:
        raise AnswerError(words.OTHER_FORMAT)
    if version > VERSION:
        raise NewerVersionError(words.NEWER_FORMAT.format(version=version, known=VERSION))
