"""The store's fixtures, here too, and a bank."""

from __future__ import annotations

import pytest
from carelevel.bank import Bank, open_bank

from tests.faults.trainee import BANK
from tests.store.conftest import attempt, sqlite_url, store, store_url

__all__ = ["attempt", "sqlite_url", "store", "store_url"]


@pytest.fixture(scope="session")
def bank() -> Bank:
    return open_bank(BANK)
