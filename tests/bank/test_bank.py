"""A folder as a bank: one case at a time, and nothing outside the folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from carelevel.bank import Bank, bank_folder, open_bank
from carelevel.bank.text_file import read_text
from carelevel.core.errors import BankError

from tests.bank.conftest import CASE, CASES, edited


def test_what_is_no_case_is_not_listed(bank: Bank) -> None:
    for name in ("README.md", "_template.md", ".hidden.md", "notes.txt"):
        (bank.folder / name).write_text("x")
    assert bank.case_ids() == ("late-bus",)


@pytest.mark.parametrize(
    "case_id", ["../late-bus", "late_bus", "late-bus.md", "/etc/passwd", "", "a\0b", "_template", "x" * 5_000]
)
def test_an_id_that_is_no_case_is_refused_with_a_suggestion(bank: Bank, case_id: str) -> None:
    (bank.folder.parent / "late-bus.md").write_text(CASE)
    with pytest.raises(BankError, match="no case") as error:
        bank.case(case_id)
    assert "; " in str(error.value)
    assert len(str(error.value)) < 300


@pytest.mark.parametrize("case_id", ["../late-bus", "../cases/late-bus", "a\0b", "sub/late-bus"])
def test_checking_an_id_never_leaves_the_folder(bank: Bank, case_id: str) -> None:
    (bank.folder.parent / "late-bus.md").write_text(CASE)
    with pytest.raises(BankError, match="no case"):
        bank.checked(case_id)


def test_a_link_to_elsewhere_is_refused(bank: Bank) -> None:
    (bank.folder.parent / "elsewhere.md").write_text(CASE)
    (bank.folder / "linked.md").symlink_to(bank.folder.parent / "elsewhere.md")
    (mistake,) = bank.checked("linked").mistakes
    assert str(mistake) == "cases/linked.md:1: a symbolic link; put a plain, readable file there"
    with pytest.raises(BankError, match="a symbolic link"):
        bank.case("linked")


def test_a_link_to_nothing_is_refused(bank: Bank) -> None:
    (bank.folder / "lost.md").symlink_to("nowhere.md")
    assert [str(mistake) for mistake in bank.checked("lost").mistakes] == [
        "cases/lost.md:1: a symbolic link; put a plain, readable file there"
    ]


def test_a_folder_and_a_pipe_in_a_cases_place_are_refused_without_waiting(bank: Bank) -> None:
    (bank.folder / "folder.md").mkdir()
    os.mkfifo(bank.folder / "pipe.md")
    for name in ("folder", "pipe"):
        (mistake,) = bank.checked(name).mistakes
        assert str(mistake) == f"cases/{name}.md:1: not a plain file; put a plain file there"


def test_refused_files_leave_no_open_handles(bank: Bank) -> None:
    (bank.folder / "folder.md").mkdir()
    bank.checked("folder")
    before = len(os.listdir("/proc/self/fd"))
    for round_ in range(5):
        os.utime(bank.folder / "folder.md", ns=(round_, round_))
        bank.checked("folder")
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_file_named_otherwise_than_an_id_can_be_is_named(bank: Bank) -> None:
    (bank.folder / "Late Bus.md").write_text(edited("id: late-bus", "id: Late Bus"))
    (mistake,) = bank.checked("Late Bus").mistakes
    assert str(mistake) == (
        "cases/Late Bus.md:2: the file's name cannot be the id of a case; "
        "rename the file to 'late-bus.md', and write 'id: late-bus' here"
    )


def test_a_case_is_read_again_only_when_its_file_has_changed(bank: Bank) -> None:
    first = bank.case("late-bus")
    assert bank.case("late-bus") is first
    (bank.folder / "late-bus.md").write_text(edited("She hums.", "She sings."))
    assert bank.case("late-bus") is not first
    (bank.folder / "late-bus.md").unlink()
    with pytest.raises(BankError, match="no case 'late-bus'"):
        bank.case("late-bus")


def test_a_bank_opened_again_is_the_one_that_was_read_until_its_criteria_change(bank: Bank) -> None:
    assert open_bank(bank.folder) is bank
    criteria = bank.folder / "criteria.yaml"
    criteria.write_text(criteria.read_text("utf-8") + "# another word\n", "utf-8")
    again = open_bank(bank.folder)
    assert (again is bank, again.criteria.digest == bank.criteria.digest) == (False, False)
    criteria.write_text("levels: none", "utf-8")
    for _ in range(2):
        with pytest.raises(BankError):
            open_bank(bank.folder)


def test_opening_a_case_reads_no_other(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    (bank.folder / "bad.md").write_bytes(b"\xff")
    read: list[str] = []
    monkeypatch.setattr(
        "carelevel.bank.bank.read_text", lambda path, *rest: (read.append(path.name), read_text(path, *rest))[1]
    )
    assert bank.case("late-bus").title == "The late bus"
    assert read == ["late-bus.md"]


def test_the_bank_in_use_is_the_one_that_is_named_or_the_nearest(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARELEVEL_BANK", str(tmp_path / "mine"))
    assert bank_folder() == tmp_path / "mine"
    monkeypatch.delenv("CARELEVEL_BANK")
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    assert bank_folder() == folder
    monkeypatch.chdir("/")
    assert bank_folder() == CASES


def test_a_folder_that_is_not_there_says_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(BankError, match="there is no such folder; give a folder with"):
        open_bank(tmp_path / "nowhere")


def test_the_bank_of_this_checkout_has_no_mistakes() -> None:
    bank = open_bank(CASES)
    assert [str(mistake) for checked in bank.check() for mistake in checked.mistakes] == []
    assert len(bank.cases()) == len(bank.case_ids()) >= 12
