"""Runs the migrations on the connection, and in the transaction, of whoever asked."""

from __future__ import annotations

from alembic import context

from carelevel.store.schema import VERSION_TABLE
from carelevel.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,  # SQLite alters a table by copying it
)
with context.begin_transaction():
    context.run_migrations()
