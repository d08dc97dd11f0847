"""A database that cannot be written now: words, the choices still there, and on it goes when it can."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

import psycopg
import pytest
from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.errors import StoreError
from carelevel.practice import Practice
from carelevel.store import engine
from carelevel.store.store import Store, open_store
from carelevel.widgets.card import Card
from sqlalchemy import make_url

from tests.faults.trainee import right

Fault = Callable[[Store], AbstractContextManager[None]]
NOBODY = 65534


@contextmanager
def locked(store: Store) -> Iterator[None]:
    """Another program holds the database for itself."""
    other = sqlite3.connect(_file(store))
    other.execute("BEGIN EXCLUSIVE")
    yield
    other.close()


@contextmanager
def disk_full(store: Store) -> Iterator[None]:
    """SQLite is told that its file may not have one page more, and its pages are filled with others' answers."""
    with store._connected() as connection:  # the limit holds for this one connection
        driver = connection.connection.cursor()
        driver.execute("CREATE TEMP TABLE filling AS SELECT * FROM attempt LIMIT 1")
        driver.execute("UPDATE filling SET trainee = 'otter', reasons = ''")
        driver.execute("PRAGMA max_page_count = 1")  # SQLite takes the least that holds what is there
        with suppress(sqlite3.OperationalError):
            while True:
                driver.execute("UPDATE filling SET id = hex(randomblob(16))")
                driver.execute("INSERT INTO attempt SELECT * FROM filling")
        driver.execute("DROP TABLE filling")
    yield
    with store._connected() as connection:
        connection.connection.cursor().execute("PRAGMA max_page_count = 1000000")


@contextmanager
def no_byte_more(store: Store) -> Iterator[None]:
    """The system itself refuses to let a file grow, as an exhausted quota does."""
    size = max(file.stat().st_size for file in _file(store).parent.iterdir() if "-shm" not in file.name)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def read_only_folder(store: Store) -> Iterator[None]:
    """Whoever runs this may read the folder and what is in it, and write neither."""
    store.close()
    folder = _file(store).parent
    modes = {path: path.stat().st_mode for path in (*folder.iterdir(), folder)}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222 | 0o444)
    is_root = os.geteuid() == 0  # whom no mode stops
    if is_root:
        os.seteuid(NOBODY)
    yield
    if is_root:
        os.seteuid(0)
    for path, mode in modes.items():
        path.chmod(mode)
    store.close()


@contextmanager
def shut_out(store: Store) -> Iterator[None]:
    """The server ends every connection to the database, and takes no new one."""
    url = make_url(str(store._url))
    beside = url.set(drivername="postgresql", database="postgres").render_as_string(hide_password=False)
    with psycopg.connect(beside, autocommit=True) as administrator:
        administrator.execute(f"ALTER DATABASE {url.database} ALLOW_CONNECTIONS false")
        administrator.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s", [url.database]
        )
        yield
        administrator.execute(f"ALTER DATABASE {url.database} ALLOW_CONNECTIONS true")


FAULTS = [
    pytest.param(locked, "is locked by another program; close that program", id="locked"),
    pytest.param(disk_full, "the disk is full; free some space", id="disk full"),
    pytest.param(no_byte_more, "on this disk; see that the disk is there|disk is full; free", id="no byte more"),
    pytest.param(read_only_folder, "is read-only; allow writing", id="read-only folder"),
    pytest.param(shut_out, "lost the connection; try again|cannot be connected to; see", id="shut out"),
]


@pytest.fixture
def reached(fault: Fault, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store that the fault can befall."""
    monkeypatch.setattr(engine, "PATIENCE", 0.2)
    if fault is shut_out:
        yield open_store(request.getfixturevalue("postgres_url"))
        return
    folder = Path(tempfile.mkdtemp(prefix="carelevel-faults-"))  # pytest's own folder is closed to other users
    folder.chmod(0o755)
    store = open_store(f"sqlite:///{folder / 'records.sqlite3'}")
    yield store
    store.close()
    shutil.rmtree(folder)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "fault" in metafunc.fixturenames:
        marked = [
            pytest.param(*one.values, id=one.id, marks=[pytest.mark.postgres] if one.values[0] is shut_out else [])
            for one in FAULTS
        ]
        metafunc.parametrize(("fault", "says"), marked)


def test_practice_says_so_keeps_what_was_kept_and_goes_on(fault: Fault, says: str, reached: Store, bank: Bank) -> None:
    practice = Practice(bank, reached, "wren")
    practice.submit(right(practice, "kept before"))
    practice.go_on()
    answer = right(practice, "kept after")
    with fault(reached):
        with pytest.raises(StoreError, match=says):
            practice.submit(answer)
        assert practice.result is None
        with pytest.raises(StoreError, match=says):
            practice.submit(answer)
    assert practice.submit(answer).answer.reasons == "kept after"
    assert [attempt.reasons for attempt in reached.attempts("wren")] == ["kept before", "kept after"]


def test_a_case_can_be_read_meanwhile_and_its_answer_is_kept_once_it_can_be(
    fault: Fault, says: str, reached: Store, bank: Bank
) -> None:
    practice = Practice(bank, reached, "wren")
    practice.submit(right(practice, "kept before"))
    with fault(reached):
        practice.go_on()
        assert practice.question is not None
        assert practice.notes or fault is disk_full, "there, the place has room where it stood before"
    practice.submit(right(practice, "kept after"))
    assert [attempt.reasons for attempt in reached.attempts("wren")] == ["kept before", "kept after"]
    assert Practice(bank, reached, "wren").result is not None, "the place was kept with the answer"


def test_the_card_says_so_holds_the_choices_and_keeps_them_at_the_next_try(
    fault: Fault, says: str, reached: Store, bank: Bank
) -> None:
    beside = Practice(bank, reached, "otter")
    beside.submit(right(beside, "kept before"))
    card = Card(Practice(bank, reached, "wren", case="kitchen-shift"))
    with fault(reached):
        card.choose("residential", withdrawal_first=True, confidence="certain", reasons="The ride home.")
        card.commit()
        assert card.view["stage"] == "answer"
        assert card.view["message"]["kind"] == "not_kept"
        assert card.view["message"]["says"].startswith(messages.NOT_KEPT.split("{")[0])
        assert card.draft["choices"]["reasons"] == "The ride home."
    card.commit()
    assert card.view["stage"] == "compared"
    assert [attempt.reasons for attempt in reached.attempts("wren")] == ["The ride home."]


def test_the_record_is_read_where_the_folder_is_read_only(bank: Bank, sqlite_url: str) -> None:
    practice = Practice(bank, open_store(sqlite_url), "wren")
    practice.submit(right(practice, "kept before"))
    practice.store.close()
    uri = f"sqlite:///file:{_file(practice.store)}?mode=ro&uri=true"
    again = Practice(bank, open_store(uri), "wren")
    assert again.result is not None
    assert again.result.answer.reasons == "kept before"


def _file(store: Store) -> Path:
    return Path(str(store._url).removeprefix("sqlite:///"))
