"""Which wrong answer brought a case as its pair."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the pair of an attempt, and of a place."""
    for table in ("attempt", "place"):
        op.add_column(table, sa.Column("pair", sa.String, nullable=False, server_default=""))
