"""The browser edition: its size, how much it computes until the first card, how long *Compare* takes, its memory."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median

from carelevel.cli import main
from playwright.sync_api import Browser, CDPSession

from tests.bench.test_round_trip import CARD_ROUND
from tests.browser.card_page import CardPage

CASES = Path(__file__).parents[2] / "cases"
ROUNDS = 10
MOST_MEGABYTES, MOST_SECONDS, MOST_MS, MOST_MEMORY = 12, 8, 100, 250


def test_the_page_is_small_and_quick(chromium: Browser, tmp_path: Path) -> None:
    file = tmp_path / "practice.html"
    assert main(["page", "--bank", str(CASES), "--out", str(file)]) == 0
    context = chromium.new_context()
    page = context.new_page()
    measures = context.new_cdp_session(page)
    measures.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = _seconds(measures)
    page.goto(f"{file.as_uri()}#practice")
    page.locator("html[data-ready=true]").wait_for(state="attached")
    seconds = _seconds(measures) - before
    card, took = CardPage(page), []
    for _ in range(ROUNDS):
        for fieldset in card.root.locator(".cl-decide > fieldset").all():
            fieldset.locator("input").first.check()
        page.wait_for_timeout(2000)  # until the draft is kept
        took.append(page.evaluate(CARD_ROUND))
        card.root.locator(".cl-next button").last.or_(card.root.get_by_role("button", name="Next case")).first.click()
        card.root.locator(".cl-decide").wait_for()
    megabytes, memory = file.stat().st_size / 1e6, _memory()
    context.close()
    print(
        f"\none file: {megabytes:.1f} MB (bar {MOST_MEGABYTES}), first card after {seconds:.1f} s of computing"
        f" (bar {MOST_SECONDS}), comparison painted: {median(took):.0f} ms ({min(took):.0f}-{max(took):.0f}, bar"
        f" {MOST_MS}), memory {memory:.0f} MB (bar {MOST_MEMORY})"
    )
    assert megabytes <= MOST_MEGABYTES
    assert seconds <= MOST_SECONDS
    assert median(took) <= MOST_MS
    assert memory <= MOST_MEMORY


def _seconds(measures: CDPSession) -> float:
    """What the page's thread has computed: another program on the machine does not lengthen that."""
    found = {measure["name"]: measure["value"] for measure in measures.send("Performance.getMetrics")["metrics"]}
    return float(found["ThreadTime"])


def _memory() -> float:
    """Megabytes of the largest renderer, each shared page in its share."""
    sizes = []
    for command in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if b"--type=renderer" in command.read_bytes():
                size = re.search(r"Pss:\s+(\d+)", (command.parent / "smaps_rollup").read_text())
                sizes.append(int(size[1]) / 1000 if size else 0)
        except OSError:
            continue
    return max(sizes)
