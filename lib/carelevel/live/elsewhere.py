"""The audience's pages where somebody else serves them: on a server, by any number of processes behind one address."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from urllib.parse import urlsplit
from urllib.request import urlopen

from carelevel.core.errors import RoomError
from carelevel.live.pages import Pages
from carelevel.words import elsewhere as words

SETTING = "CARELEVEL_ROOM_URL"
PING_SECONDS = 3
"""Seconds to wait for them."""

LARGEST = 1000
"""Bytes of their answer."""


class Elsewhere:
    """Pages at *address*, which serve the same database; nothing of them is started or ended from here."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")

    def start(self, host: str, address: str = "") -> str:
        """Their address, whatever *host* is; RoomError where they are not there."""
        parts = urlsplit(self.address)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
            raise RoomError(words.NO_ADDRESS.format(setting=SETTING, address=self.address))
        if self.reached() is None:
            raise RoomError(words.NOT_THERE.format(setting=SETTING, address=self.address))
        return self.address

    def reached(self) -> int | None:
        """How often another device has opened the join page of one of the processes; None where none answers."""
        try:
            with urlopen(f"{self.address}/ping", timeout=PING_SECONDS) as reply:
                return int(json.loads(reply.read(LARGEST))["reached"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def end(self) -> None:
        """Leave them as they are: other rooms are in them too."""


def pages(url: str | None = None, environment: Mapping[str, str] = os.environ) -> Pages | Elsewhere:
    """Those of `CARELEVEL_ROOM_URL`, else a process of our own; always one for a database named by *url*."""
    named = environment.get(SETTING)
    return Elsewhere(named) if named and url is None else Pages(url)
