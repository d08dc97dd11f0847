"""Which cases a file of a bank holds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from carelevel.bank import Bank, open_bank
from carelevel.core.errors import AnswerError, BankError
from carelevel.exports import bank_files
from carelevel.exports.bank_files import BankFiles


@pytest.fixture
def files(pool: Bank) -> BankFiles:
    return BankFiles(pool)


@pytest.fixture
def thin(pool: Bank, tmp_path: Path) -> Path:
    """A bank's folder without a case."""
    shutil.copy(pool.folder / "criteria.yaml", tmp_path)
    return tmp_path


def test_the_cases_come_in_the_order_asked_for_and_none_of_them_twice(files: BankFiles) -> None:
    chosen = files.chosen(["green-armbands", "first-length", "green-armbands"])
    assert [case.id for case in chosen.cases] == ["green-armbands", "first-length"]


def test_without_a_choice_a_case_with_mistakes_is_left_out_and_named(thin: Path, pool: Bank) -> None:
    shutil.copy(pool.folder / "first-length.md", thin)
    (thin / "half-done.md").write_text("---\nid: half-done\n---\n")
    chosen = BankFiles(open_bank(thin)).chosen()
    assert [case.id for case in chosen.cases] == ["first-length"]
    assert chosen.left_out == ("half-done",)


def test_a_bank_without_a_sound_case_and_a_case_that_is_not_there_are_refused(thin: Path, files: BankFiles) -> None:
    with pytest.raises(BankError, match="no case to export; write one first"):
        BankFiles(open_bank(thin)).chosen()
    with pytest.raises(BankError, match="no case 'first-lenght'; did you mean 'first-length'"):
        files.chosen(["first-lenght"])


@pytest.mark.parametrize(("form", "begins"), [("moodle", b"<?xml"), ("handout", b"<!DOCTYPE html>")])
def test_a_file_is_named_after_its_bank(files: BankFiles, form: str, begins: bytes) -> None:
    file = files.file(form, [], twins=True)
    assert file.name.startswith(f"swimming-{form}.")
    assert file.content.startswith(begins)


def test_another_kind_of_file_is_refused(files: BankFiles) -> None:
    with pytest.raises(AnswerError):
        files.file("pdf", [], twins=True)


def test_of_a_large_bank_no_case_is_offered(files: BankFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    assert files.offered() == {"first-length": "The first length", "green-armbands": "Green armbands"}
    monkeypatch.setattr(bank_files, "MOST_OFFERED", 1)
    assert files.offered() == {}
