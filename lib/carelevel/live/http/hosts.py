"""By which names and from which pages this process is asked: its own, and no other site's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from carelevel.workshop.addresses import EVERYWHERE, is_here


@dataclass(frozen=True, slots=True)
class Hosts:
    """Loopback, *own* and *public* are answered to, with *any_address* whatever is an address and no name."""

    own: str
    public: str
    any_address: bool

    def answer_to(self, host: str) -> bool:
        """Whether *host*, as a request names it, with or without a port, is one of ours."""
        name = _name(f"//{host}")
        if not name:
            return False
        return is_here(name) or name in (self.own, self.public) or (self.any_address and _is_address(name))

    def take_from(self, origin: str, host: str) -> bool:
        """Whether a form may come from a page of *origin* to *host*: from our own pages only."""
        name = _name(origin)
        return bool(name) and (urlsplit(origin).netloc == host or name in (host, self.public))


def hosts_of(host: str, public: str = "") -> Hosts:
    """Those of a process that listens on *host*, and that a proxy answers for at the address *public*."""
    return Hosts(host.lower(), _name(public), host in EVERYWHERE)


ANY_ADDRESS = Hosts("", "", any_address=True)
"""Those of a process of which it is not known what it listens on."""


class OwnHosts:
    """Wraps an application, and refuses what comes by another name, or as a form from another site's page."""

    def __init__(self, app: ASGIApp, hosts: Hosts, refuse: Callable[[Request], Response]) -> None:
        self._app, self._hosts, self._refuse = app, hosts, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        app = self._app
        if scope["type"] == "http" and not self._is_ours(Request(scope)):
            app = self._refuse(Request(scope))
        await app(scope, receive, send)

    def _is_ours(self, request: Request) -> bool:
        host, origin = request.headers.get("host", ""), request.headers.get("origin")
        from_us = request.method != "POST" or origin is None or self._hosts.take_from(origin, host)
        return self._hosts.answer_to(host) and from_us


def _name(address: str) -> str:
    """The host's name in *address*; '' where there is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
