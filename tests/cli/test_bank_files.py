"""`carelevel moodle` and `carelevel handout`: what they write, and where."""

from __future__ import annotations

from pathlib import Path

import pytest
from carelevel.cli import main

POOL = str(Path(__file__).parents[1] / "banks" / "swimming")
Output = pytest.CaptureFixture[bytes]


@pytest.mark.parametrize(("kind", "mark"), [("moodle", b"<quiz>"), ("handout", b"<main>")])
def test_without_a_file_everything_goes_to_standard_output(kind: str, mark: bytes, capfdbinary: Output) -> None:
    assert main([kind, "--bank", POOL]) == 0
    printed = capfdbinary.readouterr()
    assert mark in printed.out
    assert b"Green armbands" in printed.out
    assert printed.err == b""


def test_chosen_cases_without_twins_go_to_a_file_and_never_over_another(tmp_path: Path, capfdbinary: Output) -> None:
    file = tmp_path / "questions.xml"
    asked = ["moodle", "--bank", POOL, "--case", "first-length", "--no-twins", "--out", str(file)]
    assert main(asked) == 0
    assert capfdbinary.readouterr().err.decode() == f"{file}: 1 case\n"
    written = file.read_text("utf-8")
    assert ("green-armbands" in written, "all-four" in written) == (False, False)
    assert main(asked) == 2
    assert b"is there already" in capfdbinary.readouterr().err
    assert main([*asked, "--force"]) == 0


def test_a_case_that_is_not_there_is_refused_in_one_line(capfdbinary: Output) -> None:
    assert main(["handout", "--bank", POOL, "--case", "deep-end"]) == 2
    printed = capfdbinary.readouterr()
    assert printed.out == b""
    assert printed.err.startswith(b"swimming: no case 'deep-end'")
