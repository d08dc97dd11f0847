"""Whatever call fails on the way of a file of ours to the disk: what it shall hold is there whole, or not at all."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pytest
from carelevel.authoring import Desk, Draft, LineEdit, NotesDesk, Saved, record_dissent
from carelevel.authoring.notes.line_edit import NEUTRAL, line_in
from carelevel.bank import Bank
from carelevel.bank.notes_file import NOTES_FILE, read_notes
from carelevel.cli.new import begin
from carelevel.cli.out_file import write_out
from carelevel.core.errors import StoreError
from carelevel.core.trainee import is_code
from carelevel.live.local_server import LocalServer
from carelevel.store import identity
from carelevel.store.rooms import Rooms
from carelevel.workshop.plan import Plan, keep_plan, read_plan
from carelevel.workshop.presentation import Presentation
from carelevel.workshop.running_order import new_entry

from tests.faults.deeds import CASE, Elsewhere
from tests.faults.every_write import fail_every_write
from tests.faults.failing_files import FailingCall
from tests.faults.trainee import BANK

NOBODY_SAYS = {"CARELEVEL_TRAINEE": "", "JUPYTERHUB_USER": ""}
"""An environment in which whose record it is has to be kept in a file."""


@dataclass(frozen=True)
class Writes:
    """How something is written, and how much of it somebody else finds."""

    do: Callable[[], object]
    kept: Callable[[], float]


def saves(bank: Bank, number: int) -> Writes:
    """A supervisor saves a case that is there."""
    desk = _desk(bank)
    draft = replace(desk.draft, discuss=f"The time number {number}.")
    return Writes(lambda: _save(desk, draft), lambda: _whole(bank, CASE, draft.discuss))


def saves_of_new_cases(bank: Bank, number: int) -> Writes:
    """A supervisor saves it under another name."""
    desk = _desk(bank)
    draft = replace(desk.draft, id=f"case-{number}")
    return Writes(lambda: _save(desk, draft), lambda: _whole(bank, draft.id, f"id: {draft.id}"))


def drafts(bank: Bank, number: int) -> Writes:
    """A supervisor types, and nothing is saved yet."""
    desk = _desk(bank)
    draft = replace(desk.draft, title=f"The time number {number}")
    return Writes(
        lambda: desk.change(draft), lambda: sum(kept.title == draft.title for kept in _desk(bank).unfinished())
    )


def dissents(bank: Bank, number: int) -> Writes:
    """A supervisor's own answer goes into the case file."""
    reason = f"The time number {number}."
    return Writes(lambda: record_dissent(bank, CASE, 0, "outpatient", reason), lambda: _whole(bank, CASE, reason))


def note_lines(bank: Bank, number: int) -> Writes:
    """A supervisor writes a line of short notes, and saves it."""
    file = bank.folder / NOTES_FILE
    file.write_text("format: 1\npeople: [Somebody.]\nneutral: [Waits.]\nlines: {}\n# The end.\n")
    desk = NotesDesk(bank, bank.folder / f"drafts-{number}")
    line = line_in(NEUTRAL, f"The time number {number}.")

    def save() -> None:
        if not desk.edits:
            desk.change(LineEdit(NEUTRAL, None, line))
        desk.save()

    def kept() -> float:
        notes = read_notes(bank.folder, bank.criteria)
        whole = file.read_text().endswith("# The end.\n") and notes and notes.people
        return (line.text in {one.text for one in notes.neutral}) if notes and whole else 0.5

    return Writes(save, kept)


def beginnings(bank: Bank, number: int) -> Writes:
    """`carelevel new`; what it begins has no title yet, and so is no case."""
    file = bank.folder / f"case-{number}.md"
    whole = len((bank.folder / "_template.md").read_text("utf-8"))
    return Writes(
        lambda: begin(file.stem, bank.folder), lambda: float(file.exists() and len(file.read_text("utf-8")) > whole / 2)
    )


def plans(bank: Bank, number: int) -> Writes:
    """A facilitator prepares a workshop."""
    folder = bank.folder
    before, plan = read_plan(folder), Plan(order=(new_entry(f"case-{number}"),))
    return Writes(lambda: keep_plan(plan, folder), lambda: {plan: 1.0, before: 0.0}.get(read_plan(folder), 0.5))


