"""What people do with a database: begun anew as often as a fault needs it, and done once more where it was refused."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from carelevel.bank import Bank
from carelevel.core.answer import Confidence
from carelevel.core.attempt import Attempt
from carelevel.core.ballot import Ballot
from carelevel.core.casting import Cast, Joining, Kept
from carelevel.core.question_vote import QuestionVote
from carelevel.core.room_state import Entry, Settings, Step
from carelevel.exports.attempts import Format, written
from carelevel.exports.loading import Loader
from carelevel.practice import Practice
from carelevel.store.database import Database
from carelevel.store.rooms import Rooms
from carelevel.store.store import open_store
from carelevel.workshop.running_order import new_entry
from carelevel.workshop.workshop import open_room

from tests.faults.trainee import right

CASE = "kitchen-shift"
ANSWERS = 50
VOTERS = 300


class Elsewhere:
    """What somebody else reads in the database at *url*, by a connection of their own."""

    def __init__(self, url: str) -> None:
        self.url = url

    def leave(self, database: Database) -> None:
        """Close a file, which is when SQLite writes its log into it; a server's connection may stay."""
        if self.url.startswith("sqlite"):
            database.close()

    def number(self, question: str, *values: str) -> int:
        """The answer to a question that asks for one number."""
        with self._connected() as connection:
            if isinstance(connection, psycopg.Connection):
                question = question.replace("?", "%s")
            elif not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                return 0  # not even the tables are there
            return int(connection.execute(question, values).fetchone()[0])

    def forget(self, table: str) -> None:
        with self._connected() as connection:
            connection.execute(f"DELETE FROM {table}")
            connection.commit()

    def _connected(self) -> Any:
        if self.url.startswith("sqlite"):
            return closing(sqlite3.connect(self.url.removeprefix("sqlite:///")))
        return psycopg.connect(self.url.replace("+psycopg", ""))


class Commits:
    """A trainee answers, and closes the notebook."""

    def __init__(self, url: str, elsewhere: str, bank: Bank) -> None:
        self.store, self.elsewhere, self.bank = open_store(url), Elsewhere(elsewhere), bank

    def begin(self) -> Commits:
        self.trainee = uuid4().hex
        self.practice: Practice | None = None
        return self

    def do(self) -> None:
        if self.practice is None:
            self.practice = Practice(self.bank, self.store, self.trainee, case=CASE)
        self.practice.submit(right(self.practice, "The ride home."))
        self.elsewhere.leave(self.store)

    def kept(self) -> float:
        question = "SELECT count(*) FROM attempt WHERE trainee = ? AND reasons = 'The ride home.'"
        return self.elsewhere.number(question, self.trainee)


class Room:
    """A room whose vote is open, and who may vote in it."""

    def __init__(self, url: str, elsewhere: str, bank: Bank) -> None:
        self.rooms, self.elsewhere = Rooms(url), Elsewhere(elsewhere)
        self.workshop = open_room(bank, self.rooms, [new_entry(CASE)], Settings(tally_early=True))
        while self.workshop.step is not Step.VOTE_1:
            self.workshop.forward()
        self.id, self.entry = self.workshop.room.id, self.workshop.room.position.entry
        self.voters = [uuid4().hex for _ in range(VOTERS)]
        self.rooms.join([Joining(self.id, voter) for voter in self.voters])

    def vote(self, voter: str) -> None:
        ballot = Ballot(voter, 1, "residential", Confidence.GUESS, frozenset({2}))
        assert self.rooms.cast([Cast(self.id, self.entry, ballot)]) == (Kept.KEPT,)


class Votes(Room):
    """A phone's vote, as the process that serves it writes it."""

    def begin(self) -> Votes:
        self.voter = self.voters.pop()
        return self

    def do(self) -> None:
        self.vote(self.voter)
        self.elsewhere.leave(self.rooms)

    def kept(self) -> float:
        question = "SELECT count(*) FROM room_ballot WHERE participant = ? AND level = 'residential'"
        return self.elsewhere.number(question, self.voter)


class Wishes:
    """A phone's vote on the next question of an interview."""

    def __init__(self, url: str, elsewhere: str, bank: Bank) -> None:
        self.rooms, self.elsewhere = Rooms(url), Elsewhere(elsewhere)
        workshop = open_room(bank, self.rooms, [Entry("asked", CASE, ask_first=True)])
        workshop.forward()
        self.room = workshop.go(Step.ASKING)
        self.voters = [uuid4().hex for _ in range(VOTERS)]
        self.rooms.join([Joining(self.room.id, voter) for voter in self.voters])

    def begin(self) -> Wishes:
        self.voter = self.voters.pop()
        return self

    def do(self) -> None:
        wish = Cast(self.room.id, "asked", QuestionVote(self.voter, 0, "home"))
        assert self.rooms.cast([wish]) == (Kept.KEPT,)
        self.elsewhere.leave(self.rooms)

    def kept(self) -> float:
        question = "SELECT count(*) FROM room_question WHERE participant = ? AND question = 'home'"
        return self.elsewhere.number(question, self.voter)


class Steps(Room):
    """The presenter closes a vote, which is counted then, and shown."""

    def begin(self) -> Steps:
        self.workshop.refresh()
        while self.workshop.step is not Step.VOTE_1:
            self.workshop.back()
        self.vote(self.voters.pop())
        self.votes = VOTERS - len(self.voters)
        self.version = self.workshop.room.version
        return self

    def do(self) -> None:
        self.workshop.forward()
        self.elsewhere.leave(self.rooms)

    def kept(self) -> float:
        """Half of it would be a vote that is closed and not counted, or one that is counted and open."""
        room, asked = "FROM room WHERE id = ?", self.elsewhere.number
        signs = (
            asked(f"SELECT version {room}", self.id) - self.version,
            asked(f"SELECT count(*) {room} AND step = 'closed_1'", self.id),
            asked("SELECT count(closed_at) FROM room_round WHERE room = ?", self.id),
            asked(f"SELECT count(*) {room} AND cast(slide AS text) LIKE ?", self.id, f'%"residential": {self.votes},%'),
        )
        return sum(signs) / len(signs)


class Imports:
    """Fifty answers out of a file."""

    def __init__(self, url: str, elsewhere: str, answer: Attempt, folder: Path) -> None:
        self.store, self.elsewhere = open_store(url), Elsewhere(elsewhere)
        self.answer, self.file = answer, folder / "hand-in.jsonl"

    def begin(self) -> Imports:
        self.elsewhere.forget("attempt")  # or each would have more to write than the one before
        self.trainee = uuid4().hex
        answers = [replace(self.answer, id=str(uuid4()), trainee=self.trainee) for _ in range(ANSWERS)]
        self.file.write_text("".join(written(answers, Format.JSONL)))
        return self

    def do(self) -> None:
        (loaded,) = Loader(self.store).load_paths([self.file])
        assert (loaded.added + loaded.known, loaded.problems) == (ANSWERS, ())
        self.elsewhere.leave(self.store)

    def kept(self) -> float:
        return self.elsewhere.number("SELECT count(*) FROM attempt WHERE trainee = ?", self.trainee) / ANSWERS
