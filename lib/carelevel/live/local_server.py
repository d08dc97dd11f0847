"""The audience's pages as the presenter's card sees them: started at an address, reached, ended."""

from __future__ import annotations

import socket
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from carelevel.core.errors import RoomError
from carelevel.live.server_process import PORT, Serving, forget, serve_room, serving, stop
from carelevel.words import room as words

NEEDED = ("segno", "starlette", "uvicorn")
SILENT = 5
"""So often in a row a process may be too busy to answer."""

PORTS = 20
"""So many are tried: another notebook on this computer may have the first."""


class Pages:
    """The pages of one database, by whichever process serves them."""

    def __init__(self, url: str | None = None, folder: Path | None = None) -> None:
        self._url, self._folder = url, folder
        self._serving: Serving | None = None
        self._reached: int | None = None
        self._silent = 0

    def start(self, host: str, address: str = "") -> str:
        """Where they are, served on *host*; at *address*, where phones know them already, if that can still be."""
        if any(find_spec(name) is None for name in NEEDED):
            raise RoomError(words.ROOM_COMMAND["no_live"])
        found = serving(self._url, self._folder)
        if found is None or found.host != host:
            if found:
                stop(found)
            found = serve_room(host, _free_port(host, urlsplit(address).port or PORT), self._url, self._folder)
        self._serving, self._reached = found, self._reached or 0
        return found.here

    def reached(self) -> int | None:
        """How often another device has opened them; None where nobody serves them now."""
        self._serving = self._serving or serving(self._url, self._folder)
        try:
            self._reached = self._serving.reached() if self._serving else None
            self._silent = 0
        except RoomError:
            self._silent += 1
            if self._silent > SILENT or not self._is_listening():
                self._serving = self._reached = None
        return self._reached

    def end(self) -> None:
        """End the process; what is in the store stays."""
        found = serving(self._url, self._folder)
        if found:
            stop(found)
        forget(self._url, self._folder)
        self._serving = None

    def _is_listening(self) -> bool:
        """Whether somebody still listens there: then it is busy rather than gone."""
        if self._serving is None:
            return False
        where = urlsplit(self._serving.here)
        try:
            socket.create_connection((where.hostname or "", where.port or 0), timeout=1).close()
        except OSError:
            return False
        return True


def _free_port(host: str, first: int) -> int:
    """*first*, or the next that nobody listens on; *first* where none can be had, so that its refusal is told."""
    for port in range(first, first + PORTS):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except (OSError, OverflowError):
                continue
        return port
    return first
