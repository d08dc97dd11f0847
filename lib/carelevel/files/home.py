"""Where `~` leads."""

from __future__ import annotations

import os
from pathlib import Path


def expanded(path: str) -> Path:
    """*path* with the home folder in the place of `~`; RuntimeError where there is none, or HOME is empty."""
    if path.startswith("~") and os.environ.get("HOME") == "":
        raise RuntimeError("HOME is empty")  # `~/x` would become `/x`, a folder of the system's
    return Path(path).expanduser()
