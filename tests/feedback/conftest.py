"""Our bank and the one about swimming."""

from __future__ import annotations

from pathlib import Path

import pytest
from carelevel.bank import Bank, open_bank

from tests.conftest import our_bank

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def ours() -> Bank:
    return our_bank()


@pytest.fixture(scope="session")
def pool() -> Bank:
    return open_bank(ROOT / "tests" / "banks" / "swimming")
