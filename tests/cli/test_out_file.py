"""A file appears whole, never over another by mistake."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from carelevel.cli.out_file import write_out
from carelevel.core.errors import StoreError


def test_a_new_file_holds_exactly_what_was_written(tmp_path: Path) -> None:
    write_out(["né\r\n", "🐕\n"], tmp_path / "out.csv", over=False)
    assert (tmp_path / "out.csv").read_bytes() == "né\r\n🐕\n".encode()
    assert os.listdir(tmp_path) == ["out.csv"]


def test_a_file_that_is_there_stays_unless_it_may_be_written_over(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text("mine")
    with pytest.raises(StoreError, match=r"out\.csv: is there already; name another file, or add --force"):
        write_out(["new"], file, over=False)
    assert file.read_text() == "mine"
    write_out(["new"], file, over=True)
    assert file.read_text() == "new"


def test_a_file_that_comes_meanwhile_stays(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"

    def pieces() -> Iterator[str]:
        file.write_text("mine")
        yield "new"

    with pytest.raises(StoreError, match="is there already"):
        write_out(pieces(), file, over=False)
    assert file.read_text() == "mine"
    assert os.listdir(tmp_path) == ["out.csv"]


def test_a_failure_in_the_middle_leaves_the_old_file_and_no_piece_of_the_new(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text("mine")

    def pieces() -> Iterator[str]:
        yield "half"
        raise StoreError("the record is locked")

    with pytest.raises(StoreError, match="locked"):
        write_out(pieces(), file, over=True)
    assert file.read_text() == "mine"
    assert os.listdir(tmp_path) == ["out.csv"]


def test_a_missing_folder_and_a_folder_in_the_files_place_are_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="its folder is missing; make the folder"):
        write_out(["new"], tmp_path / "nowhere" / "out.csv", over=False)
    with pytest.raises(StoreError, match="is a folder, not a file"):
        write_out(["new"], tmp_path, over=True)
