"""Joining a room: by the code on the screen, or by the door in the QR code."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from carelevel.core.casting import Joined, Joining
from carelevel.live.endpoints.replies import go_to, html_page
from carelevel.live.endpoints.seats import (
    TYPED_CHARACTERS_MAX,
    address_of,
    earlier_seat,
    room_by_door,
    room_by_typed_code,
    seat_in,
)
from carelevel.live.endpoints.services import Services
from carelevel.live.http.cookies import PAGE_COOKIE, PAGE_COOKIE_SECONDS, SEAT_COOKIE_SECONDS, seat_cookie, set_cookie
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
    view = JoinPage(services.head, code=typed if is_code(typed) else "", back=await _way_back(services, request))
    return _form(services, request, view)


async def door_page(services: Services, request: Request) -> Response:
    """What the QR code opens: straight on for whoever has joined already."""
    _note_visit(services, request)
    door = request.path_params["door"]
    rendered = await room_by_door(services, door)
    if await seat_in(services, request, rendered):
        return go_to(f"/room/{rendered.room.code}")
    return _form(services, request, JoinPage(rendered.head, door=door))


async def join(services: Services, request: Request) -> Response:
    """Take a seat; whoever has one keeps it."""
    form = await read_form(request, services.limits, JoinForm)
    if form.page and not request.cookies:
        raise Refusal(403, "cookies")
    if form.door:
        rendered = await room_by_door(services, form.door)
    else:
        found = await room_by_typed_code(services, request, form.code)
        if found is None:
            says, typed = room_messages.LIVE_ERRORS["no_such_room"], form.code[:TYPED_CHARACTERS_MAX]
            back = await _way_back(services, request)
            return html_page(services.templates, JoinPage(services.head, code=typed, says=says, back=back), 404)
        rendered = found
    response = go_to(f"/room/{rendered.room.code}")
    if not await seat_in(services, request, rendered):
        token = await _new_seat(services, rendered, address_of(request))
        set_cookie(request, response, seat_cookie(rendered.room.code), token, "/", SEAT_COOKIE_SECONDS)
    return response


def _form(services: Services, request: Request, page: JoinPage) -> Response:
    """The form to join, which sees whether the browser keeps a cookie."""
    response = html_page(services.templates, page)
    set_cookie(request, response, PAGE_COOKIE, "1", "/", PAGE_COOKIE_SECONDS)
    return response


async def _way_back(services: Services, request: Request) -> str:
    """The path of the room that whoever asks has joined before; '' without one."""
    seat = await earlier_seat(services, request)
    return f"/room/{seat.rendered.room.code}" if seat else ""


async def _new_seat(services: Services, rendered: RenderedRoom, address: str) -> str:
    """The token of somebody new in the room, whose digest is kept; Refusal where there is no room for them."""
    room, token = rendered.room, new_token()
    if not services.shares.take(room.id, address, whole_halls=room.settings.whole_halls):
        raise Refusal(429, "share")
    try:
        await _sit_down(services, Joining(room.id, digest(token)))
    except BaseException:
        services.shares.give_back(room.id, address)
        raise
    return token


async def _sit_down(services: Services, joining: Joining) -> None:
    if services.joining.is_crowded or not services.joins.take():
        raise Refusal(429, "busy")
    outcome = await services.joining.ask(joining)
    if outcome is not Joined.WELCOME:
        raise Refusal(410 if outcome is Joined.GONE else 403, outcome.value)
    services.cache.welcome(joining.room, joining.participant)


def _note_visit(services: Services, request: Request) -> None:
    """That another device has come, for whoever asks whether a phone can; not which."""
    client, server = request.client, request.scope.get("server")
    if client and not is_here(client.host) and not (server and server[0] == client.host):
        services.visits += 1
