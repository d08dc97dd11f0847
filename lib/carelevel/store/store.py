"""The store: one method per question asked of the records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, Select, Table, delete, select

from carelevel.core.errors import StoreError
from carelevel.store import tables
from carelevel.store.address import address, shown
from carelevel.store.engine import make_engine, transaction
from carelevel.store.failure import in_words
from carelevel.store.records import Attempt, Place, Report, Skip
from carelevel.store.rows import Record, record_of, row_of
from carelevel.store.schema import make_current

CHECKED = "carelevel_schema_is_current"


def open_store(url: str | None = None) -> Store:
    """The store at *url*, else at `CARELEVEL_DATABASE_URL`, else in the data folder; nothing is opened yet."""
    return Store(url)


class Store:
    """Every record, for any number of threads and processes at once.

    It connects at first use and again after a failure; each method raises StoreError, in plain words, where the
    database cannot be used now. What a method has written is on disk when it returns.
    """

    def __init__(self, url: str | None = None) -> None:
        self._url = url
        self._lock = Lock()
        self._engine: Engine | None = None

    def keep(self, attempt: Attempt) -> Attempt:
        """Keep *attempt*; where one with its id was kept before, that first one is what counts and comes back."""
        kept = tables.attempt
        with self._transaction(writes=True) as connection:
            connection.execute(
                _insert(connection, kept).values(row_of(attempt)).on_conflict_do_nothing(index_elements=["id"])
            )
            first = connection.execute(select(kept).where(kept.c.id == attempt.id)).one()
            return record_of(Attempt, first, shown(connection.engine.url))

    def attempt(self, id: str) -> Attempt | None:
        return self._first(Attempt, select(tables.attempt).where(tables.attempt.c.id == id))

    def attempts(self, trainee: str) -> tuple[Attempt, ...]:
        """A trainee's attempts, the earliest commit first."""
        kept = tables.attempt
        return self._all(
            Attempt, select(kept).where(kept.c.trainee == trainee).order_by(kept.c.committed_at, kept.c.id)
        )

    def keep_place(self, place: Place) -> None:
        """Keep where a trainee is on one card, instead of where they were on it."""
        with self._transaction(writes=True) as connection:
            _put(connection, tables.place, row_of(place))

    def place(self, trainee: str, card: str) -> Place | None:
        return self._first(
            Place, select(tables.place).where(tables.place.c.trainee == trainee, tables.place.c.card == card)
        )

    def skip(self, skip: Skip) -> None:
        """Keep that a trainee skipped a case; a second time counts as the newest."""
        with self._transaction(writes=True) as connection:
            _put(connection, tables.skip, row_of(skip))

    def skips(self, trainee: str) -> tuple[Skip, ...]:
        """A trainee's skips, one a case, the earliest first."""
        kept = tables.skip
        return self._all(Skip, select(kept).where(kept.c.trainee == trainee).order_by(kept.c.at, kept.c.case))

    def report(self, report: Report) -> None:
        """Keep *report*; one with the same id is the same report."""
        with self._transaction(writes=True) as connection:
            insert = _insert(connection, tables.report).values(row_of(report))
            connection.execute(insert.on_conflict_do_nothing(index_elements=["id"]))

    def reports(self) -> tuple[Report, ...]:
        """Everybody's reports, the earliest first."""
        return self._all(Report, select(tables.report).order_by(tables.report.c.at, tables.report.c.id))

    def erase(self, trainee: str) -> None:
        """Remove every row of *trainee*; in SQLite no trace stays in the file either."""
        with self._transaction(writes=True) as connection:
            for table in tables.metadata.sorted_tables:
                connection.execute(delete(table).where(table.c.trainee == trainee))
        with self._connected() as connection:
            if connection.dialect.name == "sqlite":
                _sweep(connection)

    def close(self) -> None:
        """Let go of every connection; the next use opens new ones."""
        with self._lock:
            engine, self._engine = self._engine, None
        if engine:
            engine.dispose()

    def _first(self, kind: type[Record], question: Select[Any]) -> Record | None:
        return next(iter(self._all(kind, question)), None)

    def _all(self, kind: type[Record], question: Select[Any]) -> tuple[Record, ...]:
        with self._transaction(writes=False) as connection:
            database = shown(connection.engine.url)
            return tuple(record_of(kind, row, database) for row in connection.execute(question))

    @contextmanager
    def _transaction(self, *, writes: bool) -> Iterator[Connection]:
        with self._connected() as connection, transaction(connection, writes=writes):
            yield connection

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        """A connection to a database whose schema is current; whatever fails meanwhile is told in words."""
        engine = self._opened()
        with in_words(shown(engine.url)):
            try:
                connection = _checked_out(engine)
            except Exception:
                self.close()  # the next use starts from the address again
                raise
            with connection:
                yield connection

    def _opened(self) -> Engine:
        with self._lock:
            if self._engine is None:
                url = address(self._url)
                with in_words(shown(url)):
                    self._engine = make_engine(url)
            return self._engine


def _checked_out(engine: Engine) -> Connection:
    """A connection whose schema was looked at once: what stands behind a new one may be new."""
    connection = engine.connect()
    try:
        if CHECKED not in connection.info:
            make_current(connection, shown(engine.url))
            connection.info[CHECKED] = True
    except BaseException:
        connection.close()
        raise
    return connection


def _insert(connection: Connection, table: Table) -> Any:
    """The dialect's own INSERT, which knows ON CONFLICT."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table)


def _put(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    key = [column.name for column in table.primary_key]
    rest = {name: value for name, value in row.items() if name not in key}
    connection.execute(_insert(connection, table).values(row).on_conflict_do_update(index_elements=key, set_=rest))


def _sweep(connection: Connection) -> None:
    """Rewrite the file without what was deleted, and empty its log."""
    driver = connection.connection.cursor()
    driver.execute("VACUUM")
    busy, *_ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StoreError(
            f"{shown(connection.engine.url)}: the record is erased, but its traces stay while another program reads;"
            " close other notebooks and erase again"
        )
