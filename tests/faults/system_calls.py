"""What SQLite asks of the system, so that one call of it can fail as on a disk that is full, torn out or far away.

SQLite keeps its system calls in a table that it lets tests change (`xSetSystemCall` of its VFS for Unix); ctypes finds
it in the library that Python itself uses, so no compiler and no rights are needed. Whatever fails, fails in the real
code of the real library, between its real calls before and after. Not in the table is fsync: a disk that lies about
what it has written is not tested here.
"""

from __future__ import annotations

import _sqlite3
import ctypes
import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_size_t, c_ssize_t, c_void_p
from typing import Any

import pytest

Answer = Callable[..., int]
"""What is called in the place of a system call: the real one first, then its arguments; OSError is its failure."""


class _Vfs(Structure):
    pass


_Vfs._fields_ = [
    *((name, c_int) for name in ("iVersion", "szOsFile", "mxPathname")),
    *((name, c_void_p) for name in ("pNext", "zName", "pAppData", "xOpen", "xDelete", "xAccess", "xFullPathname")),
    *((name, c_void_p) for name in ("xDlOpen", "xDlError", "xDlSym", "xDlClose", "xRandomness")),
    ("xSleep", c_void_p),
    *((name, c_void_p) for name in ("xCurrentTime", "xGetLastError", "xCurrentTimeInt64")),
    ("xSetSystemCall", CFUNCTYPE(c_int, POINTER(_Vfs), c_char_p, c_void_p)),
    ("xGetSystemCall", CFUNCTYPE(c_void_p, POINTER(_Vfs), c_char_p)),
]

_SHAPES: dict[str, Any] = {
    name: CFUNCTYPE(*types, use_errno=True)
    for name, types in {
        "open": (c_int, c_char_p, c_int, c_int),
        "write": (c_ssize_t, c_int, c_void_p, c_size_t),
        "pwrite": (c_ssize_t, c_int, c_void_p, c_size_t, c_int64),
        "pwrite64": (c_ssize_t, c_int, c_void_p, c_size_t, c_int64),
        "ftruncate": (c_int, c_int, c_int64),
        "fallocate": (c_int, c_int, c_int64, c_int64),
        "unlink": (c_int, c_char_p),
        "fcntl": (c_int, c_int, c_int, c_void_p),
        "mmap": (c_void_p, c_void_p, c_size_t, c_int, c_int, c_int, c_int64),
    }.items()
}
_FAILED = {"mmap": ctypes.c_void_p(-1).value}
_SLEEP = CFUNCTYPE(c_int, POINTER(_Vfs), c_int)


@contextmanager
def answered(**answers: Answer) -> Iterator[None]:
    """Each system call of that name is answered so, wherever SQLite makes it in this process."""
    vfs = _vfs()
    with ExitStack() as restored:
        for name, answer in answers.items():
            real = vfs.contents.xGetSystemCall(vfs, name.encode())
            if real:  # each build has its own of some, such as pwrite and pwrite64
                call = _SHAPES[name](_answering(answer, _SHAPES[name](real), _FAILED.get(name, -1)))
                vfs.contents.xSetSystemCall(vfs, name.encode(), ctypes.cast(call, c_void_p))
                restored.callback(_restore, vfs, name, call)
        yield


@contextmanager
def without_sleep() -> Iterator[None]:
    """Where SQLite would wait a moment, it goes on at once."""
    vfs, soon = _vfs(), _SLEEP(lambda _vfs, microseconds: microseconds)
    real, vfs.contents.xSleep = vfs.contents.xSleep, ctypes.cast(soon, c_void_p)
    try:
        yield
    finally:
        vfs.contents.xSleep = real


class FailingWrite:
    """The *number*th write from now on fails with *error*, half written; and every later one, where it *lasts*."""

    loses_answers = False

    def __init__(self, number: int, error: int, *, lasts: bool) -> None:
        self.number, self.error, self.lasts = number, error, lasts
        self.writes = 0

    @property
    def has_failed(self) -> bool:
        return self.writes >= self.number

    @contextmanager
    def __call__(self) -> Iterator[None]:
        writing = dict.fromkeys(("write", "pwrite", "pwrite64"), self._write)
        with answered(open=self._open, ftruncate=self._change, fallocate=self._change, unlink=self._change, **writing):
            yield

    def _write(self, real: Answer, file: int, content: int, size: int, *at: int) -> int:
        if self._fails():
            real(file, content, size // 2, *at)
            raise OSError(self.error, "")
        return real(file, content, size, *at)

    def _open(self, real: Answer, path: bytes, flags: int, mode: int) -> int:
        if flags & os.O_CREAT and not os.path.exists(path) and self._fails():
            raise OSError(self.error, "")
        return real(path, flags, mode)

    def _change(self, real: Answer, *arguments: object) -> int:
        if self._fails():
            raise OSError(self.error, "")
        return real(*arguments)

    def _fails(self) -> bool:
        self.writes += 1
        return self.writes == self.number or (self.lasts and self.writes > self.number)


def _answering(answer: Answer, real: Any, failed: object) -> Callable[..., Any]:
    def answering(*arguments: Any) -> Any:
        try:
            return answer(real, *arguments)
        except OSError as error:
            ctypes.set_errno(error.errno or errno.EIO)
            return failed

    return answering


def _restore(vfs: Any, name: str, _kept_alive_until_now: object) -> None:
    vfs.contents.xSetSystemCall(vfs, name.encode(), None)


def _vfs() -> Any:
    """SQLite's own, of the library that is loaded already."""
    file = getattr(_sqlite3, "__file__", None)
    find = getattr(ctypes.CDLL(file) if file else ctypes.PyDLL(None), "sqlite3_vfs_find", None)
    if find is None or not sys.platform.startswith("linux"):
        pytest.skip("this Python hides SQLite's system calls; those of Linux do not")
    find.restype, find.argtypes = POINTER(_Vfs), [c_char_p]
    return find(None)
