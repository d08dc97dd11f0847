"""A running JupyterLab, and a notebook open in it."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any, Literal
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.server import NotebookServer

Theme = Literal["light", "dark"]

TOKEN = "test"
THEMES: dict[Theme, str] = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
NOTEBOOK_MS = 60_000
LOOK_MS = 100
"""So often a page is asked whether it is so far; in every frame, as Playwright would, keeps it busy drawing."""
SIZE: ViewportSize = {"width": 1280, "height": 900}
PANEL = "window.jupyterapp?.shell.currentWidget"
IDLE = f"() => {PANEL}?.sessionContext?.session?.kernel?.status === 'idle'"
OPEN = "async path => { await jupyterapp.commands.execute('docmanager:open', {path}); }"
CLEAR = """() => {
    for (const widget of Array.from(jupyterapp.shell.widgets())) if (widget.context) widget.dispose();
    localStorage.clear();
    sessionStorage.clear();
    return !document.querySelector('.jp-Dialog');
}"""
"""Close what is open, unsaved or not, and forget what the browser kept; false where a question stands open."""
WATCH_RUN_ALL = """() => {
    window.ranAll = false;
    jupyterapp.commands.commandExecuted.connect((_, {id, result}) => {
        if (id === 'notebook:run-all-cells') result.then(() => { window.ranAll = true; });
    });
}"""


class JupyterLab(NotebookServer):
    def __init__(self, notebooks: Path, home: Path) -> None:
        _ask_for_no_news(home / "config")
        self._page: Page | None = None
        """JupyterLab in a browser; it takes longer to load than a kernel to start, so the next test finds it open."""
        super().__init__(self._command, f"/api/status?token={TOKEN}", notebooks, home)

    def open(self, browser: Browser, notebook: str, theme: Theme = "light") -> NotebookPage:
        """Open *notebook* as the only one in JupyterLab, its kernel idle and no cell run."""
        page = self._loaded(browser)
        page.evaluate(OPEN, notebook)
        page.wait_for_function(IDLE, timeout=NOTEBOOK_MS, polling=LOOK_MS)
        # Links are relative to the notebook's address, which JupyterLab writes some time later.
        page.evaluate("to => history.replaceState(null, '', to)", f"{self.url}/lab/tree/{notebook}")
        opened = NotebookPage(self, notebook, page)
        opened.switch_theme(theme)
        return opened

    def _loaded(self, browser: Browser) -> Page:
        if self._page is None or self._page.is_closed():
            context = browser.new_context(viewport=SIZE)
            self.keep_to_this_computer(context)
            self._page = context.new_page()
            self._page.goto(f"{self.url}/lab?token={TOKEN}&reset")
            self._page.wait_for_function("() => window.jupyterapp?.shell", timeout=NOTEBOOK_MS, polling=LOOK_MS)
            self._page.evaluate("async () => { await jupyterapp.restored; }")
        return self._page

    def reset(self, browser: Browser) -> None:
        """End every kernel, put the notebooks back as they were, and forget every record."""
        self._clear()
        for context in browser.contexts:
            if self._page is None or context is not self._page.context:
                context.close()
        for session in self._ask("GET", "api/sessions"):
            self._ask("DELETE", f"api/sessions/{session['id']}")
        self.put_back()

    def _clear(self) -> None:
        """Leave the page as it was when it was loaded, or, where that cannot be, leave it."""
        page, self._page = self._page, None
        if page is None or page.is_closed() or not page.evaluate(CLEAR):
            return
        for another in page.context.pages:
            if another is not page:
                another.close()
        page.set_viewport_size(SIZE)
        page.emulate_media(color_scheme="light", forced_colors="none", media="screen")
        self._page = page

    def restart_kernel(self, notebook: str) -> None:
        self._ask("POST", f"api/kernels/{self._kernel_id(notebook)}/restart")

    def kill_kernel(self, notebook: str) -> None:
        """End the kernel's process at once, as a crash or a power cut would; the server starts another."""
        connection = f"kernel-{self._kernel_id(notebook)}.json"
        for process, arguments in self.children():
            if any(connection in argument for argument in arguments):
                process.send_signal(signal.SIGKILL)
                return
        raise LookupError(f"no kernel of {notebook} is running")

    def _kernel_id(self, notebook: str) -> str:
        by_path = {session["path"]: session["kernel"]["id"] for session in self._ask("GET", "api/sessions")}
        kernel_id: str = by_path[notebook]
        return kernel_id

    def _ask(self, method: str, path: str, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"token {TOKEN}"}
        with urlopen(Request(f"{self.url}/{path}", data, headers, method=method), timeout=30) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def _command(self, port: int) -> list[str]:
        return [
            *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--expose-app-in-browser"),
            *("--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}", "--ServerApp.port_retries=0"),
            *(f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={self.notebooks}"),
        ]


def _ask_for_no_news(config: Path) -> None:
    """Turn off JupyterLab's question about news; the option LabApp.news_url=None leaves it on."""
    quiet = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}}
    overrides = config / "labconfig" / "default_setting_overrides.json"
    overrides.parent.mkdir(parents=True)
    overrides.write_text(json.dumps(quiet))


