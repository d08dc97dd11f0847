"""The user's data folder, and small private files in it."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import platformdirs

from carelevel.core.errors import StoreError
from carelevel.store.failure import in_words

SETTING = "CARELEVEL_DATA"


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
        return Path(path).expanduser()
    except RuntimeError:
        raise StoreError(f"{named_by}: there is no home folder for '{path}'; write the whole path") from None


def make_once(file: Path, content: bytes) -> bytes:
    """What *file* holds: *content* if it was missing; of two processes at once both get the first's."""
    with in_words(str(file)):
        if not file.exists():
            draft = _draft(file, content)
            try:
                os.link(draft, file)  # appears whole, and never over another
            except FileExistsError:
                pass
            except OSError:  # a disk without hard links, such as a memory stick
                if not file.exists():
                    os.replace(draft, file)
            finally:
                draft.unlink(missing_ok=True)
        return file.read_bytes()


def replace(file: Path, content: bytes) -> None:
    """Put *content* into *file*, whole or not at all."""
    with in_words(str(file)):
        os.replace(_draft(file, content), file)


def _draft(file: Path, content: bytes) -> Path:
    draft = file.with_name(f".{file.name}-{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(descriptor)
    return draft
