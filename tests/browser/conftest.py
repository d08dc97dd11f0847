"""Fixtures of a real browser: Chromium, JupyterLab, Voilà."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.jupyter import JupyterLab
from tests.browser.voila import Voila

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
EXPECTED_MS = 30_000
"""How long a busy machine may take to show something; nothing is measured here."""

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Beside each window Chromium opens two pages of its own for its address line, which nobody sees here.
WITHOUT = (
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxPopup",
    # One more process is made at each new address, for a page that nobody opens.
    "SpareRendererForSitePerProcess",
    # What Playwright does without: of two lists Chromium reads the last.
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
# Chromium looks up its maker's hosts at every start, unless it is told not to.
FLAGS = (
    f"--disable-features={','.join(WITHOUT)}",
    "--disable-gpu",
    "--in-process-gpu",  # of which nothing is left but to put a window together
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING = "Chromium not found: install it with `apt-get install chromium`, or set CARELEVEL_CHROMIUM"


def chromium_program() -> str:
    program = os.environ.get("CARELEVEL_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.fail(MISSING, pytrace=False)
    return program


# Scope "package": while Playwright runs, its event loop does too, and tests elsewhere start their own.


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    program = chromium_program()
    expect.set_options(timeout=EXPECTED_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def notebooks() -> Path:
    """The folder that both servers serve a copy of."""
    return NOTEBOOKS


@pytest.fixture(scope="package")
def jupyterlab(notebooks: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterLab]:
    """One JupyterLab for all tests; a test takes `lab`, which it finds as new."""
    server = JupyterLab(notebooks, tmp_path_factory.mktemp("jupyterlab"))
    yield server
    server.stop()


@pytest.fixture
def lab(jupyterlab: JupyterLab, chromium: Browser) -> Iterator[JupyterLab]:
    """JupyterLab with no kernel running, the notebooks as in the tree, and nobody's record."""
    yield jupyterlab
    jupyterlab.reset(chromium)
    assert jupyterlab.asked_elsewhere == []


@pytest.fixture(scope="package")
def voila_server(notebooks: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Voila]:
    """One Voilà for all tests; a test takes `voila`, which it finds as new."""
    server = Voila(notebooks, tmp_path_factory.mktemp("voila"))
    yield server
    server.stop()


@pytest.fixture
def voila(voila_server: Voila, chromium: Browser) -> Iterator[Voila]:
    """Voilà with no kernel running, the notebooks as in the tree, and nobody's record."""
    yield voila_server
    voila_server.reset()
    assert voila_server.asked_elsewhere == []
