"""The bank in this checkout, and every state of its level-moving findings."""

from __future__ import annotations

from pathlib import Path

import pytest
from carelevel.core.criteria import Criteria

from tests.core.space import Space, enumerate_bits

CASES = Path(__file__).parents[2] / "cases"


@pytest.fixture(scope="session")
def space(criteria: Criteria) -> Space:
    """All 2,834,352 states."""
    return enumerate_bits(criteria)
