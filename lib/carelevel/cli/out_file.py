"""What a command writes: to standard output, or into a file whole or not at all, over another only with --force."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from carelevel.core.errors import StoreError
from carelevel.files import whole_file
from carelevel.messages import record as record_messages


def put_out(pieces: Iterable[str], file: Path | None, *, over: bool, done: str = "") -> None:
    """Write *pieces* into *file* and say what is *done* on standard error; where there is none, print them."""
    if file is not None:
        write_out(pieces, file, over=over)
        print(done, end="\n" if done else "", file=sys.stderr)
        return
    for piece in pieces:  # as bytes: a terminal's encoding and line ends would make another file of it
        sys.stdout.buffer.write(piece.encode())
    sys.stdout.buffer.flush()


def write_out(pieces: Iterable[str], file: Path, *, over: bool) -> None:
    """Write *pieces* as UTF-8; StoreError where *file* is a database, or is there and not to be written *over*."""
    write_bytes((piece.encode() for piece in pieces), file, over=over)


def write_bytes(content: Iterable[bytes], file: Path, *, over: bool) -> None:
    """Write *content*; StoreError as above."""
    from carelevel.store.failure import in_words  # a database costs SQLAlchemy, which printing does without
    from carelevel.store.sqlite_file import refuse_database

    refuse_database(file)
    with in_words(str(file)):
        try:
            (whole_file.replace if over else whole_file.create)(file, content)
        except FileExistsError:
            raise StoreError(record_messages.FILE_THERE.format(file=file)) from None
