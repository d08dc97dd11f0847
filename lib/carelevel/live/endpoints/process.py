"""What is asked of the process itself: a ping, and the files that every page loads."""

from __future__ import annotations

from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from carelevel.live.endpoints.services import Services
from carelevel.live.http.refusal import Refusal
from carelevel.live.ping import NONCE_CHARACTERS_MAX, PingReply, proof_of


async def ping(services: Services, request: Request) -> Response:
    """That this is the process which the notebook started, and whether another device has come so far."""
    nonce = request.query_params.get("nonce", "")[:NONCE_CHARACTERS_MAX]
    return JSONResponse(asdict(PingReply(proof_of(services.secret, nonce), services.reached)))


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
