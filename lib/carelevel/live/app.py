"""The audience's application: its routes, and how each failure is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carelevel.core.errors import StoreError
from carelevel.live.broadcast.event_stream import Raw
from carelevel.live.endpoints.audience import Audience
from carelevel.live.endpoints.projector import Screen
from carelevel.live.http.headers import ALWAYS, NOT_KEPT, Headers
from carelevel.live.http.limits import Limits
from carelevel.live.http.refusal import Refusal
from carelevel.store.rooms import Rooms
from carelevel.words import room as words


def _now() -> datetime:
    return datetime.now(UTC)


def make_app(
    rooms: Rooms, limits: Limits | None = None, secret: str = "", clock: Callable[[], datetime] = _now
) -> Starlette:
    """The application on *rooms*; with the *secret* a notebook knows its own process again."""
    audience = Audience(rooms, limits or Limits(), secret, clock)
    screen = Screen(audience)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        audience.joining.start()
        audience.casting.start()
        polling = asyncio.create_task(audience.hub.run())
        yield
        polling.cancel()
        with suppress(asyncio.CancelledError):
            await polling
        audience.joining.stop()
        audience.casting.stop()

    app = Starlette(
        routes=[
            Route("/", audience.join_page, methods=["GET"]),
            Route("/in/{door}", audience.door_page, methods=["GET"]),
            Route("/join", audience.join, methods=["POST"]),
            Route("/room/{code}", audience.room_page, methods=["GET"]),
            Route("/room/{code}/vote", audience.vote, methods=["POST"]),
            Route("/room/{code}/stream", Raw(audience.stream), methods=["GET"]),
            Route("/screen", screen.page, methods=["GET"]),
            Route("/screen/stream", Raw(screen.stream), methods=["GET"]),
            Route("/screen/{token}", screen.open, methods=["GET"]),
            Route("/ping", audience.ping, methods=["GET"]),
            Route("/favicon.ico", audience.icon, methods=["GET"]),
            Route("/static/{digest}/{name}", audience.asset, methods=["GET"]),
        ],
        middleware=[Middleware(Headers)],
        exception_handlers=_handlers(audience),
        lifespan=lifespan,
    )
    app.state.audience = audience
    return app


def _handlers(audience: Audience) -> dict[Any, Any]:
    """How each failure is told; whatever was not foreseen is logged, and told in one sentence.

    They are coroutines so that a flood of bad requests does not take up the threads that read the store.
    """
    by_status = {404: "no_such_page", 405: "method", 413: "too_large"}

    async def refusal(request: Request, error: Refusal) -> Response:
        return audience.refused(request, error.status, error.says)

    async def http(request: Request, error: HTTPException) -> Response:
        says = words.LIVE_ERRORS[by_status.get(error.status_code, "method")]
        return audience.refused(request, error.status_code, says)

    async def store(request: Request, error: StoreError) -> Response:
        return audience.refused(request, 503, words.LIVE_ERRORS["store"])

    async def broken(request: Request, error: Exception) -> Response:
        reply = audience.refused(request, 500, words.LIVE_ERRORS["broken"])
        reply.raw_headers.extend((*ALWAYS, NOT_KEPT))  # no middleware sees what is answered here
        return reply

    return {Refusal: refusal, HTTPException: http, StoreError: store, Exception: broken}
