"""`carelevel lab` opens the first notebook, in a folder of any name, and runs it as soon as somebody asks for that."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.jupyter import LOOK_MS, NOTEBOOK_MS, TOKEN
from tests.browser.server import Server

FOLDER = "my notes #1 100%"
CAN_RUN = "() => window.jupyterapp?.commands?.isEnabled('notebook:run-all-cells')"
RUN = "() => { jupyterapp.commands.execute('notebook:run-all-cells'); }"


@pytest.fixture
def lab(notebooks: Path, tmp_path: Path) -> Iterator[Server]:
    folder = tmp_path / f"{FOLDER} of mine" / FOLDER
    shutil.copytree(notebooks, folder)

    def command(port: int) -> list[str]:
        started = "import sys; from carelevel.cli import main; sys.exit(main())"
        own = ("lab", "--notebooks", str(folder), "--no-browser", "--port", str(port))
        jupyters = (f"--IdentityProvider.token={TOKEN}", "--expose-app-in-browser")
        return [sys.executable, "-c", started, *own, "--", *jupyters]

    server = Server(command, f"/api/status?token={TOKEN}", tmp_path)
    yield server
    server.stop()


def test_lab_opens_the_first_notebook_in_a_folder_of_any_name_and_runs_it_before_its_kernel_is_there(
    lab: Server, chromium: Browser
) -> None:
    page = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{lab.url}/?token={TOKEN}")
    page.wait_for_function(CAN_RUN, timeout=NOTEBOOK_MS, polling=LOOK_MS)
    page.evaluate(RUN)
    page.get_by_role("tab", name=re.compile("00_start_here")).wait_for(timeout=NOTEBOOK_MS)
    opened = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-MarkdownCell").first
    opened.wait_for(timeout=NOTEBOOK_MS)
    page.locator(".cl-card .cl-body").wait_for(timeout=NOTEBOOK_MS)
    assert page.locator(".jp-Dialog").count() == 0
    page.context.close()
