"""A file that appears whole or not at all, and in the place of another only on request."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from carelevel.core.errors import StoreError
from carelevel.store.failure import in_words
from carelevel.words import record as words


def write_new(pieces: Iterable[str], file: Path, *, over: bool) -> None:
    """Write *pieces* as UTF-8; StoreError where *file* is there already and not to be written *over*."""
    if not over and os.path.lexists(file):  # told before the work, and once more after it
        raise StoreError(words.FILE_THERE.format(file=file))
    with in_words(str(file)):
        if file.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        draft = file.with_name(f".{file.name}-{secrets.token_hex(8)}")
        try:
            with draft.open("x", encoding="utf-8", newline="") as opened:
                opened.writelines(pieces)
                opened.flush()
                os.fsync(opened.fileno())
            _put(draft, file, over=over)
        finally:
            draft.unlink(missing_ok=True)


def _put(draft: Path, file: Path, *, over: bool) -> None:
    if over:
        os.replace(draft, file)
        return
    try:
        os.link(draft, file)  # never over another that has come meanwhile
    except FileExistsError:
        raise StoreError(words.FILE_THERE.format(file=file)) from None
    except OSError:  # a disk without hard links, such as a memory stick
        os.replace(draft, file)
