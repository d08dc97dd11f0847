"""The audience's application: which endpoint answers which address, and how each failure is told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from functools import partial

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from carelevel.core.errors import StoreError
from carelevel.live.broadcast.event_stream import StreamEndpoint
from carelevel.live.endpoints import join, phone, process, projector, vote
from carelevel.live.endpoints.replies import refused
from carelevel.live.endpoints.services import Services
from carelevel.live.http.headers import Headers, protect
from carelevel.live.http.hosts import ANY_ADDRESS, Hosts, OwnHosts
from carelevel.live.http.limits import Limits
from carelevel.live.http.refusal import Refusal
from carelevel.live.rendering.views import PLAIN_HEAD, Head
from carelevel.store.rooms import Rooms
from carelevel.workshop.expiry import utc_now

Endpoint = Callable[[Services, Request], Awaitable[Response]]

BY_STATUS = {404: "no_such_page", 405: "method", 413: "too_large"}
"""Why Starlette refuses, by its status."""

STREAMS: Mapping[str, Callable[[Services, Scope, Receive, Send], Awaitable[None]]] = {
    "/room/{code}/stream": phone.stream,
    "/screen/stream": projector.stream,
}
PAGES: Mapping[str, Endpoint] = {
    "/": join.code_page,
    "/in/{door}": join.door_page,
    "/room/{code}": phone.page,
    "/screen": projector.page,
    "/screen/{token}": projector.open_screen,
    "/ping": process.ping,
    "/favicon.ico": process.icon,
    "/static/{digest}/{name}": process.asset,
}
FORMS: Mapping[str, Endpoint] = {
    "/join": join.join,
    "/room/{code}/vote": vote.vote,
}


def make_app(
    rooms: Rooms,
    limits: Limits | None = None,
    secret: str = "",
    clock: Callable[[], datetime] = utc_now,
    head: Head = PLAIN_HEAD,
    hosts: Hosts = ANY_ADDRESS,
) -> Starlette:
    """The application on *rooms*; with the *secret* a notebook knows its own process again.

    *head*: what stands on a page before anybody has joined a room; *hosts*: the names that are answered to.
    """
    services = Services(rooms, limits or Limits(), secret, clock, head)

    async def failed(request: Request, error: Exception) -> Response:
        """A coroutine, so that a flood of bad requests does not take up the threads that read the store."""
        reply = refused(services.templates, services.head, request, _refusal_of(error))
        protect(reply.headers)  # no middleware sees what is answered where nothing was foreseen
        return reply

    def refuse(request: Request) -> Response:
        return refused(services.templates, services.head, request, Refusal(403, "elsewhere"))

    app = Starlette(
        routes=_routes(services),
        middleware=[Middleware(Headers), Middleware(OwnHosts, hosts=hosts, refuse=refuse)],
        exception_handlers=dict.fromkeys((Refusal, HTTPException, StoreError, Exception), failed),
        lifespan=lambda _app: services.running(),
    )
    app.state.services = services
    return app


def _routes(services: Services) -> list[Route]:
    return [
        *(Route(path, StreamEndpoint(partial(stream, services)), methods=["GET"]) for path, stream in STREAMS.items()),
        *(Route(path, partial(page, services), methods=["GET"]) for path, page in PAGES.items()),
        *(Route(path, partial(form, services), methods=["POST"]) for path, form in FORMS.items()),
    ]


def _refusal_of(error: Exception) -> Refusal:
    """What is told of a failure; of what was not foreseen no more than that, while Starlette raises it for the log."""
    match error:
        case Refusal():
            return error
        case HTTPException():
            return Refusal(error.status_code, BY_STATUS.get(error.status_code, "method"))
        case StoreError():
            return Refusal(503, "store")
        case _:
            return Refusal(500, "broken")
