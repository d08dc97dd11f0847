"""What is kept of interviews."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0008"
down_revision = "0007"

JSON = sa.JSON().with_variant(JSONB(), "postgresql")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the table of interviews."""
    op.create_table(
        "interview",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("trainee", sa.String, nullable=False),
        sa.Column("case", sa.String, nullable=False),
        sa.Column("twin", sa.String, nullable=False),
        sa.Column("point", sa.Integer, nullable=False),
        sa.Column("case_digest", sa.String, nullable=False),
        sa.Column("criteria_digest", sa.String, nullable=False),
        sa.Column("asked", JSON, nullable=False),
        sa.Column("level", sa.String, nullable=False),
        sa.Column("confidence", sa.String, nullable=False),
        sa.Column("flags", JSON, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
        sa.Column("started_at", TIME, nullable=False),
        sa.Column("committed_at", TIME, nullable=False),
        sa.Column("seconds", sa.Float, nullable=False),
        sa.Column("criteria_level", sa.String, nullable=False),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("steps", sa.Integer, nullable=False),
        sa.Column("settled_after", sa.Integer),
        sa.Column("level_asked", sa.Integer, nullable=False),
        sa.Column("level_needed", sa.Integer, nullable=False),
        sa.Column("safety_asked", sa.Integer, nullable=False),
        sa.Column("safety_all", sa.Integer, nullable=False),
    )
    op.create_index("interview_by_trainee", "interview", ["trainee", "committed_at"])
