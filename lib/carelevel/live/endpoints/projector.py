"""The projector's page: opened once by a link from the notebook, then known by a cookie; it takes no input."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from carelevel.live.broadcast.event_stream import page_key, serve_stream
from carelevel.live.broadcast.subscriber import Stream
from carelevel.live.endpoints.audience import Audience, go, safe
from carelevel.live.http.cookies import SCREEN_COOKIE, TOKEN, set_cookie
from carelevel.live.http.refusal import Refusal
from carelevel.live.rendering.room_renderer import Shown
from carelevel.workshop.tokens import digest, new_token


class Screen:
    def __init__(self, audience: Audience) -> None:
        self._audience = audience

    async def open(self, request: Request) -> Response:
        cookie = new_token()
        link = request.path_params["token"]
        opened = bool(TOKEN.fullmatch(link)) and await asyncio.to_thread(
            self._audience.rooms.open_screen, digest(link), digest(cookie)
        )
        if not opened:
            raise Refusal(404, "screen")
        response = go("/screen")
        set_cookie(request, response, SCREEN_COOKIE, cookie, "/screen", 7 * 24 * 3600)
        return response

    async def page(self, request: Request) -> Response:
        shown = await self._screened(request)
        count = await self._audience.hub.count(shown)
        main = safe(shown.projector(count))
        return self._audience.page(
            "screen.html", face="projector", main=main, key=shown.screen_key, left=self._audience.left(shown)
        )

    async def stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        shown = await self._screened(request)
        stream = Stream(shown.room.id, "", page_key(request))
        await serve_stream(self._audience.hub, self._audience.limits, stream, scope, receive, send)

    async def _screened(self, request: Request) -> Shown:
        cookie = request.cookies.get(SCREEN_COOKIE, "")
        known = digest(cookie) if TOKEN.fullmatch(cookie) else ""
        room = await asyncio.to_thread(self._audience.rooms.screened, known)
        if room is None or room.expires_at <= self._audience.clock():
            raise Refusal(404, "screen")
        return self._audience.hub.see(room)
