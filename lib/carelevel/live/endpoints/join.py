"""Joining a room: by the code on the screen, or by the door in the QR code."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from carelevel.core.casting import Joined, Joining
from carelevel.live.endpoints.replies import go_to, html_page
from carelevel.live.endpoints.seats import room_by_door, room_by_typed_code, seat_in
from carelevel.live.endpoints.services import Services
from carelevel.live.http.cookies import seat_cookie, set_cookie
from carelevel.live.http.forms import JoinForm, read_form
from carelevel.live.http.refusal import Refusal
from carelevel.live.rendering.rendered_room import RenderedRoom
from carelevel.live.rendering.views import JoinPage
from carelevel.messages import room as room_messages
from carelevel.workshop.addresses import is_here
from carelevel.workshop.tokens import digest, is_code, new_token, typed_code


async def code_page(services: Services, request: Request) -> Response:
    """The form to type a code."""
    _note_visit(services, request)
    typed = typed_code(request.query_params.get("code", ""))
    return html_page(services.templates, JoinPage(services.head, code=typed if is_code(typed) else ""))


async def door_page(services: Services, request: Request) -> Response:
    """What the QR code opens: straight on for whoever has joined already."""
    _note_visit(services, request)
    door = request.path_params["door"]
    rendered = await room_by_door(services, door)
    if await seat_in(services, request, rendered):
        return go_to(f"/room/{rendered.room.code}")
    return html_page(services.templates, JoinPage(rendered.head, door=door))


async def join(services: Services, request: Request) -> Response:
    """Take a seat; whoever has one keeps it."""
    form = await read_form(request, services.limits, JoinForm)
    if form.door:
        rendered = await room_by_door(services, form.door)
    else:
        found = await room_by_typed_code(services, request, form.code)
        if found is None:
            return html_page(
                services.templates, JoinPage(services.head, says=room_messages.LIVE_ERRORS["no_such_room"]), 404
            )
        rendered = found
    response = go_to(f"/room/{rendered.room.code}")
    if not await seat_in(services, request, rendered):
        token = await _new_seat(services, rendered)
        seconds = max(1, int((rendered.room.expires_at - services.clock()).total_seconds()))
        set_cookie(request, response, seat_cookie(rendered.room.code), token, "/", seconds)
    return response


async def _new_seat(services: Services, rendered: RenderedRoom) -> str:
    """The token of somebody new in the room, whose digest is kept; Refusal where there is no room for them."""
    if services.joining.is_crowded or not services.joins.take():
        raise Refusal(429, "busy")
    token = new_token()
    outcome = await services.joining.ask(Joining(rendered.room.id, digest(token)))
    if outcome is not Joined.WELCOME:
        raise Refusal(403 if outcome is Joined.FULL else 410, outcome.value)
    services.cache.welcome(rendered.room.id, digest(token))
    return token


def _note_visit(services: Services, request: Request) -> None:
    """That another device has come, for whoever asks whether a phone can; not which."""
    client, server = request.client, request.scope.get("server")
    if client and not is_here(client.host) and not (server and server[0] == client.host):
        services.reached += 1
