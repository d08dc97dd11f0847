"""Each deciding phrase, caught or missed, with the answer; indexes that a report about many trainees reads alone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

CASE = ["case", "twin", "point"]


def upgrade() -> None:
    """Add the phrases of an attempt, and the indexes that a report about many trainees reads."""
    op.add_column("attempt", sa.Column("phrases", sa.Text, nullable=False, server_default=""))
    op.drop_index("attempt_by_case", "attempt")
    op.create_index(
        "attempt_by_case",
        "attempt",
        [*CASE, "case_digest", "criteria_level", "level", "verdict", "steps", "confidence", "phrases", "seconds"],
    )
    op.create_index("attempt_by_trainee_and_case", "attempt", ["trainee", *CASE, "committed_at", "verdict", "steps"])
