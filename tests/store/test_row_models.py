"""Rows as records: each value of its type exactly, and a damaged one named with its column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from carelevel.core.answer import Confidence
from carelevel.core.attempt import Attempt, Place, Report, Skip
from carelevel.core.ballot import Ballot
from carelevel.core.casting import Cast, Joining
from carelevel.core.errors import StoreError
from carelevel.core.room_state import NEVER, Entry, HeldRound, Position, Room, Settings, Step, onward
from carelevel.core.supervisor_answer import SupervisorAnswer
from carelevel.store.rooms import Rooms
from carelevel.store.row_models import read_row
from carelevel.store.rows import row_of
from carelevel.store.store import open_store
from carelevel.store.supervisors import SupervisorAnswers
from pydantic import ValidationError
from sqlalchemy import create_engine, text

NOW = datetime(2031, 4, 5, 9, 30, tzinfo=UTC)
RECORDS = (
    Place("wren", "practice", "kitchen-shift", "", 0, "id-1", {"choices": {}}, NOW),
    Report("id-2", "wren", "kitchen-shift", "", 0, "The heading is wrong.", NOW),
    Skip("wren", "kitchen-shift", NOW),
    SupervisorAnswer("owl", "kitchen-shift", 0, "d" * 64, "residential", NOW),
)
ROOM = Room(
    id="r1",
    code="KTRWMB",
    door="d" * 20,
    order=(Entry("e1", "kitchen-shift"),),
    position=Position("e1", Step.VOTE_1),
    settings=Settings(),
    slide={},
    created_at=NOW,
    expires_at=NEVER,
    trail=(Position("", Step.LOBBY),),
)


def test_a_room_of_before_there_were_third_votes_and_pairs_is_still_read(sqlite_url: str) -> None:
    rooms = Rooms(sqlite_url)
    rooms.open(ROOM)
    order = '[{"id": "e1", "case": "kitchen-shift", "twin": "", "point": 0, "digest": "d"}]'
    for column, written in (("settings", '{"marks": true, "tally_early": false}'), ("running_order", order)):
        _damage(sqlite_url, "room", column, written)
    room = rooms.room("r1")
    assert room is not None
    assert room.order == (Entry("e1", "kitchen-shift", digest="d"),)
    assert (room.settings.marks, room.settings.third_vote, room.settings.pairs) == (True, True, False)
    assert onward(room.order, Position("e1", Step.REVEAL)).step is Step.END  # the case has no twin to vote on
    rooms.close()


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_comes_back_from_its_row_and_no_field_takes_another_type(record: Any) -> None:
    assert read_row(type(record), row_of(record)) == record
    for field in fields(record):
        with pytest.raises(ValidationError, match=rf"\n{field.name}\n"):
            read_row(type(record), row_of(record) | {field.name: 1j})


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("point", "0"),
        ("point", True),
        ("steps", 1.0),
        ("seconds", "95"),
        ("flags", {"withdrawal_first": 1}),
        ("flags", [["withdrawal_first", True]]),
        ("lists", {"supports": "peer_group"}),
        ("marked", [True]),
        ("accepted", "residential"),
        ("level", None),
        ("started_at", "2031-04-05T09:30:00Z"),
        ("verdict", "AGREES"),
        ("rules", [{"rule": "ready", "effect": "fired", "caught": 1}]),
        ("rules", [{"rule": "ready", "effect": "fired"}]),
        ("rules", [{"rule": "ready", "effect": "fired", "caught": None, "more": 1}]),
    ],
)
def test_nothing_in_an_attempts_row_is_converted(attempt: Callable[..., Attempt], field: str, wrong: object) -> None:
    made = attempt()
    assert read_row(Attempt, row_of(made)) == made
    with pytest.raises(ValidationError, match=f"\n{field}"):
        read_row(Attempt, row_of(made) | {field: wrong})


@pytest.mark.parametrize(
    ("column", "torn"),
    [
        ("running_order", '[{"id": "e1"}]'),
        ("running_order", "null"),
        ("trail", '[["e1", "asleep"]]'),
        ("trail", "[1]"),
        ("settings", '{"marks": "yes"}'),
        ("slide", "[]"),
        ("step", "asleep"),
        ("version", "two"),
    ],
)
def test_a_damaged_room_is_named_with_what_to_do(sqlite_url: str, column: str, torn: str) -> None:
    rooms = Rooms(sqlite_url)
    rooms.open(ROOM)
    _damage(sqlite_url, "room", column, torn)
    with pytest.raises(StoreError, match=r"records\.sqlite3: a room is damaged; delete the room, or restore a copy"):
        rooms.room("r1")


@pytest.mark.parametrize(
    ("column", "torn"), [("confidence", "sure"), ("round", "7"), ("marked", '["0"]'), ("marked", "{}")]
)
def test_a_damaged_ballot_is_told(sqlite_url: str, column: str, torn: str) -> None:
    rooms = Rooms(sqlite_url)
    rooms.open(ROOM)
    rooms.join([Joining("r1", "ann")])
    rooms.cast([Cast("r1", "e1", Ballot("ann", 1, "residential", Confidence.GUESS))])
    _damage(sqlite_url, "room_ballot", column, torn)
    with pytest.raises(StoreError, match="a ballot is damaged; delete the room"):
        rooms.ballots("r1")


def test_hands_that_are_no_numbers_are_told(sqlite_url: str) -> None:
    rooms = Rooms(sqlite_url)
    rooms.open(ROOM)
    rooms.change(ROOM, [HeldRound("r1", "e1", 1)])
    _damage(sqlite_url, "room_round", "hands", '{"residential": "3"}')
    with pytest.raises(StoreError, match="a round is damaged; delete the room"):
        rooms.rounds("r1")


def test_a_damaged_answer_of_a_supervisor_is_named(sqlite_url: str) -> None:
    answers = SupervisorAnswers(sqlite_url)
    answers.keep(replace(RECORDS[-1]))  # type: ignore[arg-type]
    _damage(sqlite_url, "supervisor_answer", "level", b"residential")
    with pytest.raises(StoreError, match="'level' of answer owl/kitchen-shift is damaged; restore a copy"):
        answers.everybodys()


def test_a_groups_report_names_a_damaged_verdict(sqlite_url: str, attempt: Callable[..., Attempt]) -> None:
    store = open_store(sqlite_url)
    store.keep(attempt())
    _damage(sqlite_url, "attempt", "verdict", "splendid")
    with pytest.raises(StoreError, match="'verdict' of attempts at kitchen-shift is damaged"):
        store.everybody()


def _damage(url: str, table: str, column: str, torn: str | bytes) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {table} SET {column} = :torn"), {"torn": torn})
    engine.dispose()
