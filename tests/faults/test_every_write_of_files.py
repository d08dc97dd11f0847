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
from carelevel.authoring import Desk, Draft, Saved, record_dissent
from carelevel.bank import open_bank
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


def saves(folder: Path, number: int) -> Writes:
    """A supervisor saves a case that is there."""
    desk = _desk(folder)
    draft = replace(desk.draft, discuss=f"The time number {number}.")
    return Writes(lambda: _save(desk, draft), lambda: _whole(folder / f"{CASE}.md", draft.discuss))


def saves_of_new_cases(folder: Path, number: int) -> Writes:
    """A supervisor saves it under another name."""
    desk = _desk(folder)
    draft = replace(desk.draft, id=f"case-{number}")
    return Writes(lambda: _save(desk, draft), lambda: _whole(folder / f"{draft.id}.md", f"id: {draft.id}"))


def drafts(folder: Path, number: int) -> Writes:
    """A supervisor types, and nothing is saved yet."""
    desk = _desk(folder)
    draft = replace(desk.draft, title=f"The time number {number}")
    return Writes(
        lambda: desk.change(draft), lambda: sum(kept.title == draft.title for kept in _desk(folder).unfinished())
    )


def dissents(folder: Path, number: int) -> Writes:
    """A supervisor's own answer goes into the case file."""
    bank, reason = open_bank(folder), f"The time number {number}."
    return Writes(
        lambda: record_dissent(bank, CASE, 0, "outpatient", reason), lambda: _whole(folder / f"{CASE}.md", reason)
    )


def beginnings(folder: Path, number: int) -> Writes:
    """`carelevel new`; what it begins has no title yet, and so is no case."""
    file = folder / f"case-{number}.md"
    whole = len((folder / "_template.md").read_text("utf-8"))
    return Writes(
        lambda: begin(file.stem, folder), lambda: float(file.exists() and len(file.read_text("utf-8")) > whole / 2)
    )


def plans(folder: Path, number: int) -> Writes:
    """A facilitator prepares a workshop."""
    before, plan = read_plan(folder), Plan(order=(new_entry(f"case-{number}"),))
    return Writes(lambda: keep_plan(plan, folder), lambda: {plan: 1.0, before: 0.0}.get(read_plan(folder), 0.5))


def rooms(folder: Path, number: int) -> Writes:
    """A facilitator opens a room, which a notebook that is started again finds."""
    data = folder / f"data-{number}"
    data.mkdir()
    url = f"sqlite:///{data / 'rooms.sqlite3'}"
    keep_plan(Plan(order=(new_entry(CASE),), host=""), data)
    presentation = Presentation(open_bank(folder), Rooms(url), lambda _url: LocalServer(), data)

    def kept() -> float:
        with closing(Rooms(url)) as others:
            again = Presentation(open_bank(folder), others, lambda _url: LocalServer(), data)
            return (Elsewhere(url).number("SELECT count(*) FROM room") + (again.workshop is not None)) / 2

    return Writes(presentation.start, kept)


def codes(folder: Path, number: int) -> Writes:
    """A trainee's code is made at the first start."""
    data = folder / f"data-{number}"
    data.mkdir()
    said: list[str] = []

    def kept() -> float:
        file = data / identity.CODE_FILE
        if not file.exists():
            return 0
        return 1 if is_code(file.read_text()) and said in ([], [file.read_text()]) else 0.5

    return Writes(lambda: said.append(identity.trainee(NOBODY_SAYS, data).code), kept)


def switches(folder: Path, number: int) -> Writes:
    """Another trainee goes on at the same computer."""
    before, code = identity.trainee(NOBODY_SAYS, folder).code, f"wren-{number}"

    def kept() -> float:
        return {code: 1.0, before: 0.0}.get(identity.trainee(NOBODY_SAYS, folder).code, 0.5)

    return Writes(lambda: identity.switch(code, NOBODY_SAYS, folder), kept)


def exports(folder: Path, number: int) -> Writes:
    """A file of answers goes into the place of an older one."""
    file, lines = folder / "answers.jsonl", [f"answer {number} of many\n"] * 2_000
    file.touch()
    before = file.read_text()

    def kept() -> float:
        return {"".join(lines): 1.0, before: 0.0}.get(file.read_text(), 0.5)

    return Writes(lambda: write_out(lines, file, over=True), kept)


EVERY_FILE = [saves, saves_of_new_cases, drafts, dissents, beginnings, plans, rooms, codes, switches, exports]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A bank with one case, where everything else is kept too."""
    for name in ("criteria.yaml", "_template.md", f"{CASE}.md"):
        shutil.copy(BANK / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(("error", "lasts"), [(errno.ENOSPC, True), (errno.EIO, False)], ids=["disk full", "I/O error"])
@pytest.mark.parametrize("writes", EVERY_FILE)
def test_every_call(writes: Callable[[Path, int], Writes], error: int, lasts: bool, folder: Path) -> None:
    numbers = count()
    calls = fail_every_write(
        lambda: writes(folder, next(numbers)), lambda number: FailingCall(folder, number, error, lasts=lasts)
    )
    assert calls >= 4, "the draft is made, written, synced and put in its place"


def test_a_file_that_is_written_where_it_lies_is_found_by_half(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(file: Path, pieces: Iterable[bytes], *_: object) -> None:
        with file.open("wb") as opened:
            opened.writelines(pieces)

    monkeypatch.setattr("carelevel.files.whole_file.create", write)
    monkeypatch.setattr("carelevel.files.whole_file.replace", write)
    numbers = count()
    with pytest.raises(AssertionError, match=r"write \d failed: 0\.5 of it is there"):
        fail_every_write(
            lambda: exports(folder, next(numbers)), lambda number: FailingCall(folder, number, errno.EIO, lasts=False)
        )


def _desk(folder: Path) -> Desk:
    desk = Desk(open_bank(folder), folder / "drafts")
    desk.open(CASE)
    return desk


def _save(desk: Desk, draft: Draft) -> None:
    desk.change(draft)
    saved = desk.save()
    if not isinstance(saved, Saved):
        raise StoreError("somebody else has written it")


def _whole(file: Path, told: str) -> float:
    """Whether the file tells this, and is a sound case."""
    if not file.exists() or told not in file.read_text("utf-8"):
        return 0
    return 1 if open_bank(file.parent).checked(file.stem).case is not None else 0.5
