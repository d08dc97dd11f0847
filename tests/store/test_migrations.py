"""A store of an older version, with what it holds."""

from __future__ import annotations

from collections.abc import Callable

from alembic import command
from alembic.config import Config
from carelevel.core.attempt import Attempt, Place, Report, Skip
from carelevel.store.engine import make_engine, transaction
from carelevel.store.rows import row_of
from carelevel.store.schema import CURRENT, revision
from carelevel.store.store import open_store
from carelevel.store.tables import metadata
from sqlalchemy import Connection, MetaData, Table, insert, make_url

from .conftest import MORNING

OLD_PLACE = Place("wren", "practice", "kitchen-shift", "", 0, "id-1", {"level": "residential"}, MORNING)
OLD_REPORT = Report("r-1", "wren", "kitchen-shift", "", 0, "Which flat is quiet?", MORNING)
OLD_SKIP = Skip("wren", "tide-table", MORNING)


def test_a_store_of_the_first_version_is_brought_up_with_all_that_it_holds(
    store_url: str, attempt: Callable[..., Attempt]
) -> None:
    old = [attempt(minutes, trainee="wren") for minutes in range(3)]
    _make_first_version(store_url, old)
    store = open_store(store_url)
    assert store.attempts("wren") == tuple(old)
    assert {kept.phrases for kept in store.attempts("wren")} == {""}
    assert store.place("wren", "practice") == OLD_PLACE
    assert store.reports() == (OLD_REPORT,)
    assert store.skips("wren") == (OLD_SKIP,)
    store.close()


def test_a_store_that_was_brought_up_keeps_the_phrases_of_new_answers(
    store_url: str, attempt: Callable[..., Attempt]
) -> None:
    _make_first_version(store_url, [attempt(trainee="wren")])
    store = open_store(store_url)
    store.keep(attempt(5, trainee="wren", phrases="0+ 3-"))
    assert [kept.phrases for kept in store.attempts("wren")] == ["", "0+ 3-"]
    [tally] = {tally.trainee: tally.attempts for tally in store.everybody().trainees}.items()
    assert tally == ("wren", 2)
    store.close()
    engine = make_engine(make_url(store_url))
    with engine.connect() as connection, transaction(connection, writes=False):
        assert revision(connection) == CURRENT
    engine.dispose()


def _make_first_version(url: str, attempts: list[Attempt]) -> None:
    """The tables as revision 0001 made them, with *attempts* and one of everything else."""
    engine = make_engine(make_url(url))
    settings = Config()
    settings.set_main_option("script_location", "carelevel.store:migrations")
    with engine.connect() as connection, transaction(connection, writes=True):
        settings.attributes["connection"] = connection
        command.upgrade(settings, "0001")
        assert "phrases" not in _columns("attempt", connection)
        for name, records in {
            "attempt": attempts,
            "place": [OLD_PLACE],
            "report": [OLD_REPORT],
            "skip": [OLD_SKIP],
        }.items():
            for record in records:
                row = {key: value for key, value in row_of(record).items() if key in _columns(name, connection)}
                connection.execute(insert(metadata.tables[name]).values(row))
    engine.dispose()


def _columns(table: str, connection: Connection) -> set[str]:
    return {column.name for column in Table(table, MetaData(), autoload_with=connection).columns}
