"""A file of a bank as text: a plain file inside the folder, of bounded size, in UTF-8."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from carelevel.core.diagnostic import Diagnostic

Stamp = tuple[int, int]
"""What changes when a file does: its time of modification in ns and its size."""
GONE: Stamp = (0, -1)

_NO_LINE_ENDS = "\x85\u2028\u2029"
"""Characters that end a line for YAML alone: with them, no editor would show a mistake on the line that is named."""


def stamp(path: Path) -> Stamp:
    """The stamp of a file, or of a link, GONE where there is none."""
    try:
        status = path.lstat()
    except OSError:
        return GONE
    return status.st_mtime_ns, status.st_size


def read_text(path: Path, place: str, largest: int) -> tuple[str | None, list[Diagnostic]]:
    """The text, with line ends as \\n, or the mistake that keeps it from being read; *largest* in bytes."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return None, [Diagnostic(place, 1, "there is no such file", f"look into {path.parent}")]
    except OSError as error:
        problem = "a symbolic link" if path.is_symlink() else (error.strerror or "cannot be opened").lower()
        return None, [Diagnostic(place, 1, problem, "put a plain, readable file there")]
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)  # a folder, a pipe or a device: open() refuses some of them, and waits for others
        return None, [Diagnostic(place, 1, "not a plain file", "put a plain file there")]
    with open(handle, "rb") as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        return None, [Diagnostic(place, 1, f"larger than {largest // 1024} KiB", "split it, or take something away")]
    return _decoded(content, place)


def plain_lines(text: str) -> str:
    """*text* with \\n at the end of each line that an editor shows, and nowhere else."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for blank in _NO_LINE_ENDS:  # of a whole bank's criteria translate() would take 50 times as long
        text = text.replace(blank, " ")
    return text


def _decoded(content: bytes, place: str) -> tuple[str | None, list[Diagnostic]]:
    try:
        text = plain_lines(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return None, [Diagnostic(place, line, "not UTF-8 text", "save the file with the encoding UTF-8")]
    if "\0" in text:
        return None, [Diagnostic(place, text[: text.index("\0")].count("\n") + 1, "not text", "save it as plain text")]
    return text, []
