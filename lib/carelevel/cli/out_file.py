"""The file that a command is told to write into: whole or not at all, over another only with --force."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from carelevel.core.errors import StoreError
from carelevel.files import whole_file
from carelevel.messages import record as record_messages
from carelevel.store.failure import in_words
from carelevel.store.sqlite_file import refuse_database


def write_out(pieces: Iterable[str], file: Path, *, over: bool) -> None:
    """Write *pieces* as UTF-8; StoreError where *file* is a database, or is there and not to be written *over*."""
    content = (piece.encode() for piece in pieces)
    refuse_database(file)
    with in_words(str(file)):
        if over:
            whole_file.replace(file, content)
            return
        try:
            whole_file.create(file, content)
        except FileExistsError:
            raise StoreError(record_messages.FILE_THERE.format(file=file)) from None
