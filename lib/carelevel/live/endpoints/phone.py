"""A participant's page: read, and hear of every step."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from carelevel.live.broadcast.event_stream import serve_stream
from carelevel.live.endpoints.replies import go_to, html_page
from carelevel.live.endpoints.seats import find_seat, require_seat
from carelevel.live.endpoints.services import Services
from carelevel.live.rendering.views import RoomPage


async def page(services: Services, request: Request) -> Response:
    """Where the room is now; for whoever has not joined the form to do so."""
    seat = await find_seat(services, request)
    if seat is None:
        return go_to(f"/?code={request.path_params['code']}")
    rendered = seat.rendered
    own = await services.cache.choices(rendered, seat.participant)
    view = RoomPage(
        main=rendered.phone(own),
        key=rendered.key,
        left=rendered.seconds_left(services.clock()),
        here=f"/room/{rendered.room.code}",
        head=rendered.head,
        reload=rendered.reload(own),
    )
    return html_page(services.templates, view)


async def stream(services: Services, scope: Scope, receive: Receive, send: Send) -> None:
    """Every step from now on, as events."""
    seat = await require_seat(services, Request(scope))
    room = seat.rendered.room.id
    await serve_stream(services.broadcaster, services.limits, room, seat.participant, scope, receive, send)
