"""JSON Lines whose first line says what they are: an object a line, each read or refused by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from carelevel.core.errors import AnswerError
from carelevel.exports.bounded_lines import LONGEST_LINE_BYTES, bounded_lines
from carelevel.exports.json_text import JsonObject, json_text, json_value
from carelevel.exports.line_read import LineRead, Value
from carelevel.messages import record as record_messages


class RestUnreadError(AnswerError):
    """What a line says makes the lines after it useless, such as a version that is not known."""


@dataclass(frozen=True, slots=True)
class HeadedLines:
    """A kind of file, by the *name* and the *version* that its first line gives."""

    name: str
    version: int

    def written(self, objects: Iterable[JsonObject]) -> Iterator[str]:
        """The file's lines, each with its end."""
        yield json_text({"format": self.name, "version": self.version}) + "\n"
        for value in objects:
            yield json_text(value) + "\n"

    def read(self, file: BinaryIO, value_of: Callable[[JsonObject], Value]) -> Iterator[LineRead[Value]]:
        """What *value_of* makes of each line's object, or refuses by AnswerError.

        A line that only says what the file is, and an empty one, hold nothing.
        """
        for number, line in enumerate(bounded_lines(file), start=1):
            if line is not None and not line.strip():
                continue
            try:
                value = _object(line)
                if "format" in value:  # a file of several joined ones has more than one
                    self._check_header(value)
                else:
                    yield LineRead(number, value_of(value))
            except AnswerError as error:
                yield LineRead(number, problem=str(error))
                if isinstance(error, RestUnreadError):
                    return

    def _check_header(self, found: JsonObject) -> None:
        version = found.get("version")
        if found["format"] != self.name or type(version) is not int or version < 1:
            raise AnswerError(record_messages.OTHER_FORMAT)
        if version > self.version:
            raise RestUnreadError(record_messages.NEWER_FORMAT.format(version=version, known=self.version))


def _object(line: bytes | None) -> JsonObject:
    if line is None:
        raise AnswerError(record_messages.LINE_TOO_LONG_HERE.format(longest=LONGEST_LINE_BYTES))
    try:
        value = json_value(line.decode("utf-8-sig"))
    except ValueError:  # not UTF-8 is a ValueError too
        value = None
    if not isinstance(value, dict):
        raise AnswerError(record_messages.LINE_TORN)
    return value
