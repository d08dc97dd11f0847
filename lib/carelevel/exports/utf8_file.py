"""A file as UTF-8, whichever encoding a spreadsheet or a terminal has saved it in."""

from __future__ import annotations

import codecs
import io
import re
from dataclasses import dataclass
from typing import BinaryIO

from carelevel.core.errors import AnswerError
from carelevel.messages import record as record_messages

PIECE = 64 * 1024
"""Bytes that are looked at together."""

LARGEST_RECODED = 64 * 1024 * 1024
"""Bytes; a file in UTF-8 may have any number."""

WINDOWS = "cp1252"
_MARKS = (  # in this order: that of UTF-32 begins as that of UTF-16 does
    *((mark, "utf-32") for mark in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)),
    *((mark, "utf-16") for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)),
)
_UNMARKED = ((re.compile(rb"(?:[^\0]\0){8}"), "utf-16-le"), (re.compile(rb"(?:\0[^\0]){8}"), "utf-16-be"))
_OF_UTF8 = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
_NOT_OF_WINDOWS = re.compile(rb"[\0\x81\x8d\x8f\x90\x9d]")


@dataclass(frozen=True, slots=True)
class Utf8File:
    """*file* gives UTF-8; *doubt* says where that rests on a guess."""

    file: BinaryIO
    doubt: str = ""


def as_utf8(file: BinaryIO) -> Utf8File:
    """*file* from its beginning, read as its mark says, else as UTF-8; as Windows-1252 where nothing in it is UTF-8.

    What is no text in that encoding comes as bytes that are no UTF-8 either. AnswerError where it would have to be
    recoded and is too large for that.
    """
    encoding = _encoding(file)
    file.seek(0)
    if encoding == "utf-8":
        return Utf8File(file)
    content = file.read(LARGEST_RECODED + 1)
    if len(content) > LARGEST_RECODED:
        raise AnswerError(record_messages.NOT_UTF8_AND_LARGE.format(megabytes=LARGEST_RECODED >> 20))
    return Utf8File(io.BytesIO(_recoded(content, encoding)), record_messages.READ_AS_WINDOWS * (encoding == WINDOWS))


def _encoding(file: BinaryIO) -> str:
    beginning = file.read(PIECE)
    for mark, encoding in _MARKS:
        if beginning.startswith(mark):
            return encoding
    for pattern, encoding in _UNMARKED:
        if pattern.match(beginning):
            return encoding
    file.seek(0)
    return WINDOWS if _is_windows(file) else "utf-8"


def _is_windows(file: BinaryIO) -> bool:
    """Whether it has signs beyond ASCII, none of them as UTF-8 writes it, and all of them as Windows does."""
    beyond = False
    while piece := file.readline(PIECE):
        if not piece.isascii():
            beyond = True
            if _OF_UTF8.search(piece):
                return False
        if _NOT_OF_WINDOWS.search(piece):
            return False
    return beyond


def _recoded(content: bytes, encoding: str) -> bytes:
    errors = "strict" if encoding == WINDOWS else "surrogatepass"  # half a pair is no UTF-8, and costs its line
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    text = decoder.decode(content)
    return text.encode("utf-8", "surrogatepass") + b"\xff" * bool(decoder.getstate()[0])  # cut in the middle of a sign
