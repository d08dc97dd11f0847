"""Which bank a command takes: the one that is named, else the one that one stands in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from carelevel.bank import bank_folder
from carelevel.cli import main
from carelevel.cli.commands import COMMANDS

SWIMMING = Path(__file__).parents[1] / "banks" / "swimming"
TYPED = {
    "check": [],
    "new": ["late-bus"],
    "preview": ["first-length"],
    "schema": ["--answer"],
    "assess": ["--json"],
    "page": ["--out", "out.html"],
    "moodle": [],
    "handout": [],
}
"""What is typed after each command that takes a bank."""


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CARELEVEL_BANK", raising=False)
    folder = Path(shutil.copytree(SWIMMING, tmp_path / "pool"))
    shutil.copy(folder / "first-length.md", folder / "_template.md")
    return folder


@pytest.mark.parametrize("within", [".", "lint"])
def test_it_is_the_bank_that_one_stands_in_or_below(bank: Path, monkeypatch: pytest.MonkeyPatch, within: str) -> None:
    monkeypatch.chdir(bank / within)
    assert bank_folder() == bank


def test_a_folder_that_holds_a_bank_in_its_cases_has_that_one(
    bank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank.rename(tmp_path / "cases")
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    assert bank_folder() == tmp_path / "cases"


def test_every_command_that_takes_a_bank_is_tried_here() -> None:
    taking = {command.name for command in COMMANDS if {"bank", "--bank"}.intersection(command.arguments)}
    assert taking == set(TYPED)


@pytest.mark.parametrize("command", sorted(set(TYPED) - {"page"}))
def test_every_command_uses_it(
    bank: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], command: str
) -> None:
    monkeypatch.chdir(bank)
    assert main([command, *TYPED[command]]) == 0
    said = capfd.readouterr()
    assert (bank / "late-bus.md").is_file() or "opioid" not in said.out + said.err
    assert any(word in said.out for word in ("pool", "lanes", "Lanes", "length", "swim"))


def test_a_page_is_made_of_it(
    bank: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Its mistakes are told, which comes before anything is packed."""
    monkeypatch.chdir(bank)
    (bank / "first-length.md").write_text("no case")
    assert main(["page", *TYPED["page"]]) == 1
    assert "pool/first-length.md:1" in capfd.readouterr().out
