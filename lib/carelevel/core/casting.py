"""Joining a room and casting a ballot there: who asks, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from carelevel.core.ballot import Ballot
from carelevel.core.question_vote import QuestionVote


@dataclass(frozen=True, slots=True)
class Joining:
    """Somebody on their way into a room; *participant* is a code, never a name."""

    room: str
    participant: str


@dataclass(frozen=True, slots=True)
class Cast:
    """A vote on its way into the room's record."""

    room: str
    entry: str
    ballot: Ballot | QuestionVote


class Joined(StrEnum):
    """What became of somebody who asked to join."""

    WELCOME = "welcome"
    FULL = "full"
    SHUT = "shut"  # the presenter has closed the door
    GONE = "gone"  # or its session has been ended


class Kept(StrEnum):
    """What became of a vote."""

    KEPT = "kept"
    CLOSED = "closed"  # the room is not, or no longer, taking this vote
    STRANGER = "stranger"  # nobody of this code has joined
