"""One store a test, on each database, and programs of their own beside it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import carelevel
import pytest
from carelevel.store.store import Store, open_store

from tests.conftest import MORNING

__all__ = ["MORNING"]

LIB = Path(carelevel.__file__).parents[1]


READ_ALL = "import pathlib, sys; print(b''.join(file.read_bytes() for file in pathlib.Path(sys.argv[1]).iterdir()))"


def held_in(folder: Path) -> str:
    """The bytes of every file in *folder*, by another process: this one would drop its locks on a database there."""
    return subprocess.run([sys.executable, "-c", READ_ALL, folder], capture_output=True, text=True, check=True).stdout


@pytest.fixture
def store(made_url: str) -> Iterator[Store]:
    opened = open_store(made_url)
    yield opened
    opened.close()


@pytest.fixture
def start() -> Callable[..., subprocess.Popen[str]]:
    """Start Python on a program of its own, with words for its `sys.argv`."""

    def run(program: str, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", program, *words],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(LIB)},
        )

    return run
