"""Where a room is and what is kept of it: the running order, the steps of one case forward and back, its rounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from carelevel.core.ballot import Round


class Step(StrEnum):
    """What the room is doing, in the order in which it comes."""

    LOBBY = "lobby"
    READING = "reading"
    VOTE_1 = "vote_1"
    CLOSED_1 = "closed_1"
    DISCUSSION = "discussion"
    VOTE_2 = "vote_2"
    CLOSED_2 = "closed_2"
    SHIFT = "shift"
    REVEAL = "reveal"
    END = "end"


OF_A_CASE = tuple(step for step in Step if step not in (Step.LOBBY, Step.END))


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision point in the running order; *digest* is its story's when it was first read, '' before."""

    id: str
    case: str
    twin: str = ""
    point: int = 0
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a room is; *entry* is '' in the lobby and at the end."""

    entry: str
    step: Step


LOBBY = Position("", Step.LOBBY)
END = Position("", Step.END)

NEVER = datetime(9999, 1, 1, tzinfo=UTC)
"""When a room that is open is deleted; its time counts from its end."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the facilitator chose; *address* is where phones find the room, such as http://192.168.1.5:8722."""

    marks: bool = False  # whether sentences can be marked
    tally_early: bool = False  # whether a first tally shows as soon as its round is closed
    rehearsal: bool = False
    address: str = ""
    door_closed: bool = False  # whoever is in stays, and nobody else comes in
    whole_halls: bool = False  # one address may take any number of seats
    earlier_codes: tuple[str, ...] = ()  # by which those who are in still find the room, and nobody joins


@dataclass(frozen=True, slots=True)
class Room:
    """One room; *code* is typed, *door* is in the QR code, *slide* is what everybody in it may see now.

    *version* counts the steps taken, *joined* and *votes* whatever participants did: they change, it has changed.
    *expires_at* is NEVER until the session is ended.
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

    @property
    def is_open(self) -> bool:
        """Whether its session has not been ended."""
        return self.expires_at == NEVER

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code by which somebody may have joined."""
        return (self.code, *self.settings.earlier_codes)


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
class Pulse:
    """What a poller compares."""

    version: int
    joined: int
    votes: int


def open_round(step: Step) -> Round | None:
    """The round whose ballots are taken at *step*."""
    if step is Step.VOTE_1:
        return 1
    return 2 if step is Step.VOTE_2 else None


def onward(order: Sequence[Entry], at: Position) -> Position:
    """The next step of this case, else the next case, else the end."""
    if at.step is Step.END:
        return END
    if at.step not in (Step.LOBBY, Step.REVEAL):
        return Position(at.entry, OF_A_CASE[OF_A_CASE.index(at.step) + 1])
    names = [entry.id for entry in order]
    next_one = 0 if at.step is Step.LOBBY else names.index(at.entry) + 1
    return Position(names[next_one], Step.READING) if next_one < len(names) else END


def backward(order: Sequence[Entry], at: Position) -> Position:
    """The step that `onward` would have come from."""
    names = [entry.id for entry in order]
    if at.step is Step.LOBBY or (at.step is Step.END and not names):
        return LOBBY
    if at.step is Step.END:
        return Position(names[-1], Step.REVEAL)
    if at.step is not Step.READING:
        return Position(at.entry, OF_A_CASE[OF_A_CASE.index(at.step) - 1])
    before = names.index(at.entry) - 1
    return LOBBY if before < 0 else Position(names[before], Step.REVEAL)
