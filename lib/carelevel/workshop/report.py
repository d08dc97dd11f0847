"""A session after it is over, or so far: for each case its votes, the shift, agreement, evidence missed, time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from carelevel.core.answer import deciding_phrases
from carelevel.core.assess import Assessment, assess
from carelevel.core.ballot import (
    AcceptedParts,
    Ballot,
    Round,
    Shift,
    Sight,
    Tally,
    accepted_parts,
    agreeing,
    shift,
    sights,
    tally,
)
from carelevel.core.case import Case
from carelevel.core.criteria import Criteria
from carelevel.core.errors import BankError
from carelevel.core.interview import Way
from carelevel.core.interviewee import Interviewee
from carelevel.core.question_vote import is_led, questions_left
from carelevel.core.room_state import Entry, HeldRound, Room, Step, open_round
from carelevel.core.story_digest import story_digest
from carelevel.core.transfer import Transfer, transfer
from carelevel.feedback.way import WayTold, way_told
from carelevel.workshop.interview_slide import room_way
from carelevel.workshop.slide import changed_phrase
from carelevel.workshop.slide_record import ChangedPhrase
from carelevel.workshop.workshop import Workshop

FEWEST = 5
"""Voters; of fewer a report tells nothing that the room itself has not seen."""


@dataclass(frozen=True, slots=True)
class ThirdVote:
    """The vote on a case's twin, each alone; *assessment* and *sights* are of the twin."""

    twin: str
    phrase: ChangedPhrase
    assessment: Assessment
    tally: Tally
    transfer: Transfer
    sights: tuple[Sight, ...]


@dataclass(frozen=True, slots=True)
class InterviewReport:
    """What the room asked before it decided, beside the fewest questions; *told* says it in words.

    *votes*: for each question that was asked, how many had voted for it, but where hands were raised. *led*: those of
    them that whoever led chose.
    """

    way: Way
    told: WayTold
    votes: Mapping[str, int]
    led: frozenset[str]


@dataclass(frozen=True, slots=True)
class CaseReport:
    """One case of a session; *seconds* from the opening of each round to its close, None where it was not held.

    *third* is None where nobody voted on a twin, *interview* where the room did not ask first. *changed*: the story was
    edited since, and the criteria's side is what they say of it now. *several*: the case has more decision points than
    this one. *few*: too few voted to tell what they marked.
    """

    entry: Entry
    number: int
    title: str
    heading: str
    several: bool
    assessment: Assessment
    shift: Shift
    agreed: AcceptedParts
    sights: tuple[tuple[Sight, ...], tuple[Sight, ...]]
    seconds: tuple[float | None, float | None, float | None]
    third: ThirdVote | None
    interview: InterviewReport | None
    changed: bool
    few: bool


@dataclass(frozen=True, slots=True)
class Untold:
    """A case that was voted on and is not reported; *title* is its id where it is gone from the bank."""

    title: str
    why: Literal["open", "few", "gone"]


@dataclass(frozen=True, slots=True)
class SessionReport:
    """A whole session so far; its cases in the running order. *deleted_at*: None while open."""

    opened_at: datetime
    deleted_at: datetime | None
    joined: int
    rehearsal: bool
    cases: tuple[CaseReport, ...]
    untold: tuple[Untold, ...]
    criteria: Criteria


def session_report(workshop: Workshop) -> SessionReport:
    """What came of every case that was voted on, in the running order; nobody can be told from it."""
    room = workshop.refresh()
    ballots = workshop.rooms.ballots(room.id)
    held = workshop.rooms.rounds(room.id)
    reports: list[CaseReport | Untold] = []
    for number, entry in enumerate(room.order, start=1):
        rounds = [round for round in held if round.entry == entry.id]
        if rounds:
            reports.append(_report(workshop, entry, number, ballots.get(entry.id, ()), rounds))
    return SessionReport(
        opened_at=room.created_at,
        deleted_at=None if room.is_open else room.expires_at,
        joined=room.joined,
        rehearsal=room.settings.rehearsal,
        cases=tuple(report for report in reports if isinstance(report, CaseReport)),
        untold=tuple(report for report in reports if isinstance(report, Untold)),
        criteria=workshop.bank.criteria,
    )


