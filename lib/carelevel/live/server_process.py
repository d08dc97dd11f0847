"""The audience's process as a notebook sees it: started, found again after a restart of the kernel, ended."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.request import ProxyHandler, build_opener

from carelevel.core.errors import RoomError
from carelevel.store.address import SETTING, address
from carelevel.store.folder import data_folder, replace
from carelevel.words import room as words
from carelevel.workshop.addresses import HERE

PORT = 8722
SECRET = "CARELEVEL_ROOM_SECRET"
START_SECONDS, STOP_SECONDS = 20.0, 5.0
BUSY_SECONDS = 5.0
"""How long a process may take to answer before it counts as gone: one that is gone refuses at once."""

_ask = build_opener(ProxyHandler({}))  # a proxy of the system's would not find this computer's own ports


@dataclass(frozen=True, slots=True)
class Serving:
    """A process that serves the rooms of one database; *host* is what it listens on."""

    pid: int
    host: str
    port: int
    secret: str

    @property
    def here(self) -> str:
        """Its address on this computer."""
        everywhere = {"0.0.0.0": HERE, "::": "[::1]"}
        return f"http://{everywhere.get(self.host, self.host)}:{self.port}"

    def reached(self) -> int:
        """How often another device has opened the join page so far; RoomError where the process is gone."""
        told = _proven(self)
        if told is None:
            raise RoomError(words.ROOM_PROCESS_GONE)
        return int(told["reached"])


def serving(url: str | None = None, folder: Path | None = None) -> Serving | None:
    """The process that serves this database now, whoever started it; None where there is none."""
    try:
        found = Serving(**json.loads(_file(url, folder).read_text()))
    except (OSError, ValueError, TypeError):
        return None
    return found if _proven(found) else None


def serve_room(host: str = HERE, port: int = PORT, url: str | None = None, folder: Path | None = None) -> Serving:
    """The process that serves this database on *host*, started unless it runs; RoomError where that fails.

    One that listens on another host or port is ended first: its rooms go on in the new one.
    """
    found = serving(url, folder)
    if found and (found.host, found.port) == (host, port):
        return found
    if found:
        stop(found)
    secret = secrets.token_hex(16)
    log = _file(url, folder).with_suffix(".log")
    with log.open("w") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "carelevel.live", host, str(port)],
            env=os.environ | {SECRET: secret} | ({SETTING: url} if url else {}),
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=written,
            start_new_session=True,  # it outlives this kernel
        )
    started = Serving(process.pid, host, port, secret)
    end = monotonic() + START_SECONDS
    while monotonic() < end and process.poll() is None:
        if _proven(started):
            replace(_file(url, folder), json.dumps(asdict(started)).encode())
            return started
        sleep(0.05)
    process.kill()
    process.wait()
    said = log.read_text().strip().splitlines()
    raise RoomError(said[-1] if said else words.ROOM_COMMAND["taken"].format(host=host, port=port))


def stop(found: Serving) -> None:
    """End the process; whoever is in a room finds it again when another one serves it."""
    if _proven(found) is None:  # never a process of that number which is not ours
        return
    os.kill(found.pid, signal.SIGTERM)
    end = monotonic() + STOP_SECONDS
    while monotonic() < end:
        if _proven(found) is None:
            break
        sleep(0.05)
    _reap(found.pid)


def forget(url: str | None = None, folder: Path | None = None) -> None:
    """Leave no note of a process that has ended."""
    for name in (".json", ".log"):
        _file(url, folder).with_suffix(name).unlink(missing_ok=True)


def _proven(found: Serving) -> Mapping[str, Any] | None:
    """What the process at that address says of itself, where it knows the secret; None where not."""
    nonce = secrets.token_hex(8)
    try:
        with _ask.open(f"{found.here}/ping?nonce={nonce}", timeout=BUSY_SECONDS) as reply:
            told: Mapping[str, Any] = json.loads(reply.read(1000))
    except (OSError, ValueError):
        return None
    proof = hmac.new(found.secret.encode(), nonce.encode(), hashlib.sha256).hexdigest()
    return told if hmac.compare_digest(str(told.get("proof", "")), proof) else None


def _file(url: str | None, folder: Path | None) -> Path:
    """Where the process of this database is noted, for its owner alone."""
    of = hashlib.sha256(address(url).render_as_string(hide_password=False).encode()).hexdigest()[:12]
    return (folder or data_folder()) / f"room-{of}.json"


def _reap(pid: int) -> None:
    """Let go of a child of ours; the process of an earlier kernel is not one."""
    end = monotonic() + STOP_SECONDS
    while monotonic() < end:
        try:
            if os.waitpid(pid, getattr(os, "WNOHANG", 0))[0]:
                return
        except (OSError, AttributeError):
            return
        sleep(0.02)
