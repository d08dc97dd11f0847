"""What the presenter's card is sent, beside the picture that everybody sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from carelevel.widgets.shared.view import FaceView


@dataclass(frozen=True, slots=True)
class OrderEntry:
    """An entry of the running order; *here*: the room is at it, *minutes*: how long it may take, '' where unknown.

    *ask_first*: it goes as an interview, which cannot be changed any more once the room has *met* it.
    """

    id: str
    name: str
    here: bool
    minutes: str
    ask_first: bool
    met: bool
    case: str
    twin: str
    point: int


@dataclass(frozen=True, slots=True)
class NumberChoice:
    """A number to choose."""

    value: int
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class HostChoice:
    """Who may join, by the address that serves the pages: '' for nobody."""

    value: str
    name: str
    about: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Hosts:
    """Who may join; *typed*: another address may be typed."""

    choices: tuple[HostChoice, ...]
    typed: bool


@dataclass(frozen=True, slots=True)
class Settings:
    """How the facilitator wants it; *minutes* of a vote, *talk_minutes* of a discussion."""

    marks: bool
    tally_early: bool
    third_vote: bool
    pairs: bool
    watch: bool
    minutes: tuple[NumberChoice, ...]
    talk_minutes: tuple[NumberChoice, ...]
    keep_hours: tuple[NumberChoice, ...]


@dataclass(frozen=True, slots=True)
class OtherTwin:
    """A twin that can be presented."""

    id: str
    says: str


@dataclass(frozen=True, slots=True)
class PartChoice:
    """A part of the criteria to choose cases by, and how many exercise it."""

    key: str
    group: str
    name: str
    cases: int


@dataclass(frozen=True, slots=True)
class ToldPoint:
    """One decision point of a story, to read while choosing."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PresentedCase:
    """A case to choose, with what the criteria answer at each decision point; *exercises* are keys of parts."""

    id: str
    title: str
    found_by: str
    about: str
    points: tuple[str, ...]
    answers: tuple[str, ...]
    twins: tuple[OtherTwin, ...]
    exercises: tuple[str, ...]
    stories: tuple[ToldPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupView(FaceView):
    """Before a room is open; *last* says that an earlier one is kept, '' without one."""

    stage: Literal["setup"] = "setup"
    order: tuple[OrderEntry, ...]
    total: str
    settings: Settings
    hosts: Hosts
    last: str
    rehearsal: str = ""


@dataclass(frozen=True, slots=True)
class StepChoice:
    """A step of the case that the room is at."""

    step: str
    name: str
    here: bool


@dataclass(frozen=True, slots=True)
class Timer:
    """Whether a timer runs, and how long the next would."""

    on: bool
    minutes: int
    says: str


@dataclass(frozen=True, slots=True)
class QuestionChoice:
    """A question that the presenter can ask, whatever the vote says; *says*: its name on the wall, and the question."""

    id: str
    says: str


@dataclass(frozen=True, slots=True)
class QuestionChoices:
    """Questions of one topic."""

    topic: str
    questions: tuple[QuestionChoice, ...]


@dataclass(frozen=True, slots=True)
class PrivateStrip:
    """What only the presenter sees; *leap*: the step that the advice leads to, null where that is the next.

    *missed*: the deciding phrases and who marked them, null without marks. *questions*: what can be asked now.
    """

    discuss: str
    advice: str
    leap: StepChoice | None
    answer: str
    missed: tuple[str, ...] | None
    twins: tuple[OtherTwin, ...]
    questions: tuple[QuestionChoices, ...] = ()


@dataclass(frozen=True, slots=True)
class LevelName:
    """A choice that hands are raised for."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class HandCounts:
    """What was counted by hand so far: by round, and by choice; the third where a twin can be voted on."""

    levels: tuple[LevelName, ...]
    counts: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Joining:
    """How one joins; *address* is '' where nobody can, *closed*: the door is, for whoever is not in.

    *shown*: it stands on the screen in the place of a step; null where it stands there anyway.
    """

    code: str
    address: str
    hosts: Hosts
    closed: bool
    shown: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomView(FaceView):
    """While a room is open; counts that change with every vote are not in it.

    *skip* is '' but where what comes next can be left out: a vote on the twin, or further questions. *at* is where the
    room is, *thanked*: at the end, *night*: the picture is dark, null as the page is. *tally* is null where none can be
    shown, *timer* where none can run, *hands* before the room decides, *keep* '' in a rehearsal.
    """

    stage: Literal["room"] = "room"
    order: tuple[OrderEntry, ...]
    total: str
    rehearsal: str
    at: str
    headline: str
    next: str
    skip: str
    thanked: bool
    can_back: bool
    steps: tuple[StepChoice, ...]
    blank: bool
    night: bool | None
    tally: bool | None
    timer: Timer | None
    private: PrivateStrip | None
    hands: HandCounts | None
    joining: Joining
    settings: Settings
    keep: str


PresenterView = SetupView | RoomView


@dataclass(frozen=True, slots=True)
class LevelVotes:
    """How many have chosen a level so far."""

    level: str
    votes: int


@dataclass(frozen=True, slots=True)
class Live:
    """What changes with every vote; *ends*: when the timer does, in milliseconds since 1970.

    *votes*, for the presenter alone: what is chosen so far, empty unless that is wanted; *closing*: when to close.
    """

    count: str = ""
    here: str = ""
    ends: int | None = None
    reached: str = ""
    seats: str = ""
    turned_away: str = ""
    trouble: str = ""
    votes: tuple[LevelVotes, ...] = ()
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """What everybody sees, as HTML; another *key* is another picture."""

    key: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class SentScreen:
    """A link that opens the screen once, for the page that asked for it."""

    screen: str
    by: str