def _report(
    workshop: Workshop, entry: Entry, number: int, ballots: tuple[Ballot, ...], rounds: list[HeldRound]
) -> CaseReport | Untold:
    try:
        case = workshop.bank.case(entry.case)
        points = case.telling(entry.twin or None)
        point = points[entry.point]
    except (BankError, LookupError):
        return Untold(entry.case, "gone")
    position = workshop.room.position
    voting = open_round(position.step) if position.entry == entry.id else None
    if voting in (1, 2):
        return Untold(case.title, "open")
    voters, seen = len({ballot.participant for ballot in ballots}), _seen(workshop.room, entry)
    enough = voters >= FEWEST or not voters  # hands alone were raised for everybody to see
    if not enough and not seen & {Step.SHIFT, Step.REVEAL, Step.DIFFERENCE}:
        return Untold(case.title, "few")
    assessment = assess(point.findings, workshop.bank.criteria)
    hands = {held.round: held.hands for held in rounds}
    moved = shift(ballots, workshop.offered, hands)
    marks = enough and workshop.room.settings.marks
    told_whole = marks and not entry.ask_first  # else nobody had a story to mark
    phrases = deciding_phrases(point.evidence, assessment) if told_whole else ()
    times = {held.round: _seconds(held) for held in rounds}
    tells_third = voting is None and (enough or Step.DIFFERENCE in seen)
    return CaseReport(
        entry=entry,
        number=number,
        title=case.title,
        heading=point.heading,
        several=len(points) > 1,
        assessment=assessment,
        shift=_as_far_as_seen(moved, seen, enough),
        agreed=accepted_parts(moved, assessment),
        sights=(sights(ballots, 1, phrases), sights(ballots, 2, phrases)),
        seconds=(times.get(1), times.get(2), times.get(3)),
        third=_third(workshop, entry, case, ballots, hands, marks=marks) if tells_third else None,
        interview=_interview(workshop, entry, case, assessment) if entry.ask_first else None,
        changed=any(
            digest and not story_digest(case, twin, entry.point).is_told_alike(digest)
            for twin, digest in ((entry.twin, entry.digest), (entry.transfer, entry.transfer_digest))
            if case.asks(twin, entry.point)
        ),
        few=workshop.room.settings.marks and not enough and not entry.ask_first,
    )


def _interview(workshop: Workshop, entry: Entry, case: Case, assessment: Assessment) -> InterviewReport:
    criteria = workshop.bank.criteria
    found = room_way(entry, Interviewee(case, entry.twin or None, entry.point), criteria)
    votes: dict[str, int] = {}
    led = set()
    for number, question in enumerate(entry.asked):
        wishes = workshop.counted_wishes(workshop.room, entry.id, number)
        if wishes is not None:
            votes[question] = wishes.get(question, 0)
        if is_led(question, wishes, questions_left(entry.asked[:number], criteria)):
            led.add(question)
    return InterviewReport(found, way_told(found, assessment, criteria), votes, frozenset(led))


def _third(
    workshop: Workshop,
    entry: Entry,
    case: Case,
    ballots: tuple[Ballot, ...],
    hands: Mapping[Round, Mapping[str, int]],
    *,
    marks: bool,
) -> ThirdVote | None:
    """None where nobody voted on the twin, or the case has lost it since."""
    counted = tally(ballots, 3, workshop.offered, hands.get(3))
    if not counted.votes or not entry.transfer or not case.asks(entry.transfer, entry.point):
        return None
    point = case.telling(entry.transfer)[entry.point]
    before = assess(case.points[entry.point].findings, workshop.bank.criteria)
    now = assess(point.findings, workshop.bank.criteria)
    phrases = deciding_phrases(point.evidence, now) if marks else ()
    return ThirdVote(
        twin=entry.transfer,
        phrase=changed_phrase(case, entry.transfer),
        assessment=now,
        tally=counted,
        transfer=transfer(ballots, agreeing(before), agreeing(now), workshop.offered, hands),
        sights=sights(ballots, 3, phrases),
    )


def _seen(room: Room, entry: Entry) -> frozenset[Step]:
    """The steps of *entry* that the room has been at, as far as its trail goes back."""
    return frozenset(position.step for position in (*room.trail, room.position) if position.entry == entry.id)


def _as_far_as_seen(moved: Shift, seen: frozenset[Step], enough: bool) -> Shift:
    """Who went from one choice to another might be known to be one person, unless everybody saw it anyway."""
    if Step.SHIFT in seen:
        return moved
    if enough:
        return replace(moved, moves={})
    return replace(moved, moves={}, up=0, down=0, stayed=0, aside=0, only_first=0, only_second=0)


def _seconds(held: HeldRound) -> float | None:
    if held.opened_at is None or held.closed_at is None:
        return None
    return (held.closed_at - held.opened_at).total_seconds()
