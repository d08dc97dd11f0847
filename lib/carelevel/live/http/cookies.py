"""The cookies: a participant's seat in one room, and the screen's."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import Response

TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
SCREEN_COOKIE = "screen"


def seat_cookie(code: str) -> str:
    return f"seat-{code}"


def set_cookie(request: Request, response: Response, name: str, value: str, path: str, seconds: int) -> None:
    response.set_cookie(
        name,
        value,
        max_age=seconds,
        path=path,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",  # strict would forget whoever comes back by a link
    )
