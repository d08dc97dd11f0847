"""Which room a request is about, and who asks."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from starlette.requests import Request

from carelevel.core.errors import StoreError
from carelevel.live.endpoints.services import Services
from carelevel.live.http.cookies import seat_cookie
from carelevel.live.http.refusal import Refusal
from carelevel.live.rendering.rendered_room import RenderedRoom
from carelevel.workshop.tokens import digest, is_code, is_token, typed_code

WRONG_CODE_SECONDS = 0.5
"""So long whoever types a wrong code waits for the answer."""

TYPED_CHARACTERS_MAX = 32
"""Of what was typed as a code; the rest is not looked at."""


SEATS_SOUGHT = 3
"""So many of a browser's last seats are looked up for whoever asks for none of them."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who has joined a room; *participant* is a code, never a name."""

    rendered: RenderedRoom
    participant: str


async def room_by_door(services: Services, door: str) -> RenderedRoom:
    """The room whose QR code holds *door*; Refusal where it is over."""
    room = await asyncio.to_thread(services.rooms.room_by_door, door) if is_token(door) else None
    if room is None or services.is_over(room):
        raise Refusal(404, "gone")
    return services.cache.put(room)


async def room_by_typed_code(services: Services, request: Request, typed: str) -> RenderedRoom | None:
    """The room whose code somebody typed; None where there is none, Refusal where too many were wrong."""
    code = typed_code(typed[:TYPED_CHARACTERS_MAX])
    if not is_code(code):
        return None
    rendered = await _looked_up(services, address_of(request), code)
    if rendered is None or rendered.room.code != code or services.is_over(rendered.room):
        await asyncio.sleep(WRONG_CODE_SECONDS)
        return None
    return rendered


async def _looked_up(services: Services, address: str, code: str) -> RenderedRoom | None:
    """The room, for a try of that address; a code that somebody is trying just now is no further guess."""
    if services.cache.is_asked(code):
        return await services.cache.by_code(code)
    if not services.guesses.take(address):
        raise Refusal(429, "guesses")
    try:
        rendered = await services.cache.by_code(code)
    except StoreError:
        services.guesses.give_back(address)
        raise
    if rendered is not None and rendered.room.code == code and not services.is_over(rendered.room):
        services.guesses.give_back(address)
    return rendered


def address_of(request: Request) -> str:
    """Where a request comes from; a proxy that is believed says so in its place."""
    return request.client.host if request.client else ""


async def seat_in(services: Services, request: Request, rendered: RenderedRoom) -> Seat | None:
    """The seat of whoever asks, where they have joined this room before, by whichever of its codes."""
    for code in rendered.room.codes:
        token = request.cookies.get(seat_cookie(code), "")
        if is_token(token) and await services.cache.is_member(rendered, digest(token)):
            return Seat(rendered, digest(token))
    return None


async def find_seat(services: Services, request: Request) -> Seat | None:
    """The seat in the room of the path; None for whoever has not joined, which tells nothing about the code."""
    code = request.path_params["code"]
    if not is_code(code):
        raise Refusal(404, "no_such_page")
    if not _seats_of(request):
        return None
    rendered = await services.cache.by_code(code)
    return None if rendered is None or services.is_over(rendered.room) else await seat_in(services, request, rendered)


async def earlier_seat(services: Services, request: Request) -> Seat | None:
    """The seat of whoever has joined a room that is still open, in the last of SEATS_SOUGHT; None without one."""
    for code in filter(is_code, _seats_of(request)[: -SEATS_SOUGHT - 1 : -1]):
        rendered = await services.cache.by_code(code)
        seat = rendered and rendered.room.is_open and await seat_in(services, request, rendered)
        if seat:
            return seat
    return None


def _seats_of(request: Request) -> list[str]:
    """The codes of the rooms that a browser says it has joined, in the order in which it says so."""
    cookies, seat = request.cookies.items(), seat_cookie("")
    return [name.removeprefix(seat) for name, token in cookies if name.startswith(seat) and is_token(token)]


async def require_seat(services: Services, request: Request) -> Seat:
    """The same; Refusal for whoever has not joined."""
    seat = await find_seat(services, request)
    if seat is None:
        raise Refusal(403, "stranger")
    return seat
