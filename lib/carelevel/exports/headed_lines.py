"""JSON Lines whose first line says what they are: an object a line, each read or refused by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from carelevel.core.errors import AnswerError
from carelevel.exports.bounded_lines import LONGEST_LINE_BYTES, bounded_lines
from carelevel.exports.json_text import JsonObject, json_text, json_value
from carelevel.messages import record as record_messages


@dataclass(frozen=True, slots=True)
class ObjectRead:
    """An object, or the problem and the remedy where there is none; lines are counted from 1."""

    line: int
    value: JsonObject | None = None
    problem: str = ""


class NewerVersionError(AnswerError):
    """A file of which this carelevel cannot know what it means."""


def header(form: str, version: int) -> str:
    """The first line, with its end."""
    return json_text({"format": form, "version": version}) + "\n"


def read_objects(file: BinaryIO, form: str, version: int) -> Iterator[ObjectRead]:
    """What each line holds; a line that only says what the file is, and an empty one, hold nothing."""
    for number, line in enumerate(bounded_lines(file), start=1):
        if line is not None and not line.strip():
            continue
        try:
            value = _value(line)
            if "format" in value:  # a file of several joined ones has more than one
                _check_header(value, form, version)
            else:
                yield ObjectRead(number, value)
        except NewerVersionError as error:
            yield ObjectRead(number, problem=str(error))
            return
        except AnswerError as error:
            yield ObjectRead(number, problem=str(error))


def _value(line: bytes | None) -> JsonObject:
    if line is None:
        raise AnswerError(record_messages.LINE_TOO_LONG_HERE.format(longest=LONGEST_LINE_BYTES))
    try:
        value = json_value(line.decode("utf-8-sig"))
    except ValueError:  # not UTF-8 is a ValueError too
        raise AnswerError(record_messages.LINE_TORN) from None
    if not isinstance(value, dict):
        raise AnswerError(record_messages.LINE_TORN)
    return value


def _check_header(found: JsonObject, form: str, known: int) -> None:
    version = found.get("version")
    if found["format"] != form or type(version) is not int or version < 1:
        raise AnswerError(record_messages.OTHER_FORMAT)
    if version > known:
        raise NewerVersionError(record_messages.NEWER_FORMAT.format(version=version, known=known))
