"""The tables, as they are at the current revision; `migrations/` says how they came to be."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Column, DateTime, Dialect, Float, Index, Integer, MetaData, String, Table, Text
from sqlalchemy.types import TypeDecorator, TypeEngine


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


metadata = MetaData()

attempt = Table(
    "attempt",
    metadata,
    Column("id", String, primary_key=True),
    Column("trainee", String, nullable=False),
    Column("case", String, nullable=False),
    Column("twin", String, nullable=False),
    Column("point", Integer, nullable=False),
    Column("case_digest", String, nullable=False),
    Column("criteria_digest", String, nullable=False),
    Column("level", String, nullable=False),
    Column("confidence", String, nullable=False),
    Column("flags", Json, nullable=False),
    Column("lists", Json, nullable=False),
    Column("marked", Json, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("started_at", Time, nullable=False),
    Column("committed_at", Time, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("criteria_level", String, nullable=False),
    Column("accepted", Json, nullable=False),
    Column("basis", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column("steps", Integer, nullable=False),
    Column("caught", Integer, nullable=False),
    Column("missed", Integer, nullable=False),
    Column("needless", Integer, nullable=False),
    Column("rules", Json, nullable=False),
    Column("phrases", Text, nullable=False, server_default=""),
    Index("attempt_by_trainee", "trainee", "committed_at"),
    # These two hold all that a report about many trainees reads, so that it never opens the rows themselves.
    Index(
        "attempt_by_case",
        *("case", "twin", "point", "case_digest", "criteria_level", "level", "verdict", "steps", "confidence"),
        *("phrases", "seconds"),
    ),
    Index("attempt_by_trainee_and_case", "trainee", "case", "twin", "point", "committed_at", "verdict", "steps"),
)

place = Table(
    "place",
    metadata,
    Column("trainee", String, primary_key=True),
    Column("card", String, primary_key=True),
    Column("case", String, nullable=False),
    Column("twin", String, nullable=False),
    Column("point", Integer, nullable=False),
    Column("attempt", String, nullable=False),
    Column("draft", Json, nullable=False),
    Column("opened_at", Time, nullable=False),
)

report = Table(
    "report",
    metadata,
    Column("id", String, primary_key=True),
    Column("trainee", String, nullable=False),
    Column("case", String, nullable=False),
    Column("twin", String, nullable=False),
    Column("point", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("at", Time, nullable=False),
    Index("report_by_trainee", "trainee"),
)

skip = Table(
    "skip",
    metadata,
    Column("trainee", String, primary_key=True),
    Column("case", String, primary_key=True),
    Column("at", Time, nullable=False),
)

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
    Column("screen_link", String, nullable=False),
    Column("screen_cookie", String, nullable=False),
)

room_round = Table(
    "room_round",
    metadata,
    Column("room", String, primary_key=True),
    Column("entry", String, primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("opened_at", Time),
    Column("closed_at", Time),
    Column("hands", Json, nullable=False),
)

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

# SUPERVISORS
# What each of them chose blind, so that their agreement can be told.

supervisor_answer = Table(
    "supervisor_answer",
    metadata,
    Column("code", String, primary_key=True),
    Column("case", String, primary_key=True),
    Column("point", Integer, primary_key=True),
    Column("text_digest", String, primary_key=True),
    Column("level", String, nullable=False),
    Column("answered_at", Time, nullable=False),
)
