"""Where the database is."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from carelevel.core.errors import StoreError
from carelevel.store.folder import data_folder

SETTING = "CARELEVEL_DATABASE_URL"
FILE = "carelevel.sqlite3"
OTHERS = frozenset({".md", ".yaml", ".json", ".key", ".log"})
"""Endings of files that carelevel opens itself, which nobody may with a database."""


def address(url: str | None, environment: Mapping[str, str] = os.environ) -> URL:
    """*url*, else `CARELEVEL_DATABASE_URL`, else a file in the data folder, which is made when missing."""
    text = url or environment.get(SETTING)
    if not text:
        return URL.create("sqlite", database=str(data_folder(environment) / FILE))
    try:
        parsed = _parsed(text)
    except (ArgumentError, ValueError):  # either may repeat a piece of a password
        raise _not_ours("not a database URL") from None
    if parsed.get_backend_name() in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() != "sqlite":
        raise _not_ours(f"a database of another kind, '{parsed.get_backend_name()}'")
    if parsed.database in (None, "", ":memory:"):
        raise _not_ours("a database in memory, which forgets")
    if file_of(parsed).suffix in OTHERS:
        raise _not_ours(f"'{file_of(parsed).name}' is the name of another kind of file")
    return parsed.set(drivername="sqlite")


def _parsed(text: str) -> URL:
    """As SQLAlchemy 2.1 reads it, which takes `%3F` in a file's name for a question mark; 2.0 leaves it so."""
    parsed = make_url(text)
    if parsed.get_backend_name() == "sqlite" and make_url("sqlite:///%41").database != "A":
        return parsed.set(database=unquote(parsed.database or ""))
    return parsed


def url_of(file: Path) -> str:
    """The URL of an SQLite database in *file*, whatever signs its path has."""
    return f"sqlite:///{quote(str(file))}"


def file_of(url: URL) -> Path:
    """The file of an SQLite database, named plainly or as a `file:` URI."""
    name = url.database or ""
    return Path(unquote(urlsplit(name).path) if name.startswith("file:") else name).absolute()


def place_of(url: URL) -> str:
    """What to call the database in a message: nothing of a name or a password."""
    if url.get_backend_name() == "sqlite":
        return str(file_of(url))
    return f"PostgreSQL database '{url.database or ''}' on {url.host or 'this machine'}"


def _not_ours(problem: str) -> StoreError:
    return StoreError(f"{SETTING}: {problem}; write sqlite:///folder/file or postgresql://user:password@host/name")
