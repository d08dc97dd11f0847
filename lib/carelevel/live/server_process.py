"""A server process on this computer: started, found again after a restart of the kernel, ended."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic, sleep
from urllib.request import ProxyHandler, build_opener

from carelevel.core.errors import RoomError
from carelevel.files import whole_file
from carelevel.live.log import EARLIER
from carelevel.live.ping import NO_REPLY, REPLY_BYTES_MAX, PingReply, proof_of
from carelevel.messages import room as room_messages
from carelevel.store.address import SETTING as DATABASE_VARIABLE
from carelevel.store.address import address
from carelevel.store.folder import data_folder, replace
from carelevel.workshop.addresses import HERE, PORT
from carelevel.workshop.audience import Audience
from carelevel.workshop.strict_json import read_json

SECRET_VARIABLE = "CARELEVEL_ROOM_SECRET"
ADDRESS_VARIABLE = "CARELEVEL_ROOM_URL"
"""Where somebody else's processes are found, and what a process is found by that is not told so by its own host."""

START_SECONDS_MAX, STOP_SECONDS_MAX = 20.0, 5.0
ANSWER_SECONDS_MAX = 5.0
"""How long a process may take to answer before it counts as gone: one that is gone refuses at once."""

_open = build_opener(ProxyHandler({})).open  # a proxy of the system's would not find this computer's own ports


@dataclass(frozen=True, slots=True)
class ServerProcess:
    """A process that serves the rooms of one database; *host* is what it listens on.

    *public*: the name that phones open, '' where that is *host*.
    """

    pid: int
    host: str
    port: int
    secret: str
    public: str = ""

    @property
    def here(self) -> str:
        """Its address on this computer."""
        everywhere = {"0.0.0.0": HERE, "::": "[::1]"}
        return f"http://{everywhere.get(self.host, self.host)}:{self.port}"

    @property
    def there(self) -> str:
        """Its address for phones."""
        return f"http://{self.public}:{self.port}" if self.public else self.here

    def reached(self, room: str = "") -> Audience | None:
        """What it says of the audience of the room of that id; None where the process does not answer."""
        reply = _ping(self, room)
        return None if reply is None else reply.audience


def find_process(url: str | None = None, folder: Path | None = None) -> ServerProcess | None:
    """The process that serves this database now, whoever started it; None where there is none."""
    try:
        process = read_json(ServerProcess, whole_file.read(_note(url, folder)))
    except (OSError, ValueError):
        return None
    return process if _ping(process) else None


def start_process(
    host: str = HERE, port: int = PORT, url: str | None = None, folder: Path | None = None, public: str = ""
) -> ServerProcess:
    """A new process that serves this database on *host*, to who opens *public*; RoomError where that fails."""
    note, secret = _note(url, folder), secrets.token_hex(16)
    log = note.with_suffix(".log")
    log.unlink(missing_ok=True)
    own = {SECRET_VARIABLE: secret, ADDRESS_VARIABLE: f"http://{public}:{port}" if public else ""}
    with log.open("a") as written:
        child = subprocess.Popen(
            [sys.executable, "-m", "carelevel.live", host, str(port), str(log)],
            env=os.environ | own | ({DATABASE_VARIABLE: url} if url else {}),
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=written,
            start_new_session=True,  # it outlives this kernel
        )
    started = ServerProcess(child.pid, host, port, secret, public)
    _wait(lambda: child.poll() is not None or _ping(started) is not None, START_SECONDS_MAX)
    if _ping(started):
        replace(note, json.dumps(asdict(started)).encode())
        return started
    child.kill()
    child.wait()
    lines = log.read_text().strip().splitlines()
    raise RoomError(lines[-1] if lines else room_messages.ROOM_COMMAND["taken"].format(host=host, port=port))


def stop_process(process: ServerProcess) -> None:
    """End it; whoever is in a room finds it again when another one serves it."""
    if _ping(process) is None:  # never a process of that number which is not ours
        return
    os.kill(process.pid, signal.SIGTERM)
    _wait(lambda: _ping(process) is None, STOP_SECONDS_MAX)
    with suppress(OSError, AttributeError):  # the process of an earlier kernel is no child of ours
        _wait(lambda: os.waitpid(process.pid, os.WNOHANG)[0] != 0, STOP_SECONDS_MAX)


def forget_process(url: str | None = None, folder: Path | None = None) -> None:
    """Leave no note of a process that has ended."""
    for name in (".json", ".log", f".log{EARLIER}"):
        _note(url, folder).with_suffix(name).unlink(missing_ok=True)


def _ping(process: ServerProcess, room: str = "") -> PingReply | None:
    """What the process at that address says of itself, where it knows the secret; None where not."""
    nonce = secrets.token_hex(8)
    try:
        with _open(f"{process.here}/ping?nonce={nonce}&room={room}", timeout=ANSWER_SECONDS_MAX) as reply:
            answer = read_json(PingReply, reply.read(REPLY_BYTES_MAX))
    except NO_REPLY:
        return None
    return answer if hmac.compare_digest(answer.proof.encode(), proof_of(process.secret, nonce).encode()) else None


def _note(url: str | None, folder: Path | None) -> Path:
    """Where the process of this database is noted, for its owner alone."""
    database = hashlib.sha256(address(url).render_as_string(hide_password=False).encode()).hexdigest()[:12]
    return (folder or data_folder()) / f"room-{database}.json"


def _wait(is_done: Callable[[], bool], seconds: float) -> None:
    """Until something is so, but no longer than *seconds*."""
    end = monotonic() + seconds
    while not is_done() and monotonic() < end:
        sleep(0.05)
