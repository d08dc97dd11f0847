"""A bank of one sound case, in a folder of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from carelevel.bank import Bank, open_bank

from tests.both_parsers import both_parsers

__all__ = ["both_parsers"]

ROOT = Path(__file__).parents[2]
CASES = ROOT / "cases"
SWIMMING = ROOT / "tests" / "banks" / "swimming"
READING = ROOT / "tests" / "banks" / "reading"
CASE = """\
---
id: late-bus
title: The late bus
difficulty: 1
key: {level: outpatient, withdrawal_first: false}
discuss: What else would you ask?
twins:
  - id: nobody-home
    swap:
      sister: >-
        There is nobody to ring.
    findings: {support: none}
    key: {level: residential, withdrawal_first: false}
---
## Intake

Ola drives the last bus. [It is a month since she last used.]{opioid_use=not_using} She likes
the depot at night, and [she can come on three days a week]{attendance=part_time}.

[Her sister rings at nine.]{#sister support=strong} [She rents two rooms]{housing=settled}, and a
cat has rented the third. [She takes her own tablets]{medication=manages}. She hums.

[She wants it behind her]{desire_to_recover=clear}.
"""

Check = Callable[[str | bytes], list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    bank = tmp_path / "cases"
    bank.mkdir()
    shutil.copy(CASES / "criteria.yaml", bank)
    (bank / "late-bus.md").write_text(CASE, encoding="utf-8")
    return bank


@pytest.fixture
def bank(folder: Path) -> Bank:
    return open_bank(folder)


@pytest.fixture
def check(bank: Bank) -> Check:
    """The mistakes of a case file with this content, as `line: problem; remedy`."""

    def checked(content: str | bytes) -> list[str]:
        file = bank.folder / "late-bus.md"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        mistakes = bank.checked("late-bus").mistakes
        assert all(str(mistake).startswith("cases/late-bus.md:") for mistake in mistakes)
        return [str(mistake).removeprefix("cases/late-bus.md:") for mistake in mistakes]

    return checked


def edited(old: str, new: str, text: str = CASE) -> str:
    """*text* with its only *old* replaced."""
    assert text.count(old) == 1, f"{text.count(old)} times: {old}"
    return text.replace(old, new)
