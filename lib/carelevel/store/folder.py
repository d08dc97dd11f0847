"""The user's data folder, and small private files in it."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import platformdirs

from carelevel.core.errors import StoreError
from carelevel.files import whole_file
from carelevel.files.home import expanded
from carelevel.store.failure import in_words
from carelevel.store.sqlite_file import refuse_database

SETTING = "CARELEVEL_DATA"

LOOKS, PAUSE = 20, 0.01
"""How often, and every how many seconds, an empty file is looked at: without hard links, its name is there first."""


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """`CARELEVEL_DATA`, else the platform's place; made for its owner alone when missing, else StoreError."""
    named = environment.get(SETTING)
    folder = at_home(named, SETTING).absolute() if named else _usual_folder()
    with in_words(str(folder)):
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _usual_folder() -> Path:
    """Where this system keeps a user's data; of a user without a home platformdirs raises, or gives `~` back."""
    with suppress(RuntimeError):
        folder = platformdirs.user_data_path("carelevel")
        if folder.is_absolute():
            return folder
    raise StoreError(f"you have no home folder; set {SETTING} to a folder that is yours")


def at_home(path: str, named_by: str) -> Path:
    """*path* with the home folder in the place of `~`; StoreError where there is none."""
    try:
        return expanded(path)
    except RuntimeError:
        raise StoreError(f"{named_by}: there is no home folder for '{path}'; write the whole path") from None


def make_once(file: Path, content: bytes) -> bytes:
    """What *file* holds: *content* if it was missing; of two processes at once both get the first's."""
    with in_words(str(file)):
        with suppress(FileExistsError):
            whole_file.create(file, [content], whole_file.PRIVATE)
        for _ in range(LOOKS):
            held = whole_file.read(file)
            if held:
                break
            time.sleep(PAUSE)
        return held


def replace(file: Path, content: bytes) -> None:
    """Put *content* into *file*, whole or not at all, for its owner alone; StoreError where that is a database."""
    refuse_database(file)
    with in_words(str(file)):
        whole_file.replace(file, [content], whole_file.PRIVATE)
