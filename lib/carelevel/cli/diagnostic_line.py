"""A remark as one line: for a reader and their editor, or for GitHub Actions."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from carelevel.cli.diagnostics import Remark
from carelevel.words import check as words

Line = Callable[[Remark, Path], str]
"""A remark of the bank in a folder, as a line."""


def as_text(remark: Remark, folder: Path) -> str:
    """`cases/late-bus.md:14: error: …; … [mistake/case]`, as compilers write and editors read."""
    place = f"{folder.name}/{remark.file}:{remark.line}"
    says = words.REMARK.format(
        place=place,
        severity=remark.severity.value,
        problem=remark.problem,
        remedy=remark.remedy,
        code=remark.code,
    )
    return printable(says)


def as_github(remark: Remark, folder: Path) -> str:
    """A workflow command of GitHub Actions; the file is named from the checkout's root."""
    root = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
    file = Path(os.path.relpath(folder / remark.file, root)).as_posix()
    parts = {"file": file, "line": str(remark.line), "title": remark.code}
    said = ",".join(f"{name}={_property(value)}" for name, value in parts.items())
    return f"::{remark.severity.value} {said}::{_message(printable(f'{remark.problem}; {remark.remedy}'))}"


LINES: dict[str, Line] = {"text": as_text, "github": as_github}


def printable(text: str) -> str:
    """The text without what would steer a terminal: such characters are shown by their code."""
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in text)


def _message(text: str) -> str:
    """As GitHub's own toolkit does: the percent sign first, since the others become one."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
