"""A file that appears whole or not at all, and in the place of another only where that is asked for.

What is written stands on the disk, in a hidden draft beside the file, before anybody sees it under the file's name;
whatever fails, no draft is left behind. OSError says what failed.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PRIVATE = 0o600
"""For its owner alone."""
SHARED = 0o666
"""For whomever the process's umask lets in."""


def create(file: Path, pieces: Iterable[bytes], mode: int = SHARED) -> None:
    """Write *pieces* into a new file; FileExistsError where there is one, or a link, or where one comes meanwhile."""
    if os.path.lexists(file):  # said before the work, and once more after it
        raise FileExistsError(f"{file} is there already")
    with _draft(file, pieces, mode) as draft:
        _appear(draft, file)
    _keep_name(file)


def read(file: Path, most: int = -1) -> bytes:
    """What *file* holds, *most* bytes of it; OSError where it is none: a pipe could be waited for without end."""
    _check_is_file(file)
    with file.open("rb") as opened:
        return opened.read(most)


def replace(file: Path, pieces: Iterable[bytes], mode: int | None = None) -> None:
    """Write *pieces* in the place of the file that is there, with its *mode* where none is given."""
    if file.exists():
        _check_is_file(file)
    with _draft(file, pieces, SHARED if mode is None else mode) as draft:
        if mode is None:
            with suppress(OSError):  # there is no file yet, or a disk that has no modes
                draft.chmod(stat.S_IMODE(file.stat().st_mode))
        os.replace(draft, file)
    _keep_name(file)


def _check_is_file(file: Path) -> None:
    """Follows links; a missing file is said to be missing."""
    mode = file.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))


@contextmanager
def _draft(file: Path, pieces: Iterable[bytes], mode: int) -> Iterator[Path]:
    """A hidden file beside *file*, whose content is on the disk; gone in the end."""
    draft = file.with_name(f".{file.name}-{secrets.token_hex(8)}")
    try:
        descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), mode)
        with os.fdopen(descriptor, "wb") as opened:
            opened.writelines(pieces)
            opened.flush()
            os.fsync(descriptor)
        yield draft
    finally:
        with suppress(OSError):  # what has been put is put, though its draft may stay
            draft.unlink(missing_ok=True)


def _appear(draft: Path, file: Path) -> None:
    """Give the draft its name, whatever has come there meanwhile stays."""
    try:
        os.link(draft, file)
    except FileExistsError:
        raise
    except (
        OSError,
        AttributeError,
    ):  # without hard links, as on a memory stick or in a browser, whose Python has none:
        # take the name first, then put the file there
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        try:
            os.replace(draft, file)
        except OSError:
            file.unlink(missing_ok=True)  # nothing but the name was there
            raise


def _keep_name(file: Path) -> None:
    """Have the folder know the file on the disk too."""
    with suppress(OSError):  # Windows has no such thing
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
