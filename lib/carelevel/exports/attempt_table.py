"""Attempts as CSV (RFC 4180), a row an attempt, safe to open as a spreadsheet; and as a spreadsheet saves it."""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from carelevel.core.attempt import Attempt
from carelevel.core.errors import AnswerError
from carelevel.exports.attempt_object import NAMES, NESTED, REQUIRED, WHOLE, attempt_of
from carelevel.exports.bounded_lines import LONGEST_LINE_BYTES, bounded_lines
from carelevel.exports.fields import LONGEST_STORED_ID, object_of
from carelevel.exports.json_text import JsonObject, JsonValue, json_text, json_value
from carelevel.exports.line_read import LineRead
from carelevel.exports.spreadsheet import MARK, guarded, unguarded
from carelevel.messages import record as record_messages

COLUMNS = (*(name for name in NAMES if name != "rules"), "rules")
"""A list comes last: of a row that is cut off it is no list any more, while of a text nobody would miss the end."""

MEASURED = "seconds"
NUMBERS = {name: re.compile(r"-?\d{1,9}", re.ASCII) for name in WHOLE} | {
    MEASURED: re.compile(r"\d{1,20}(\.\d{1,20}|,(?!\d{3}$)\d{1,20})?(e[+-]?\d{1,3})?", re.ASCII | re.IGNORECASE)
}
"""How a cell says a number; those begin with no sign but -, and no spreadsheet takes them for a formula."""

DECIMALS = 6
"""Behind the point, at least: where a point divides thousands or dates, a spreadsheet takes 1.500000 for neither."""

DELIMITERS = b",;\t"
_NAMED_DELIMITER = re.compile(rb'(?:\xef\xbb\xbf)?"?sep=([,;\t|])"?\s*')
FEWEST_COLUMNS = 3
"""Names of our columns, at least, make a table of attempts; other tables have one or two of them."""
SIGNED_PHRASE = re.compile(r"([+-]?)(\d{1,4})", re.ASCII)
"""What a spreadsheet has made of one phrase, 6+ or 6-."""


def written_table(attempts: Iterable[Attempt]) -> Iterator[str]:
    """The file's records, each with its end, the columns' names first."""
    yield MARK + _record(COLUMNS)
    for attempt in attempts:
        fields = object_of(attempt)
        yield _record([_cell(name, fields[name]) for name in COLUMNS])


def read_table(file: BinaryIO) -> Iterator[LineRead[Attempt]]:
    """What each row of *file*, UTF-8, holds; a row may go over several lines, and is named by its first."""
    columns: list[str] = []
    for row in _rows(file):
        try:
            if not columns:
                columns = _columns(row.value)
            elif row.value != columns and not _is_empty(row.value):  # the names again where two files were joined
                yield LineRead(row.line, attempt_of(_fields(columns, row.value)))
        except AnswerError as error:
            yield LineRead(row.line, problem=str(error))
            if not columns:
                return


def _is_empty(cells: list[str] | None) -> bool:
    """An empty line, or one of cells without a word, as a spreadsheet leaves them below a table."""
    return cells is not None and not any(cells)


def _record(cells: Sequence[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow(cells)
    return written.getvalue()


def _cell(name: str, value: JsonValue) -> str:
    if name in NESTED:
        return json_text(value)
    if name == MEASURED:
        return _decimals(float(str(value)))
    return str(value) if name in NUMBERS else guarded(str(value))


def _decimals(seconds: float) -> str:
    """Exactly this number, with DECIMALS or more of them."""
    fixed = f"{seconds:.{DECIMALS}f}"
    return fixed if float(fixed) == seconds else repr(seconds)


def _columns(cells: list[str] | None) -> list[str]:
    """The names in the first row; AnswerError where they are not those of attempts."""
    if not cells or len(REQUIRED.intersection(cells)) < FEWEST_COLUMNS:
        raise AnswerError(record_messages.OTHER_FORMAT)
    for name in cells:
        if name not in NAMES or cells.count(name) > 1:
            raise AnswerError(record_messages.COLUMN_WRONG.format(column=name[:LONGEST_STORED_ID]))
    for name in NAMES:
        if name in REQUIRED and name not in cells:
            raise AnswerError(record_messages.COLUMN_MISSING.format(column=name))
    return cells


def _fields(columns: list[str], cells: list[str] | None) -> JsonObject:
    if cells is None:
        raise AnswerError(record_messages.ROW_TORN)
    return {name: _value(name, cell) for name, cell in zip(columns, cells, strict=True)}


def _value(name: str, cell: str) -> JsonValue:
    """What a cell says; one that does not say what its field needs stays text, and is refused as such."""
    if name in NESTED:
        try:
            return json_value(cell)
        except ValueError:
            return cell
    if name in NUMBERS:
        if not NUMBERS[name].fullmatch(cell):
            return cell
        return float(cell.replace(",", ".")) if name == MEASURED else int(cell)
    if name == "phrases" and (phrase := SIGNED_PHRASE.fullmatch(cell)):
        return f"{phrase[2]}{phrase[1] or '+'}"
    return unguarded(cell)


def _rows(file: BinaryIO) -> Iterator[LineRead[list[str]]]:
    """The cells of each row, found by its quotes, as many as the first row has.

    A torn row has no value, and the line after its first may begin the next row.
    """
    lines = enumerate(bounded_lines(file), start=1)
    ahead = deque[tuple[int, bytes | None]]()
    width, delimiter = 0, ""
    while first := ahead.popleft() if ahead else next(lines, None):
        if not delimiter:
            if named := _NAMED_DELIMITER.fullmatch(first[1] or b""):  # which Excel alone writes, and hides
                delimiter = named[1].decode()
                continue
            delimiter = _delimiter(first[1] or b"")
        taken, size, quotes = [first], len(first[1] or b""), (first[1] or b"").count(b'"')
        while quotes % 2 and size <= LONGEST_LINE_BYTES and (line := ahead.popleft() if ahead else next(lines, None)):
            taken.append(line)
            size += len(line[1] or b"")
            quotes += (line[1] or b"").count(b'"')
        cells = _cells([line for _, line in taken], delimiter) if size <= LONGEST_LINE_BYTES else None
        if cells and width and len(cells) != width:
            cells = None
        if cells is None:
            ahead.extendleft(reversed(taken[1:]))
        width = width or len(cells or ())
        yield LineRead(first[0], cells)


def _delimiter(names: bytes) -> str:
    """The one that stands most often between the columns' names, which have none in them."""
    return chr(max(DELIMITERS, key=names.count))


def _cells(lines: list[bytes | None], delimiter: str) -> list[str] | None:
    if None in lines:
        return None
    try:
        text = b"".join(line for line in lines if line).decode("utf-8-sig")
        return next(csv.reader([text], strict=True, delimiter=delimiter), [])
    except (ValueError, csv.Error):  # not UTF-8 is a ValueError
        return None
