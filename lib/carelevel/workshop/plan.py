"""What a facilitator has prepared, and which room is open: a small private file, so that a restart finds both."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from carelevel.core.room_state import Entry
from carelevel.store.folder import data_folder
from carelevel.store.folder import replace as replace_file
from carelevel.workshop.addresses import HERE

FILE = "workshop.json"
LARGEST_FILE = 100_000
"""Bytes; what is larger is not ours."""

LONGEST_ORDER = 100
KEEP_HOURS = (1, 4, 24, 72, 168, 720)
MINUTES = (0, 1, 2, 3, 5, 10)
LONGEST = 200
"""Characters of an id."""


@dataclass(frozen=True, slots=True)
class Plan:
    """*host* is what the pages listen on, '' where hands are counted only; *minutes* is 0 without a timer.

    *room* is open, *last* was the one before, *rehearsal* is the file name of a rehearsal's database.
    """

    order: tuple[Entry, ...] = ()
    marks: bool = False
    tally_early: bool = False
    minutes: int = 0
    keep_hours: int = 24
    host: str = HERE
    room: str = ""
    last: str = ""
    rehearsal: str = ""

    @property
    def keep(self) -> timedelta:
        return timedelta(hours=self.keep_hours)


def read_plan(folder: Path | None = None) -> Plan:
    """What was kept last; whatever in it cannot be used is as if it had not been kept."""
    try:
        with ((folder or data_folder()) / FILE).open("rb") as opened:
            kept = json.loads(opened.read(LARGEST_FILE))
    except (OSError, ValueError, RecursionError):
        return Plan()
    return _plan(kept) if isinstance(kept, Mapping) else Plan()


def keep_plan(plan: Plan, folder: Path | None = None) -> None:
    """StoreError where it cannot be kept."""
    replace_file((folder or data_folder()) / FILE, json.dumps(asdict(plan), ensure_ascii=False).encode())


def _plan(kept: Mapping[str, Any]) -> Plan:
    usual, order = Plan(), kept.get("order")
    return Plan(
        order=tuple(_entries(order if isinstance(order, list) else [])),
        marks=kept.get("marks") is True,
        tally_early=kept.get("tally_early") is True,
        minutes=_one_of(MINUTES, kept.get("minutes"), usual.minutes),
        keep_hours=_one_of(KEEP_HOURS, kept.get("keep_hours"), usual.keep_hours),
        host=_text(kept.get("host"), usual.host),
        room=_text(kept.get("room")),
        last=_text(kept.get("last")),
        rehearsal=_text(kept.get("rehearsal")),
    )


def _entries(kept: list[Any]) -> Iterator[Entry]:
    for one in kept[:LONGEST_ORDER]:
        if isinstance(one, Mapping):
            id, case, twin, point = (
                _text(one.get("id")),
                _text(one.get("case")),
                _text(one.get("twin")),
                one.get("point"),
            )
            if id and case and type(point) is int and 0 <= point < LONGEST_ORDER:
                yield Entry(id, case, twin, point)


def _text(value: object, usual: str = "") -> str:
    return value if isinstance(value, str) and len(value) <= LONGEST else usual


def _one_of(choices: tuple[int, ...], value: object, usual: int) -> int:
    return value if type(value) is int and value in choices else usual
