"""`carelevel preview note-…`: a short note again, by its code."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from carelevel.bank import open_bank
from carelevel.bank.notes_file import read_notes
from carelevel.cli import main
from carelevel.core.composer import Composer

from tests.bank.conftest import READING, SWIMMING


def test_a_note_is_shown_with_what_its_lines_show_and_what_the_criteria_make_of_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    bank = open_bank(SWIMMING)
    lines = read_notes(SWIMMING, bank.criteria)
    assert lines
    note = Composer(lines, bank.criteria).compose(77)
    assert main(["preview", str(note.code), "--bank", str(SWIMMING)]) == 0
    said = capsys.readouterr().out
    assert all(line.text in said for line in note.lines)
    assert all(f"[{finding}={value}]" in said for finding, value in note.findings.items())


@pytest.mark.parametrize(
    ("code", "says"), [("note-002D-AAA", "was composed of other lines"), ("note-2D", "is no code of a note")]
)
def test_a_code_of_other_lines_or_none_is_refused_in_words(
    code: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["preview", code, "--bank", str(SWIMMING)]) != 0
    assert says in capsys.readouterr().err


def test_a_bank_without_notes_and_a_case_called_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", "note-002D-AAA", "--bank", str(READING)]) != 0
    assert "this bank has no short notes" in capsys.readouterr().err
    pool = Path(shutil.copytree(SWIMMING, tmp_path / "pool"))
    story = (pool / "first-length.md").read_text("utf-8").replace("id: first-length", "id: note-book")
    (pool / "note-book.md").write_text(story, encoding="utf-8")
    assert main(["preview", "note-book", "--bank", str(pool)]) == 0
