"""Which reports a supervisor has dealt with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table of reports that were dealt with."""
    op.create_table(
        "dealt_with",
        sa.Column("report", sa.String, primary_key=True),
        sa.Column("trainee", sa.String, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
