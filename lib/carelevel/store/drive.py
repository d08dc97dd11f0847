"""What a drive can do for a database."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryFile


def can_lock(folder: Path) -> bool:
    """Whether its drive locks as SQLite needs it: tried on a file of our own, which nobody else can have locked."""
    try:
        with TemporaryFile(dir=folder) as scratch:
            return _locks(scratch.fileno())
    except OSError:
        return True  # who may not write there learns nothing by it


def _locks(file: int) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows locks everywhere
        return True
    try:
        fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # on some shares one's own first lock is in the way
    except OSError:
        return False
    return True
