"""The audience's pages on a server, which somebody else runs: any number of processes behind one address."""

from __future__ import annotations

import os
from collections.abc import Mapping
from urllib.parse import urlsplit
from urllib.request import urlopen

from carelevel.core.errors import RoomError
from carelevel.live.local_server import LocalServer
from carelevel.live.ping import NO_REPLY, REPLY_BYTES_MAX, PingReply
from carelevel.live.server_process import ADDRESS_VARIABLE
from carelevel.messages import remote_server as remote_server_messages
from carelevel.workshop.audience import Audience
from carelevel.workshop.strict_json import read_json

REMOTE_ANSWER_SECONDS_MAX = 3


class RemoteServer:
    """Pages at *address*, which serve the same database; nothing of them is started or ended from here."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")

    @property
    def public(self) -> str:
        """Where everybody finds them."""
        return self.address

    def start(self, host: str, address: str = "") -> str:
        """Their address, whatever *host* is; RoomError where they are not there."""
        parts = urlsplit(self.address)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
            raise RoomError(remote_server_messages.NO_ADDRESS.format(setting=ADDRESS_VARIABLE, address=self.address))
        if self.reached() is None:
            raise RoomError(remote_server_messages.NOT_THERE.format(setting=ADDRESS_VARIABLE, address=self.address))
        return self.address

    def reached(self, room: str = "") -> Audience | None:
        """What one of the processes says of the audience; None where none answers."""
        try:
            with urlopen(f"{self.address}/ping?room={room}", timeout=REMOTE_ANSWER_SECONDS_MAX) as reply:
                return read_json(PingReply, reply.read(REPLY_BYTES_MAX)).audience
        except NO_REPLY:
            return None

    def end(self) -> None:
        """Leave them as they are: other rooms are in them too."""


def audience_server(url: str | None = None, environment: Mapping[str, str] = os.environ) -> LocalServer | RemoteServer:
    """The one of `CARELEVEL_ROOM_URL`, else a process of our own; always one for a database named by *url*."""
    address = environment.get(ADDRESS_VARIABLE)
    return RemoteServer(address) if address and url is None else LocalServer(url)
