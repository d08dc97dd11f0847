"""The store on each database, and a bank in which every word is hostile."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from carelevel.bank import Bank
from carelevel.core.case import Case

from tests.store.conftest import store

__all__ = ["hostile", "store"]

ROOT = Path(__file__).parents[2]
HOSTILE = '</p><script>alert("&amp;")</script><img src=x onerror=alert(1)> ]]> </style> \x0b /'
PROSE = {
    "ask",
    "cite",
    "discuss",
    "heading",
    "meaning",
    "name",
    "no",
    "notice",
    "phrase",
    "red_flag_says",
    "says",
    "summary",
}
PROSE |= {"text", "title", "unmet", "yes"}


class HostileBank(Bank):
    """A sound bank, each of whose words goes on with markup."""

    def cases(self) -> tuple[Case, ...]:
        return tuple(spoilt(case) for case in super().cases())

    def case(self, case_id: str) -> Case:
        return spoilt(super().case(case_id))  # type: ignore[no-any-return]


def spoilt(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(spoilt(one) for one in value)
    if not is_dataclass(value):
        return value
    own = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
    return replace(
        value,
        **{
            name: f"{part}{HOSTILE}" if name in PROSE and isinstance(part, str) else spoilt(part)
            for name, part in own.items()
        },
    )


@pytest.fixture(scope="session")
def hostile(pool: Bank) -> Bank:
    return HostileBank(pool.folder, spoilt(pool.criteria))
