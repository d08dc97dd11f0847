"""`carelevel check --watch`: what has changed is checked again, and nothing else is read."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from carelevel.bank import Bank
from carelevel.cli.bank_check import BankCheck
from carelevel.cli.watch import look_again, stamps

from tests.cli.conftest import CASES, NAME, rewrite
from tests.hang import PATIENCE
from tests.store.conftest import LIB

Output = pytest.CaptureFixture[str]


@pytest.fixture
def check(bank: Path) -> BankCheck:
    check = BankCheck(bank)
    check.all()
    return check


@pytest.fixture
def look(check: BankCheck, capsys: Output) -> Callable[[], str]:
    """What is printed when the folder is looked at once more."""
    before = stamps(check)
    capsys.readouterr()

    def looked() -> str:
        look_again(check, before, stamps(check))
        return capsys.readouterr().out

    return looked


def test_a_changed_case_is_checked_again_and_no_other_is_read(
    bank: Path, look: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    checked = Bank.checked
    monkeypatch.setattr(Bank, "checked", lambda self, case_id: (read.append(case_id), checked(self, case_id))[1])
    (bank / "kitchen-shift.md").write_text((CASES / "kitchen-shift.md").read_text("utf-8"), "utf-8")
    rewrite(bank / "kitchen-shift.md", ("peers=", "pears="))
    told = look()
    assert " changed: kitchen-shift.md\n" in told
    assert "bank/kitchen-shift.md:" in told
    assert told.splitlines()[-1].endswith("2 cases, 1 error, 0 warnings")
    assert set(read) == {"kitchen-shift"}


def test_a_case_that_is_gone_is_counted_no_longer(bank: Path, look: Callable[[], str]) -> None:
    (bank / f"{NAME}.md").unlink()
    told = look()
    assert f" gone: {NAME}.md\n" in told
    assert told.splitlines()[-1].endswith("0 cases, no errors, no warnings")


def test_changed_criteria_are_read_with_every_case_and_broken_ones_until_they_are_mended(
    bank: Path, check: BankCheck, look: Callable[[], str], capsys: Output
) -> None:
    rewrite(bank / "criteria.yaml", ("\nlevels:\n", "\nlevles:\n"))
    assert "in the criteria; fix them first" in look()
    before = stamps(check)
    rewrite(bank / "criteria.yaml", ("\nlevles:\n", "\nlevels:\n"))
    look_again(check, before, stamps(check))
    assert capsys.readouterr().out.splitlines()[-1].endswith("1 case, no errors, no warnings")


def test_a_changed_list_of_the_bank_has_every_case_read_again(bank: Path, look: Callable[[], str]) -> None:
    (bank / "lint").mkdir()
    (bank / "lint" / "stigma.txt").write_text("tailor: write 'a person who sews'\n", "utf-8")
    told = look()
    assert " changed: lint/stigma.txt\n" in told
    assert "“tailor”; write 'a person who sews' [wording/stigma]" in told


def test_a_folder_that_goes_away_is_told_and_watched_on(bank: Path, look: Callable[[], str]) -> None:
    (bank / "criteria.yaml").rename(bank / "elsewhere.yaml")
    assert " gone: criteria.yaml\n" in look()


def test_it_says_so_within_seconds_and_ctrl_c_ends_it_quietly(bank: Path) -> None:
    # What is started in the background of a script ignores Ctrl-C, and hands that on: here it counts all the same.
    command = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from carelevel.cli import main; sys.exit(main())"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", command, "check", str(bank), "--watch"],
        env=os.environ | {"PYTHONPATH": str(LIB)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout
        until(process.stdout.readline, "Watching ")
        rewrite(bank / f"{NAME}.md", ("{housing=settled}", "{housng=settled}"))
        until(process.stdout.readline, "bank/market-stall.md:")
        until(process.stdout.readline, "1 case, 1 error, 0 warnings")
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
        process.wait()
    assert (process.returncode, errors) == (1, "")


def until(read: Callable[[], str], part: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        line = read()
        if part in line:
            return
        assert line, "it ended"
    raise AssertionError(part)
