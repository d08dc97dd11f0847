"""JSON Lines whose first line says what they are: an object a line, each read or refused by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from carelevel.core.errors import AnswerError
from carelevel.exports.file_kind import FileKind, kind_of
from carelevel.exports.json_objects import json_objects
from carelevel.exports.json_text import JsonObject, json_text
from carelevel.exports.line_read import LineRead, Value
from carelevel.messages import record as record_messages


class RestUnreadError(AnswerError):
    """What a line says makes the lines after it useless, such as a version that is not known."""


@dataclass(frozen=True, slots=True)
class HeadedLines:
    """A kind of file, by the name and the *version* that its first line gives."""

    kind: FileKind
    version: int

    def written(self, objects: Iterable[JsonObject]) -> Iterator[str]:
        """The file's lines, each with its end."""
        yield json_text({"format": self.kind, "version": self.version}) + "\n"
        for value in objects:
            yield json_text(value) + "\n"

    def read(self, file: BinaryIO, value_of: Callable[[JsonObject], Value]) -> Iterator[LineRead[Value]]:
        """What *value_of* makes of each object of *file*, UTF-8, or refuses by AnswerError.

        An object that only says what the file is holds nothing; where the first is of another kind, so is the file.
        """
        first = True
        for found in json_objects(file):
            try:
                if found.value is None:
                    raise AnswerError(found.problem)
                if first or "format" in found.value:  # a file of several joined ones says more than once what it is
                    self._check_kind(found.value)
                first = False
                if "format" not in found.value:
                    yield LineRead(found.line, value_of(found.value))
            except AnswerError as error:
                yield LineRead(found.line, problem=str(error))
                if isinstance(error, RestUnreadError):
                    return

    def _check_kind(self, found: JsonObject) -> None:
        kind = kind_of(found)
        if kind is not self.kind:
            raise RestUnreadError(record_messages.OTHER_KIND.get(kind or "", record_messages.OTHER_FORMAT))
        version = found.get("version") if "format" in found else self.version
        if type(version) is not int or version < 1:
            raise RestUnreadError(record_messages.OTHER_FORMAT)
        if version > self.version:
            raise RestUnreadError(record_messages.NEWER_FORMAT.format(version=version, known=self.version))
