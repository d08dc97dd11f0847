"""A running Voilà: the notebooks as pages, without their code."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import psutil
from playwright.sync_api import Browser, Page

from tests.browser.jupyter import NOTEBOOK_MS, Theme
from tests.browser.server import Server


class Voila(Server):
    """Voilà on a copy of *notebooks*, so that no run touches the tree."""

    def __init__(self, notebooks: Path, home: Path) -> None:
        self.notebooks = home / "notebooks"
        shutil.copytree(notebooks, self.notebooks)
        super().__init__(self._command, "/", home)

    def open(self, browser: Browser, notebook: str, theme: Theme = "light") -> Page:
        """Open *notebook* in a browser of its own, every cell run."""
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        self.keep_to_this_computer(context)
        page = context.new_page()
        page.goto(f"{self.url}/voila/render/{notebook}?theme={theme}", timeout=NOTEBOOK_MS)
        return page

    def count_kernels(self) -> int:
        processes = psutil.Process(self.process.pid).children(recursive=True)
        alive = (process for process in processes if process.status() != psutil.STATUS_ZOMBIE)
        return sum("ipykernel_launcher" in process.cmdline() for process in alive)

    def _command(self, port: int) -> list[str]:
        return [
            *(sys.executable, "-m", "voila", str(self.notebooks), "--no-browser", "--Voila.ip=127.0.0.1"),
            *(f"--port={port}", "--Voila.port_retries=0"),
        ]
