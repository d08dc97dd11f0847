"""How long a bank's files take to be read, and hostile ones to be refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time

from carelevel.bank import Bank, read_criteria
from carelevel.bank.case_file import LARGEST, read_case
from carelevel.bank.proofs import prove
from carelevel.core.errors import BankError

from tests.bank.conftest import CASES
from tests.bank.test_bad_input import CRITERIA, FILES
from tests.bank.test_fuzz import FULL, STORIES

SECONDS, PROVED = 1.0, 3.0


def test_a_hostile_file_is_refused_within_a_second(tmp_path: Path) -> None:
    criteria = read_criteria(CASES)
    took = {}
    for what, (content, _) in FILES.items():
        (tmp_path / "bad.md").write_bytes(content if isinstance(content, bytes) else content.encode())
        took[what] = _seconds(lambda: Bank(tmp_path, criteria).checked("bad"))
    _tell_and_hold(took, SECONDS)


def test_hostile_criteria_are_refused_within_a_second(tmp_path: Path) -> None:
    took = {}
    for what, (content, _) in CRITERIA.items():
        (tmp_path / "criteria.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
        took[what] = _seconds(lambda: _refused(tmp_path))
    _tell_and_hold(took, SECONDS)


def test_a_story_full_of_one_thing_is_read_within_a_second() -> None:
    """As long as a file may be: in one paragraph, and in many."""
    criteria, head = read_criteria(CASES), STORIES[0].split("## ")[0] + "## Intake\n\n"
    took = {}
    for bit in FULL.split("|"):
        for body in (bit * 60_000, "\n\n".join([(bit * 100)[:118]] * 600)):
            text = (head + body)[: LARGEST - 1]
            took[bit] = max(
                took.get(bit, 0.0), _seconds(lambda text=text: read_case(text, "cases/x.md", "x", criteria))
            )
    _tell_and_hold(took, SECONDS)


def test_our_criteria_are_proved_within_three_seconds() -> None:
    criteria = read_criteria(CASES)
    _tell_and_hold({"ours": _seconds(lambda: prove(criteria))}, PROVED)


def _seconds(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began


def _refused(folder: Path) -> None:
    try:
        read_criteria(folder)
    except BankError:
        return
    raise AssertionError("taken")


def _tell_and_hold(took: dict[str, float], bar: float) -> None:
    what = max(took, key=lambda name: took[name])
    print(f"\nthe slowest of {len(took)}: {took[what]:.2f} s, {what!r}; bar {bar:.0f} s")
    assert took[what] <= bar
