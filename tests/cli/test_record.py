"""`carelevel export`, `import` and `erase`: what they print, write and leave alone."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from carelevel.cli import main
from carelevel.core.attempt import Attempt
from carelevel.messages import record as record_messages
from carelevel.store.store import Store, open_store

from tests.store.conftest import LIB

Make = Callable[..., Attempt]
CODE = "wren"
PAST = -60 * 24 * 365 * 10
"""Minutes from the fixture's morning to one that is past by any clock."""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The store that the commands use, with a record of two answers."""
    monkeypatch.setenv("CARELEVEL_DATABASE_URL", f"sqlite:///{tmp_path / 'records.sqlite3'}")
    monkeypatch.setenv("CARELEVEL_TRAINEE", CODE)
    return open_store()


@pytest.fixture
def kept(store: Store, attempt: Make) -> list[Attempt]:
    return [store.keep(attempt(PAST + minutes, trainee=CODE, reasons="=né\r\n🐕")) for minutes in range(2)]


@pytest.mark.parametrize("form", ["jsonl", "csv", "xapi"])
def test_an_export_goes_to_standard_output_byte_for_byte(store: Store, kept: list[Attempt], form: str) -> None:
    program = "import sys; from carelevel.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", program, "export", "--format", form]
    run = subprocess.run(command, capture_output=True, env=os.environ | {"PYTHONPATH": str(LIB), "LC_ALL": "C"})
    assert run.returncode == 0, run.stderr
    assert run.stderr == b""
    assert ("🐕".encode() in run.stdout) == (form != "xapi")
    assert (b"\r\n" in run.stdout) == (form == "csv")
    assert all(one.id.encode() in run.stdout for one in kept)


def test_an_export_erased_and_imported_again_is_the_same_record(
    store: Store, kept: list[Attempt], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.jsonl"
    assert main(["export", "--out", str(file)]) == 0
    assert main(["erase", "--yes"]) == 0
    assert store.attempts(CODE) == ()
    capsys.readouterr()
    assert main(["import", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: 2 answers added, 0 there already, 0 refused\n"
    assert main(["import", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: 0 answers added, 2 there already, 0 refused\n"
    assert store.attempts(CODE) == tuple(kept)


def test_a_file_that_is_there_is_written_over_with_force_only(
    store: Store, kept: list[Attempt], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("mine")
    assert main(["export", "--format", "csv", "--out", str(file)]) == 2
    assert capsys.readouterr().err == record_messages.FILE_THERE.format(file=file) + "\n"
    assert file.read_text() == "mine"
    assert main(["export", "--format", "csv", "--out", str(file), "--force"]) == 0
    assert capsys.readouterr().err == f"{file}: 2 answers\n"
    assert file.read_text().startswith("\ufeffid,trainee,")


def test_another_trainees_answers_are_exported_by_their_code(
    store: Store, attempt: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store.keep(attempt(trainee="otter"))
    assert main(["export", "--trainee", "otter", "--out", str(tmp_path / "otter.jsonl")]) == 0
    [_, line] = (tmp_path / "otter.jsonl").read_text().splitlines()
    assert json.loads(line)["trainee"] == "otter"


def test_a_folder_that_trainees_handed_in_is_loaded_and_what_is_wrong_named(
    store: Store, kept: list[Attempt], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "handed-in"
    folder.mkdir()
    main(["export", "--out", str(folder / "a.jsonl")])
    main(["export", "--format", "csv", "--out", str(folder / "b.csv")])
    with (folder / "a.jsonl").open("ab") as file:
        file.write(b'{"id": "torn')
    store.erase(CODE)
    capsys.readouterr()
    assert main(["import", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{folder / 'a.jsonl'}:4: {record_messages.LINE_TORN}",
        f"{folder / 'a.jsonl'}: 2 answers added, 0 there already, 1 refused",
        f"{folder / 'b.csv'}: 0 answers added, 2 there already, 0 refused",
    ]


def test_answers_can_be_kept_under_another_code(store: Store, kept: list[Attempt], tmp_path: Path) -> None:
    main(["export", "--out", str(tmp_path / "a.jsonl")])
    main(["erase", "--yes"])
    assert main(["import", str(tmp_path / "a.jsonl"), "--as-trainee", "otter"]) == 0
    assert len(store.attempts("otter")) == 2
    assert main(["import", str(tmp_path / "a.jsonl"), "--as-trainee", "no code"]) == 2


@pytest.mark.parametrize(("typed", "left"), [("wren\n", 0), (" wren \n", 0), ("yes\n", 2), ("\n", 2), ("", 2)])
def test_erasing_asks_for_the_code_first(
    store: Store, kept: list[Attempt], monkeypatch: pytest.MonkeyPatch, typed: str, left: int
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert main(["erase"]) == (1 if left else 0)
    assert len(store.attempts(CODE)) == left


def test_a_store_that_cannot_be_used_is_told_in_a_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CARELEVEL_DATABASE_URL", f"sqlite:///{tmp_path}/nowhere/records.sqlite3")
    assert main(["export"]) == 2
    assert "its folder is missing; make the folder" in capsys.readouterr().err
