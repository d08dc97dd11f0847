"""What is asked of everybody's attempts at once: counted by the database, never row by row."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, select, true

from carelevel.core.answer import ACCEPTED
from carelevel.core.attempt_counts import Everybody, FirstAttempt, PointTally, TraineeTally
from carelevel.store.rows import record_of
from carelevel.store.tables import attempt

SAMPLE = 1000
"""First attempts are read of so many trainees, the first in the order of their codes (which are random)."""

LONGEST_COUNTED_SECONDS = 1800
"""A pause: longer attempts count as this long where seconds are added up."""

_POINT = (attempt.c.case, attempt.c.twin, attempt.c.point)

_ALONE = and_(attempt.c.steps_shown == 0, attempt.c.hints == "")
"""An answer of which no worked step and no hint told anything."""

_IN_THE_INDEX = (
    *(*_POINT, attempt.c.case_digest, attempt.c.criteria_level, attempt.c.level, attempt.c.verdict),
    *(attempt.c.steps, attempt.c.confidence, attempt.c.phrases),
)
"""Grouped by these, in this order, a million attempts are counted without being sorted."""


def everybody(connection: Connection, without: str = "") -> Everybody:
    """The tallies in one transaction, *without* those of one trainee; trainees in the order of their codes."""
    everyone = tuple(TraineeTally(*row) for row in connection.execute(_trainees()))
    trainees = tuple(tally for tally in everyone if tally.trainee != without)
    is_meant = true() if trainees == everyone else attempt.c.trainee != without  # with all of them an index is enough
    points = tuple(record_of(PointTally, row, "attempts at") for row in connection.execute(_points(is_meant)))
    last = trainees[:SAMPLE][-1].trainee if trainees else ""
    firsts = tuple(FirstAttempt(*row) for row in connection.execute(_firsts(last, is_meant)))
    return Everybody(trainees, points, firsts)


def _trainees() -> Select[Any]:
    return select(attempt.c.trainee, func.count()).group_by(attempt.c.trainee).order_by(attempt.c.trainee)


def _points(is_meant: ColumnElement[bool]) -> Select[Any]:
    seconds = case((attempt.c.seconds < LONGEST_COUNTED_SECONDS, attempt.c.seconds), else_=LONGEST_COUNTED_SECONDS)
    asked = (*_POINT, attempt.c.case_digest, attempt.c.level, attempt.c.verdict, attempt.c.phrases)
    return (
        select(*asked, func.count().label("attempts"), func.sum(seconds).label("seconds"))
        .where(is_meant, _ALONE)
        .group_by(*_IN_THE_INDEX)
        .order_by(*_IN_THE_INDEX)
    )


def _firsts(last: str, is_meant: ColumnElement[bool]) -> Select[Any]:
    """The first attempts of every trainee up to the code *last*; none where the first was not done alone."""
    turn = func.row_number().over(partition_by=(attempt.c.trainee, *_POINT), order_by=attempt.c.committed_at)
    turns = (
        select(attempt.c.trainee, *_POINT, attempt.c.verdict, _ALONE.label("alone"), turn.label("turn"))
        .where(attempt.c.trainee <= last, is_meant)
        .subquery()
    )
    accepted = case((turns.c.verdict.in_([verdict.value for verdict in ACCEPTED]), 1), else_=0)
    first = select(turns.c.trainee, turns.c.case, turns.c.twin, turns.c.point, accepted)
    return first.where(turns.c.turn == 1, turns.c.alone)
