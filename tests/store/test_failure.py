"""What goes wrong with a database is told in plain words, and passes when its cause does."""

from __future__ import annotations

import sqlite3
import traceback
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from carelevel.core.attempt import Attempt, Place, Report
from carelevel.core.errors import StoreError
from carelevel.store import engine
from carelevel.store.rows import row_of
from carelevel.store.store import Store, open_store
from sqlalchemy import create_engine, make_url, text

from tests.ports import free_port

from .conftest import MORNING

Make = Callable[..., Attempt]


def test_a_locked_database_is_named_and_works_once_it_is_free(
    sqlite_url: str, attempt: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 0.1)
    store = open_store(sqlite_url)
    store.attempts("anybody")
    other = sqlite3.connect(_file(sqlite_url))
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match=r"records\.sqlite3: is locked by another program; close that program"):
        store.keep(attempt())
    other.close()
    made = attempt()
    assert store.keep(made) == made


def test_a_read_only_database_can_be_read_and_says_so_when_written(sqlite_url: str, attempt: Make) -> None:
    made = open_store(sqlite_url).keep(attempt())
    store = open_store(f"sqlite:///file:{_file(sqlite_url)}?mode=ro&uri=true")
    assert store.attempt(made.id) == made
    with pytest.raises(StoreError, match=r"records\.sqlite3: is read-only; allow writing"):
        store.keep(attempt())


def test_a_full_disk_is_named_and_works_once_there_is_space(sqlite_url: str, attempt: Make) -> None:
    store = open_store(sqlite_url)
    made = store.keep(attempt())
    _limit(store, "1")  # SQLite takes the least that holds what is there
    with pytest.raises(StoreError, match="disk is full; free some space"):
        store.report(Report("r-1", "t", "kitchen-shift", "", 0, "🐕" * 2000, MORNING))
    _limit(store, "1000000")
    store.keep(attempt())
    assert made in store.attempts(made.trainee)


def test_a_file_that_is_no_database_is_left_as_it_is(sqlite_url: str, attempt: Make) -> None:
    _file(sqlite_url).write_text("Dear diary, " * 500)
    with pytest.raises(StoreError, match="is not a database file; move the file away"):
        open_store(sqlite_url).keep(attempt())
    assert _file(sqlite_url).read_text().startswith("Dear diary")


def test_a_folder_in_the_place_of_the_file_is_named_and_works_once_moved(sqlite_url: str, attempt: Make) -> None:
    _file(sqlite_url).mkdir()
    store = open_store(sqlite_url)
    with pytest.raises(StoreError, match="is a folder, not a file; move the folder away"):
        store.keep(attempt())
    _file(sqlite_url).rmdir()
    made = attempt()
    assert store.keep(made) == made


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="its folder is missing; make the folder"):
        open_store(f"sqlite:///{tmp_path}/nowhere/records.sqlite3").reports()


def test_a_file_in_the_place_of_the_data_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARELEVEL_DATA", str(tmp_path / "data"))
    (tmp_path / "data").touch()
    store = open_store()
    with pytest.raises(StoreError, match="data: is a file, not a folder"):
        store.reports()
    (tmp_path / "data").unlink()
    assert store.reports() == ()


def test_a_database_that_was_deleted_meanwhile_is_made_anew_rather_than_written_into_nowhere(
    sqlite_url: str, attempt: Make
) -> None:
    store = open_store(sqlite_url)
    store.keep(attempt())
    _file(sqlite_url).unlink()
    made = store.keep(attempt())
    assert open_store(sqlite_url).attempts(made.trainee) == (made,)


@pytest.mark.parametrize(
    ("column", "torn"),
    [
        ("flags", '{"withdrawal_first": tr'),
        ("flags", '{"withdrawal_first": "yes"}'),
        ("lists", "[]"),
        ("marked", '["0"]'),
        ("accepted", "null"),
        ("rules", '[{"rule": "tempting-home"}]'),
        ("rules", '[{"rule": "tempting-home", "effect": "explodes", "caught": null}]'),
        ("confidence", "sure"),
    ],
)
def test_a_torn_value_is_named_with_its_attempt(sqlite_url: str, attempt: Make, column: str, torn: str) -> None:
    store = open_store(sqlite_url)
    made = store.keep(attempt())
    _change(sqlite_url, f"UPDATE attempt SET {column} = :torn", torn)
    with pytest.raises(StoreError, match=f"'{column}' of attempt {made.id}.* is damaged; restore a copy"):
        store.attempts(made.trainee)


