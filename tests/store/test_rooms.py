"""Rooms on both databases: one ballot a participant a round, none after the close, nothing left behind."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from carelevel.core.answer import Confidence
from carelevel.core.ballot import Ballot, Round
from carelevel.core.casting import Cast, Joined, Joining, Kept
from carelevel.core.errors import StoreError
from carelevel.core.question_vote import QuestionVote
from carelevel.core.room_state import NEVER, Entry, HeldRound, Position, Pulse, Room, Settings, Step
from carelevel.store import tables
from carelevel.store.engine import make_engine
from carelevel.store.rooms import SCREENS_MAX, Rooms
from carelevel.store.store import Store
from carelevel.workshop.tokens import digest
from sqlalchemy import func, make_url, select, text

GRANTS = Path(__file__).parents[2] / "deploy" / "grants.sql"
NOW = datetime(2031, 4, 5, 9, 30, tzinfo=UTC)


@pytest.fixture
def rooms(made_url: str) -> Iterator[Rooms]:
    opened = Rooms(made_url)
    yield opened
    opened.close()


def a_room(**named: object) -> Room:
    room = Room(
        id="r1",
        code="KTRWMB",
        door="d" * 20,
        order=(Entry("e1", "kitchen-shift"), Entry("e2", "kitchen-shift", "bed-taken", 0)),
        position=Position("e1", Step.VOTE_1),
        settings=Settings(marks=True, address="http://192.168.1.5:8722"),
        slide={"title": "The kitchen shift", "story": [["Größe"]]},
        created_at=NOW,
        expires_at=NEVER,
        trail=(Position("", Step.LOBBY), Position("e1", Step.READING)),
    )
    return replace(room, **named)  # type: ignore[arg-type]


def cast(participant: str, level: str = "residential", round: Round = 1, entry: str = "e1") -> Cast:
    return Cast("r1", entry, Ballot(participant, round, level, Confidence.GUESS, frozenset({2, 0})))


def wish(participant: str, number: int, question: str = "home", entry: str = "e1") -> Cast:
    return Cast("r1", entry, QuestionVote(participant, number, question))


@pytest.fixture
def room(rooms: Rooms) -> Room:
    assert rooms.open(a_room())
    rooms.join([Joining("r1", name) for name in ("ann", "bob", "cho")])
    kept = rooms.room("r1")
    assert kept is not None
    return kept


def test_a_room_comes_back_as_it_was_kept_by_id_code_and_door(rooms: Rooms) -> None:
    rooms.open(a_room())
    assert rooms.room("r1") == a_room() == rooms.room_by_code("KTRWMB") == rooms.room_by_door("d" * 20)
    assert rooms.room_by_code("KTRWMX") is None


def test_a_vote_on_the_next_question_is_kept_once_for_each_and_only_while_that_one_is_voted_on(
    rooms: Rooms, room: Room
) -> None:
    assert rooms.cast([wish("ann", 0)]) == (Kept.CLOSED,)
    order = (replace(room.order[0], ask_first=True, asked=("peers",)), room.order[1])
    rooms.change(replace(room, order=order, position=Position("e1", Step.ASKING)))
    casts = [wish("ann", 1), wish("bob", 1), wish("cho", 0), wish("dee", 1), wish("ann", 1, entry="e2"), cast("ann")]
    assert rooms.cast(casts) == (Kept.KEPT, Kept.KEPT, Kept.CLOSED, Kept.STRANGER, Kept.CLOSED, Kept.CLOSED)
    assert rooms.cast([wish("ann", 1, "housing")]) == (Kept.KEPT,)
    assert rooms.wishes("r1", "e1", 1) == {"ann": "housing", "bob": "home"}
    assert rooms.wished("r1", "e1", 1) == {"housing": 1, "home": 1}
    assert [rooms.wish("r1", "e1", number, "ann") for number in (0, 1)] == ["", "housing"]
    assert rooms.ballots("r1") == {}


def test_a_code_or_a_door_that_another_room_has_is_refused(rooms: Rooms, room: Room) -> None:
    assert not rooms.open(a_room(id="r2", door="e" * 20))
    assert not rooms.open(a_room(id="r2", code="AAAAAA"))
    assert rooms.open(a_room(id="r2", code="AAAAAA", door="e" * 20))


def test_a_step_counts_the_version_up_and_a_step_from_an_old_version_is_refused(rooms: Rooms, room: Room) -> None:
    stepped = rooms.change(replace(room, position=Position("e1", Step.CLOSED_1)))
    assert stepped is not None
    assert stepped.version == room.version + 1
    assert stepped.position == Position("e1", Step.CLOSED_1)
    assert rooms.change(replace(room, position=Position("e1", Step.READING))) is None
    assert rooms.room("r1") == stepped


def test_rounds_keep_their_times_and_the_hands_that_were_counted(rooms: Rooms, room: Room) -> None:
    held = HeldRound("r1", "e1", 1, NOW, None, {"residential": 12})
    stepped = rooms.change(room, [held])
    assert stepped is not None
    assert rooms.rounds("r1") == (held,)
    rooms.change(stepped, [replace(held, closed_at=NOW + timedelta(minutes=2))])
    assert [held.closed_at for held in rooms.rounds("r1")] == [NOW + timedelta(minutes=2)]


def test_the_last_ballot_of_a_participant_in_a_round_is_the_only_one(rooms: Rooms, room: Room) -> None:
    assert rooms.cast([cast("ann"), cast("bob"), cast("ann", "outpatient")]) == (Kept.KEPT,) * 3
    assert rooms.cast([cast("bob", "outpatient")]) == (Kept.KEPT,)
    kept = rooms.ballots("r1")["e1"]
    assert sorted((ballot.participant, ballot.level) for ballot in kept) == [
        ("ann", "outpatient"),
        ("bob", "outpatient"),
    ]
    assert rooms.voted("r1", "e1", 1) == sum(rooms.chosen("r1", "e1", 1).values()) == 2
    (own,) = rooms.own_ballots("r1", "e1", "ann")
    assert own.marked == {0, 2}


@pytest.mark.parametrize(
    ("position", "late"),
    [
        (Position("e1", Step.CLOSED_1), cast("ann")),
        (Position("e1", Step.VOTE_2), cast("ann")),
        (Position("e2", Step.VOTE_1), cast("ann")),
        (Position("e1", Step.VOTE_1), cast("ann", round=2)),
        (Position("", Step.LOBBY), cast("ann", entry="")),
    ],
)
def test_a_ballot_of_a_round_that_is_not_open_is_not_kept(
    rooms: Rooms, room: Room, position: Position, late: Cast
) -> None:
    rooms.change(replace(room, position=position))
    assert rooms.cast([late]) == (Kept.CLOSED,)
    assert rooms.ballots("r1") == {}


def test_a_room_that_was_ended_at_an_open_vote_takes_no_ballot_and_nobody_in(rooms: Rooms, room: Room) -> None:
    rooms.cast([cast("ann")])
    ended = rooms.change(replace(room, expires_at=NOW + timedelta(days=1)))
    assert ended is not None
    assert ended.position.step is Step.VOTE_1
    assert rooms.cast([cast("bob"), cast("ann", "outpatient")]) == (Kept.CLOSED,) * 2
    assert rooms.join([Joining("r1", "dee")]) == (Joined.GONE,)
    [own] = rooms.ballots("r1")["e1"]
    assert own.level == "residential"
    rooms.change(replace(ended, expires_at=NEVER))
    assert rooms.cast([cast("bob")]) == (Kept.KEPT,)


def test_a_ballot_of_somebody_who_has_not_joined_is_not_kept_and_harms_no_other(rooms: Rooms, room: Room) -> None:
    assert rooms.cast([cast("eve"), cast("ann")]) == (Kept.STRANGER, Kept.KEPT)
    assert rooms.voted("r1", "e1", 1) == 1


def test_no_ballot_slips_in_after_the_close_however_many_are_on_their_way(rooms: Rooms, room: Room) -> None:
    voters = [f"v{number}" for number in range(200)]
    rooms.join([Joining("r1", name) for name in voters])
    with ThreadPoolExecutor(4) as pool:
        coming = [pool.submit(rooms.cast, [cast(name)]) for name in voters]
        closed = rooms.change(replace(room, position=Position("e1", Step.CLOSED_1)))
        counted_at_the_close = rooms.voted("r1", "e1", 1)
        outcomes = [one.result()[0] for one in coming]
    assert closed is not None
    assert rooms.voted("r1", "e1", 1) == counted_at_the_close == outcomes.count(Kept.KEPT)


def test_joining_is_counted_and_ends_where_the_room_is_full_or_gone(
    rooms: Rooms, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carelevel.store.rooms.LARGEST_ROOM", 4)
    assert rooms.join([Joining("r1", "dee"), Joining("r9", "fay")]) == (Joined.WELCOME, Joined.GONE)
    assert rooms.join([Joining("r1", "gil")]) == (Joined.FULL,)
    assert rooms.is_participant("r1", "dee")
    assert not rooms.is_participant("r1", "gil")
    assert rooms.pulses(["r1", "r9"]) == {"r1": Pulse(version=1, joined=4, votes=0)}


def test_a_pulse_changes_with_every_step_and_with_votes(rooms: Rooms, room: Room) -> None:
    before = rooms.pulses(["r1"])
    rooms.cast([cast("ann")])
    voted = rooms.pulses(["r1"])
    rooms.change(room)
    assert len({before["r1"], voted["r1"], rooms.pulses(["r1"])["r1"]}) == 3


def test_a_screen_link_opens_once_and_of_more_screens_than_there_may_be_the_first_goes(
    rooms: Rooms, room: Room
) -> None:
    cookies = [digest(str(number)) for number in range(SCREENS_MAX + 1)]
    rooms.make_screen_link("r1", "link")
    assert not rooms.open_screen("", cookies[0])
    for cookie in cookies[:-1]:
        rooms.make_screen_link("r1", "link")
        assert rooms.open_screen("link", cookie)
        assert not rooms.open_screen("link", digest("another"))
    assert [rooms.screened(cookie) for cookie in cookies[:-1]] == [rooms.room("r1")] * SCREENS_MAX
    rooms.make_screen_link("r1", "link")
    assert rooms.open_screen("link", cookies[-1])
    assert [rooms.screened(cookie) is not None for cookie in cookies] == [False, *[True] * SCREENS_MAX]
    assert rooms.screened("") is None


def test_a_room_whose_time_is_over_leaves_nothing_behind_and_the_others_stay(
    rooms: Rooms, room: Room, made_url: str
) -> None:
    rooms.open(a_room(id="r2", code="BBBBBB", door="e", expires_at=NOW + timedelta(days=9)))
    rooms.cast([cast("ann")])
    rooms.change(replace(room, position=Position("e1", Step.ASKING)))
    assert rooms.cast([wish("ann", 0)]) == (Kept.KEPT,)
    room = replace(room, version=2)
    rooms.change(replace(room, expires_at=NOW + timedelta(days=1)), [HeldRound("r1", "e1", 1, NOW)])
    assert rooms.expired(NOW + timedelta(hours=23)) == frozenset()
    assert rooms.expired(NOW + timedelta(hours=25)) == {"r1"}
    rooms.delete_expired(["r1", "r2"], NOW + timedelta(hours=25))
    assert rooms.cast([cast("ann")]) != (Kept.KEPT,)
    assert rooms.room("r2") is not None
    engine = make_engine(make_url(made_url))
    with engine.connect() as connection:
        for table in (tables.room_round, tables.room_participant, tables.room_ballot, tables.room_question):
            assert connection.execute(select(func.count()).select_from(table)).scalar_one() == 0
    engine.dispose()


def test_the_rooms_that_are_kept_are_listed_the_latest_first(rooms: Rooms, room: Room) -> None:
    rooms.open(a_room(id="r2", code="BBBBBB", door="e", created_at=NOW + timedelta(hours=2)))
    rooms.open(a_room(id="r3", code="CCCCCC", door="f", expires_at=NOW + timedelta(hours=3)))
    assert [kept.id for kept in rooms.kept(NOW)] == ["r2", "r1", "r3"]
    assert [kept.id for kept in rooms.kept(NOW, most=1)] == ["r2"]
    listed = rooms.kept(NOW + timedelta(hours=4))
    assert [(kept.id, kept.code, kept.joined, kept.expires_at) for kept in listed] == [
        ("r2", "BBBBBB", 0, NEVER),
        ("r1", "KTRWMB", 3, NEVER),
    ]


def _statements(file: Path) -> list[str]:
    """What a file for psql asks of the server."""
    return [line.partition(";")[0] for line in file.read_text("utf-8").splitlines() if line.startswith("GRANT")]


def test_the_audiences_role_serves_rooms_and_reads_no_record_and_a_trainees_erases_one(postgres_url: str) -> None:
    Rooms(postgres_url).open(a_room())
    engine = make_engine(make_url(postgres_url))
    with engine.connect() as connection:
        there = set(connection.scalars(text("SELECT rolname FROM pg_roles")))
        roles = [role for role in ("trainee", "audience") if role not in there]
        for statement in (*(f"CREATE ROLE {role} LOGIN" for role in roles), *_statements(GRANTS)):
            connection.execute(text(statement))
        connection.commit()
        url = make_url(postgres_url).set(username="audience").render_as_string(hide_password=False)
        rooms = Rooms(url, fenced=True)
        rooms.prepare()
        rooms.join([Joining("r1", "ann")])
        assert rooms.cast([cast("ann")]) == (Kept.KEPT,)
        kept = rooms.room("r1")
        assert kept is not None
        rooms.change(replace(kept, position=Position("e1", Step.ASKING)))
        assert rooms.cast([wish("ann", 0)]) == (Kept.KEPT,)
        with pytest.raises(StoreError):
            Store(url).reports()
        rooms.close()
        trainees = Store(make_url(postgres_url).set(username="trainee").render_as_string(hide_password=False))
        assert not trainees.knows("ann")
        trainees.erase("ann")
        trainees.close()
        for statement in ("DROP OWNED BY trainee, audience", *(f"DROP ROLE {role}" for role in roles)):
            connection.execute(text(statement))
        connection.commit()
    engine.dispose()
