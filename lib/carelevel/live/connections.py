"""Connections as uvicorn serves them: never more than there are descriptors, and none that asks for nothing."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

from carelevel.messages import room as room_messages

HEAD_SECONDS = 15.0
"""So long the head of a request may take."""

HEAD_END = b"\r\n\r\n"

RESERVED_DESCRIPTORS = 128
"""For the database, the log, the listening socket."""

REFUSED_AT_ONCE = 64
"""Connections beyond the most that are told why; of further ones nothing is heard."""


def most_connections(descriptors: int) -> int:
    """How many connections a process may have that may open so many files."""
    return max(descriptors - RESERVED_DESCRIPTORS - REFUSED_AT_ONCE, descriptors // 4)


def connection_class(most: int) -> type[asyncio.Protocol]:
    """What uvicorn makes for each connection; *most* are served at once."""
    return type("Connection", (_Connection,), {"most": most, "open_now": 0})


class _Connection(asyncio.Protocol):
    """Hands everything on to uvicorn's own protocol, within the time and the number that are allowed."""

    most: int
    open_now: int

    def __init__(self, **uvicorns: Any) -> None:
        self._inner: Any = H11Protocol(**uvicorns)
        self._timer: asyncio.TimerHandle | None = None
        self._tail = b""
        self._serves = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport, kind = transport, type(self)
        kind.open_now += 1
        self._serves = kind.open_now <= self.most
        if kind.open_now > self.most + REFUSED_AT_ONCE:
            transport.abort()
            return
        self._expect_head()
        if self._serves:
            self._inner.connection_made(transport)

    def data_received(self, data: bytes) -> None:
        if not self._serves:
            self._transport.write(_reply())
            self._transport.close()
            return
        text = self._tail + data
        self._tail = text[-len(HEAD_END) + 1 :]
        if HEAD_END in text:
            self._stop_timer()
            self._tail = b""
        else:
            self._expect_head()
        self._inner.data_received(data)

    def eof_received(self) -> bool | None:
        return bool(self._serves and self._inner.eof_received())

    def connection_lost(self, exc: Exception | None) -> None:
        type(self).open_now -= 1
        self._stop_timer()
        if self._serves:
            self._inner.connection_lost(exc)

    def pause_writing(self) -> None:
        if self._serves:
            self._inner.pause_writing()

    def resume_writing(self) -> None:
        if self._serves:
            self._inner.resume_writing()

    def _expect_head(self) -> None:
        """The end of a head from now on, or the connection is cut; a form's body has come long before."""
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(HEAD_SECONDS, self._transport.abort)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def _reply() -> bytes:
    """Why nothing more is taken now, as a whole answer."""
    words = room_messages.LIVE_ERRORS["busy"].encode()
    head = (
        "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\nRetry-After: 3\r\n"
        f"Cache-Control: no-store\r\nConnection: close\r\nContent-Length: {len(words)}\r\n\r\n"
    )
    return head.encode() + words
