"""The process that serves the audience."""

from __future__ import annotations

import asyncio
import gc
import os
import socket
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import monotonic

import uvicorn

from carelevel.bank import open_bank
from carelevel.core.errors import BankError, RoomError, StoreError
from carelevel.live.app import make_app
from carelevel.live.connections import connection_class, most_connections
from carelevel.live.endpoints.services import Services
from carelevel.live.http.hosts import hosts_of
from carelevel.live.http.limits import Limits
from carelevel.live.listening import listen
from carelevel.live.log import begin_log
from carelevel.live.rendering.views import PLAIN_HEAD, Head, head_of
from carelevel.live.server_process import ADDRESS_VARIABLE, SECRET_VARIABLE
from carelevel.messages import room as room_messages
from carelevel.store.rooms import Rooms
from carelevel.workshop.addresses import HERE, PORT, is_here
from carelevel.workshop.expiry import Expiry

BACKLOG = 4096
"""Connections that the system holds until they are accepted."""

GRACE_SECONDS = 3
"""For open requests to end after SIGTERM."""

THREAD_SWITCH_SECONDS = 0.001
"""So long the thread which writes may keep the one which answers waiting."""

COLLECTOR_THRESHOLDS = (50_000, 20, 100)
"""Python's collector looks at every open stream each time it looks everywhere: let it do so rarely."""

TIDY_SECONDS = 30.0
"""Between two looks at what is kept."""

IDLE_SECONDS_MAX = 900.0
"""So long without a room a process of a notebook's goes on."""

UNSEEN_SECONDS_MAX = 3600.0
"""So long it goes on where no presenter's card looks at its rooms."""

DESCRIPTORS = (65_536, 10_240)
"""Open files to ask for where the system sets no limit, or does not allow its own."""


class RoomServer(uvicorn.Server):
    """Deletes rooms whose time is over, and ends every stream first when it is told to stop."""

    def __init__(self, config: uvicorn.Config, services: Services, *, until_idle: bool) -> None:
        super().__init__(config)
        self._services, self._until_idle = services, until_idle
        self._expiry = Expiry(services.rooms)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Tidy up from now on."""
        await super().startup(sockets)
        self._watching = asyncio.create_task(self.watch())

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End every stream first: they would never end by themselves."""
        await self._services.broadcaster.close()
        await super().shutdown(sockets)

    async def watch(self) -> None:
        """Votes should not outlive the time that the facilitator set, nor a port open to a network its rooms."""
        idle = 0.0
        while not self._until_idle or (idle < IDLE_SECONDS_MAX and self._is_looked_at):
            await asyncio.sleep(TIDY_SECONDS)
            try:
                serving = await asyncio.to_thread(self._tidy)
            except StoreError:
                serving = True
            idle = 0.0 if serving else idle + TIDY_SECONDS
        self.should_exit = True

    def _tidy(self) -> bool:
        """Delete what is over; whether any room is open."""
        self._expiry.tidy()
        return self._services.rooms.any_open()

    @property
    def _is_looked_at(self) -> bool:
        return monotonic() - self._services.looked_at < UNSEEN_SECONDS_MAX


def serve(
    host: str = HERE, port: int = PORT, url: str | None = None, log: Path | None = None, *, until_idle: bool = False
) -> int:
    """Serve the rooms of the database at *url* until stopped; RoomError where the port cannot be had."""
    begin_log(log)
    most = most_connections(raise_file_limit())
    sys.setswitchinterval(THREAD_SWITCH_SECONDS)
    gc.set_threshold(*COLLECTOR_THRESHOLDS)
    Rooms(url).prepare()
    rooms = Rooms(url, fenced=True)
    app = make_app(
        rooms,
        replace(Limits(), streams=min(Limits().streams, most * 3 // 4)),  # the rest is for those who vote
        os.environ.get(SECRET_VARIABLE, ""),
        head=bank_head(),
        hosts=hosts_of(host, address := os.environ.get(ADDRESS_VARIABLE, "")),
    )
    try:
        listening = listen(host, port, BACKLOG)
    except (OSError, OverflowError):
        raise RoomError(room_messages.ROOM_COMMAND["taken"].format(host=host, port=port)) from None
    at = f"http://{host if ':' not in host else f'[{host}]'}:{listening.getsockname()[1]}/"
    said = "network" if not is_here(host) else "behind" if address else "here"
    print(room_messages.ROOM_COMMAND[said].format(url=at, address=address), flush=True)
    config = uvicorn.Config(
        app,
        http=connection_class(most),
        access_log=False,  # an address is not to be kept, not in a log either
        log_config=None,
        server_header=False,
        ws="none",
        backlog=BACKLOG,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    with suppress(KeyboardInterrupt):  # uvicorn passes Ctrl-C on once everything has ended
        RoomServer(config, app.state.services, until_idle=until_idle).run(sockets=[listening])
    rooms.close()
    return 0


def bank_head() -> Head:
    """That of the bank in use; a room needs none, since its slides hold all that it shows."""
    try:
        criteria = open_bank().criteria
    except (BankError, OSError):
        return PLAIN_HEAD
    return head_of(criteria.words, criteria.notice)


def raise_file_limit() -> int:
    """Each phone holds a connection or two: let this process have as many as the system allows it; how many."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return DESCRIPTORS[0]
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    for wanted in (most, *DESCRIPTORS):
        with suppress(ValueError, OSError):  # some systems refuse the limit that they name
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
            break
    now, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return DESCRIPTORS[0] if now == resource.RLIM_INFINITY else now
