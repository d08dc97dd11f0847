"""`carelevel migrate-criteria`: a file of the first edition is rewritten, and what is left is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from carelevel.cli import main

Output = pytest.CaptureFixture[str]
FIRST = """\
title: Boats
findings:
  - {id: pilot, name: P, ask: P?, mitigates: true, values: [{id: a, says: a}, {id: b, says: b}]}
floors: []
"""
RED_FLAG = "  - {id: leak, name: L, ask: L?, red_flag: true, values: [{id: a, says: a}, {id: b, says: b}]}\n"


def test_a_file_is_rewritten_the_copy_is_named_and_the_status_is_0(tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "criteria.yaml"
    file.write_text(FIRST, "utf-8")
    assert main(["migrate-criteria", str(file)]) == 0
    copy = tmp_path / "criteria.first-edition.yaml"
    said = capsys.readouterr().out
    assert said.startswith(f"{file}: rewritten to the second edition; as it was: {copy}\nNext: ")
    assert f"carelevel check {tmp_path}" in said
    assert file.read_text("utf-8") == FIRST.replace(" mitigates: true,", "").replace("floors", "indications")
    assert copy.read_text("utf-8") == FIRST


def test_what_is_left_is_a_line_each_and_the_status_is_1(tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "criteria.yaml"
    file.write_text(FIRST.replace("floors", f"{RED_FLAG}floors"), "utf-8")
    assert main(["migrate-criteria", str(file)]) == 1
    assert f"\n{file}:4: TO DO: say how soon (one of the urgencies), what to do first, " in capsys.readouterr().out


def test_a_second_time_nothing_is_written_and_the_status_is_0(tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "criteria.yaml"
    file.write_text("title: Boats\nindications: []\n", "utf-8")
    assert main(["migrate-criteria", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: nothing of the first edition stands in it; it was left as it is\n"
    assert list(tmp_path.iterdir()) == [file]


def test_what_cannot_be_rewritten_is_refused_with_status_2(tmp_path: Path, capsys: Output) -> None:
    assert main(["migrate-criteria", str(tmp_path / "none.yaml")]) == 2
    assert "there is no such file" in capsys.readouterr().err
