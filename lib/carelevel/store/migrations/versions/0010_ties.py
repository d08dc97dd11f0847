"""The claims that marked sentences were tied to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the ties of an attempt."""
    op.add_column("attempt", sa.Column("ties", sa.Text, nullable=False, server_default=""))
