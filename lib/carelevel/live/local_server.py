"""The audience's pages on this computer as the presenter's card sees them: started at an address, reached, ended."""

from __future__ import annotations

import socket
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from carelevel.core.errors import RoomError
from carelevel.live.listening import listen
from carelevel.live.server_process import ServerProcess, find_process, forget_process, start_process, stop_process
from carelevel.messages import room as room_messages
from carelevel.workshop.addresses import EVERYWHERE, PORT, is_here, is_name
from carelevel.workshop.audience import Audience

LIBRARIES = ("jinja2", "segno", "starlette", "uvicorn")
"""What the process needs."""

UNANSWERED_MAX = 5
"""So often in a row a process may be too busy to answer."""

PORTS_TRIED = 20
"""Another notebook on this computer may have the first."""

CONNECT_SECONDS_MAX = 1


class LocalServer:
    """The pages of one database, by whichever process serves them."""

    def __init__(self, url: str | None = None, folder: Path | None = None) -> None:
        self._url, self._folder = url, folder
        self._process: ServerProcess | None = None
        self._reached: Audience | None = None
        self._unanswered = 0

    @property
    def public(self) -> str:
        """Nobody else serves them."""
        return ""

    def start(self, host: str, address: str = "") -> str:
        """Where they are, for who opens *host*; at *address*, where phones know them already, if that can still be.

        A name may lead to any of this computer's addresses, so that all of them are served.
        """
        if any(find_spec(name) is None for name in LIBRARIES):
            raise RoomError(room_messages.ROOM_COMMAND["no_live"])
        process = find_process(self._url, self._folder)
        if process is None or (process.public or process.host) != host:
            if process:
                stop_process(process)
            own, public = (EVERYWHERE[0], host) if is_name(host) and not is_here(host) else (host, "")
            port = _free_port(own, urlsplit(address).port or PORT)
            process = start_process(own, port, self._url, self._folder, public)
        self._process, self._reached = process, self._reached or Audience(0)
        return process.there

    def reached(self, room: str = "") -> Audience | None:
        """What they say of the audience; None where nobody serves them now."""
        process = self._process = self._process or find_process(self._url, self._folder)
        reached = process.reached(room) if process else None
        if process is None or reached is not None:
            self._reached, self._unanswered = reached, 0
            return reached
        self._unanswered += 1
        if self._unanswered > UNANSWERED_MAX or not _is_listening(process):
            self._process = self._reached = None
        return self._reached

    def end(self) -> None:
        """End the process; what is in the store stays."""
        process = find_process(self._url, self._folder)
        if process:
            stop_process(process)
        forget_process(self._url, self._folder)
        self._process = None


def _is_listening(process: ServerProcess) -> bool:
    """Whether somebody still listens there: then it is busy rather than gone."""
    where = urlsplit(process.here)
    try:
        socket.create_connection((where.hostname or "", where.port or 0), timeout=CONNECT_SECONDS_MAX).close()
    except OSError:
        return False
    return True


def _free_port(host: str, first: int) -> int:
    """*first*, or the next that nobody listens on; *first* where none can be had, so that its refusal is told."""
    for port in range(first, first + PORTS_TRIED):
        with suppress(OSError, OverflowError), listen(host, port):
            return port
    return first
