"""A file that appears whole or not at all, and in the place of another only on request."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from carelevel.core.errors import StoreError
from carelevel.store.failure import in_words
from carelevel.store.whole_file import put_whole
from carelevel.words import record as words


def write_new(pieces: Iterable[str], file: Path, *, over: bool) -> None:
    """Write *pieces* as UTF-8; StoreError where *file* is there already and not to be written *over*."""
    there = StoreError(words.FILE_THERE.format(file=file))
    if not over and os.path.lexists(file):  # told before the work, and once more after it
        raise there
    with in_words(str(file)):
        if file.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not put_whole(file, (piece.encode() for piece in pieces), over=over):
            raise there
