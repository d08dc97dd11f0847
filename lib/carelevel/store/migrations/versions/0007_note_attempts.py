"""Answers to short notes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0007"
down_revision = "0006"

JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Make the table of answers to notes."""
    times = (sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in ("started_at", "committed_at"))
    op.create_table(
        "note_attempt",
        sa.Column("id", sa.String, primary_key=True),
        *(sa.Column(name, sa.String, nullable=False) for name in ("trainee", "code")),
        sa.Column("lines", JSON, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("criteria_digest", "rule", "pair_of", "level")),
        sa.Column("flags", JSON, nullable=False),
        *times,
        sa.Column("seconds", sa.Float, nullable=False),
        sa.Column("criteria_level", sa.String, nullable=False),
        sa.Column("accepted", JSON, nullable=False),
        sa.Column("criteria_flags", JSON, nullable=False),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("steps", sa.Integer, nullable=False),
        sa.Column("decided", JSON, nullable=False),
    )
    op.create_index("note_attempt_by_trainee", "note_attempt", ["trainee", "committed_at"])
