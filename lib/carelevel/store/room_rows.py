"""Rooms, rounds and ballots as rows, and back; what a row holds is checked on its way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, fields
from typing import Any, TypeVar

from sqlalchemy import Row

from carelevel.core.ballot import Ballot
from carelevel.core.casting import Cast
from carelevel.core.errors import StoreError
from carelevel.core.room_state import HeldRound, Room

T = TypeVar("T")

_SAME = tuple(field.name for field in fields(Room) if field.name not in ("order", "position", "trail"))
"""What a column holds under the field's own name."""


def room_row(room: Room) -> dict[str, Any]:
    """Every column of a new room."""
    fixed = {name: getattr(room, name) for name in ("id", "code", "door", "version", "joined", "votes", "created_at")}
    return {**fixed, "screen_link": "", "screen_cookie": "", **changed_row(room)}


def changed_row(room: Room) -> dict[str, Any]:
    """The columns that a step may change."""
    return {
        "entry": room.position.entry,
        "step": room.position.step.value,
        "running_order": [asdict(entry) for entry in room.order],
        "trail": [[position.entry, position.step.value] for position in room.trail],
        "settings": asdict(room.settings),
        "tally_shown": room.tally_shown,
        "blank": room.blank,
        "timer_ends_at": room.timer_ends_at,
        "slide": dict(room.slide),
        "expires_at": room.expires_at,
    }


def room_of(row: Row[Any], database: str) -> Room:
    """The room that a row holds; StoreError where a value is damaged."""
    columns = dict(row._mapping)
    same = {name: columns.get(name) for name in _SAME}
    with _checked("room", database):
        trail = [{"entry": entry, "step": step} for entry, step in row.trail]
        place = {"entry": row.entry, "step": row.step}
        return _read(Room, same | {"order": row.running_order, "position": place, "trail": trail})


def held_round_row(held: HeldRound) -> dict[str, Any]:
    """Every column of a round."""
    return asdict(held)


def held_round_of(row: Row[Any], database: str) -> HeldRound:
    """The round that a row holds; StoreError where a value is damaged."""
    with _checked("round", database):
        return _read(HeldRound, dict(row._mapping))


def ballot_row(cast: Cast) -> dict[str, Any]:
    """Every column of a ballot."""
    return {
        "room": cast.room,
        "entry": cast.entry,
        "round": cast.ballot.round,
        "participant": cast.ballot.participant,
        "level": cast.ballot.level,
        "confidence": cast.ballot.confidence.value,
        "marked": sorted(cast.ballot.marked),
    }


def ballot_of(row: Row[Any], database: str) -> Ballot:
    """The ballot that a row holds; StoreError where a value is damaged."""
    names = [field.name for field in fields(Ballot)]
    with _checked("ballot", database):
        return _read(Ballot, {name: row._mapping[name] for name in names})


def _read(kind: type[T], values: Mapping[str, object]) -> T:
    from carelevel.store.row_models import read_row  # pydantic, which a store without a row does without

    return read_row(kind, values)


@contextmanager
def _checked(kind: str, database: str) -> Iterator[None]:
    try:
        yield
    except (ValueError, TypeError):  # pydantic's error is a ValueError; a trail of another shape cannot be gone through
        remedy = "delete the room, or restore a copy of the database"
        raise StoreError(f"{database}: a {kind} is damaged; {remedy}") from None
