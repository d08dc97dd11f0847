"""A room's way through its cases: the running order, the steps of one case, forward and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

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
    """One decision point in the running order; *digest* is its case's when it was first read, '' before."""

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
