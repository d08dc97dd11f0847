"""How fast the engine decides and explains, and how soon one case of a large bank is open."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest
from carelevel.bank import open_bank
from carelevel.core.assess import assess, decide
from carelevel.core.criteria import Criteria, Findings

CASES = Path(__file__).parents[2] / "cases"
RUNS = 7
DECISIONS = 50_000
EXPLANATIONS = 500
OPENED_MS = 50
MANY = 10_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank of ten thousand cases: the second of our own, under as many names."""
    folder = tmp_path_factory.mktemp("large") / "cases"
    folder.mkdir()
    shutil.copy(CASES / "criteria.yaml", folder)
    story = (CASES / "fresh-ice.md").read_text(encoding="utf-8")
    for number in range(MANY):
        name = f"fresh-ice-{number}"
        (folder / f"{name}.md").write_text(story.replace("id: fresh-ice", f"id: {name}", 1), encoding="utf-8")
    return folder


def people(criteria: Criteria, count: int, stated: float) -> list[Findings]:
    """Invented at random, always the same; each finding stated with the chance *stated*, no red flag present."""
    chance = random.Random(2)
    return [
        {
            finding.id: finding.values[0].id if finding.red_flag else chance.choice(finding.values).id
            for finding in criteria.findings
            if chance.random() < stated
        }
        for _ in range(count)
    ]


def a_second(ask: Callable[[Findings, Criteria], object], asked: list[Findings], criteria: Criteria) -> float:
    """How many are answered in a second of one core, the median of several runs."""
    rates = []
    for _ in range(RUNS):
        started = time.process_time()
        for findings in asked:
            ask(findings, criteria)
        rates.append(len(asked) / (time.process_time() - started))
    return median(rates)


@pytest.mark.parametrize(("what", "stated"), [("all", 1.0), ("half", 0.5)])
def test_a_decision_is_quick_with_no_answer_kept(criteria: Criteria, what: str, stated: float) -> None:
    rate = a_second(decide, people(criteria, 10_000, stated), criteria)
    print(f"\ndecide, {what} stated: {rate:,.0f} a second a core; bar {DECISIONS:,}")
    assert rate >= DECISIONS


@pytest.mark.parametrize(("what", "stated"), [("all", 1.0), ("half", 0.5)])
def test_a_whole_explanation_is_quick(criteria: Criteria, what: str, stated: float) -> None:
    rate = a_second(assess, people(criteria, 500, stated), criteria)
    print(f"\nassess, {what} stated: {rate:,.0f} a second a core; bar {EXPLANATIONS:,}")
    assert rate >= EXPLANATIONS


def test_one_case_of_ten_thousand_opens_without_the_others(large: Path) -> None:
    bank = open_bank(large)
    times = []
    for number in range(0, MANY, MANY // 100):
        started = time.perf_counter()
        bank.case(f"fresh-ice-{number}")
        times.append((time.perf_counter() - started) * 1000)
    print(f"\none case of {MANY:,}: {median(times):.1f} ms, slowest {max(times):.1f}; bar {OPENED_MS}")
    assert median(times) <= OPENED_MS


def test_a_bank_and_one_case_of_it_from_nothing(large: Path) -> None:
    """In a fresh Python, so that nothing is imported or compiled yet; no bar, a figure."""
    program = (
        "import time; started = time.perf_counter()\n"
        "from pathlib import Path; from carelevel.bank import open_bank; imported = time.perf_counter()\n"
        "import sys; open_bank(Path(sys.argv[1])).case('fresh-ice-5000'); done = time.perf_counter()\n"
        "print((imported - started) * 1000, (done - imported) * 1000)"
    )
    command = [sys.executable, "-c", program, str(large)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() for _ in range(3)]
    imports, opening = (median(float(run[part]) for run in runs) for part in (0, 1))
    print(f"\nfrom nothing: {imports:.0f} ms of imports, {opening:.0f} ms for the bank and one case")
    assert opening > 0
