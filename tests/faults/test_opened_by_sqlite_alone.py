"""Nobody opens a database's files beside SQLite, whatever is done: Python tells of every file that it opens itself."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from carelevel import notebook
from carelevel.bank import open_bank
from carelevel.cli import main
from carelevel.cli.out_file import write_out
from carelevel.core.errors import StoreError
from carelevel.core.room_state import Settings, Step
from carelevel.practice import Practice
from carelevel.store.rooms import Rooms
from carelevel.store.store import open_store
from carelevel.workshop.rehearsal import rehearse
from carelevel.workshop.running_order import new_entry
from carelevel.workshop.workshop import open_room

from tests.faults.beside import CASE, FILE
from tests.faults.processes import running, said_next
from tests.faults.trainee import BANK, right

SHOWN = (
    *(notebook.practice, notebook.guided_case, notebook.my_progress, notebook.record, notebook.write_a_case),
    *(notebook.review_group, notebook.review_reports, notebook.answer_blind, notebook.workshop),
    notebook.session_report,
)
MAKES = os.O_CREAT | os.O_EXCL
"""So a file is opened only where it was not there, and SQLite cannot have it yet."""


def test_python_opens_a_databases_files_only_to_make_them(tmp_path: Path) -> None:
    with running(everything_is_done, tmp_path) as (_, said):
        opened = said_next(said)
    assert [one for one in opened if one[1] & MAKES != MAKES] == []
    assert {name.partition("-")[0] for name, _ in opened} == {FILE, "rehearsal"}, "so it is heard of"


def everything_is_done(folder: Path, said: Connection) -> None:
    """Every room of the house in one process, and commands that are given the database by mistake."""
    opened: list[tuple[str, int]] = []

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
            name, flags = os.path.basename(os.fsdecode(arguments[0])), arguments[2]
            if ".sqlite3" in name and isinstance(flags, int):
                opened.append((name, flags))

    for name in ("criteria.yaml", f"{CASE}.md"):  # the bank lies beside the database
        shutil.copy(BANK / name, folder / name)
    os.environ.update(CARELEVEL_DATA=str(folder), CARELEVEL_TRAINEE="wren", CARELEVEL_BANK=str(folder))
    sys.addaudithook(hear)
    practice = Practice(open_bank(), open_store(), "wren")
    practice.submit(right(practice, "an answer"))
    for show in SHOWN:
        show()
    workshop = open_room(open_bank(), Rooms(), [new_entry(CASE)])
    while workshop.step is not Step.END:
        workshop.forward()
    workshop.delete()
    rehearse(open_bank(), [new_entry(CASE)], Settings(rehearsal=True), folder=folder).end()
    for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
        main(["import", str(folder / name)])
        for command in (["export", "--force"], ["schema"]):
            main([*command, "--out", str(folder / name)])
        with suppress(StoreError):
            write_out(["mine"], folder / name, over=True)
    main(["export", "--out", str(folder / "answers.csv"), "--format", "csv"])
    for named in (folder / "answers.csv", folder, folder / FILE):
        notebook.load_folder(str(named))
    main(["erase", "--yes"])
    assert open_store().attempts("wren") == ()
    said.send(opened)
