"""The browser edition in Firefox and WebKitGTK from the system: run by `-m engines`, where they are installed."""

from __future__ import annotations

import glob
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from carelevel.cli import main

from tests.browser.engines import MINI_BROWSERS, Engine, Firefox, WebKit

pytestmark = pytest.mark.engines

CASES = Path(__file__).parents[2] / "cases"
CHOOSE = """
const choose = (text) => [...document.querySelectorAll(".cl-card label")]
  .find((label) => label.textContent.startsWith(text)).querySelector("input").click();
["Outpatient", "No, straight", "Certain"].forEach(choose);
"""
COMPARE = """
const before = performance.now();
new MutationObserver((_, observer) => {
  if (!document.querySelector(".cl-verdict")) return;
  observer.disconnect();
  window.took = performance.now() - before;
}).observe(document.body, { subtree: true, childList: true });
[...document.querySelectorAll("button")].find((button) => button.textContent === "Compare").click();
"""


@pytest.fixture(params=["Firefox", "WebKitGTK"])
def start(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Engine]]:
    """Starts the browser, always with the same profile."""
    started: list[Engine] = []
    profile = tmp_path / "profile"

    def begin() -> Engine:
        started.append(_firefox(profile) if request.param == "Firefox" else _webkit(profile))
        return started[-1]

    yield begin
    for engine in started:
        if engine.process.poll() is None:
            engine.kill()


def _firefox(profile: Path) -> Engine:
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    return Firefox(program, profile) if program else pytest.skip("apt-get install firefox-esr")


def _webkit(profile: Path) -> Engine:
    driver, screen, browsers = shutil.which("WebKitWebDriver"), shutil.which("Xvfb"), glob.glob(MINI_BROWSERS)
    if driver and screen and browsers:
        return WebKit(driver, browsers[0], screen, profile)
    pytest.skip("apt-get install webkit2gtk-driver xvfb")


def test_an_answer_given_from_a_file_is_there_when_the_page_opens_again(
    start: Callable[[], Engine], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "practice.html"
    assert main(["page", "--bank", str(CASES), "--out", str(file)]) == 0
    engine = start()
    begun = time.monotonic()
    engine.open(f"{file.as_uri()}#practice")
    engine.until("document.documentElement.dataset.ready")
    seconds = time.monotonic() - begun
    engine.run(CHOOSE)
    time.sleep(2)  # until the draft is kept
    engine.run(COMPARE)
    took = engine.until("window.took")
    if isinstance(engine, Firefox):  # MiniBrowser keeps nothing for a second start
        engine.kill()
        engine = start()
    engine.open("about:blank")
    engine.open(f"{file.as_uri()}#record")
    engine.until("document.documentElement.dataset.ready")
    assert engine.run("return document.querySelector('.cl-count').textContent").startswith("1 answer kept")
    with capsys.disabled():
        print(f"\n{type(engine).__name__}: first card after {seconds:.1f} s, comparison after {took:.0f} ms")