class NotebookPage:
    """A notebook open in a browser: what a person does to it, and what is then in it."""

    def __init__(self, lab: JupyterLab, notebook: str, page: Page) -> None:
        self.lab = lab
        self.notebook = notebook
        self.page = page

    def run_all(self) -> None:
        """Run ▸ Run All Cells, until the last cell has run."""
        self.page.evaluate(WATCH_RUN_ALL)
        self.page.locator(".lm-MenuBar-itemLabel", has_text="Run").click()
        self.page.locator(".lm-Menu-itemLabel:text-is('Run All Cells')").click()
        self.page.wait_for_function("() => window.ranAll", timeout=NOTEBOOK_MS, polling=LOOK_MS)
        self.wait_until_idle()

    def wait_until_idle(self) -> None:
        self.page.wait_for_function(IDLE, timeout=NOTEBOOK_MS, polling=LOOK_MS)

    def restart_kernel(self) -> None:
        self.lab.restart_kernel(self.notebook)
        self.wait_until_idle()

    def kill_kernel(self) -> None:
        """Kill the kernel, and read JupyterLab's message about it away once another one runs."""
        self.lab.kill_kernel(self.notebook)
        self.page.locator(".jp-Dialog").get_by_role("button", name="Ok").click(timeout=NOTEBOOK_MS)
        self.wait_until_idle()

    def cells(self) -> list[dict[str, Any]]:
        """The notebook's cells as JupyterLab would save them, outputs included."""
        cells: list[dict[str, Any]] = self.page.evaluate(f"() => {PANEL}.content.model.toJSON().cells")
        return cells

    def counts_as_saved(self) -> bool:
        """Whether closing it would ask nothing."""
        dirty: bool = self.page.evaluate(f"() => {PANEL}.context.model.dirty")
        return not dirty

    def switch_theme(self, theme: Theme) -> None:
        if self.page.locator(f"body[data-jp-theme-name='{THEMES[theme]}']").count():
            return
        change = "theme => jupyterapp.commands.execute('apputils:change-theme', {theme})"
        self.page.evaluate(change, THEMES[theme])
        self.page.locator(f"body[data-jp-theme-name='{THEMES[theme]}']").wait_for(state="attached")

    def screenshot(self, name: str) -> None:
        """Keep a picture as *name*.png in the folder that CARELEVEL_SCREENSHOTS names, if it does."""
        if folder := os.environ.get("CARELEVEL_SCREENSHOTS"):
            self.page.screenshot(path=Path(folder) / f"{name}.png")

    def close(self) -> None:
        self.page.context.close()
