"""A session after it is over: for each case both votes, the shift, agreement, evidence missed, time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from carelevel import words
from carelevel.core.answer import deciding_phrases
from carelevel.core.assess import Assessment, assess
from carelevel.core.ballot import Ballot, Round, Shift, Sight, agreeing, agreement, shift, sights
from carelevel.core.case import DecisionPoint, Evidence
from carelevel.core.errors import BankError
from carelevel.core.room import Entry
from carelevel.store.room_records import HeldRound
from carelevel.workshop.slide import View, offered_levels
from carelevel.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True)
class CaseReport:
    """One case of a session; *seconds* from the opening of each round to its close, None where it was not held.

    *changed*: the case was edited since, and the criteria's side is what they say of it now.
    """

    entry: Entry
    number: int
    title: str
    heading: str
    assessment: Assessment
    shift: Shift
    agreed: tuple[float, float]
    sights: tuple[tuple[Sight, ...], tuple[Sight, ...]]
    seconds: tuple[float | None, float | None]
    changed: bool


@dataclass(frozen=True, slots=True)
class SessionReport:
    """A whole session; *levels* {id, name, summary} in the order of the ladder."""

    opened_at: datetime
    deleted_at: datetime
    joined: int
    rehearsal: bool
    levels: tuple[View, ...]
    cases: tuple[CaseReport, ...]
    unreadable: tuple[str, ...]  # cases that the bank no longer has


def session_report(workshop: Workshop) -> SessionReport:
    """What came of every case that was voted on, in the running order."""
    room = workshop.refresh()
    ballots = workshop.rooms.ballots(room.id)
    held = workshop.rooms.rounds(room.id)
    cases, unreadable = [], []
    for number, entry in enumerate(room.order, start=1):
        own = [one for one in held if one.entry == entry.id]
        if not own:
            continue
        try:
            cases.append(_case_report(workshop, entry, number, ballots.get(entry.id, ()), own))
        except (BankError, LookupError, StopIteration):
            unreadable.append(entry.case)
    return SessionReport(
        opened_at=room.created_at,
        deleted_at=room.expires_at,
        joined=room.joined,
        rehearsal=room.settings.rehearsal,
        levels=tuple(offered_levels(workshop.bank.criteria)),
        cases=tuple(cases),
        unreadable=tuple(unreadable),
    )


def session_csv(report: SessionReport) -> str:
    """One line a case and choice; shares as parts of 1."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(words.SESSION_COLUMNS)
    for case in report.cases:
        writer.writerows(_lines(case))
    return text.getvalue()


def _lines(case: CaseReport) -> Iterator[tuple[object, ...]]:
    for level, first in case.shift.first.counts.items():
        yield (
            case.number,
            case.entry.case,
            case.entry.twin,
            case.entry.point + 1,
            level,
            "yes" if level in agreeing(case.assessment) else "no",
            first,
            case.shift.second.counts[level],
            *(f"{share:.3f}" for share in case.agreed),
            *("" if seconds is None else round(seconds) for seconds in case.seconds),
        )


def _case_report(
    workshop: Workshop, entry: Entry, number: int, ballots: tuple[Ballot, ...], held: list[HeldRound]
) -> CaseReport:
    case = workshop.bank.case(entry.case)
    point: DecisionPoint = case.telling(entry.twin or None)[entry.point]
    assessment = assess(point.findings, workshop.bank.criteria)
    moved = shift(ballots, workshop.offered, {one.round: one.hands for one in held})
    phrases = deciding_phrases(point.evidence, assessment)
    times = {one.round: _seconds(one) for one in held}
    return CaseReport(
        entry=entry,
        number=number,
        title=case.title,
        heading=point.heading,
        assessment=assessment,
        shift=moved,
        agreed=(agreement(moved.first, assessment), agreement(moved.second, assessment)),
        sights=(_sights(workshop, ballots, 1, phrases), _sights(workshop, ballots, 2, phrases)),
        seconds=(times.get(1), times.get(2)),
        changed=bool(entry.digest) and entry.digest != case.digest,
    )


def _sights(
    workshop: Workshop, ballots: tuple[Ballot, ...], round: Round, phrases: tuple[Evidence, ...]
) -> tuple[Sight, ...]:
    """Nothing, where the facilitator did not ask for marks."""
    return sights(ballots, round, phrases) if workshop.room.settings.marks else ()


def _seconds(held: HeldRound) -> float | None:
    if held.opened_at is None or held.closed_at is None:
        return None
    return (held.closed_at - held.opened_at).total_seconds()
