"""The reply to a page that listens: what the broadcaster offers it, for as long as it is open."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from carelevel.live.broadcast.broadcaster import Broadcaster
from carelevel.live.broadcast.subscriber import Subscriber
from carelevel.live.http.limits import Limits
from carelevel.live.http.refusal import Refusal

_KEY = re.compile(r"[a-z0-9_-]{0,60}")
_HEADERS = (
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"connection", b"close"),  # once it is over, nothing else comes on it
    (b"x-accel-buffering", b"no"),  # a proxy should pass every event on at once
)
_RETRY = b"retry: 1500\n\n"
"""Milliseconds after which a browser connects again."""


class StreamEndpoint:
    """An endpoint without a response object: a stream should take little memory."""

    def __init__(self, serve: Callable[[Scope, Receive, Send], Awaitable[None]]) -> None:
        self._serve = serve

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        await self._serve(scope, receive, send)


async def serve_stream(
    broadcaster: Broadcaster, limits: Limits, room: str, participant: str, scope: Scope, receive: Receive, send: Send
) -> None:
    """Send what the broadcaster offers until the page is closed, or the room, or this process.

    *room* is an id; *participant* is '' for the projector's page.
    """
    subscriber = Subscriber(room, participant, _page_key(Request(scope)))
    if broadcaster.subscriber_count >= limits.streams or broadcaster.is_closing:
        raise Refusal(429, "busy")
    start = {"type": "http.response.start", "status": 200, "headers": list(_HEADERS)}
    if scope["method"] == "HEAD":
        await send(start)
        await send({"type": "http.response.body", "body": b""})
        return
    if not broadcaster.enter(subscriber, limits.streams_of_one):
        raise Refusal(404, "gone")
    gone = asyncio.ensure_future(_until_gone(receive))
    gone.add_done_callback(lambda _: subscriber.end())
    try:
        await send(start)
        await send({"type": "http.response.body", "body": _RETRY, "more_body": True})
        await broadcaster.greet(subscriber)
        while (event := await subscriber.next()) is not None:
            await send({"type": "http.response.body", "body": event, "more_body": True})
            event = b""  # or each of a hall's streams would hold its page until the next one
        if not gone.done():
            await send({"type": "http.response.body", "body": b""})
    finally:
        gone.cancel()
        broadcaster.leave(subscriber)


def _page_key(request: Request) -> str:
    """What the page that asks shows already."""
    key = request.query_params.get("key", "")
    if not _KEY.fullmatch(key):
        raise Refusal(422, "unknown")
    return key


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
