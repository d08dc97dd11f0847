"""What supervisors chose blind."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table of supervisors’ blind answers."""
    op.create_table(
        "supervisor_answer",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("case", sa.String, primary_key=True),
        sa.Column("point", sa.Integer, primary_key=True),
        sa.Column("text_digest", sa.String, primary_key=True),
        sa.Column("level", sa.String, nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
    )
