"""How endpoints answer: a page, another address, or why not."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from carelevel.live.http.refusal import Refusal
from carelevel.live.rendering.templates import Templates
from carelevel.live.rendering.views import Head, RefusedPage, TemplateData
from carelevel.workshop.tokens import is_code


def html_page(templates: Templates, page: TemplateData, status: int = 200) -> Response:
    """A whole page."""
    return HTMLResponse(templates.render(page), status_code=status)


def go_to(path: str) -> Response:
    """The browser asks for *path* next."""
    return RedirectResponse(path, status_code=303)


def refused(templates: Templates, head: Head, request: Request, refusal: Refusal) -> Response:
    """Why not, in words: for a page's script as JSON, for everybody else below the *head* of a page."""
    if wants_json(request):
        return JSONResponse({"error": refusal.says}, status_code=refusal.status)
    code = str(request.path_params.get("code", ""))
    back = f"/room/{code}" if is_code(code) and refusal.status != 403 else "/"
    return html_page(templates, RefusedPage(head, refusal.says, back), refusal.status)


def wants_json(request: Request) -> bool:
    """Whether a page's script asks."""
    return request.headers.get("accept", "") == "application/json"
