"""The store's fixtures, here too."""

from __future__ import annotations

from tests.store.conftest import attempt, sqlite_url, store, store_url

__all__ = ["attempt", "sqlite_url", "store", "store_url"]
