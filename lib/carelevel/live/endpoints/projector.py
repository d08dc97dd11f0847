"""The projector's page: opened once by a link from the notebook, then known by a cookie; it takes no input."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from carelevel.live.broadcast.event_stream import serve_stream
from carelevel.live.endpoints.replies import go_to, html_page
from carelevel.live.endpoints.services import Services
from carelevel.live.http.cookies import SCREEN_COOKIE, SCREEN_COOKIE_SECONDS, set_cookie
from carelevel.live.http.refusal import Refusal
from carelevel.live.rendering.rendered_room import RenderedRoom
from carelevel.live.rendering.views import ScreenPage
from carelevel.workshop.tokens import digest, is_token, new_token

HEARS_ITS_OPENER = {"cross-origin-opener-policy": "unsafe-none"}
"""A screen that the presenter's card has opened hands its keys back to that window, of another origin."""


async def open_screen(services: Services, request: Request) -> Response:
    """Use a link up, and be known by a cookie from then on."""
    if request.method == "HEAD":  # whoever only looks whether it is there does not use it up
        return Response(headers=HEARS_ITS_OPENER)
    cookie = new_token()
    link = request.path_params["token"]
    opened = is_token(link) and await asyncio.to_thread(services.rooms.open_screen, digest(link), digest(cookie))
    if not opened:
        raise Refusal(404, "screen")
    response = go_to("/screen")
    response.headers.update(HEARS_ITS_OPENER)
    set_cookie(request, response, SCREEN_COOKIE, cookie, "/screen", SCREEN_COOKIE_SECONDS)
    return response


async def page(services: Services, request: Request) -> Response:
    """Where the room is now."""
    rendered = await _room(services, request)
    main = rendered.projector(await services.cache.count(rendered))
    shown = html_page(
        services.templates,
        ScreenPage(
            rendered.head,
            main,
            rendered.screen_key,
            rendered.seconds_left(services.clock()),
            rendered.reload(),
            rendered.night,
        ),
    )
    shown.headers.update(HEARS_ITS_OPENER)
    return shown


async def stream(services: Services, scope: Scope, receive: Receive, send: Send) -> None:
    """Every step from now on, and who comes and votes, as events."""
    rendered = await _room(services, Request(scope))
    await serve_stream(services.broadcaster, services.limits, rendered.room.id, "", scope, receive, send)


async def _room(services: Services, request: Request) -> RenderedRoom:
    cookie = request.cookies.get(SCREEN_COOKIE, "")
    room = await asyncio.to_thread(services.rooms.screened, digest(cookie) if is_token(cookie) else "")
    if room is None or services.is_over(room):
        raise Refusal(404, "screen")
    return services.cache.put(room)
