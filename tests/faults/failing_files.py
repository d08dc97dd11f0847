"""What Python asks of the system for the files that it writes, so that one such call can fail."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

CALLS = ("open", "fsync", "link", "replace", "rename", "unlink", "mkdir", "chmod", "ftruncate")
"""Of the module os; what is written is asked of a file that is open."""


class FailingCall:
    """The *number*th call that changes something in *folder* fails with *error*; and all later ones, if it *lasts*.

    What is being written then is half written.
    """

    loses_answers = False

    def __init__(self, folder: Path, number: int, error: int, *, lasts: bool) -> None:
        self._folder, self._number, self._error, self._lasts = str(folder), number, error, lasts
        self._calls = 0

    @property
    def has_failed(self) -> bool:
        return self._calls >= self._number

    @contextmanager
    def __call__(self) -> Iterator[None]:
        with ExitStack() as patched:
            for name in CALLS:
                patched.enter_context(patch.object(os, name, self._failing(getattr(os, name), name)))
            patched.enter_context(patch.object(io, "open", self._opened(io.open)))
            yield

    def fails(self) -> bool:
        self._calls += 1
        return self._calls == self._number or (self._lasts and self._calls > self._number)

    def error(self, path: object = None) -> OSError:
        return OSError(self._error, os.strerror(self._error), path)

    def _failing(self, call: Callable[..., Any], name: str) -> Callable[..., Any]:
        def asked(what: Any, *arguments: Any, **more: Any) -> Any:
            only_reads = name == "open" and not arguments[0] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if not only_reads and self._is_ours(what) and self.fails():
                raise self.error(what)
            return call(what, *arguments, **more)

        return asked

    def _opened(self, opened: Callable[..., Any]) -> Callable[..., Any]:
        def asked(what: Any, mode: str = "r", *arguments: Any, **more: Any) -> Any:
            if not set(mode) & set("wxa+") or not self._is_ours(what):
                return opened(what, mode, *arguments, **more)
            if not isinstance(what, int) and self.fails():
                raise self.error(what)
            writing = io.BufferedWriter(_FailingFile(self, what, mode.replace("b", "")))
            return writing if "b" in mode else io.TextIOWrapper(writing, "utf-8", newline="")

        return asked

    def _is_ours(self, what: Any) -> bool:
        return isinstance(what, int) or os.path.realpath(what).startswith(self._folder)


class _FailingFile(io.FileIO):
    def __init__(self, failing: FailingCall, file: Any, mode: str) -> None:
        super().__init__(file, mode)
        self._failing = failing

    def write(self, content: Any, /) -> int:
        if self._failing.fails():
            super().write(bytes(content)[: len(content) // 2])
            raise self._failing.error()
        return super().write(content)
