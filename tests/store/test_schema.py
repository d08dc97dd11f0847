"""The schema: made on first use, by migrations or at once, and never taken back."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from carelevel.core.attempt import Attempt
from carelevel.core.errors import StoreError
from carelevel.store.engine import make_engine, transaction
from carelevel.store.schema import ADDITIONS_ONLY_SINCE, CURRENT, VERSION_TABLE, make_current, migrate, revision
from carelevel.store.store import open_store
from carelevel.store.tables import metadata
from sqlalchemy import Engine, inspect, make_url, text

Make = Callable[..., Attempt]

OPEN_AND_LIST_MODULES = """
import sys
from carelevel.store.store import open_store

print(open_store(sys.argv[1]).reports())
print([name for name in ("alembic", "pandas", "psycopg", "pydantic") if name in sys.modules])
"""


def test_migrating_an_empty_database_makes_what_the_tables_say(store_url: str) -> None:
    engine = make_engine(make_url(store_url))
    with engine.connect() as connection:
        with transaction(connection, writes=True):
            migrate(connection)
        with transaction(connection, writes=False):
            assert revision(connection) == CURRENT
            assert _differences(connection) == []
    engine.dispose()


def test_a_migrated_and_a_new_database_have_the_same_columns_and_indexes(
    store_url: str, request: pytest.FixtureRequest
) -> None:
    engine = make_engine(make_url(store_url))
    with engine.connect() as connection:
        with transaction(connection, writes=True):
            migrate(connection)
            migrated = _described(engine, connection)
            for name in (*metadata.tables, VERSION_TABLE):
                connection.execute(text(f'DROP TABLE "{name}"'))
        make_current(connection, "here")
        with transaction(connection, writes=False):
            assert _described(engine, connection) == migrated
    engine.dispose()


def test_what_came_after_a_revision_that_only_additions_follow_is_made_without_alembic(
    store_url: str, attempt: Make
) -> None:
    store = open_store(store_url)
    made = store.keep(attempt())
    store.close()
    engine = make_engine(make_url(store_url))
    with engine.connect() as connection:
        with transaction(connection, writes=False):
            described = _described(engine, connection)
        for older in range(int(ADDITIONS_ONLY_SINCE), int(CURRENT)):
            with transaction(connection, writes=True):
                connection.execute(text("DROP TABLE dealt_with"))
                connection.execute(text("DROP TABLE interview"))
                for index in ("attempt_by_case", "attempt_by_trainee_and_case"):
                    connection.execute(text(f"DROP INDEX {index}"))
                connection.execute(text("CREATE INDEX attempt_by_case ON attempt (level)"))
                for column in ("pair", "support", "steps_shown", "hints", "ties"):
                    connection.execute(text(f"ALTER TABLE attempt DROP COLUMN {column}"))
                connection.execute(text("DROP TABLE form_answer"))
                connection.execute(text("DROP TABLE form_group"))
                connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '{older:04}'"))
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("carelevel.store.schema.migrate", None)
                make_current(connection, "here")
            with transaction(connection, writes=False):
                assert revision(connection) == CURRENT
                assert _described(engine, connection) == described
    engine.dispose()
    assert store.attempts(made.trainee) == (made,)
    store.close()


def test_the_current_revision_is_the_newest_migration() -> None:
    settings = Config()
    settings.set_main_option("script_location", "carelevel.store:migrations")
    assert ScriptDirectory.from_config(settings).get_current_head() == CURRENT


def test_a_store_that_migrations_made_keeps_attempts(store_url: str, attempt: Make) -> None:
    engine = make_engine(make_url(store_url))
    with engine.connect() as connection, transaction(connection, writes=True):
        migrate(connection)
    engine.dispose()
    store, made = open_store(store_url), attempt()
    store.keep(made)
    assert store.attempt(made.id) == made
    store.close()


def test_a_store_of_a_newer_version_is_refused_and_left_alone(store_url: str, attempt: Make) -> None:
    store = open_store(store_url)
    made = store.keep(attempt())
    _set_revision(store_url, "9999")
    store.close()
    with pytest.raises(StoreError, match=r"made by a newer carelevel \(revision 9999, .*\); update carelevel"):
        store.keep(attempt())
    _set_revision(store_url, CURRENT)
    assert store.attempts(made.trainee) == (made,)
    store.close()


def test_threads_that_open_a_new_database_at_once_make_it_once(store_url: str) -> None:
    stores = [open_store(store_url) for _ in range(6)]
    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(lambda store: store.reports(), stores)) == [()] * 6
    for store in stores:
        store.close()


def test_tables_of_the_same_name_that_are_not_ours_are_left_alone(store_url: str) -> None:
    engine = make_engine(make_url(store_url))
    with engine.connect() as connection, transaction(connection, writes=True):
        connection.execute(text("CREATE TABLE attempt (mountain VARCHAR)"))
    engine.dispose()
    with pytest.raises(StoreError, match="name another database"):
        open_store(store_url).reports()
    with engine.connect() as connection:
        assert [column["name"] for column in inspect(connection).get_columns("attempt")] == ["mountain"]
        assert not inspect(connection).has_table("place")
    engine.dispose()


def test_a_first_start_imports_neither_alembic_nor_a_driver_that_it_does_not_need(
    sqlite_url: str, start: Callable[..., subprocess.Popen[str]]
) -> None:
    said, _ = start(OPEN_AND_LIST_MODULES, sqlite_url).communicate(timeout=60)
    assert said.split() == ["()", "[]"]


def _differences(connection: object) -> list[object]:
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE, "compare_type": True})
    return list(compare_metadata(context, metadata))


def _described(engine: Engine, connection: object) -> dict[str, object]:
    inspector = inspect(connection)
    return {
        table: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in inspector.get_columns(table)],
            inspector.get_pk_constraint(table)["constrained_columns"],
            sorted((index["name"], tuple(index["column_names"])) for index in inspector.get_indexes(table)),
        )
        for table in sorted(inspector.get_table_names())
    }


def _set_revision(url: str, number: str) -> None:
    engine = make_engine(make_url(url))
    with engine.connect() as connection, transaction(connection, writes=True):
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = :number"), {"number": number})
    engine.dispose()