def rooms(bank: Bank, number: int) -> Writes:
    """A facilitator opens a room, which a notebook that is started again finds."""
    data = bank.folder / f"data-{number}"
    data.mkdir()
    url = f"sqlite:///{data / 'rooms.sqlite3'}"
    keep_plan(Plan(order=(new_entry(CASE),), host=""), data)
    presentation = Presentation(bank, Rooms(url), lambda _url: LocalServer(), data)

    def kept() -> float:
        with closing(Rooms(url)) as others:
            again = Presentation(bank, others, lambda _url: LocalServer(), data)
            return (Elsewhere(url).number("SELECT count(*) FROM room") + (again.workshop is not None)) / 2

    return Writes(presentation.start, kept)


def codes(bank: Bank, number: int) -> Writes:
    """A trainee's code is made at the first start."""
    data = bank.folder / f"data-{number}"
    data.mkdir()
    said: list[str] = []

    def kept() -> float:
        file = data / identity.CODE_FILE
        if not file.exists():
            return 0
        return 1 if is_code(file.read_text()) and said in ([], [file.read_text()]) else 0.5

    return Writes(lambda: said.append(identity.trainee(NOBODY_SAYS, data).code), kept)


def switches(bank: Bank, number: int) -> Writes:
    """Another trainee goes on at the same computer."""
    before, code = identity.trainee(NOBODY_SAYS, bank.folder).code, f"wren-{number}"

    def kept() -> float:
        return {code: 1.0, before: 0.0}.get(identity.trainee(NOBODY_SAYS, bank.folder).code, 0.5)

    return Writes(lambda: identity.switch(code, NOBODY_SAYS, bank.folder), kept)


def exports(bank: Bank, number: int) -> Writes:
    """A file of answers goes into the place of an older one."""
    file, lines = bank.folder / "answers.jsonl", [f"answer {number} of many\n"] * 2_000
    file.touch()
    before = file.read_text()

    def kept() -> float:
        return {"".join(lines): 1.0, before: 0.0}.get(file.read_text(), 0.5)

    return Writes(lambda: write_out(lines, file, over=True), kept)


EVERY_FILE = [
    saves,
    saves_of_new_cases,
    drafts,
    dissents,
    note_lines,
    beginnings,
    plans,
    rooms,
    codes,
    switches,
    exports,
]


@pytest.fixture
def one_case(bank: Bank, tmp_path: Path) -> Bank:
    """A bank with one case, in whose folder everything else is kept too."""
    for name in ("criteria.yaml", "_template.md", f"{CASE}.md"):
        shutil.copy(BANK / name, tmp_path / name)
    return Bank(tmp_path, bank.criteria)


@pytest.mark.parametrize(("error", "lasts"), [(errno.ENOSPC, True), (errno.EIO, False)], ids=["disk full", "I/O error"])
@pytest.mark.parametrize("writes", EVERY_FILE)
def test_every_call(writes: Callable[[Bank, int], Writes], error: int, lasts: bool, one_case: Bank) -> None:
    numbers = count()
    calls = fail_every_write(
        lambda: writes(one_case, next(numbers)),
        lambda number: FailingCall(one_case.folder, number, error, lasts=lasts),
    )
    assert calls >= 4, "the draft is made, written, synced and put in its place"


def test_a_file_that_is_written_where_it_lies_is_found_by_half(one_case: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(file: Path, pieces: Iterable[bytes], **_: object) -> bool:
        with file.open("wb") as opened:
            opened.writelines(pieces)

    monkeypatch.setattr("carelevel.files.whole_file.create", write)
    monkeypatch.setattr("carelevel.files.whole_file.replace", write)
    numbers = count()
    with pytest.raises(AssertionError, match=r"write \d failed: 0\.5 of it is there"):
        fail_every_write(
            lambda: exports(one_case, next(numbers)),
            lambda number: FailingCall(one_case.folder, number, errno.EIO, lasts=False),
        )


def _desk(bank: Bank) -> Desk:
    desk = Desk(bank, bank.folder / "drafts")
    desk.open(CASE)
    return desk


def _save(desk: Desk, draft: Draft) -> None:
    desk.change(draft)
    saved = desk.save()
    if not isinstance(saved, Saved):
        raise StoreError("somebody else has written it")


def _whole(bank: Bank, case: str, told: str) -> float:
    """Whether the case's file tells this, and is sound."""
    file = bank.folder / f"{case}.md"
    if not file.exists() or told not in file.read_text("utf-8"):
        return 0
    return 1 if bank.checked(case).case is not None else 0.5
