"""The lines of a file, read one at a time and none longer than a bound."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

LONGEST_LINE_BYTES = 64 * 1024
"""Bytes, the line's end included."""


def bounded_lines(file: BinaryIO, longest: int = LONGEST_LINE_BYTES) -> Iterator[bytes | None]:
    """Each line with its end; None in the place of one that is too long, of which no more than a piece is held."""
    while line := file.readline(longest + 1):
        if len(line) <= longest:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(longest)
        yield None
