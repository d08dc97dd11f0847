"""The schema's revision: made when missing, migrated when old, refused when newer."""

from __future__ import annotations

from sqlalchemy import Connection, Table, inspect, text
from sqlalchemy.schema import CreateColumn

from carelevel.core.errors import StoreError
from carelevel.store.engine import transaction
from carelevel.store.tables import metadata

CURRENT = "0012"
"""The newest revision in `migrations/versions/`; later ones count up."""

ADDITIONS_ONLY_SINCE = "0004"
"""What came after this revision are further tables, and further columns that have a default; these need no Alembic,
which the browser edition lacks, nor do indexes."""

VERSION_TABLE = "carelevel_version"  # not Alembic's own name: a JupyterHub's database has that one already
LOCK = 0x6361_7265


def make_current(connection: Connection, database: str) -> None:
    """Bring the schema to CURRENT, safe against others who do so at once; StoreError where it is newer."""
    with transaction(connection, writes=False):
        if _is_current(connection, database):
            return
    with transaction(connection, writes=True):
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        if _is_current(connection, database):  # somebody else was first
            return
        found = revision(connection)
        if found is None or found >= ADDITIONS_ONLY_SINCE:
            _create(connection, found)
        else:
            migrate(connection)


def revision(connection: Connection) -> str | None:
    """The database's revision; None where carelevel has made nothing in it."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one_or_none()


def migrate(connection: Connection) -> None:
    """Run the migrations that the database lacks, inside the caller's transaction."""
    from alembic import command, config  # 8 MB, which a practice kernel would keep

    settings = config.Config()
    settings.set_main_option("script_location", "carelevel.store:migrations")
    settings.attributes["connection"] = connection
    command.upgrade(settings, "head")


def _create(connection: Connection, found: str | None) -> None:
    """Make the tables and columns that are missing as they are now, without a history and so without Alembic."""
    metadata.create_all(connection, checkfirst=found is not None)
    for table in metadata.sorted_tables if found else ():
        _complete(connection, table)
    if found is None:
        connection.execute(text(f"CREATE TABLE {VERSION_TABLE} (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    else:
        connection.execute(text(f"DELETE FROM {VERSION_TABLE}"))
    connection.execute(text(f"INSERT INTO {VERSION_TABLE} VALUES (:revision)"), {"revision": CURRENT})


def _complete(connection: Connection, table: Table) -> None:
    """Add to *table* the columns that it lacks, and make the indexes that it lacks or has over other columns."""
    inspector = inspect(connection)
    there = {column["name"] for column in inspector.get_columns(table.name)}
    for column in table.c:
        if column.name not in there:
            made = CreateColumn(column).compile(dialect=connection.dialect)
            connection.execute(text(f"ALTER TABLE {table.name} ADD COLUMN {made}"))
    over = {index["name"]: index["column_names"] for index in inspector.get_indexes(table.name)}
    for index in table.indexes:
        if index.name not in over:
            index.create(connection)
        elif over[index.name] != [column.name for column in index.columns]:
            index.drop(connection)
            index.create(connection)


def _is_current(connection: Connection, database: str) -> bool:
    found = revision(connection)
    if found is not None and found > CURRENT:
        raise StoreError(
            f"{database}: made by a newer carelevel (revision {found}, this one knows {CURRENT}); update carelevel"
        )
    return found == CURRENT
