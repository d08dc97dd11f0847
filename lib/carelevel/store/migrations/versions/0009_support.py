"""The support that an answer had, the entry checks, and the support that a trainee asks for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

TIME = sa.DateTime(timezone=True)
CASE = ["case", "twin", "point"]
HELP = ["steps_shown", "hints"]
INDEXES = {
    "attempt_by_case": [
        *CASE,
        *("case_digest", "criteria_level", "level", "verdict", "steps", "confidence", "phrases", "seconds"),
        *HELP,
    ],
    "attempt_by_trainee_and_case": ["trainee", *CASE, "committed_at", "verdict", "steps", *HELP],
}


def upgrade() -> None:
    """Add the support of an attempt and of a place, make the two tables, and let reports leave helped answers out."""
    for table in ("attempt", "place"):
        op.add_column(table, sa.Column("support", sa.String, nullable=False, server_default="free"))
        op.add_column(table, sa.Column("steps_shown", sa.Integer, nullable=False, server_default="0"))
        op.add_column(table, sa.Column("hints", sa.String, nullable=False, server_default=""))
    for index, columns in INDEXES.items():
        op.drop_index(index, "attempt")
        op.create_index(index, "attempt", columns)
    op.create_table(
        "entry_check",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("trainee", sa.String, nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("right", sa.Integer, nullable=False),
        sa.Column("at", TIME, nullable=False),
    )
    op.create_index("entry_check_by_trainee", "entry_check", ["trainee"])
    op.create_table(
        "support_wish",
        sa.Column("trainee", sa.String, primary_key=True),
        sa.Column("support", sa.String, nullable=False),
        sa.Column("at", TIME, nullable=False),
    )
