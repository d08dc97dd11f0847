"""Groups that are asked before and after, and their answers to forms."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0011"
down_revision = "0010"

JSON = sa.JSON().with_variant(JSONB(), "postgresql")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "form_answer",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("trainee", sa.String, nullable=False),
        sa.Column("group", sa.String, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("when", "form", "arm")),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("slot", "order")),
        sa.Column("item", sa.String, nullable=False),
        sa.Column("is_story", sa.Boolean, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("text_digest", "criteria_digest")),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("met", sa.Boolean, nullable=False),
        sa.Column("rule", sa.String, nullable=False),
        sa.Column("contested", sa.Boolean, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("level", "criteria_level")),
        sa.Column("accepted", JSON, nullable=False),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("steps", sa.Integer, nullable=False),
        *(sa.Column(name, TIME, nullable=False) for name in ("started_at", "committed_at")),
        sa.Column("seconds", sa.Float, nullable=False),
    )
    op.create_index("form_answer_by_trainee", "form_answer", ["trainee", "committed_at"])
    op.create_index("form_answer_by_group", "form_answer", ["group", "trainee"])
    op.create_table(
        "form_group",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("places", sa.Integer, nullable=False),
        sa.Column("splits", sa.Boolean, nullable=False),
        sa.Column("registered_at", TIME, nullable=False),
    )
