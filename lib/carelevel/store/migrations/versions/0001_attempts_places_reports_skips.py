"""Attempts, places, reports and skips."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None

JSON = sa.JSON().with_variant(JSONB(), "postgresql")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables of a trainee’s record."""
    op.create_table(
        "attempt",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("trainee", sa.String, nullable=False),
        sa.Column("case", sa.String, nullable=False),
        sa.Column("twin", sa.String, nullable=False),
        sa.Column("point", sa.Integer, nullable=False),
        sa.Column("case_digest", sa.String, nullable=False),
        sa.Column("criteria_digest", sa.String, nullable=False),
        sa.Column("level", sa.String, nullable=False),
        sa.Column("confidence", sa.String, nullable=False),
        sa.Column("flags", JSON, nullable=False),
        sa.Column("lists", JSON, nullable=False),
        sa.Column("marked", JSON, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
        sa.Column("started_at", TIME, nullable=False),
        sa.Column("committed_at", TIME, nullable=False),
        sa.Column("seconds", sa.Float, nullable=False),
        sa.Column("criteria_level", sa.String, nullable=False),
        sa.Column("accepted", JSON, nullable=False),
        sa.Column("basis", sa.String, nullable=False),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("steps", sa.Integer, nullable=False),
        sa.Column("caught", sa.Integer, nullable=False),
        sa.Column("missed", sa.Integer, nullable=False),
        sa.Column("needless", sa.Integer, nullable=False),
        sa.Column("rules", JSON, nullable=False),
    )
    op.create_index("attempt_by_trainee", "attempt", ["trainee", "committed_at"])
    op.create_index("attempt_by_case", "attempt", ["case", "committed_at"])
    op.create_table(
        "place",
        sa.Column("trainee", sa.String, primary_key=True),
        sa.Column("card", sa.String, primary_key=True),
        sa.Column("case", sa.String, nullable=False),
        sa.Column("twin", sa.String, nullable=False),
        sa.Column("point", sa.Integer, nullable=False),
        sa.Column("attempt", sa.String, nullable=False),
        sa.Column("draft", JSON, nullable=False),
        sa.Column("opened_at", TIME, nullable=False),
    )
    op.create_table(
        "report",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("trainee", sa.String, nullable=False),
        sa.Column("case", sa.String, nullable=False),
        sa.Column("twin", sa.String, nullable=False),
        sa.Column("point", sa.Integer, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("at", TIME, nullable=False),
    )
    op.create_index("report_by_trainee", "report", ["trainee"])
    op.create_table(
        "skip",
        sa.Column("trainee", sa.String, primary_key=True),
        sa.Column("case", sa.String, primary_key=True),
        sa.Column("at", TIME, nullable=False),
    )
