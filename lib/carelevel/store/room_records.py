"""What is kept of a room: where it is, its rounds, and what became of a ballot or of somebody who joined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from carelevel.core.ballot import Ballot, Round
from carelevel.core.room_state import Entry, Position


@dataclass(frozen=True, slots=True)
class Settings:
    """What the facilitator chose; *address* is where phones find the room, such as http://192.168.1.5:8722."""

    marks: bool = False  # whether sentences can be marked
    tally_early: bool = False  # whether a first tally shows as soon as its round is closed
    rehearsal: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """One room; *code* is typed, *door* is in the QR code, *slide* is what everybody in it may see now.

    *version* counts the steps taken, *joined* and *votes* whatever participants did: they change, it has changed.
    """

    id: str
    code: str
    door: str
    order: tuple[Entry, ...]
    position: Position
    settings: Settings
    slide: Mapping[str, Any]
    created_at: datetime
    expires_at: datetime
    trail: tuple[Position, ...] = ()
    tally_shown: bool = False
    blank: bool = False
    timer_ends_at: datetime | None = None
    version: int = 1
    joined: int = 0
    votes: int = 0


@dataclass(frozen=True, slots=True)
class HeldRound:
    """One round of one entry; *hands* are counts that the facilitator typed, level -> how many."""

    room: str
    entry: str
    round: Round
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    hands: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeptRoom:
    """A room in a list of those that are kept."""

    id: str
    code: str
    created_at: datetime
    expires_at: datetime
    joined: int


@dataclass(frozen=True, slots=True)
class Joining:
    room: str
    participant: str


@dataclass(frozen=True, slots=True)
class Cast:
    """A ballot on its way into the room's record."""

    room: str
    entry: str
    ballot: Ballot


class Joined(StrEnum):
    WELCOME = "welcome"
    FULL = "full"
    GONE = "gone"


class Kept(StrEnum):
    KEPT = "kept"
    CLOSED = "closed"  # the room is not, or no longer, taking ballots of this round
    STRANGER = "stranger"  # nobody of this code has joined


@dataclass(frozen=True, slots=True)
class Pulse:
    """What a poller compares."""

    version: int
    joined: int
    votes: int
