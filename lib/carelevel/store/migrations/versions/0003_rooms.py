"""Rooms: their rounds, participants and ballots."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"

JSON = sa.JSON().with_variant(JSONB(), "postgresql")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables of a room."""
    op.create_table(
        "room",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("code", sa.String, nullable=False, unique=True),
        sa.Column("door", sa.String, nullable=False, unique=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("joined", sa.Integer, nullable=False),
        sa.Column("votes", sa.Integer, nullable=False),
        sa.Column("entry", sa.String, nullable=False),
        sa.Column("step", sa.String, nullable=False),
        sa.Column("running_order", JSON, nullable=False),
        sa.Column("trail", JSON, nullable=False),
        sa.Column("settings", JSON, nullable=False),
        sa.Column("tally_shown", sa.Boolean, nullable=False),
        sa.Column("blank", sa.Boolean, nullable=False),
        sa.Column("timer_ends_at", TIME),
        sa.Column("slide", JSON, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("screen_link", sa.String, nullable=False),
        sa.Column("screen_cookie", sa.String, nullable=False),
    )
    op.create_table(
        "room_round",
        sa.Column("room", sa.String, primary_key=True),
        sa.Column("entry", sa.String, primary_key=True),
        sa.Column("round", sa.Integer, primary_key=True),
        sa.Column("opened_at", TIME),
        sa.Column("closed_at", TIME),
        sa.Column("hands", JSON, nullable=False),
    )
    op.create_table(
        "room_participant",
        sa.Column("room", sa.String, primary_key=True),
        sa.Column("participant", sa.String, primary_key=True),
    )
    op.create_table(
        "room_ballot",
        sa.Column("room", sa.String, primary_key=True),
        sa.Column("entry", sa.String, primary_key=True),
        sa.Column("round", sa.Integer, primary_key=True),
        sa.Column("participant", sa.String, primary_key=True),
        sa.Column("level", sa.String, nullable=False),
        sa.Column("confidence", sa.String, nullable=False),
        sa.Column("marked", JSON, nullable=False),
    )
