"""The objects of a JSON file, one at a time: a line each (JSON Lines), or over several lines, in a list or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from carelevel.core.errors import AnswerError
from carelevel.exports.bounded_lines import LONGEST_LINE_BYTES, bounded_lines
from carelevel.exports.json_text import JsonObject, json_value, json_value_at
from carelevel.exports.line_read import LineRead
from carelevel.messages import record as record_messages

LARGEST_WHOLE = 64 * 1024 * 1024
"""Bytes of a file that is no JSON Lines, and is read whole."""

MARK = b"\xef\xbb\xbf"


def json_objects(file: BinaryIO) -> Iterator[LineRead[JsonObject]]:
    """What *file*, UTF-8, holds, each object by the line that it begins on."""
    first = (file.readline(LONGEST_LINE_BYTES)).removeprefix(MARK).strip()
    while first == b"" and file.tell() < LONGEST_LINE_BYTES and (line := file.readline(LONGEST_LINE_BYTES)):
        first = line.strip()
    file.seek(0)
    return _of_whole(file) if first.startswith(b"[") or first == b"{" else _of_lines(file)


def _of_lines(file: BinaryIO) -> Iterator[LineRead[JsonObject]]:
    for number, line in enumerate(bounded_lines(file), start=1):
        if line is None:
            yield LineRead(number, problem=record_messages.LINE_TOO_LONG_HERE.format(longest=LONGEST_LINE_BYTES))
        elif line.strip():
            yield _object(number, line)


def _object(number: int, line: bytes) -> LineRead[JsonObject]:
    try:
        value = json_value(line.decode("utf-8-sig"))
    except ValueError:  # not UTF-8 is a ValueError too
        value = None
    if isinstance(value, dict):
        return LineRead(number, value)
    return LineRead(number, problem=record_messages.LINE_TORN)


def _of_whole(file: BinaryIO) -> Iterator[LineRead[JsonObject]]:
    content = file.read(LARGEST_WHOLE + 1)
    if len(content) > LARGEST_WHOLE:
        raise AnswerError(record_messages.LIST_TOO_LARGE.format(megabytes=LARGEST_WHOLE >> 20))
    text = content.removeprefix(MARK).decode("utf-8", "surrogateescape")  # as which no field takes what is no UTF-8
    at, line, counted = 0, 1, 0
    while (at := _next(text, at)) < len(text):
        line, counted = line + text.count("\n", counted, at), at
        try:
            value, at = json_value_at(text, at)
        except ValueError:
            yield LineRead(line, problem=record_messages.LIST_TORN)
            return
        if isinstance(value, dict):
            yield LineRead(line, value)
        else:
            yield LineRead(line, problem=record_messages.LINE_TORN)


def _next(text: str, at: int) -> int:
    """Where the next value begins: behind blanks, and what a list has around its values."""
    while at < len(text) and text[at] in " \t\r\n[],":
        at += 1
    return at
