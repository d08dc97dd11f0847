"""Votes of a room on the next question of an interview."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make their table."""
    op.create_table(
        "room_question",
        *(sa.Column(name, sa.String, primary_key=True) for name in ("room", "entry")),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("participant", sa.String, primary_key=True),
        sa.Column("question", sa.String, nullable=False),
    )
