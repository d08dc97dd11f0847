"""How long a check takes: of one case in one process, and of a bank of ten thousand on the processors there are."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from time import perf_counter, process_time

import pytest
from carelevel.bank import Bank, open_bank
from carelevel.lint import lint_case

from tests.bank.conftest import CASES
from tests.store.conftest import LIB

COUNT, SECONDS = 10_000, 30.0
SAMPLE = 360


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cases of this checkout again and again, each time under other names."""
    folder = tmp_path_factory.mktemp("large")
    (folder / "criteria.yaml").write_bytes((CASES / "criteria.yaml").read_bytes())
    texts = [(case_id, (CASES / f"{case_id}.md").read_text("utf-8")) for case_id in open_bank(CASES).case_ids()]
    for number in range(COUNT):
        case_id, text = texts[number % len(texts)]
        name = f"{case_id}-{number // len(texts)}"
        (folder / f"{name}.md").write_text(re.sub(r"(?m)^id: .*$", f"id: {name}", text, count=1), "utf-8")
    return folder


def test_a_case_costs_few_milliseconds_to_read_and_to_lint(large: Path) -> None:
    bank = open_bank(large)
    ids = bank.case_ids()[:SAMPLE]
    bank.case(ids[0])
    reading = min(_seconds(lambda: [Bank(large, bank.criteria).case(case_id) for case_id in ids]) for _ in range(3))
    cases = [bank.case(case_id) for case_id in ids]
    linting = min(_seconds(lambda: [lint_case(case, bank.criteria) for case in cases]) for _ in range(3))
    print(f"\na case: {1000 * reading / SAMPLE:.2f} ms of CPU to read, {1000 * linting / SAMPLE:.2f} ms to lint")
    assert (reading + linting) / SAMPLE * COUNT <= 2 * SECONDS  # or two processors would not be enough


def test_ten_thousand_cases_are_checked_within_thirty_seconds(large: Path) -> None:
    command = "import sys; from carelevel.cli import main; sys.exit(main())"
    load, began = os.getloadavg()[0], perf_counter()
    ended = subprocess.run(
        [sys.executable, "-c", command, "check", str(large)],
        env=os.environ | {"PYTHONPATH": str(LIB)},
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = perf_counter() - began
    print(
        f"\n{COUNT:,} cases: {seconds:.1f} s on {os.cpu_count()} processors, load before {load:.1f}; bar {SECONDS:.0f}"
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert f"{COUNT} cases, no errors" in ended.stdout
    assert seconds <= SECONDS


def _seconds(work: object) -> float:
    began = process_time()
    work()  # type: ignore[operator]
    return process_time() - began
