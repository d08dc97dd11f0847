"""The process that serves the audience."""

from __future__ import annotations

import asyncio
import gc
import os
import socket
import sys
from contextlib import suppress
from datetime import UTC, datetime

import uvicorn

from carelevel.bank import open_bank
from carelevel.core.errors import BankError, RoomError, StoreError
from carelevel.live.app import make_app
from carelevel.live.endpoints.services import Services
from carelevel.live.listening import listen
from carelevel.live.rendering.views import PLAIN_HEAD, Head, head_of
from carelevel.live.server_process import SECRET_VARIABLE
from carelevel.messages import room as room_messages
from carelevel.store.rooms import Rooms
from carelevel.workshop.addresses import HERE, PORT, is_here

BACKLOG = 4096
"""Connections that the system holds until they are accepted."""

GRACE_SECONDS = 1
"""For open requests to end after SIGTERM."""

THREAD_SWITCH_SECONDS = 0.001
"""So long the thread which writes may keep the one which answers waiting."""

COLLECTOR_THRESHOLDS = (50_000, 20, 100)
"""Python's collector looks at every open stream each time it looks everywhere: let it do so rarely."""

TIDY_SECONDS = 30.0
"""Between two looks at what is kept."""

IDLE_SECONDS_MAX = 900.0
"""So long without a room a process of a notebook's goes on."""


class RoomServer(uvicorn.Server):
    """Deletes rooms whose time is over, and ends every stream first when it is told to stop."""

    def __init__(self, config: uvicorn.Config, services: Services, *, until_idle: bool) -> None:
        super().__init__(config)
        self._services, self._until_idle = services, until_idle

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Tidy up from now on."""
        await super().startup(sockets)
        self._watching = asyncio.create_task(self.watch())

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End every stream first: they would never end by themselves."""
        self._services.broadcaster.close()
        await super().shutdown(sockets)

    async def watch(self) -> None:
        """Votes should not outlive the time that the facilitator set, nor a port open to a network its rooms."""
        idle = 0.0
        while not self._until_idle or idle < IDLE_SECONDS_MAX:
            await asyncio.sleep(TIDY_SECONDS)
            try:
                serving = await asyncio.to_thread(self._tidy)
            except StoreError:
                serving = True
            idle = 0.0 if serving else idle + TIDY_SECONDS
        self.should_exit = True

    def _tidy(self) -> bool:
        """Delete what is over; whether any room is left."""
        now = datetime.now(UTC)
        self._services.rooms.delete_expired(now)
        return self._services.rooms.any_open(now)


def serve(host: str = HERE, port: int = PORT, url: str | None = None, *, until_idle: bool = False) -> int:
    """Serve the rooms of the database at *url* until stopped; RoomError where the port cannot be had."""
    raise_file_limit()
    sys.setswitchinterval(THREAD_SWITCH_SECONDS)
    gc.set_threshold(*COLLECTOR_THRESHOLDS)
    Rooms(url).prepare()
    rooms = Rooms(url, fenced=True)
    app = make_app(rooms, secret=os.environ.get(SECRET_VARIABLE, ""), head=bank_head())
    try:
        listening = listen(host, port, BACKLOG)
    except (OSError, OverflowError):
        raise RoomError(room_messages.ROOM_COMMAND["taken"].format(host=host, port=port)) from None
    at = f"http://{host if ':' not in host else f'[{host}]'}:{listening.getsockname()[1]}/"
    print(room_messages.ROOM_COMMAND["here" if is_here(host) else "network"].format(url=at), flush=True)
    config = uvicorn.Config(
        app,
        access_log=False,  # an address is not to be kept, not in a log either
        log_level="warning",
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


def raise_file_limit() -> None:
    """Each phone holds a connection or two: let this process have as many as the system allows it."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
