"""The application without a socket: requests go straight in, as a server would hand them over."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.applications import Starlette

from tests.hang import PATIENCE

FORM = "application/x-www-form-urlencoded"
Header = tuple[bytes, bytes]


@dataclass(frozen=True)
class Reply:
    status: int
    headers: tuple[Header, ...]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def words(self) -> str:
        """The text of a page, without its tags."""
        return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", self.text))

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    def header(self, name: str) -> str:
        return next((value.decode() for known, value in self.headers if known.decode().lower() == name), "")

    @property
    def cookies(self) -> list[str]:
        return [value.decode() for name, value in self.headers if name.lower() == b"set-cookie"]


class Web:
    """Runs an application's lifespan and its requests in an event loop of its own."""

    def __init__(self, app: Starlette) -> None:
        self.app = app
        self.loop = asyncio.new_event_loop()
        self._life: AbstractAsyncContextManager[Any] = app.router.lifespan_context(app)
        self.run(self._life.__aenter__())

    def run(self, work: Any) -> Any:
        return self.loop.run_until_complete(asyncio.wait_for(work, PATIENCE))

    def close(self) -> None:
        self.run(self._life.__aexit__(None, None, None))
        self.loop.run_until_complete(self.loop.shutdown_default_executor())
        self.loop.close()

    def request(self, *args: Any, **named: Any) -> Reply:
        reply: Reply = self.run(self.ask(*args, **named))
        return reply

    async def ask(
        self,
        method: str,
        path: str | bytes,
        headers: Iterable[Header] = (),
        pieces: Iterable[bytes] = (b"",),
        *,
        client: str = "192.168.1.77",
        scheme: str = "http",
        host: str = "192.168.1.5:8722",
    ) -> Reply:
        """One request, whose body comes in *pieces*; what is sent before it is over is gathered."""
        raw = path if isinstance(path, bytes) else path.encode()
        before, _, query = raw.partition(b"?")
        from urllib.parse import unquote_to_bytes

        scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": method,
            "scheme": scheme,
            "path": unquote_to_bytes(before).decode("utf-8", "replace"),
            "raw_path": before,
            "query_string": query,
            "root_path": "",
            "headers": [(b"host", host.encode()), *((name.lower(), value) for name, value in headers)],
            "client": (client, 50000),
            "server": ("192.168.1.5", 8722),
        }
        waiting = list(pieces)
        start: dict[str, Any] = {}
        body = bytearray()

        async def receive() -> dict[str, Any]:
            if waiting:
                piece = waiting.pop(0)
                return {"type": "http.request", "body": piece, "more_body": bool(waiting)}
            if "stream" in scope["path"]:
                await asyncio.sleep(0.05)
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            else:
                body.extend(message.get("body", b""))

        try:
            await self.app(scope, receive, send)
        except Exception:
            if not start:  # after a reply in words the framework raises once more, for the log
                raise
        return Reply(start["status"], tuple((n, v) for n, v in start["headers"]), bytes(body))


class Phone:
    """A browser without script: it keeps cookies, posts forms, and goes where it is sent."""

    def __init__(self, web: Web, scheme: str = "http") -> None:
        self.web, self.scheme = web, scheme
        self.jar: dict[str, str] = {}
        self.set: list[str] = []
        self.at = "/"

    def get(self, path: str, **headers: str) -> Reply:
        return self._follow(self._send("GET", path, headers))

    def post(self, path: str, fields: Any = (), kind: str = FORM, **headers: str) -> Reply:
        body = fields if isinstance(fields, bytes) else urlencode(fields, doseq=True).encode()
        return self._follow(self._send("POST", path, {"content-type": kind, **headers}, body))

    def join(self, code: str) -> Reply:
        return self.post("/join", {"code": code})

    def vote(self, page: Reply, level: str, confidence: str = "guess", **more: Any) -> Reply:
        """Fill in the form that *page* has, and send it."""
        action = re.search(r'<form id="vote" method="post" action="([^"]+)"', page.text)
        assert action, page.words
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text))
        return self.post(action[1], {**hidden, "level": level, "confidence": confidence, **more})

    def _send(self, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> Reply:
        sent = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
        if self.jar:
            sent.append((b"cookie", "; ".join(f"{name}={value}" for name, value in self.jar.items()).encode()))
        if body:
            sent.append((b"content-length", str(len(body)).encode()))
        self.at = path
        reply = self.web.request(method, path, sent, (body,), scheme=self.scheme)
        for cookie in reply.cookies:
            self.set.append(cookie)
            name, _, value = cookie.partition(";")[0].partition("=")
            self.jar[name] = value
        return reply

    def _follow(self, reply: Reply) -> Reply:
        while reply.status == 303:
            reply = self._send("GET", reply.header("location").partition("#")[0], {})
        return reply
