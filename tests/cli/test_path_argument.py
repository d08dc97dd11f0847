"""`~` in an argument or a setting is the home folder, also where the shell has not put it there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from carelevel.bank import open_bank
from carelevel.cli import main
from carelevel.core.errors import BankError

from tests.cli.conftest import CASES, NAME

Output = pytest.CaptureFixture[str]


@pytest.fixture
def home(bank: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with a bank and a file of answers in it."""
    monkeypatch.setenv("HOME", str(bank.parent))
    monkeypatch.setenv("CARELEVEL_DATA", "~/data")
    monkeypatch.setenv("CARELEVEL_TRAINEE", "ola")
    shutil.copytree(CASES.parent / "notebooks", bank.parent / "notebooks")
    return bank.parent


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "~/bank"],
        ["preview", NAME, "--bank", "~/bank"],
        ["preview", NAME, "--bank=~/bank"],
        ["assess", "--bank", "~/bank", "home=tempting"],
        ["new", "late-bus", "--bank", "~/bank"],
        ["moodle", "--bank", "~/bank", "--out", "~/out.xml"],
        ["handout", "--bank=~/bank", "--out=~/out.html"],
        ["schema", "--out", "~/schema.json"],
        ["export", "--out", "~/answers.jsonl"],
    ],
)
def test_a_command_takes_a_path_that_begins_with_a_tilde(arguments: list[str], home: Path) -> None:
    assert main(arguments) == 0
    assert not (Path.cwd() / "~").exists()
    written = [argument.rpartition("~/")[2] for argument in arguments if argument.rpartition(".")[2] in ENDINGS]
    assert all((home / name).is_file() for name in written)


ENDINGS = ("xml", "html", "json", "jsonl")


def test_answers_are_loaded_from_a_path_that_begins_with_a_tilde(home: Path, capsys: Output) -> None:
    assert main(["export", "--out", "~/answers.jsonl"]) == 0
    assert main(["import", "~/answers.jsonl"]) == 0
    assert f"{home}/answers.jsonl" in capsys.readouterr().out


def test_the_bank_of_the_setting_may_begin_with_a_tilde(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARELEVEL_BANK", "~/bank")
    assert open_bank().folder == home / "bank"
    assert open_bank(Path("~/bank")).folder == home / "bank"
    assert main(["check"]) == 0
    assert main(["new", "late-bus"]) == 0
    assert (home / "bank" / "late-bus.md").is_file()


def test_the_home_of_nobody_is_refused_in_a_sentence(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setenv("CARELEVEL_BANK", "~nosuchuser/cases")
    with pytest.raises(BankError, match="CARELEVEL_BANK: there is no home folder for '~nosuchuser/cases'; write the"):
        open_bank()
    assert main(["check"]) == 2
    assert "there is no home folder for '~nosuchuser/cases'" in capsys.readouterr().err
    for arguments in (["check", "~nosuchuser/x"], ["schema", "--out", "~nosuchuser/x"], ["import", "~nosuchuser/x"]):
        with pytest.raises(SystemExit, match="2"):
            main(arguments)
        assert "there is no home folder for '~nosuchuser/x'; write the whole path" in capsys.readouterr().err


def test_the_notebooks_may_lie_in_the_home_folder(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served = list[Path]()
    monkeypatch.setattr("carelevel.cli.servers.lab", lambda notebooks, *_: served.append(notebooks) or 0)
    assert main(["lab", "--notebooks", "~/notebooks"]) == 0
    assert served == [home / "notebooks"]
