"""The audience's application: which endpoint answers which address, and how each failure is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carelevel.core.errors import StoreError
from carelevel.live.broadcast.event_stream import StreamEndpoint
from carelevel.live.endpoints import join, phone, process, projector, vote
from carelevel.live.endpoints.replies import refused
from carelevel.live.endpoints.services import Services
from carelevel.live.http.headers import ALWAYS, NOT_KEPT, Headers
from carelevel.live.http.limits import Limits
from carelevel.live.http.refusal import Refusal
from carelevel.live.rendering.templates import Templates
from carelevel.messages import room as room_messages
from carelevel.store.rooms import Rooms


def _now() -> datetime:
    return datetime.now(UTC)


def make_app(
    rooms: Rooms, limits: Limits | None = None, secret: str = "", clock: Callable[[], datetime] = _now
) -> Starlette:
    """The application on *rooms*; with the *secret* a notebook knows its own process again."""
    services = Services(rooms, limits or Limits(), secret, clock)
    app = Starlette(
        routes=_routes(services),
        middleware=[Middleware(Headers)],
        exception_handlers=_handlers(services.templates),
        lifespan=lambda _app: services.running(),
    )
    app.state.services = services
    return app


def _routes(services: Services) -> list[Route]:
    def get(path: str, endpoint: Callable[..., Any]) -> Route:
        return Route(path, partial(endpoint, services), methods=["GET"])

    def post(path: str, endpoint: Callable[..., Any]) -> Route:
        return Route(path, partial(endpoint, services), methods=["POST"])

    def stream(path: str, endpoint: Callable[..., Any]) -> Route:
        return Route(path, StreamEndpoint(partial(endpoint, services)), methods=["GET"])

    return [
        get("/", join.code_page),
        get("/in/{door}", join.door_page),
        post("/join", join.join),
        get("/room/{code}", phone.page),
        post("/room/{code}/vote", vote.vote),
        stream("/room/{code}/stream", phone.stream),
        get("/screen", projector.page),
        stream("/screen/stream", projector.stream),
        get("/screen/{token}", projector.open_screen),
        get("/ping", process.ping),
        get("/favicon.ico", process.icon),
        get("/static/{digest}/{name}", process.asset),
    ]


def _handlers(templates: Templates) -> dict[Any, Any]:
    """How each failure is told; whatever was not foreseen is logged, and told in one sentence.

    They are coroutines so that a flood of bad requests does not take up the threads that read the store.
    """
    by_status = {404: "no_such_page", 405: "method", 413: "too_large"}

    async def refusal(request: Request, error: Refusal) -> Response:
        return refused(templates, request, error.status, error.says)

    async def http(request: Request, error: HTTPException) -> Response:
        says = room_messages.LIVE_ERRORS[by_status.get(error.status_code, "method")]
        return refused(templates, request, error.status_code, says)

    async def store(request: Request, error: StoreError) -> Response:
        return refused(templates, request, 503, room_messages.LIVE_ERRORS["store"])

    async def broken(request: Request, error: Exception) -> Response:
        reply = refused(templates, request, 500, room_messages.LIVE_ERRORS["broken"])
        reply.raw_headers.extend((*ALWAYS, NOT_KEPT))  # no middleware sees what is answered here
        return reply

    return {Refusal: refusal, HTTPException: http, StoreError: store, Exception: broken}
