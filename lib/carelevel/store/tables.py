"""The tables, as they are at the current revision; `migrations/` says how they came to be."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Column, DateTime, Dialect, Float, Index, Integer, MetaData, String, Table, Text
from sqlalchemy.types import TypeDecorator, TypeEngine


class Json(TypeDecorator[Any]):
    """JSON; on PostgreSQL its binary kind, whose dialect (2 MB) nobody else should have to import."""

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            from sqlalchemy.dialects.postgresql import JSONB

            return dialect.type_descriptor(JSONB())
        return dialect.type_descriptor(JSON())


class Time(TypeDecorator[datetime]):
    """An aware time, in UTC; SQLite knows no zones, so there it is written without."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        utc = value and value.astimezone(UTC)
        return utc.replace(tzinfo=None) if utc and dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
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
    Index("attempt_by_trainee", "trainee", "committed_at"),
    Index("attempt_by_case", "case", "committed_at"),
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
