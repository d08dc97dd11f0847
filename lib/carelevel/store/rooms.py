"""The rooms: one method per question asked of them, and none that reaches a trainee's record."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import asdict
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    String,
    Table,
    Text,
    bindparam,
    delete,
    func,
    insert,
    literal,
    select,
    update,
)

from carelevel.core.ballot import ROUNDS, Ballot, Round
from carelevel.core.casting import Cast, Joined, Joining, Kept
from carelevel.core.question_vote import QuestionVote
from carelevel.core.room_state import NEVER, HeldRound, KeptRoom, Pulse, Room, Step, open_round
from carelevel.store import tables
from carelevel.store.database import Database, insert_into, insert_of, put
from carelevel.store.engine import make_engine
from carelevel.store.fence import fence
from carelevel.store.room_rows import ballot_of, cast_row, changed_row, held_round_of, room_of, room_row
from carelevel.store.rows import row_of

LARGEST_ROOM = 10_000
"""Participants; whoever has the code could join without end."""

SCREENS_MAX = 4
"""Screens of one room at once; the one that was opened first goes first."""

MOST_LISTED = 30
"""Rooms in a list to choose from."""

_room, _round = tables.room, tables.room_round
_participant, _ballot, _question = tables.room_participant, tables.room_ballot, tables.room_question

# What every vote asks is put together once: SQLAlchemy takes longer to do so than SQLite to answer.
_LET_IN = (
    update(_room)
    .where(_room.c.id == bindparam("this"), _room.c.joined + bindparam("more") <= bindparam("most"))
    .values(joined=_room.c.joined + bindparam("more"))
)
_DOOR = select(_room.c.settings, _room.c.expires_at).where(_room.c.id == bindparam("this")).with_for_update()
_TAKE = (
    update(_room)
    .where(_room.c.id == bindparam("this"), _room.c.entry == bindparam("at"), _room.c.step == bindparam("open"))
    .where(_room.c.expires_at == NEVER)
    .values(votes=_room.c.votes + bindparam("more"))
)
_ASKED = (
    select(_room.c.running_order)
    .where(_room.c.id == bindparam("this"), _room.c.entry == bindparam("at"), _room.c.step == Step.ASKING)
    .with_for_update()
)
_PARTICIPANTS = select(_participant.c.participant).where(
    _participant.c.room == bindparam("this"), _participant.c.participant.in_(bindparam("voters", expanding=True))
)
_BALLOT = (*(_ballot.c[name] for name in ("participant", "round", "level", "confidence")), _ballot.c.marked.cast(Text))
_OWN = select(*_BALLOT).where(
    _ballot.c.room == bindparam("this"),
    _ballot.c.entry == bindparam("at"),
    _ballot.c.round.in_(ROUNDS),  # the key's second column: with it the index finds all rows at once
    _ballot.c.participant == bindparam("voter"),
)
_WISH = select(_question.c.question).where(
    _question.c.room == bindparam("this"),
    _question.c.entry == bindparam("at"),
    _question.c.number == bindparam("number"),
    _question.c.participant == bindparam("voter"),
)
_PULSES = select(_room.c.id, _room.c.version, _room.c.joined, _room.c.votes).where(
    _room.c.id.in_(bindparam("these", expanding=True))
)
_OPEN_STEP = {open_round(step): step.value for step in Step}

_Vote = tuple[str, str, str, int]
"""A room, an entry, the step at which it votes, and for one on the next question how many it has had before."""


class Rooms(Database):
    """Every room, for any number of threads and processes at once; what a method has written is on disk.

    *fenced*: for a process that strangers reach; the schema has to be current already.
    """

    def __init__(self, url: str | None = None, *, fenced: bool = False) -> None:
        super().__init__(url)
        self._fenced = fenced

    def open(self, room: Room) -> bool:
        """Keep a new room; False where its code or its door is another room's."""
        with self._transaction(writes=True) as connection:
            insert = insert_into(connection, _room).on_conflict_do_nothing().returning(_room.c.id)
            return connection.execute(insert, [room_row(room)]).first() is not None

    def room(self, id: str) -> Room | None:
        """The room of that id, where it is still kept."""
        return self._first(room_of, select(_room).where(_room.c.id == id))

    def room_by_code(self, code: str) -> Room | None:
        """The room that people join by typing *code*."""
        return self._first(room_of, select(_room).where(_room.c.code == code))

    def room_by_earlier_code(self, code: str) -> Room | None:
        """The room that people joined by *code* before it had a new one."""
        among = _room.c.settings.cast(String).contains(f'"{code}"')
        found = self._all(room_of, select(_room).where(among))
        return next((room for room in found if code in room.settings.earlier_codes), None)

    def renew(self, room: Room, code: str, door: str) -> Room | None:
        """Another code and door for *room*, whose own are among its earlier codes already; None as for a step."""
        with self._transaction(writes=True) as connection:
            taken = connection.execute(select(_room.c.id).where((_room.c.code == code) | (_room.c.door == door)))
            if taken.first() is not None:
                return None
            here = _room.c.id == room.id
            changed = connection.execute(
                update(_room)
                .where(here, _room.c.version == room.version)
                .values({**changed_row(room), "code": code, "door": door, "version": room.version + 1})
            )
            return room_of(connection.execute(select(_room).where(here)).one()) if changed.rowcount else None

    def room_by_door(self, door: str) -> Room | None:
        """The room that people join by the QR code that holds *door*."""
        return self._first(room_of, select(_room).where(_room.c.door == door))

    def change(
        self, room: Room, rounds: Iterable[HeldRound] = (), completed: Callable[[], Room] | None = None
    ) -> Room | None:
        """Take a step: *room* as it shall be, made from the version that it names; None where that is no longer so.

        A vote that closes here takes nobody's any more: whoever casts one holds the same lock. *completed*, the room
        with what comes of it, is asked for once it is closed, so that what it counts can no longer change; its error
        leaves the room as it was.
        """
        here = _room.c.id == room.id
        with self._transaction(writes=True) as connection:
            changed = connection.execute(
                update(_room)
                .where(here, _room.c.version == room.version)
                .values({**changed_row(room), "version": room.version + 1})
            )
            if not changed.rowcount:
                return None
            for held in rounds:
                put(connection, _round, row_of(held))
            if completed is not None:
                connection.execute(update(_room).where(here).values(changed_row(completed())))
            return room_of(connection.execute(select(_room).where(here)).one())

    def rounds(self, room: str) -> tuple[HeldRound, ...]:
        """The rounds that were opened or counted by hand."""
        return self._all(held_round_of, select(_round).where(_round.c.room == room))

    def join(self, joining: Sequence[Joining]) -> tuple[Joined, ...]:
        """Let everybody in, in one transaction; what became of each, in the order given."""
        arriving = Counter(arrival.room for arrival in joining)
        with self._transaction(writes=True) as connection:
            # Everybody locks rooms in the same order.
            outcome = {room: self._let_in(connection, room, count) for room, count in sorted(arriving.items())}
            rows = [asdict(arrival) for arrival in joining if outcome[arrival.room] is Joined.WELCOME]
            if rows:
                connection.execute(insert(_participant), rows)
        return tuple(outcome[arrival.room] for arrival in joining)

    def cast(self, casts: Sequence[Cast]) -> tuple[Kept, ...]:
        """Keep every vote that is open, in one transaction; what became of each, in the order given.

        A second one of a participant takes the first one's place.
        """
        participants: dict[_Vote, list[str]] = defaultdict(list)
        for cast in casts:
            participants[_vote_of(cast)].append(cast.ballot.participant)
        taken, joined = set(), set()
        with self._transaction(writes=True) as connection:
            for vote, codes in sorted(participants.items()):
                joined |= {(vote[0], code) for code in self._joined(connection, vote[0], codes)}
                if self._take(connection, vote, len(codes)):
                    taken.add(vote)
            outcome = tuple(_outcome(cast, joined, taken) for cast in casts)
            kept = [cast for cast, kept in zip(casts, outcome, strict=True) if kept is Kept.KEPT]
            for kind, table in ((Ballot, _ballot), (QuestionVote, _question)):
                rows = [cast_row(cast) for cast in kept if isinstance(cast.ballot, kind)]
                if rows:
                    connection.execute(_cast_into(connection.dialect.name, table), rows)
        return outcome

    def is_participant(self, room: str, participant: str) -> bool:
        """Whether somebody of that code has joined the room."""
        return bool(self._all(tuple, _PARTICIPANTS, {"this": room, "voters": [participant]}))

    def pulses(self, rooms: Collection[str]) -> Mapping[str, Pulse]:
        """What a poller compares, of those rooms that are still there."""
        rows = self._all(tuple, _PULSES, {"these": list(rooms)})
        return {room: Pulse(*counts) for room, *counts in rows}

    def ballots(
        self, room: str, entry: str | None = None, rounds: Collection[Round] | None = None
    ) -> Mapping[str, tuple[Ballot, ...]]:
        """The ballots of a room by entry; of one *entry* only, and of *rounds*, where they are named."""
        question = select(_ballot.c.entry, *_BALLOT).where(_ballot.c.room == room)
        if rounds is not None:
            question = question.where(_ballot.c.round.in_(rounds))
        if entry is not None:
            question = question.where(_ballot.c.entry == entry)
        found: dict[str, list[Ballot]] = defaultdict(list)
        for name, ballot in self._all(lambda row: (row[0], ballot_of(row[1:])), question):
            found[name].append(ballot)
        return {name: tuple(ballots) for name, ballots in found.items()}

    def own_ballots(self, room: str, entry: str, participant: str) -> tuple[Ballot, ...]:
        """One participant's ballots on one entry, at most one a round."""
        return self._all(ballot_of, _OWN, {"this": room, "at": entry, "voter": participant})

    def voted(self, room: str, entry: str, round: Round) -> int:
        """How many have voted in a round."""
        here = _ballot.c.room == room, _ballot.c.entry == entry, _ballot.c.round == round
        [count] = self._all(lambda row: int(row[0]), select(func.count()).select_from(_ballot).where(*here))
        return count

    def chosen(self, room: str, entry: str, round: Round) -> Mapping[str, int]:
        """How many have chosen each level in a round."""
        here = _ballot.c.room == room, _ballot.c.entry == entry, _ballot.c.round == round
        counted = select(_ballot.c.level, func.count().label("votes")).where(*here).group_by(_ballot.c.level)
        return {row.level: row.votes for row in self._all(lambda row: row, counted)}

    def wished(self, room: str, entry: str, number: int) -> Mapping[str, int]:
        """How many want to be asked what, by question, after so many outcomes."""
        here = _question.c.room == room, _question.c.entry == entry, _question.c.number == number
        counted = select(_question.c.question, func.count()).where(*here).group_by(_question.c.question)
        return dict(self._all(tuple, counted))

    def wish(self, room: str, entry: str, number: int, participant: str) -> str:
        """What one participant wants to be asked after so many outcomes; '' where they have not said."""
        asked = {"this": room, "at": entry, "number": number, "voter": participant}
        return next(iter(self._all(lambda row: str(row.question), _WISH, asked)), "")

    def wishes(self, room: str, entry: str, number: int) -> Mapping[str, str]:
        """What each participant wants to be asked after so many outcomes."""
        here = _question.c.room == room, _question.c.entry == entry, _question.c.number == number
        rows = self._all(tuple, select(_question.c.participant, _question.c.question).where(*here))
        return dict(rows)

    def make_screen_link(self, room: str, link: str) -> None:
        """Let whoever brings the link of which *link* is the digest open the screen, once."""
        with self._transaction(writes=True) as connection:
            connection.execute(update(_room).where(_room.c.id == room).values(screen_link=link))

    def open_screen(self, link: str, cookie: str) -> bool:
        """Use a screen's link up; from now on *cookie*, a digest too, is what one more screen is known by."""
        earlier = func.substr(_room.c.screen_cookie, 1, (SCREENS_MAX - 1) * len(cookie))
        with self._transaction(writes=True) as connection:
            opened = connection.execute(
                update(_room)
                .where(_room.c.screen_link == link, _room.c.screen_link != "")
                .values(screen_link="", screen_cookie=literal(cookie) + earlier)
            )
            return bool(opened.rowcount)

    def screened(self, cookie: str) -> Room | None:
        """The room one of whose screens is known by *cookie*, a digest."""
        return self._first(room_of, select(_room).where(_room.c.screen_cookie.contains(cookie))) if cookie else None

    def kept(self, now: datetime, most: int = MOST_LISTED) -> tuple[KeptRoom, ...]:
        """The rooms whose time is not over, the latest first."""
        columns = (_room.c.id, _room.c.code, _room.c.created_at, _room.c.expires_at, _room.c.joined)
        listed = select(*columns).where(_room.c.expires_at > now).order_by(_room.c.created_at.desc(), _room.c.id)
        return self._all(lambda row: KeptRoom(**row._mapping), listed.limit(most))

    def any_open(self) -> bool:
        """Whether any room is still to be served."""
        return bool(self._all(tuple, select(_room.c.id).where(_room.c.expires_at == NEVER).limit(1)))

    def delete(self, room: str) -> None:
        """Remove a room with everything of it."""
        self._delete([room])

    def expired(self, now: datetime) -> frozenset[str]:
        """The ids of the rooms whose time is over; `workshop.expiry` says when they are deleted."""
        return frozenset(self._all(lambda row: str(row.id), select(_room.c.id).where(_room.c.expires_at <= now)))

    def delete_expired(self, rooms: Collection[str], now: datetime) -> None:
        """Remove those of *rooms* whose time is over."""
        over = self.expired(now) & frozenset(rooms)
        if over:
            self._delete(sorted(over))

    def _delete(self, rooms: Sequence[str]) -> None:
        with self._transaction(writes=True) as connection:
            connection.execute(delete(_room).where(_room.c.id.in_(rooms)))  # first: casting waits for this lock
            for table in (_round, _participant, _ballot, _question):
                connection.execute(delete(table).where(table.c.room.in_(rooms)))
        with self._connected() as connection:
            if connection.dialect.name == "sqlite":  # what was deleted leaves the log too, once nobody reads it
                connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _made(self, url: URL) -> Engine:
        engine = make_engine(url)
        if self._fenced:
            fence(engine)
        return engine

    @staticmethod
    def _let_in(connection: Connection, room: str, count: int) -> Joined:
        """Count *count* more in, where the door is open and they fit."""
        found = connection.execute(_DOOR, {"this": room}).first()
        if found is None or found.expires_at != NEVER:
            return Joined.GONE
        if found.settings.get("door_closed"):
            return Joined.SHUT
        counted = connection.execute(_LET_IN, {"this": room, "more": count, "most": LARGEST_ROOM})
        return Joined.WELCOME if counted.rowcount else Joined.FULL

    @staticmethod
    def _take(connection: Connection, vote: _Vote, count: int) -> bool:
        """Lock the room for *count* votes; False unless it is taking them."""
        room, entry, step, number = vote
        if step == Step.ASKING:
            order = connection.scalar(_ASKED, {"this": room, "at": entry}) or ()
            if number not in (len(known.get("asked", ())) for known in order if known["id"] == entry):
                return False
        asked = {"this": room, "at": entry, "open": step, "more": count}
        return bool(connection.execute(_TAKE, asked).rowcount)

    @staticmethod
    def _joined(connection: Connection, room: str, participants: Sequence[str]) -> set[str]:
        return set(connection.scalars(_PARTICIPANTS, {"this": room, "voters": participants}))


def _vote_of(cast: Cast) -> _Vote:
    if isinstance(cast.ballot, QuestionVote):
        return cast.room, cast.entry, Step.ASKING.value, cast.ballot.number
    return cast.room, cast.entry, _OPEN_STEP[cast.ballot.round], 0


def _outcome(cast: Cast, joined: Set[tuple[str, str]], taken: Set[_Vote]) -> Kept:
    """*joined* are rooms with their participants, *taken* the votes that are open."""
    if (cast.room, cast.ballot.participant) not in joined:
        return Kept.STRANGER
    return Kept.KEPT if _vote_of(cast) in taken else Kept.CLOSED


@cache
def _cast_into(dialect: str, table: Table) -> Any:
    """Keep a vote, in the place of an earlier one of the same participant."""
    statement, key = insert_of(dialect, table), [column.name for column in table.primary_key]
    new = {column.name: statement.excluded[column.name] for column in table.c if column.name not in key}
    return statement.on_conflict_do_update(index_elements=key, set_=new)
