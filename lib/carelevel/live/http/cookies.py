"""The cookies: a participant's seat in one room, and the screen's."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

SCREEN_COOKIE = "screen"
SCREEN_COOKIE_SECONDS = 7 * 24 * 3600
SEAT_COOKIE_SECONDS = 30 * 24 * 3600

PAGE_COOKIE = "page"
PAGE_COOKIE_SECONDS = 24 * 3600
"""By which the form to join sees that the browser keeps cookies."""


def seat_cookie(code: str) -> str:
    """The name of the cookie by which a participant of that room is known again."""
    return f"seat-{code}"


def set_cookie(request: Request, response: Response, name: str, value: str, path: str, seconds: int) -> None:
    """Set a cookie that no script and no other site can use."""
    response.set_cookie(
        name,
        value,
        max_age=seconds,
        path=path,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",  # strict would forget whoever comes back by a link
    )
