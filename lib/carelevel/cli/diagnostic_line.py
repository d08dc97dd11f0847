"""How `carelevel check` writes a diagnostic: for a reader and their editor, or for GitHub Actions."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from carelevel.core.diagnostic import Diagnostic

Line = Callable[[Diagnostic, Path], str]
"""A diagnostic of the bank in a folder, as a line."""


def as_text(diagnostic: Diagnostic, _folder: Path) -> str:
    """As compilers write and editors read."""
    return diagnostic.as_text()


def as_github(diagnostic: Diagnostic, folder: Path) -> str:
    """A workflow command of GitHub Actions; the file is named from the checkout's root."""
    root = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
    return diagnostic.as_github(Path(os.path.relpath(folder.parent / diagnostic.file, root)).as_posix())


LINES: dict[str, Line] = {"text": as_text, "github": as_github}
