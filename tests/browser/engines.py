"""Firefox and WebKitGTK as the system has them, spoken to without a library: Marionette, and WebDriver."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path
from typing import Any

PATIENCE = 90
MINI_BROWSERS = "/usr/lib/*/webkit2gtk-4.*/MiniBrowser"


class Engine:
    """A browser with a profile of its own, in a group of processes that can be killed."""

    process: subprocess.Popen[bytes]

    def open(self, address: str) -> None:
        raise NotImplementedError

    def run(self, script: str) -> Any:
        """What a function with this body gives."""
        raise NotImplementedError

    def until(self, expression: str) -> Any:
        """The first true value of it."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if found := self.run(f"return {expression}"):
                return found
            time.sleep(0.1)
        raise AssertionError(f"{expression}: {self.run('return document.body.innerText.slice(0, 500)')}")

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def _start(self, command: list[str], home: Path, **environment: str) -> None:
        self.process = subprocess.Popen(
            command,
            env={**os.environ, "HOME": str(home), **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )


class Firefox(Engine):
    """By Marionette, which numbers its commands and says how long each message is."""

    PORT = 2828

    def __init__(self, program: str, profile: Path) -> None:
        profile.mkdir(exist_ok=True)
        self._start([program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)], profile)
        self._number = 0
        self._socket = _connected(self.PORT)
        self._read()
        self._ask("WebDriver:NewSession", {})
        self._ask("WebDriver:SetTimeouts", {"pageLoad": PATIENCE * 1000, "script": PATIENCE * 1000})

    def open(self, address: str) -> None:
        self._ask("WebDriver:Navigate", {"url": address})

    def run(self, script: str) -> Any:
        return self._ask("WebDriver:ExecuteScript", {"script": script, "args": []})["value"]

    def _ask(self, command: str, given: dict[str, Any]) -> Any:
        self._number += 1
        sent = json.dumps([0, self._number, command, given]).encode()
        self._socket.sendall(b"%d:%s" % (len(sent), sent))
        _, _, error, value = self._read()
        assert error is None, error
        return value

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._socket.recv(1)
        content = b""
        while len(content) < int(length[:-1]):
            content += self._socket.recv(int(length[:-1]) - len(content))
        return json.loads(content)


class WebKit(Engine):
    """By WebDriver, on a screen that nobody sees."""

    PORT, SCREEN = 4455, ":97"

    def __init__(self, driver: str, browser: str, screen: str, profile: Path) -> None:
        profile.mkdir(exist_ok=True)
        unseen = [screen, self.SCREEN, "-screen", "0", "1280x900x24"]
        self._screen = subprocess.Popen(unseen, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        where = {"DISPLAY": self.SCREEN, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "LIBGL_ALWAYS_SOFTWARE": "1"}
        self._start([driver, f"--port={self.PORT}"], profile, WEBKIT_DISABLE_DMABUF_RENDERER="1", **where)
        _connected(self.PORT).close()
        options = {"webkitgtk:browserOptions": {"binary": browser, "args": ["--automation"]}}
        self._session = ""
        made = self._ask("/session", {"capabilities": {"alwaysMatch": options}})
        self._session = f"/session/{made['sessionId']}"
        self._ask("/timeouts", {"pageLoad": PATIENCE * 1000, "script": PATIENCE * 1000})

    def open(self, address: str) -> None:
        self._ask("/url", {"url": address})

    def run(self, script: str) -> Any:
        return self._ask("/execute/sync", {"script": script, "args": []})

    def kill(self) -> None:
        super().kill()
        self._screen.kill()
        self._screen.wait()

    def _ask(self, path: str, given: dict[str, Any]) -> Any:
        address = f"http://127.0.0.1:{self.PORT}{self._session}{path}"
        head = {"Content-Type": "application/json"}
        asked = urllib.request.Request(address, json.dumps(given).encode(), head, method="POST")
        with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
            return json.load(answer)["value"]


def _connected(port: int) -> socket.socket:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port))
        except OSError:
            assert time.monotonic() < deadline, f"nobody listens on {port}"
            time.sleep(0.1)
