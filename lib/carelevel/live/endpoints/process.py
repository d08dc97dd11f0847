"""What is asked of the process itself: a ping, and the files that every page loads."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from time import monotonic

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from carelevel.live.endpoints.services import Services
from carelevel.live.http.refusal import Refusal
from carelevel.live.ping import NONCE_CHARACTERS_MAX, PingReply, proof_of


async def ping(services: Services, request: Request) -> Response:
    """That this is the process which the notebook started, and what is to be said of the audience.

    Who names the id of an open room, which no page tells, is its presenter's card, and is looking.
    """
    asked = request.query_params
    nonce, room = asked.get("nonce", "")[:NONCE_CHARACTERS_MAX], asked.get("room", "")[:NONCE_CHARACTERS_MAX]
    if room:
        found = await asyncio.to_thread(services.rooms.room, room)
        if found is not None and found.is_open:
            services.looked_at = monotonic()
    audience = services.shares.audience(room, services.visits)
    return JSONResponse(asdict(PingReply(proof_of(services.secret, nonce), audience)))


async def asset(services: Services, request: Request) -> Response:
    """A file whose address changes with what it holds, so that it may be kept for ever."""
    asset = services.assets.get(request.path_params["name"])
    if asset is None or asset.path != request.url.path:
        raise Refusal(404, "no_such_page")
    kept = {"cache-control": "public, max-age=31536000, immutable"}
    return Response(asset.content, headers=kept, media_type=asset.kind)


async def icon(services: Services, request: Request) -> Response:
    """None, which a browser need not ask for again today."""
    return Response(status_code=204, headers={"cache-control": "public, max-age=86400"})
