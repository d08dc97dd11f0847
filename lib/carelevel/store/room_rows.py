"""Rooms, rounds and ballots as rows, and back; what a row holds is checked on its way back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row

from carelevel.core.answer import Confidence
from carelevel.core.ballot import Ballot
from carelevel.core.casting import Cast
from carelevel.core.errors import StoreError
from carelevel.core.room_state import Entry, HeldRound, Position, Room, Settings, Step


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
    with _checked("room", database):
        return Room(
            id=row.id,
            code=row.code,
            door=row.door,
            order=tuple(Entry(**entry) for entry in row.running_order),
            position=Position(row.entry, Step(row.step)),
            settings=Settings(**row.settings),
            slide=dict(row.slide),
            created_at=row.created_at,
            expires_at=row.expires_at,
            trail=tuple(Position(entry, Step(step)) for entry, step in row.trail),
            tally_shown=row.tally_shown,
            blank=row.blank,
            timer_ends_at=row.timer_ends_at,
            version=row.version,
            joined=row.joined,
            votes=row.votes,
        )


def held_round_row(held: HeldRound) -> dict[str, Any]:
    return asdict(held)


def held_round_of(row: Row[Any], database: str) -> HeldRound:
    with _checked("round", database):
        return HeldRound(row.room, row.entry, row.round, row.opened_at, row.closed_at, dict(row.hands))


def ballot_row(cast: Cast) -> dict[str, Any]:
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
    with _checked("ballot", database):
        return Ballot(row.participant, row.round, row.level, Confidence(row.confidence), frozenset(row.marked))


@contextmanager
def _checked(kind: str, database: str) -> Iterator[None]:
    try:
        yield
    except (ValueError, TypeError, KeyError, AttributeError):
        remedy = "delete the room, or restore a copy of the database"
        raise StoreError(f"{database}: a {kind} is damaged; {remedy}") from None
