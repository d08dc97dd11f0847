"""The user's data folder, and small private files in it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import platformdirs

from carelevel.store.failure import in_words
from carelevel.store.whole_file import put_whole

PRIVATE = 0o600


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """`CARELEVEL_DATA`, else the platform's place; made for its owner alone when missing, else StoreError."""
    named = environment.get("CARELEVEL_DATA")
    folder = Path(named).expanduser().absolute() if named else platformdirs.user_data_path("carelevel")
    with in_words(str(folder)):
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def make_once(file: Path, content: bytes) -> bytes:
    """What *file* holds: *content* if it was missing; of two processes at once both get the first's."""
    with in_words(str(file)):
        if not file.exists():
            put_whole(file, [content], over=False, mode=PRIVATE)
        return file.read_bytes()


def replace(file: Path, content: bytes) -> None:
    """Put *content* into *file*, whole or not at all."""
    with in_words(str(file)):
        put_whole(file, [content], over=True, mode=PRIVATE)