def test_a_torn_time_is_told_in_words(sqlite_url: str, attempt: Make) -> None:
    store = open_store(sqlite_url)
    made = store.keep(attempt())
    _change(sqlite_url, "UPDATE attempt SET committed_at = :torn", "yesterday")
    with pytest.raises(StoreError, match="holds a record that cannot be read"):
        store.attempt(made.id)


def test_a_draft_of_another_shape_is_told_in_words(store: Store, made_url: str) -> None:
    store.keep_place(Place("t", "practice", "kitchen-shift", "", 0, "id-1", {}, MORNING))
    _change(made_url, "UPDATE place SET draft = cast(:torn AS json)", "[]")
    with pytest.raises(StoreError, match="'draft' of place t/practice/kitchen-shift is damaged"):
        store.place("t", "practice")


def test_half_a_character_is_refused_in_words(store: Store, attempt: Make) -> None:
    with pytest.raises(StoreError, match="cannot keep a character in this text; write the text again"):
        store.keep(attempt(reasons="half an emoji: \ud83d"))
    store.keep(attempt())


@pytest.mark.parametrize(
    "url",
    ["nonsense secret", "postgresql://user:secret@host:secret/name", "mysql://user:secret@host/name", "sqlite://"],
)
def test_a_url_of_no_use_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(StoreError, match=r"write sqlite:///folder/file or postgresql://") as refused:
        open_store(url).reports()
    assert "secret" not in _told(refused.value)


def test_a_server_that_does_not_answer_is_named_without_name_and_password() -> None:
    port = free_port()
    with pytest.raises(StoreError, match=r"'records' on 127\.0\.0\.1: cannot be connected to") as refused:
        open_store(f"postgresql://ines:pillow@127.0.0.1:{port}/records").reports()
    assert "ines" not in _told(refused.value)
    assert "pillow" not in _told(refused.value)


def test_a_database_that_the_server_does_not_have_is_told_in_words(postgres_url: str) -> None:
    url = make_url(postgres_url).set(database="nowhere").render_as_string(hide_password=False)
    with pytest.raises(StoreError, match=r"'nowhere' on .*cannot be connected to"):
        open_store(url).reports()


def test_a_connection_lost_between_two_keeps_is_made_again(postgres_url: str, attempt: Make) -> None:
    store = open_store(postgres_url)
    store.keep(attempt())
    _end_connections(postgres_url)
    made = attempt()
    assert store.keep(made) == made
    store.close()


def test_a_connection_lost_during_a_keep_is_named_and_works_again(
    postgres_url: str, attempt: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, made = open_store(postgres_url), attempt()
    store.reports()
    with monkeypatch.context() as patched:
        patched.setattr("carelevel.store.store.row_of", lambda made: _end_connections(postgres_url) or row_of(made))
        with pytest.raises(StoreError, match="lost the connection; try again"):
            store.keep(made)
    assert store.keep(made) == made
    store.close()


def test_a_server_that_allows_no_tables_is_told_in_words(postgres_url: str) -> None:
    url = make_url(postgres_url).set(username="reader").render_as_string(hide_password=False)
    store = open_store(url)
    with psycopg.connect(_plain(postgres_url), autocommit=True) as administrator:
        administrator.execute("REVOKE CREATE ON SCHEMA public FROM public")
        administrator.execute("CREATE ROLE reader LOGIN")
        try:
            with pytest.raises(StoreError, match="does not allow this name to do that; grant it"):
                store.reports()
        finally:
            store.close()
            administrator.execute("DROP ROLE reader")


def _file(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def _change(url: str, statement: str, torn: str) -> None:
    statement = statement.replace("cast(:torn AS json)", ":torn") if url.startswith("sqlite") else statement
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(statement), {"torn": torn})
    engine.dispose()


def _limit(store: Store, pages: str) -> None:
    with store._connected() as connection:  # the limit holds for this one connection
        connection.connection.cursor().execute(f"PRAGMA max_page_count = {pages}")


def _told(error: BaseException) -> str:
    return "".join(traceback.format_exception(error, chain=True)).split("StoreError:", 1)[-1]


def _plain(url: str) -> str:
    return url.replace("+psycopg", "")


def _end_connections(url: str) -> None:
    """End every other connection to the database, as a server that restarts does."""
    with psycopg.connect(_plain(url), autocommit=True) as administrator:
        administrator.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
