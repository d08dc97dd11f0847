"""A bank of one sound case, and a desk in front of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from carelevel.authoring import Desk
from carelevel.bank import Bank

from tests.bank.conftest import bank, folder
from tests.both_parsers import both_parsers

__all__ = ["bank", "both_parsers", "folder"]


@pytest.fixture
def desk(bank: Bank, tmp_path: Path) -> Desk:
    return Desk(bank, tmp_path / "drafts", clock=iter(range(0, 10_000, 60)).__next__)


def draft_at(desk: Desk) -> Path:
    """The file in which the draft on the desk is kept."""
    return next(path for path in (desk.bank.folder.parent / "drafts").iterdir() if path.stem == desk.name)
