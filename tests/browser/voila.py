"""A running Voilà: the notebooks as pages, without their code."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.jupyter import NOTEBOOK_MS, Theme
from tests.browser.server import NotebookServer

KERNELS_END_SECONDS = 30


class Voila(NotebookServer):
    def __init__(self, notebooks: Path, home: Path) -> None:
        self._opened: list[BrowserContext] = []
        super().__init__(self._command, "/", notebooks, home)

    def open(self, browser: Browser, notebook: str, theme: Theme = "light") -> Page:
        """Open *notebook* in a browser of its own, every cell run."""
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        self._opened.append(context)
        self.keep_to_this_computer(context)
        page = context.new_page()
        page.goto(f"{self.url}/voila/render/{notebook}?theme={theme}", timeout=NOTEBOOK_MS)
        return page

    def reset(self) -> None:
        """Leave every page, which ends its kernel, put the notebooks back as they were, and forget every record."""
        for context in self._opened:
            for page in context.pages:
                page.goto(f"{self.url}/voila/tree")
        self.wait_for_no_kernel()
        for context in self._opened:
            context.close()
        self._opened.clear()
        self.put_back()

    def wait_for_no_kernel(self) -> None:
        """Raise an AssertionError where one stays although its page was left."""
        end = time.monotonic() + KERNELS_END_SECONDS
        while self.count_kernels():
            assert time.monotonic() < end, "a kernel stays"
            time.sleep(0.1)

    def count_kernels(self) -> int:
        return sum("ipykernel_launcher" in arguments for _, arguments in self.children())

    def _command(self, port: int) -> list[str]:
        return [
            *(sys.executable, "-m", "voila", str(self.notebooks), "--no-browser", "--Voila.ip=127.0.0.1"),
            *(f"--port={port}", "--Voila.port_retries=0"),
        ]
