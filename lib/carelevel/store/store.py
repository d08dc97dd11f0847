"""The store: one method per question asked of the records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection, Table, delete, func, select

from carelevel.core.attempt import Attempt, DealtWith, EntryCheck, Place, Report, Skip, SupportWish
from carelevel.core.attempt_counts import Everybody
from carelevel.core.errors import StoreError
from carelevel.core.form_answer import FormAnswer, FormGroup
from carelevel.core.kept_interview import Interview
from carelevel.core.note_attempt import NoteAttempt
from carelevel.store import tables
from carelevel.store.address import place_of
from carelevel.store.attempt_counts import everybody
from carelevel.store.database import Database, insert_into
from carelevel.store.rows import record_of, row_of


def open_store(url: str | None = None) -> Store:
    """The store at *url*, else at `CARELEVEL_DATABASE_URL`, else in the data folder; nothing is opened yet."""
    return Store(url)


_attempt = partial(record_of, Attempt)
Kept = TypeVar("Kept", Attempt, FormAnswer, FormGroup, Interview, NoteAttempt)

HandedIn = Attempt | FormAnswer | Interview | NoteAttempt | Report
"""What a file brings that a trainee hands in."""


_HANDED_IN: tuple[tuple[type[HandedIn], Table], ...] = (
    (Attempt, tables.attempt),
    (Report, tables.report),
    (Interview, tables.interview),
    (NoteAttempt, tables.note_attempt),
    (FormAnswer, tables.form_answer),
)


@dataclass(frozen=True, slots=True)
class KeptAll:
    """What is kept under each id now, and which ids are new."""

    new: frozenset[str]
    records: Mapping[str, HandedIn]


class Store(Database):
    """Every record, for any number of threads and processes at once.

    It connects at first use and again after a failure; each method raises StoreError, in plain words, where the
    database cannot be used now. What a method has written is on disk when it returns.
    """

    def keep(self, attempt: Attempt) -> Attempt:
        """Keep *attempt*; where one with its id was kept before, that first one is what counts and comes back."""
        return self._kept_first(tables.attempt, attempt, Attempt)

    def keep_note(self, attempt: NoteAttempt) -> NoteAttempt:
        """Keep an answer to a note; where one with its id was kept before, that first one comes back."""
        return self._kept_first(tables.note_attempt, attempt, NoteAttempt)

    def note_attempt(self, id: str) -> NoteAttempt | None:
        """The answer to a note of that id, where there is one."""
        kept = tables.note_attempt
        return self._first(partial(record_of, NoteAttempt), select(kept).where(kept.c.id == id))

    def note_attempts(self, trainee: str) -> tuple[NoteAttempt, ...]:
        """A trainee's answers to notes, the earliest commit first."""
        kept = tables.note_attempt
        question = select(kept).where(kept.c.trainee == trainee).order_by(kept.c.committed_at, kept.c.id)
        return self._all(partial(record_of, NoteAttempt), question)

    def keep_interview(self, interview: Interview) -> Interview:
        """Keep *interview*; where one with its id was kept before, that first one is what counts and comes back."""
        return self._kept_first(tables.interview, interview, Interview)

    def keep_form_answer(self, answer: FormAnswer) -> FormAnswer:
        """Keep an answer to a form; where one with its id was kept before, that first one comes back."""
        return self._kept_first(tables.form_answer, answer, FormAnswer)

    def form_answers(self, trainee: str) -> tuple[FormAnswer, ...]:
        """A trainee's answers to forms, the earliest commit first."""
        kept = tables.form_answer
        question = select(kept).where(kept.c.trainee == trainee).order_by(kept.c.committed_at, kept.c.order)
        return self._all(partial(record_of, FormAnswer), question)

    def form_answers_of(self, group: str) -> tuple[FormAnswer, ...]:
        """Everybody's answers to a group's forms, trainee by trainee, the earliest commit first."""
        kept = tables.form_answer
        question = select(kept).where(kept.c.group == group).order_by(kept.c.trainee, kept.c.committed_at, kept.c.order)
        return self._all(partial(record_of, FormAnswer), question)

    def keep_form_group(self, group: FormGroup) -> FormGroup:
        """Keep what is registered; where a group of its id is, that first one comes back."""
        return self._kept_first(tables.form_group, group, FormGroup)

    def form_groups(self) -> tuple[FormGroup, ...]:
        """All that are registered, the latest first."""
        kept = tables.form_group
        return self._all(partial(record_of, FormGroup), select(kept).order_by(kept.c.registered_at.desc(), kept.c.id))

    def practiced_between(self, trainee: str, start: datetime, end: datetime) -> int:
        """How many answers a trainee gave in practice between two times: to cases, notes and interviews."""
        kept = (tables.attempt, tables.note_attempt, tables.interview)
        counts = [
            select(func.count())
            .where(table.c.trainee == trainee, table.c.committed_at > start, table.c.committed_at < end)
            .scalar_subquery()
            for table in kept
        ]
        return self._first(lambda row: sum(map(int, row)), select(*counts)) or 0

    def has_met(self, trainee: str, case: str) -> bool:
        """Whether a trainee has answered that case, or one of its twins, in practice."""
        kept = tables.attempt
        question = select(kept.c.id).where(kept.c.trainee == trainee, kept.c.case == case).limit(1)
        return self._first(lambda row: str(row[0]), question) is not None

    def keep_all(self, records: Sequence[HandedIn]) -> KeptAll:
        """Keep every one of *records* whose id is new, all of them or, where that fails, none."""
        if not records:
            return KeptAll(frozenset(), {})
        new, kept = set[str](), dict[str, HandedIn]()
        with self._transaction(writes=True) as connection:
            for kind, table in _HANDED_IN:
                rows = [row_of(record) for record in records if isinstance(record, kind)]
                if not rows:
                    continue
                insert = insert_into(connection, table).on_conflict_do_nothing(index_elements=["id"])
                new.update(connection.scalars(insert.returning(table.c.id), rows))
                there = connection.execute(select(table).where(table.c.id.in_([row["id"] for row in rows])))
                kept.update({row.id: record_of(kind, row) for row in there})
        return KeptAll(frozenset(new), kept)

    def attempt(self, id: str) -> Attempt | None:
        """The attempt of that id, where there is one."""
        return self._first(_attempt, select(tables.attempt).where(tables.attempt.c.id == id))

    def attempts(self, trainee: str) -> tuple[Attempt, ...]:
        """A trainee's attempts, the earliest commit first."""
        kept = tables.attempt
        question = select(kept).where(kept.c.trainee == trainee).order_by(kept.c.committed_at, kept.c.id)
        return self._all(_attempt, question)

    def interview(self, id: str) -> Interview | None:
        """The interview of that id, where it is decided."""
        return self._first(partial(record_of, Interview), select(tables.interview).where(tables.interview.c.id == id))

    def interviews(self, trainee: str) -> tuple[Interview, ...]:
        """A trainee's interviews, the earliest decided first."""
        kept = tables.interview
        question = select(kept).where(kept.c.trainee == trainee).order_by(kept.c.committed_at, kept.c.id)
        return self._all(partial(record_of, Interview), question)

    def beside_attempts(self, trainee: str) -> tuple[FormAnswer | Interview | NoteAttempt | Report, ...]:
        """What a trainee may hand in beside the attempts."""
        return (
            *self.interviews(trainee),
            *self.note_attempts(trainee),
            *self.form_answers(trainee),
            *self.reports(trainee),
        )

    def count(self, trainee: str) -> int:
        """How many attempts, interviews and answers to notes and forms a trainee has; none of them is read."""
        kept = (tables.attempt, tables.interview, tables.note_attempt, tables.form_answer)
        counts = [select(func.count()).where(table.c.trainee == trainee).scalar_subquery() for table in kept]
        return self._first(lambda row: sum(map(int, row)), select(*counts)) or 0

    def everybody(self, without: str = "") -> Everybody:
        """Everybody's attempts, counted, for a report about a group; *without* those of one code."""
        with self._transaction(writes=False) as connection:
            return everybody(connection, without)

    def keep_place(self, place: Place) -> None:
        """Keep where a trainee is on one card, instead of where they were on it."""
        self._put(tables.place, place)

    def place(self, trainee: str, card: str) -> Place | None:
        """Where *trainee* is on the card of that name, if they ever opened it."""
        kept = tables.place
        question = select(kept).where(kept.c.trainee == trainee, kept.c.card == card)
        return self._first(partial(record_of, Place), question)

    def skip(self, skip: Skip) -> None:
        """Keep that a trainee skipped a case; a second time counts as the newest."""
        self._put(tables.skip, skip)

    def skips(self, trainee: str) -> tuple[Skip, ...]:
        """A trainee's skips, one a case, the earliest first."""
        kept = tables.skip
        question = select(kept).where(kept.c.trainee == trainee).order_by(kept.c.at, kept.c.case)
        return self._all(partial(record_of, Skip), question)

    def keep_entry_check(self, check: EntryCheck) -> None:
        """Keep *check*; one with the same id is the same check."""
        with self._transaction(writes=True) as connection:
            insert = insert_into(connection, tables.entry_check).values(row_of(check))
            connection.execute(insert.on_conflict_do_nothing(index_elements=["id"]))

    def entry_checks(self, trainee: str) -> tuple[EntryCheck, ...]:
        """A trainee's entry checks, the earliest first."""
        kept = tables.entry_check
        question = select(kept).where(kept.c.trainee == trainee).order_by(kept.c.at, kept.c.id)
        return self._all(partial(record_of, EntryCheck), question)

    def wish_support(self, wish: SupportWish) -> None:
        """Keep the support that a trainee asks for; a second time counts as the newest."""
        self._put(tables.support_wish, wish)

    def support_wish(self, trainee: str) -> SupportWish | None:
        """What support a trainee has asked for last, if ever."""
        kept = tables.support_wish
        return self._first(partial(record_of, SupportWish), select(kept).where(kept.c.trainee == trainee))

    def report(self, report: Report) -> None:
        """Keep *report*; one with the same id is the same report."""
        with self._transaction(writes=True) as connection:
            insert = insert_into(connection, tables.report).values(row_of(report))
            connection.execute(insert.on_conflict_do_nothing(index_elements=["id"]))

    def reports(self, trainee: str | None = None) -> tuple[Report, ...]:
        """Everybody's reports, or those of *trainee*, the earliest first."""
        question = select(tables.report).order_by(tables.report.c.at, tables.report.c.id)
        if trainee is not None:
            question = question.where(tables.report.c.trainee == trainee)
        return self._all(partial(record_of, Report), question)

    def knows(self, code: str) -> bool:
        """Whether there is any row of the person with that code."""
        with self._transaction(writes=False) as connection:
            rows = (select(column).where(column == code).limit(1) for column in tables.person_columns())
            return any(connection.execute(row).first() for row in rows)

    def deal_with(self, dealt: DealtWith) -> None:
        """Keep that a report was dealt with; a second time counts as the newest."""
        self._put(tables.dealt_with, dealt)

    def take_up_again(self, report: str) -> None:
        """Keep no longer that the report of that id was dealt with."""
        with self._transaction(writes=True) as connection:
            connection.execute(delete(tables.dealt_with).where(tables.dealt_with.c.report == report))

    def dealt_with(self) -> Mapping[str, DealtWith]:
        """What supervisors have dealt with, by the report's id."""
        dealt = self._all(partial(record_of, DealtWith), select(tables.dealt_with))
        return {one.report: one for one in dealt}

    def _kept_first(self, table: Table, record: Kept, kind: type[Kept]) -> Kept:
        with self._transaction(writes=True) as connection:
            # Given as parameters, not as .values(): the statement is then compiled once, and a commit waits less.
            insert = insert_into(connection, table).on_conflict_do_nothing(index_elements=["id"])
            if connection.execute(insert, row_of(record)).rowcount == 1:
                return record
            return record_of(kind, connection.execute(select(table).where(table.c.id == record.id)).one())

    def erase(self, code: str) -> None:
        """Remove every row of the person with that code; in SQLite no trace stays in the file either."""
        with self._transaction(writes=True) as connection:
            for column in tables.person_columns():
                connection.execute(delete(column.table).where(column == code))
        with self._connected() as connection:
            if connection.dialect.name == "sqlite":
                _sweep(connection)


def _sweep(connection: Connection) -> None:
    """Rewrite the file without what was deleted, and empty its log."""
    driver = connection.connection.cursor()
    driver.execute("VACUUM")
    busy, *_ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StoreError(
            f"{place_of(connection.engine.url)}: the record is erased, but its traces stay while another program reads;"
            " close other notebooks and erase again"
        )
