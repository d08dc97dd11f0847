"""A file that appears whole or not at all, and is on disk once it has appeared."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from carelevel.store.sqlite_file import refuse_database

_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)


def put_whole(file: Path, pieces: Iterable[bytes], *, over: bool, mode: int = 0o666) -> bool:
    """Write *pieces* into *file*; False, and nothing is changed, where one is there that is not to be written *over*.

    OSError where the disk refuses, StoreError where it is a database: what was there before is there still. A file
    that is written over keeps its mode, a new one has *mode* less the umask.
    """
    refuse_database(file)
    draft = file.with_name(f".{file.name}-{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(draft, _NEW, mode), "wb") as opened:
            opened.writelines(pieces)
            opened.flush()
            os.fsync(opened.fileno())
        return _write_over(draft, file) if over else _add(draft, file)
    finally:
        with suppress(OSError):  # what has been put is put, though its draft may stay
            draft.unlink(missing_ok=True)


def _write_over(draft: Path, file: Path) -> bool:
    with suppress(OSError):
        draft.chmod(stat.S_IMODE(file.stat().st_mode))
    os.replace(draft, file)
    _sync(file.parent)
    return True


def _add(draft: Path, file: Path) -> bool:
    try:
        os.link(draft, file)  # never over a file that has come meanwhile
    except FileExistsError:
        return False
    except OSError:  # a disk without hard links, such as a memory stick
        if os.path.lexists(file):
            return False
        os.replace(draft, file)
    _sync(file.parent)
    return True


def _sync(folder: Path) -> None:
    """That the folder knows the file too, where a system has such a thing: Windows has not."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
