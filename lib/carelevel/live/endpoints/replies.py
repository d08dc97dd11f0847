"""How endpoints answer: a page, another address, or why not."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from carelevel.live.rendering.templates import Templates
from carelevel.live.rendering.views import RefusedPage, View
from carelevel.workshop.tokens import is_code


def html_page(templates: Templates, view: View, status: int = 200) -> Response:
    """A whole page."""
    return HTMLResponse(templates.render(view), status_code=status)


def go_to(path: str) -> Response:
    """The browser asks for *path* next."""
    return RedirectResponse(path, status_code=303)


def refused(templates: Templates, request: Request, status: int, says: str) -> Response:
    """Why not, in words: for a page's script as JSON."""
    if wants_json(request):
        return JSONResponse({"error": says}, status_code=status)
    code = str(request.path_params.get("code", ""))
    back = f"/room/{code}" if is_code(code) and status != 403 else "/"
    return html_page(templates, RefusedPage(says, back), status)


def wants_json(request: Request) -> bool:
    """Whether a page's script asks."""
    return request.headers.get("accept", "") == "application/json"
