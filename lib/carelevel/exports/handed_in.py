"""What lies at a path that somebody named: a file, or a folder with every file below it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from carelevel.core.errors import StoreError
from carelevel.messages import record as record_messages
from carelevel.store.failure import in_words

MOST_HANDED_IN = 10_000
"""Of one folder; more of them are no hand-ins but somebody's disk."""

SYSTEMS = frozenset({"desktop.ini", "ehthumbs.db", "icon\r", "thumbs.db"})
"""Files that a computer puts beside those of people; others begin with a dot, or lie in a folder called so."""
SYSTEMS_FOLDERS = frozenset({"__MACOSX"})


def files_at(path: Path) -> Iterator[Path]:
    """The file itself, or every file below a folder in the order of names; StoreError where there is none.

    Links to folders are not followed: they could lead in a circle.
    """
    with in_words(str(path)):
        if not path.is_dir():
            if not path.exists():
                raise StoreError(record_messages.NO_FILE.format(file=path))
            yield path
            return
        found = list(islice(_below(path), MOST_HANDED_IN + 1))
    if not found:
        raise StoreError(record_messages.NO_FILE.format(file=path))
    if len(found) > MOST_HANDED_IN:
        raise StoreError(record_messages.TOO_MANY_FILES.format(place=path, most=MOST_HANDED_IN))
    yield from sorted(found)


def is_systems(name: str) -> bool:
    """Whether a file's name, with its folders, is one that a computer gives by itself."""
    *folders, own = name.replace("\\", "/").split("/")
    return own.startswith(".") or own.casefold() in SYSTEMS or not SYSTEMS_FOLDERS.isdisjoint(folders)


def _below(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder, onerror=_unreadable):
        yield from (Path(place, name) for name in names)


def _unreadable(error: OSError) -> None:
    raise error
