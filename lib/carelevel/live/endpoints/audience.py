"""What a phone asks: join, read, vote, see; it is answered from the rooms, and takes no step of the presenter's."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from carelevel.live.assets import read_assets
from carelevel.live.broadcast.broadcaster import Hub
from carelevel.live.broadcast.event_stream import page_key, serve_stream
from carelevel.live.broadcast.subscriber import Stream
from carelevel.live.group_commit import GroupCommit
from carelevel.live.http.cookies import TOKEN, seat_cookie, set_cookie
from carelevel.live.http.forms import VOTE_MANY, VOTE_ONE, read_ballot, read_form
from carelevel.live.http.limits import Bucket, Buckets, Guesses, Limits
from carelevel.live.http.refusal import Refusal
from carelevel.live.rendering.room_renderer import Shown, make_pages
from carelevel.store.room_records import Cast, Joined, Joining, Kept
from carelevel.store.rooms import Rooms
from carelevel.words import room as words
from carelevel.workshop.addresses import is_here
from carelevel.workshop.tokens import CODE_LENGTH, LETTERS, digest, new_token, typed_code

CODE = re.compile(f"[{LETTERS}]{{{CODE_LENGTH}}}")
WRONG_CODE_SECONDS = 0.5


class Audience:
    """What the routes share in one process."""

    def __init__(self, rooms: Rooms, limits: Limits, secret: str, clock: Callable[[], datetime]) -> None:
        self.rooms, self.limits, self.clock = rooms, limits, clock
        self.assets = read_assets()
        self.pages = make_pages(self.assets)
        self.hub = Hub(rooms, self.pages, clock)
        self.joining = GroupCommit[Joining, Joined](rooms.join, "joining")
        self.casting = GroupCommit[Cast, Kept](rooms.cast, "casting")
        self.guesses = Guesses(limits)
        self.joins = Bucket(limits.joins)
        self.votes = Buckets(limits.votes_of_one)
        self.reached = 0
        self._secret = secret

    # Joining

    async def join_page(self, request: Request) -> Response:
        self._note_visit(request)
        typed = typed_code(request.query_params.get("code", ""))
        return self._join_page(code=typed if CODE.fullmatch(typed) else "")

    async def door_page(self, request: Request) -> Response:
        """What the QR code opens: straight on for whoever has joined already."""
        self._note_visit(request)
        door = request.path_params["door"]
        shown = await self._by_door(door)
        if await self._seat(request, shown):
            return go(f"/room/{shown.room.code}")
        return self._join_page(door=door)

    async def join(self, request: Request) -> Response:
        fields = await read_form(request, self.limits, one=frozenset({"code", "door"}), many=frozenset())
        if fields.one("door"):
            shown = await self._by_door(fields.one("door"))
        else:
            found = await self._by_typed_code(request, fields.one("code"))
            if found is None:
                return self._join_page(says=words.LIVE_ERRORS["no_such_room"], status=404)
            shown = found
        if await self._seat(request, shown):
            return go(f"/room/{shown.room.code}")
        if self.joining.is_crowded or not self.joins.take():
            raise Refusal(429, "busy")
        token = new_token()
        outcome = await self.joining.ask(Joining(shown.room.id, digest(token)))
        if outcome is not Joined.WELCOME:
            raise Refusal(403 if outcome is Joined.FULL else 410, outcome.value)
        self.hub.welcome(shown.room.id, digest(token))
        response = go(f"/room/{shown.room.code}")
        seconds = max(1, int((shown.room.expires_at - self.clock()).total_seconds()))
        set_cookie(request, response, seat_cookie(shown.room.code), token, "/", seconds)
        return response

    # The room

    async def room_page(self, request: Request) -> Response:
        seated = await self._seated(request)
        if seated is None:
            return go(f"/?code={request.path_params['code']}")
        shown, participant = seated
        own = await self.hub.own(shown, participant)
        return self.page("room.html", **self._framed(shown), main=safe(shown.phone(own)), key=shown.key)

    async def vote(self, request: Request) -> Response:
        seated = await self._seated(request)
        if seated is None:
            raise Refusal(403, "stranger")
        shown, participant = seated
        if self.casting.is_crowded:
            raise Refusal(429, "busy")
        if not self.votes.of(participant).take():
            raise Refusal(429, "often")
        fields = await read_form(request, self.limits, one=VOTE_ONE, many=VOTE_MANY)
        try:
            ballot = read_ballot(fields, participant, shown.room)
        except Refusal as refusal:
            if refusal.status != 409:
                raise
            newest = await self.hub.by_code(shown.room.code, fresh=True)  # this process may be a moment behind
            shown = newest or shown
            ballot = read_ballot(fields, participant, shown.room)
        kept = await self.casting.ask(Cast(shown.room.id, fields.one("entry"), ballot))
        if kept is not Kept.KEPT:
            raise Refusal(409 if kept is Kept.CLOSED else 403, kept.value)
        if not wants_json(request):
            return go(f"/room/{shown.room.code}")
        own = await self.hub.own_after(shown, ballot)
        return JSONResponse({"key": shown.key, "html": shown.phone(own), "says": words.LIVE["voted"]})

    async def stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        seated = await self._seated(request)
        if seated is None:
            raise Refusal(403, "stranger")
        shown, participant = seated
        stream = Stream(shown.room.id, participant, page_key(request))
        await serve_stream(self.hub, self.limits, stream, scope, receive, send)

    # The rest

    async def ping(self, request: Request) -> Response:
        """That this is the process which the notebook started, and whether another device has come so far."""
        nonce = request.query_params.get("nonce", "")[:64]
        proof = hmac.new(self._secret.encode(), nonce.encode(), hashlib.sha256).hexdigest() if self._secret else ""
        return JSONResponse({"proof": proof, "reached": self.reached})

    async def asset(self, request: Request) -> Response:
        asset = self.assets.get(request.path_params["name"])
        if asset is None or asset.path != request.url.path:
            raise Refusal(404, "no_such_page")
        kept = {"cache-control": "public, max-age=31536000, immutable"}
        return Response(asset.content, headers=kept, media_type=asset.kind)

    async def icon(self, request: Request) -> Response:
        return Response(status_code=204, headers={"cache-control": "public, max-age=86400"})

    def refused(self, request: Request, status: int, says: str) -> Response:
        """Why not, in words: for a page's script as JSON."""
        if wants_json(request):
            return JSONResponse({"error": says}, status_code=status)
        code = request.path_params.get("code", "")
        back = f"/room/{code}" if CODE.fullmatch(str(code)) and status != 403 else "/"
        return self.page("refused.html", status=status, says=says, back=back)

    async def _by_door(self, door: str) -> Shown:
        room = await asyncio.to_thread(self.rooms.room_by_door, door) if TOKEN.fullmatch(door) else None
        if room is None or room.expires_at <= self.clock():
            raise Refusal(404, "gone")
        return self.hub.see(room)

    async def _by_typed_code(self, request: Request, text: str) -> Shown | None:
        code = typed_code(text[:32])
        if not CODE.fullmatch(code):
            return None
        address = request.client.host if request.client else ""
        if not self.guesses.may_try(address):
            raise Refusal(429, "guesses")
        shown = await self.hub.by_code(code)
        if shown is None or shown.room.expires_at <= self.clock():
            self.guesses.was_wrong(address)
            await asyncio.sleep(WRONG_CODE_SECONDS)
            return None
        return shown

    async def _seated(self, request: Request) -> tuple[Shown, str] | None:
        """The room and who asks; None for whoever has not joined, which tells nothing about the code."""
        code = request.path_params["code"]
        if not CODE.fullmatch(code):
            raise Refusal(404, "no_such_page")
        if not TOKEN.fullmatch(request.cookies.get(seat_cookie(code), "")):
            return None
        shown = await self.hub.by_code(code)
        if shown is None or shown.room.expires_at <= self.clock():
            return None
        participant = await self._seat(request, shown)
        return (shown, participant) if participant else None

    async def _seat(self, request: Request, shown: Shown) -> str:
        """Who asks, where they have joined this room before; else ''."""
        token = request.cookies.get(seat_cookie(shown.room.code), "")
        if not TOKEN.fullmatch(token):
            return ""
        participant = digest(token)
        return participant if await self.hub.is_member(shown, participant) else ""

    def _note_visit(self, request: Request) -> None:
        """That another device has come, for whoever asks whether a phone can; not which."""
        client, server = request.client, request.scope.get("server")
        if client and not is_here(client.host) and not (server and server[0] == client.host):
            self.reached += 1

    def _join_page(self, *, code: str = "", door: str = "", says: str = "", status: int = 200) -> Response:
        return self.page("join.html", status=status, code=code, door=door, says=says)

    def _framed(self, shown: Shown) -> dict[str, Any]:
        here = f"/room/{shown.room.code}"
        notice = shown.room.slide["notice"]
        return {"here": here, "stream": f"{here}/stream", "notice": notice, "left": self.left(shown)}

    def left(self, shown: Shown) -> int | None:
        return shown.left(self.clock())

    def page(self, template: str, *, status: int = 200, face: str = "phone", **parts: Any) -> Response:
        page = self.pages.get_template(template)
        return HTMLResponse(page.render(title=words.LIVE["title"], face=face, **parts), status_code=status)


def wants_json(request: Request) -> bool:
    return request.headers.get("accept", "") == "application/json"


def go(where: str) -> Response:
    return RedirectResponse(where, status_code=303)


def safe(html: str) -> Any:
    """What the templates made: it is escaped already."""
    from markupsafe import Markup

    return Markup(html)
