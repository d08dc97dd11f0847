"""A socket that takes connections, on one host and port of this computer."""

from __future__ import annotations

import socket


def listen(host: str, port: int, backlog: int | None = None) -> socket.socket:
    """The socket, which IPv4 reaches too where *host* is '::'; OSError or OverflowError where it cannot be had."""
    is_ipv6 = ":" in host
    family = socket.AF_INET6 if is_ipv6 else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=backlog, dualstack_ipv6=is_ipv6)
