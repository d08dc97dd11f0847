"""The tables, as they are at the current revision; `migrations/` says how they came to be.

A record's table has a column for each of its fields, under the field's name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields
from datetime import UTC, datetime
from types import NoneType
from typing import Any, get_args, get_type_hints

from sqlalchemy import JSON, Boolean, Column, DateTime, Dialect, Float, Index, Integer, MetaData, String, Table, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from carelevel.core.attempt import Attempt, DealtWith, EntryCheck, Place, Report, Skip, SupportWish
from carelevel.core.ballot import Round
from carelevel.core.form_answer import FormAnswer, FormGroup
from carelevel.core.kept_interview import Interview
from carelevel.core.note_attempt import NoteAttempt
from carelevel.core.room_state import HeldRound
from carelevel.core.supervisor_answer import SupervisorAnswer
from carelevel.store.rows import Stored


class Json(TypeDecorator[Any]):
    """JSON; on PostgreSQL its binary kind, whose dialect (2 MB) nobody else should have to import."""

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """JSONB on PostgreSQL, else JSON."""
        if dialect.name == "postgresql":
            from sqlalchemy.dialects.postgresql import JSONB

            return dialect.type_descriptor(JSONB())
        return dialect.type_descriptor(JSON())


class Time(TypeDecorator[datetime]):
    """An aware time, in UTC; SQLite knows no zones, so there it is written without."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """In UTC; for SQLite without saying so."""
        utc = value and value.astimezone(UTC)
        return utc.replace(tzinfo=None) if utc and dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """In UTC, and aware of it."""
        if value is None or value.tzinfo:
            return value and value.astimezone(UTC)
        return value.replace(tzinfo=UTC)


_KINDS: dict[Any, Any] = {
    str: String,
    int: Integer,
    int | None: Integer,
    Round: Integer,
    float: Float,
    bool: Boolean,
    datetime: Time,
    datetime | None: Time,
}
"""A field's type and its column's; a word of an enumeration is a String, whatever else there is JSON."""


PERSON = "person"
"""A column that bears this mark in its `info` holds whose row it is; erasing goes by it."""


def _columns(record: type[Stored], *key: str, long: Collection[str] = (), person: str = "") -> Iterator[Column[Any]]:
    """A column for each field, those in *long* as Text; *key* is the primary one, *person* whose row it is."""
    hints = get_type_hints(record)
    for field in fields(record):
        hint = hints[field.name]
        kind = _KINDS.get(hint, String if isinstance(hint, type) and issubclass(hint, str) else Json)
        yield Column(
            field.name,
            Text if field.name in long else kind,
            primary_key=field.name in key,
            nullable=NoneType in get_args(hint),
            server_default=str(field.default) if isinstance(field.default, str | int) else None,
            info={PERSON: True} if field.name == person else {},
        )


metadata = MetaData()

attempt = Table(
    "attempt",
    metadata,
    *_columns(Attempt, "id", long={"reasons", "phrases", "ties"}, person="trainee"),
    Index("attempt_by_trainee", "trainee", "committed_at"),
    # These two hold all that a report about many trainees reads, so that it never opens the rows themselves.
    Index(
        "attempt_by_case",
        *("case", "twin", "point", "case_digest", "criteria_level", "level", "verdict", "steps", "confidence"),
        *("phrases", "seconds", "steps_shown", "hints"),
    ),
    Index(
        "attempt_by_trainee_and_case",
        *("trainee", "case", "twin", "point", "committed_at", "verdict", "steps", "steps_shown", "hints"),
    ),
)
interview = Table(
    "interview",
    metadata,
    *_columns(Interview, "id", long={"reasons"}, person="trainee"),
    Index("interview_by_trainee", "trainee", "committed_at"),
)
note_attempt = Table(
    "note_attempt",
    metadata,
    *_columns(NoteAttempt, "id", person="trainee"),
    Index("note_attempt_by_trainee", "trainee", "committed_at"),
)
form_answer = Table(
    "form_answer",
    metadata,
    *_columns(FormAnswer, "id", person="trainee"),
    Index("form_answer_by_trainee", "trainee", "committed_at"),
    Index("form_answer_by_group", "group", "trainee"),
)
place = Table("place", metadata, *_columns(Place, "trainee", "card", person="trainee"))
report = Table(
    "report",
    metadata,
    *_columns(Report, "id", long={"note"}, person="trainee"),
    Index("report_by_trainee", "trainee"),
)
dealt_with = Table("dealt_with", metadata, *_columns(DealtWith, "report", person="trainee"))
skip = Table("skip", metadata, *_columns(Skip, "trainee", "case", person="trainee"))
entry_check = Table(
    "entry_check",
    metadata,
    *_columns(EntryCheck, "id", person="trainee"),
    Index("entry_check_by_trainee", "trainee"),
)
support_wish = Table("support_wish", metadata, *_columns(SupportWish, "trainee", person="trainee"))

# A GROUP, BEFORE AND AFTER
# What a supervisor registered; nothing in it knows a trainee.

form_group = Table("form_group", metadata, *_columns(FormGroup, "id"))

# THE ROOM
# What a workshop needs; nothing in it knows a trainee.

room = Table(
    "room",
    metadata,
    Column("id", String, primary_key=True),
    Column("code", String, nullable=False, unique=True),
    Column("door", String, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("joined", Integer, nullable=False),
    Column("votes", Integer, nullable=False),
    Column("entry", String, nullable=False),
    Column("step", String, nullable=False),
    Column("running_order", Json, nullable=False),
    Column("trail", Json, nullable=False),
    Column("settings", Json, nullable=False),
    Column("tally_shown", Boolean, nullable=False),
    Column("blank", Boolean, nullable=False),
    Column("timer_ends_at", Time),
    Column("slide", Json, nullable=False),
    Column("created_at", Time, nullable=False),
    Column("expires_at", Time, nullable=False),
    Column("screen_link", String, nullable=False, default=""),
    Column("screen_cookie", String, nullable=False, default=""),
)
room_round = Table("room_round", metadata, *_columns(HeldRound, "room", "entry", "round"))
room_participant = Table(
    "room_participant",
    metadata,
    Column("room", String, primary_key=True),
    Column("participant", String, primary_key=True),
)
room_ballot = Table(
    "room_ballot",
    metadata,
    Column("room", String, primary_key=True),
    Column("entry", String, primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("participant", String, primary_key=True),
    Column("level", String, nullable=False),
    Column("confidence", String, nullable=False),
    Column("marked", Json, nullable=False),
)
room_question = Table(
    "room_question",
    metadata,
    Column("room", String, primary_key=True),
    Column("entry", String, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("participant", String, primary_key=True),
    Column("question", String, nullable=False),
)

# SUPERVISORS
# What each of them chose blind, so that their agreement can be told.

supervisor_answer = Table(
    "supervisor_answer",
    metadata,
    *_columns(SupervisorAnswer, "code", "case", "point", "text_digest", person="code"),
)


def person_columns() -> Iterator[Column[Any]]:
    """Those that hold whose row it is, one of each table that holds anything of a person with a code."""
    return (column for table in metadata.sorted_tables for column in table.c if column.info.get(PERSON))
