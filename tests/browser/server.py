"""A server under test: one process on a free loopback port, with a home of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psutil
from carelevel.cli.servers import with_jupyter
from playwright.sync_api import BrowserContext, Route

from tests.ports import free_port

START_SECONDS = 60
OTHER_HOST = re.compile(r"^(http|ws)s?://(?!127\.0\.0\.1[:/])")
STOP_SECONDS = 3
"""JupyterLab waits longer for a kernel to end; nothing of it is wanted any more."""


class Server:
    """Runs what *command* makes of a port in the folder *home*, and waits until *ready* answers there."""

    def __init__(
        self, command: Callable[[int], list[str]], ready: str, home: Path, environment: Mapping[str, str] | None = None
    ) -> None:
        self.home = home
        self.data = home / "data"
        self.log = home / "log.txt"
        self.asked_elsewhere: list[str] = []
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command(port), env={**isolated(home), **(environment or {})}, cwd=home, stdout=log, stderr=log
            )
        self._wait_for(self.url + ready)

    def keep_to_this_computer(self, context: BrowserContext) -> None:
        """Refuse whatever a page asks of another host, and note it in *asked_elsewhere*."""

        def refuse(route: Route) -> None:
            self.asked_elsewhere.append(route.request.url)
            route.abort()

        context.route(OTHER_HOST, refuse)

    def children(self) -> Iterator[tuple[psutil.Process, list[str]]]:
        """Its processes with their commands, without those that end meanwhile."""
        for process in psutil.Process(self.process.pid).children(recursive=True):
            with suppress(psutil.NoSuchProcess):
                yield process, process.cmdline()

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def _wait_for(self, url: str) -> None:
        end = time.monotonic() + START_SECONDS
        while self.process.poll() is None and time.monotonic() < end:
            try:
                with urlopen(url, timeout=5):
                    return
            except (URLError, TimeoutError, ConnectionError):
                time.sleep(0.1)
        self.stop()
        raise RuntimeError(f"{url} did not answer; the server's log:\n{self.log.read_text()}")


class NotebookServer(Server):
    """A server of a copy of *notebooks*, so that no run touches the tree."""

    def __init__(self, command: Callable[[int], list[str]], ready: str, notebooks: Path, home: Path) -> None:
        self.originals = notebooks
        self.notebooks = home / "notebooks"
        shutil.copytree(notebooks, self.notebooks)
        super().__init__(command, ready, home)

    def put_back(self) -> None:
        """The notebooks as they were, and nobody's record."""
        for folder in (self.notebooks, self.data):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.originals, self.notebooks)


def isolated(home: Path) -> dict[str, str]:
    """Nothing of the user's own Jupyter, IPython or record is read or written; the venv's extensions are."""
    return os.environ | {
        "CARELEVEL_DATA": str(home / "data"),
        "IPYTHONDIR": str(home / "ipython"),
        **with_jupyter({}),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "share"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
    }
