"""Who works on one default database, and the programs that open it beside them; each runs in a process of its own.

A *fact* is what somebody was told is kept; those who work say theirs, and `tell_all` says what the files hold.
"""

from __future__ import annotations

import gc
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import uuid4

from carelevel.authoring import Desk, Saved
from carelevel.bank import open_bank
from carelevel.cli import main
from carelevel.core.answer import Confidence
from carelevel.core.ballot import Ballot
from carelevel.core.casting import Cast, Joining, Kept
from carelevel.core.errors import StoreError
from carelevel.core.room_state import Step
from carelevel.core.supervisor_answer import SupervisorAnswer
from carelevel.exports.attempts import Format, written
from carelevel.practice import Practice
from carelevel.store.rooms import Rooms
from carelevel.store.store import open_store
from carelevel.store.supervisors import SupervisorAnswers
from carelevel.workshop.running_order import new_entry
from carelevel.workshop.workshop import open_room

from tests.faults.trainee import BANK, right

FILE = "carelevel.sqlite3"
VOTERS = 500
CASE = "kitchen-shift"

Fact = tuple[str, ...]
Work = Callable[[Path, Connection], None]


# WHO WORKS
# Each holds several connections at once, as a kernel does in which more than one cell has been run.


def commits(folder: Path, said: Connection) -> None:
    """A trainee answers, and after each answer the figures are drawn anew."""
    _at_home(folder)
    practice = Practice(open_bank(BANK), open_store(), "wren", case=CASE)
    for number in count():
        if practice.result is not None:
            practice.again()
        with _refusals_said(said):
            practice.submit(right(practice, f"answer {number}"))
            assert practice.question is not None
            said.send(("attempt", practice.question.attempt))
            open_store().attempts("wren")


def votes(folder: Path, said: Connection) -> None:
    """A room's voters vote while its presenter closes the vote and opens it again."""
    _at_home(folder)
    presenting = Rooms()
    workshop = open_room(open_bank(BANK), presenting, [new_entry(CASE)])
    room, pages = workshop.room.id, Rooms(fenced=True)
    voters = [uuid4().hex for _ in range(VOTERS)]
    pages.join([Joining(room, voter) for voter in voters])
    for number, voter in enumerate(voters):
        with _refusals_said(said):
            while workshop.step is not Step.VOTE_1 or number % 5 == 0:
                taken = workshop.back() if workshop.step is Step.CLOSED_1 else workshop.forward()
                said.send(("step", room, str(taken.version)))
                number += workshop.step is Step.VOTE_1
            here, ballot = workshop.room.position.entry, Ballot(voter, 1, "residential", Confidence.GUESS)
            if pages.cast([Cast(room, here, ballot)]) == (Kept.KEPT,):
                said.send(("ballot", voter))


def saves(folder: Path, said: Connection) -> None:
    """A supervisor saves a case over and over, and before each save answers blind and reads the reports."""
    _at_home(folder)
    (folder / "bank").mkdir(exist_ok=True)
    for name in ("criteria.yaml", f"{CASE}.md"):
        if not (folder / "bank" / name).exists():
            shutil.copy(BANK / name, folder / "bank" / name)
    desk, answers = Desk(open_bank(folder / "bank"), folder / "drafts"), SupervisorAnswers()
    for number in count(len(_saved(folder))):
        with _refusals_said(said):
            code = uuid4().hex
            answers.keep(SupervisorAnswer(code, CASE, 0, "digest", "residential", datetime.now(UTC)))
            said.send(("blind answer", code))
            open_store().reports()
            desk.open(CASE)
            desk.change(replace(desk.draft, discuss=f"Saved for the time number {number}."))
            assert isinstance(desk.save(), Saved)
            said.send(("saved", str(number)))


# PROGRAMS BESIDE THEM
# Each opens the database, is done, closes it, says so with the facts that it added, and begins again.


def reads(folder: Path, said: Connection) -> None:
    """As any tool for SQLite does."""
    while True:
        beside = sqlite3.connect(folder / FILE)
        beside.execute("SELECT * FROM attempt").fetchall()
        beside.close()
        said.send([])


def exports(folder: Path, said: Connection) -> None:
    _at_home(folder)
    while True:
        main(["export", "--out", str(folder / "answers.jsonl"), "--force"])
        gc.collect()  # what the command leaves open is closed at its end, as at that of its process
        said.send([])


def backs_up(folder: Path, said: Connection) -> None:
    """As docs/deploy.md says to; `.backup` of the sqlite3 command is this function of SQLite's."""
    while True:
        beside, copy = sqlite3.connect(folder / FILE), sqlite3.connect(folder / "copy.sqlite3")
        beside.backup(copy)
        copy.close()
        beside.close()
        said.send([])


def loads(folder: Path, said: Connection) -> None:
    """Answers of somebody else's, new ones every time."""
    _at_home(folder)
    practice = Practice(open_bank(BANK), open_store(), "otter", case=CASE)
    practice.submit(right(practice, "an answer to bring"))
    answer = practice.store.attempts("otter")[0]
    practice.store.close()
    while True:
        brought = [replace(answer, id=str(uuid4())) for _ in range(50)]
        (folder / "hand-in.jsonl").write_text("".join(written(brought, Format.JSONL)))
        if main(["import", str(folder / "hand-in.jsonl")]) == 0:
            gc.collect()
            said.send([("attempt", one.id) for one in brought])


# WHAT IS KEPT


def tell_all(folder: Path, said: Connection) -> None:
    """Every fact that the files hold, as a new process reads them."""
    beside = sqlite3.connect(folder / FILE)
    assert beside.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    facts: set[Fact] = {("saved", str(number)) for number in range(len(_saved(folder)))}
    for kind, question in (
        ("attempt", "SELECT id FROM attempt"),
        ("ballot", "SELECT participant FROM room_ballot"),
        ("blind answer", "SELECT code FROM supervisor_answer"),
    ):
        facts |= {(kind, *row) for row in beside.execute(question)}
    for room, version in beside.execute("SELECT id, version FROM room"):
        facts |= {("step", room, str(number)) for number in range(version + 1)}
    said.send(facts)


def _saved(folder: Path) -> range:
    """The numbers of the saves up to the one that the case file holds."""
    text = ""
    with suppress(FileNotFoundError):
        text = (folder / "bank" / f"{CASE}.md").read_text("utf-8")
    return range(int(text.partition("the time number ")[2].partition(".")[0] or -1) + 1)


def _at_home(folder: Path) -> None:
    os.environ["CARELEVEL_DATA"] = str(folder)
    os.environ["CARELEVEL_TRAINEE"] = "wren"


@contextmanager
def _refusals_said(said: Connection) -> Iterator[None]:
    """No file holds a refusal: to say one is to fail."""
    try:
        yield
    except StoreError as error:
        said.send(("refused", str(error)))
