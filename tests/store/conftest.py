"""One store a test, on each database, and records to keep in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import carelevel
import pytest
from carelevel.core.answer import Confidence, Verdict
from carelevel.core.assess import Basis, Effect
from carelevel.store.records import Attempt, Rated
from carelevel.store.store import Store, open_store

MORNING = datetime(2031, 4, 5, 9, 30, 12, 345678, tzinfo=UTC)
LIB = Path(carelevel.__file__).parents[1]


READ_ALL = "import pathlib, sys; print(b''.join(file.read_bytes() for file in pathlib.Path(sys.argv[1]).iterdir()))"


def held_in(folder: Path) -> str:
    """The bytes of every file in *folder*, by another process: this one would drop its locks on a database there."""
    return subprocess.run([sys.executable, "-c", READ_ALL, folder], capture_output=True, text=True, check=True).stdout


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'records.sqlite3'}"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def store_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database, once on SQLite and once on PostgreSQL."""
    return str(request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url"))


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url)
    yield opened
    opened.close()


@pytest.fixture
def attempt() -> Callable[..., Attempt]:
    """An attempt of its own id; what is named in the call is as named."""

    def make(minutes: int = 0, **named: Any) -> Attempt:
        made = Attempt(
            id=str(uuid4()),
            trainee="local-7f3a9c21",
            case="kitchen-shift",
            twin="",
            point=0,
            case_digest="c" * 64,
            criteria_digest="d" * 64,
            level="residential",
            confidence=Confidence.FAIRLY_SURE,
            flags={"withdrawal_first": True},
            lists={"supports": ("peer_group", "family_evening"), "therapies": ()},
            marked=(0, 3, 7),
            reasons="The car – “a bag open before the car leaves” – näht alles zusammen",
            started_at=MORNING + timedelta(minutes=minutes),
            committed_at=MORNING + timedelta(minutes=minutes, seconds=95),
            seconds=95.25,
            criteria_level="partial_hospitalization",
            accepted=("partial_hospitalization", "residential"),
            basis=Basis.CONTESTED,
            verdict=Verdict.ALSO_ACCEPTED,
            steps=1,
            caught=2,
            missed=1,
            needless=3,
            rules=(Rated("tempting-home", Effect.EASED, True), Rated("ready", Effect.SUPPORTS, None)),
        )
        return replace(made, **named)

    return make


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
