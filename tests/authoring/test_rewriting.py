"""A case is renamed, retired and brought back in its file, which is otherwise left as it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from carelevel.authoring import Desk, DraftError, Saved, rename, set_status
from carelevel.bank import Bank
from carelevel.core.case import HELD, RETIRED
from carelevel.core.errors import BankError

from tests.authoring.file.test_text import changed_lines
from tests.bank.conftest import CASE, CASES, edited


def test_another_title_is_one_line_and_another_name_moves_the_file(bank: Bank) -> None:
    file = rename(bank, "late-bus", "late-bus", "  The last   bus ")
    assert changed_lines(CASE, file.read_text("utf-8")) == ["- title: The late bus", "+ title: The last bus"]
    moved = rename(bank, "late-bus", "last-bus", "The last bus")
    assert bank.case_ids() == ("last-bus",)
    assert (moved.name, bank.case("last-bus").title) == ("last-bus.md", "The last bus")


@pytest.mark.parametrize("to", ["kitchen-shift", "", "Last bus", "con", "../late-bus", "a" * 65])
def test_a_name_that_cannot_be_is_refused_and_nothing_moves(bank: Bank, to: str) -> None:
    shutil.copy(CASES / "kitchen-shift.md", bank.folder)
    before = {path.name: path.read_bytes() for path in bank.folder.iterdir()}
    with pytest.raises(DraftError):
        rename(bank, "late-bus", to, "The late bus")
    with pytest.raises(DraftError, match="too many"):
        rename(bank, "late-bus", "late-bus", "a" * 121)
    assert {path.name: path.read_bytes() for path in bank.folder.iterdir()} == before


def test_a_file_whose_name_no_id_can_be_is_given_one(bank: Bank) -> None:
    (bank.folder / "late-bus.md").rename(bank.folder / "Forty Pigeons.md")
    assert rename(bank, "Forty Pigeons", "forty-pigeons", "Forty pigeons").name == "forty-pigeons.md"
    assert (bank.case_ids(), bank.case("forty-pigeons").title) == (("forty-pigeons",), "Forty pigeons")


def test_the_editor_gives_such_a_file_a_name_and_the_old_one_goes(bank: Bank, desk: Desk) -> None:
    (bank.folder / "late-bus.md").rename(bank.folder / "Forty Pigeons.md")
    desk.open("Forty Pigeons")
    assert desk.draft.id == "forty-pigeons"
    assert isinstance(desk.save(), Saved)
    assert (bank.case_ids(), bank.case("forty-pigeons").title) == (("forty-pigeons",), "The late bus")


def test_a_case_is_retired_and_brought_back_to_what_it_was(bank: Bank) -> None:
    file = set_status(bank, "late-bus", RETIRED)
    assert changed_lines(CASE, file.read_text("utf-8")) == ["+ status: retired"]
    assert (bank.case("late-bus").status, bank.cases()) == (RETIRED, ())
    set_status(bank, "late-bus", "")
    assert file.read_text("utf-8") == CASE


def test_a_retired_case_in_which_something_must_go_comes_back_held(bank: Bank) -> None:
    file = bank.folder / "late-bus.md"
    file.write_text(edited("She hums.", "Her number is 223-45-6789."), "utf-8")
    set_status(bank, "late-bus", RETIRED)
    set_status(bank, "late-bus", "")
    assert bank.case("late-bus").status == HELD


def test_a_file_with_mistakes_is_left_alone_and_they_are_named(bank: Bank) -> None:
    file = bank.folder / "late-bus.md"
    broken = edited("difficulty: 1", "difficulty: easy")
    file.write_text(broken, "utf-8")
    for change in (lambda: set_status(bank, "late-bus", RETIRED), lambda: rename(bank, "late-bus", "x", "X")):
        with pytest.raises(BankError, match=r"cases/late-bus.md:4"):
            change()
    assert (file.read_text("utf-8"), bank.case_ids()) == (broken, ("late-bus",))


def test_a_link_is_not_followed(bank: Bank, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(CASE, "utf-8")
    (bank.folder / "late-bus.md").unlink()
    (bank.folder / "late-bus.md").symlink_to(outside)
    with pytest.raises(BankError, match="symbolic link"):
        set_status(bank, "late-bus", RETIRED)
    assert outside.read_text("utf-8") == CASE
