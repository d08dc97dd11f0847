"""Rooms and ballots as rows, and back with rounds; what a row holds is checked on its way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Row

from carelevel.core.ballot import Ballot
from carelevel.core.casting import Cast
from carelevel.core.room_state import HeldRound, Room
from carelevel.store.engine import loads
from carelevel.store.failure import Damaged
from carelevel.store.rows import row_of

T = TypeVar("T")

APART = frozenset({"order", "position", "trail"})
"""What no column holds under the field's own name."""

ALIKE_KEPT = 10_000
"""A hall's reveal reads tens of thousands of ballots: what was chosen alike is checked, and kept, once."""

FIXED = frozenset({"id", "code", "door", "version", "joined", "votes", "created_at"})
"""What no step changes by itself."""


def room_row(room: Room) -> dict[str, Any]:
    """Every column of a room, those of its screen aside."""
    row = row_of(room)
    trail = [list(position.values()) for position in row["trail"]]
    same = {name: value for name, value in row.items() if name not in APART}
    return {**same, **row["position"], "running_order": row["order"], "trail": trail}


def changed_row(room: Room) -> dict[str, Any]:
    """The columns that a step may change."""
    return {name: value for name, value in room_row(room).items() if name not in FIXED}


def room_of(row: Row[Any]) -> Room:
    """The room that a row holds; Damaged where a value is."""
    columns = row._mapping
    same = {field.name: columns[field.name] for field in fields(Room) if field.name not in APART}
    position = {"entry": row.entry, "step": row.step}
    try:
        trail = [{"entry": entry, "step": step} for entry, step in row.trail]
    except (ValueError, TypeError):  # of another shape
        trail = None
    return _read(Room, {**same, "order": row.running_order, "position": position, "trail": trail}, "room")


def held_round_of(row: Row[Any]) -> HeldRound:
    """The round that a row holds; Damaged where a value is."""
    return _read(HeldRound, dict(row._mapping), "round")


def cast_row(cast: Cast) -> dict[str, Any]:
    """Every column of a ballot, or of a vote on the next question."""
    return {"room": cast.room, "entry": cast.entry, **row_of(cast.ballot)}


def ballot_of(row: Sequence[Any]) -> Ballot:
    """The ballot that a row holds, its fields in their order and what is marked as JSON; Damaged where a value is."""
    participant, *chosen = row
    alike = _chosen(*chosen)
    return Ballot(participant, alike.round, alike.level, alike.confidence, alike.marked)


@lru_cache(ALIKE_KEPT)
def _chosen(round: int, level: str, confidence: str, marked: str) -> Ballot:
    """A ballot of nobody's."""
    chosen = {"round": round, "level": level, "confidence": confidence, "marked": loads(marked)}
    return _read(Ballot, {"participant": "", **chosen}, "ballot")


def _read(kind: type[T], values: Mapping[str, object], noun: str) -> T:
    from carelevel.store.row_models import read_row  # pydantic, which a store without a row does without

    try:
        return read_row(kind, values)
    except (ValueError, TypeError):  # pydantic's error is a ValueError
        raise Damaged(f"a {noun} is damaged", "delete the room, or restore a copy of the database") from None
