"""A socket that takes connections, on one host and port of this computer."""

from __future__ import annotations

import socket


def listen(host: str, port: int, backlog: int | None = None) -> socket.socket:
    """The socket, which IPv4 reaches too where *host* is '::'; OSError or OverflowError where it cannot be had."""
    if ":" not in host:
        return socket.create_server((host, port), backlog=backlog)
    both = socket.has_dualstack_ipv6()
    return socket.create_server((host, port), family=socket.AF_INET6, backlog=backlog, dualstack_ipv6=both)
