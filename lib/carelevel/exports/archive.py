"""The files in a .zip that somebody handed in, none unpacked beyond a bound."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, BinaryIO

from carelevel.core.diagnostic import printable
from carelevel.messages import record as record_messages

BEGINNING = b"PK\x03\x04"
LARGEST_UNPACKED = 64 * 1024 * 1024
"""Bytes, of all files in one archive together."""
MOST_MEMBERS = 2_000
OFFICE = frozenset({"[Content_Types].xml", "mimetype"})
"""What tells a workbook or a text of an office program, which are archives too."""
ENCRYPTED = 0x1
UNPACKED_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive, or the problem that keeps it from being read."""

    name: str
    content: bytes = b""
    problem: str = ""


def is_archive(file: BinaryIO) -> bool:
    """By its first bytes; *file* stands at its beginning afterwards."""
    found = file.read(len(BEGINNING)) == BEGINNING
    file.seek(0)
    return found


def members(file: BinaryIO) -> Iterator[Member]:
    """Each file in the archive, folders aside; a member without a name stands for the archive as a whole."""
    try:
        with zipfile.ZipFile(file) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if OFFICE.intersection(entry.filename for entry in entries):
                yield Member("", problem=record_messages.WORKBOOK)
            elif not entries:
                yield Member("", problem=record_messages.ARCHIVE_EMPTY)
            else:
                yield from _unpacked(archive, entries)
    except (zipfile.BadZipFile, OSError, ValueError):
        yield Member("", problem=record_messages.ARCHIVE_BROKEN)


def _unpacked(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[Member]:
    left = LARGEST_UNPACKED
    for entry in entries[:MOST_MEMBERS]:
        member = _member(archive, entry, left)
        yield member
        left -= len(member.content)
        if member.problem == _TOO_LARGE:
            return
    if len(entries) > MOST_MEMBERS:
        yield Member("", problem=record_messages.TOO_MANY_MEMBERS.format(most=MOST_MEMBERS))


_TOO_LARGE = record_messages.ARCHIVE_TOO_LARGE.format(megabytes=LARGEST_UNPACKED >> 20)


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> Member:
    name = printable(entry.filename)
    if entry.flag_bits & ENCRYPTED:
        return Member(name, problem=record_messages.ARCHIVE_LOCKED)
    try:
        with archive.open(entry) as packed:
            content = _at_most(packed, left + 1)  # what its head says of its size may be false
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
        return Member(name, problem=record_messages.ARCHIVE_BROKEN)
    if len(content) > left:
        return Member(name, problem=_TOO_LARGE)
    if content.startswith(BEGINNING):
        return Member(name, problem=record_messages.ARCHIVE_IN_ARCHIVE)
    return Member(name, content)


def _at_most(packed: IO[bytes], most: int) -> bytes:
    content = io.BytesIO()
    while (room := most - content.tell()) > 0 and (piece := packed.read(min(UNPACKED_PIECE, room))):
        content.write(piece)
    return content.getvalue()
