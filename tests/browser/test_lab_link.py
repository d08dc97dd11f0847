"""`carelevel lab` opens the first notebook, also in a folder whose name means something to an address."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.jupyter import NOTEBOOK_MS, TOKEN
from tests.browser.server import Server

FOLDER = "my notes #1 100%"


@pytest.fixture
def lab(notebooks: Path, tmp_path: Path) -> Iterator[Server]:
    folder = tmp_path / f"{FOLDER} of mine" / FOLDER
    shutil.copytree(notebooks, folder)

    def command(port: int) -> list[str]:
        started = "import sys; from carelevel.cli import main; sys.exit(main())"
        own = ("lab", "--notebooks", str(folder), "--no-browser", "--port", str(port))
        return [sys.executable, "-c", started, *own, "--", f"--IdentityProvider.token={TOKEN}"]

    server = Server(command, f"/api/status?token={TOKEN}", tmp_path)
    yield server
    server.stop()


def test_lab_opens_the_first_notebook_in_a_folder_of_any_name(lab: Server, chromium: Browser) -> None:
    page = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{lab.url}/?token={TOKEN}")
    page.get_by_role("tab", name=re.compile("00_start_here")).wait_for(timeout=NOTEBOOK_MS)
    opened = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-MarkdownCell").first
    opened.wait_for(timeout=NOTEBOOK_MS)
    assert page.locator(".jp-Dialog").count() == 0
    page.context.close()
