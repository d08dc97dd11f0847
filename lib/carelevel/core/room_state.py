"""Where a room is and what is kept of it: the running order, the steps of one case forward and back, its rounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from carelevel.core.ballot import Round
from carelevel.core.question_vote import DECIDE


class Step(StrEnum):
    """What the room is doing, in the order in which it comes."""

    LOBBY = "lobby"
    READING = "reading"
    OPENING = "opening"
    ASKING = "asking"
    TOLD = "told"
    VOTE_1 = "vote_1"
    CLOSED_1 = "closed_1"
    DISCUSSION = "discussion"
    VOTE_2 = "vote_2"
    CLOSED_2 = "closed_2"
    SHIFT = "shift"
    REVEAL = "reveal"
    WAY = "way"
    VOTE_3 = "vote_3"
    CLOSED_3 = "closed_3"
    DIFFERENCE = "difference"
    END = "end"


OF_THE_TWIN = (Step.VOTE_3, Step.CLOSED_3, Step.DIFFERENCE)
"""After the reveal of a case: everybody votes alone on its twin, and then sees what made the difference."""

OF_AN_INTERVIEW = (Step.OPENING, Step.ASKING, Step.TOLD, Step.WAY)
"""Where a room asks before it decides: the person, a vote on the next question and what is told, again and again; and
after the reveal the way to the decision."""

OF_A_CASE = tuple(step for step in Step if step not in (Step.LOBBY, Step.END))

JUST_CLOSED = (Step.CLOSED_1, Step.CLOSED_2, Step.CLOSED_3)

_OPEN: Mapping[Step, Round] = {Step.VOTE_1: 1, Step.VOTE_2: 2, Step.VOTE_3: 3}
_CLOSED: Mapping[Step, Round] = {
    Step.CLOSED_1: 1,
    Step.DISCUSSION: 1,
    Step.VOTE_2: 1,
    Step.CLOSED_2: 2,
    Step.SHIFT: 2,
    Step.REVEAL: 2,
    Step.WAY: 2,
    Step.CLOSED_3: 3,
    Step.DIFFERENCE: 3,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision point in the running order; *digest* is its story's when it was first read, '' before.

    *transfer* is the twin that a third vote can be on, '' without one, and *transfer_digest* its story's.
    *ask_first*: the room is told what it asks for, and decides on that. *asked*: what came of its votes on the next
    question so far, a finding or DECIDE.
    """

    id: str
    case: str
    twin: str = ""
    point: int = 0
    digest: str = ""
    transfer: str = ""
    transfer_digest: str = ""
    ask_first: bool = False
    asked: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[str, ...]:
        """The findings that were asked about, in their order."""
        return tuple(question for question in self.asked if question != DECIDE)

    @property
    def first_step(self) -> Step:
        """The step that the room comes to from another case."""
        return Step.OPENING if self.ask_first else Step.READING


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
    pairs: bool = False  # whether phones tell in the discussion whom to talk to
    third_vote: bool = True  # whether a case with such a twin ends with a vote on it
    rehearsal: bool = False
    address: str = ""
    door_closed: bool = False  # whoever is in stays, and nobody else comes in
    whole_halls: bool = False  # one address may take any number of seats
    night: bool | None = None  # whether the picture is dark; None as each screen's own system has it
    joining_shown: bool = False  # how to join stands on the screen, whatever the step
    earlier_codes: tuple[str, ...] = ()  # by which those who are in still find the room, and nobody joins

    @property
    def by_hands(self) -> bool:
        """Whether nobody votes but by a show of hands."""
        return not self.address and not self.rehearsal


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
    def entry(self) -> Entry | None:
        """The entry that it is at; None in the lobby and at the end."""
        return next((entry for entry in self.order if entry.id == self.position.entry), None)

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
    return _OPEN.get(step)


def takes_votes(step: Step) -> bool:
    """Whether everybody can vote at *step*: on a level, or on the next question."""
    return step is Step.ASKING or step in _OPEN


def closed_round(step: Step) -> Round | None:
    """The last round on the story that is told at *step*, where it is closed."""
    return _CLOSED.get(step)


def steps_of(entry: Entry, *, third_vote: bool = True) -> tuple[Step, ...]:
    """The steps of one case: those of its twin too, where it has one to vote on and *third_vote* is wanted."""
    left_out = {Step.READING} if entry.ask_first else set(OF_AN_INTERVIEW)
    if not (entry.transfer and third_vote):
        left_out.update(OF_THE_TWIN)
    return tuple(step for step in OF_A_CASE if step not in left_out)


def onward(order: Sequence[Entry], at: Position, *, third_vote: bool = True) -> Position:
    """The next step of this case, else the next case, else the end; in an interview the next question again."""
    if at.step is Step.END:
        return END
    here = next((number for number, entry in enumerate(order) if entry.id == at.entry), -1)
    if at.step is Step.TOLD and order[here].asked[-1:] != (DECIDE,):
        return Position(at.entry, Step.ASKING)
    if at.step is not Step.LOBBY:
        following = [step for step in _steps_from(order[here], at.step, third_vote) if _place(step) > _place(at.step)]
        if following:
            return Position(at.entry, following[0])
    return Position(order[here + 1].id, order[here + 1].first_step) if here + 1 < len(order) else END


def backward(order: Sequence[Entry], at: Position, *, third_vote: bool = True) -> Position:
    """The step that `onward` would have come from."""
    if at.step is Step.LOBBY or (at.step is Step.END and not order):
        return LOBBY
    here = next((number for number, entry in enumerate(order) if entry.id == at.entry), len(order))
    if at.step not in (Step.READING, Step.OPENING, Step.END):
        return Position(at.entry, _step_before(order[here], at.step, third_vote))
    if not here:
        return LOBBY
    return Position(order[here - 1].id, steps_of(order[here - 1], third_vote=third_vote)[-1])


def _steps_from(entry: Entry, step: Step, third_vote: bool) -> tuple[Step, ...]:
    """A vote on the twin that has begun is gone through, whatever is wanted by now."""
    return steps_of(entry, third_vote=third_vote or step in OF_THE_TWIN)


def _step_before(entry: Entry, step: Step, third_vote: bool) -> Step:
    """Before a vote on the next question, and before the decision, comes what was told last."""
    if step is Step.ASKING and entry.asked:
        return Step.TOLD
    steps = [step for step in _steps_from(entry, step, third_vote) if entry.asked or step is not Step.TOLD]
    return [earlier for earlier in steps if _place(earlier) < _place(step)][-1]


def story_is_out(entry: Entry, step: Step) -> bool:
    """Whether everybody may know the whole story: at once, or after the reveal where the room asks first."""
    return not entry.ask_first or _place(step) >= _place(Step.REVEAL)


def _place(step: Step) -> int:
    return OF_A_CASE.index(step)
