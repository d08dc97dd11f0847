"""The addresses of this computer that a phone in the same network could open."""

from __future__ import annotations

import socket
from contextlib import suppress

HERE = "127.0.0.1"
PORT = 8722
"""Where the audience's pages are served unless somebody says otherwise."""

_TOWARDS = ("192.0.2.1", "10.255.255.255", "172.31.255.255", "192.168.255.255")


def own_addresses() -> tuple[str, ...]:
    """IPv4 addresses, the one that leads out first; empty without a network. Nothing is sent."""
    found = [_address_towards(there) for there in _TOWARDS]
    with suppress(OSError):  # a computer that does not know its own name
        found += [str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    return tuple(dict.fromkeys(address for address in found if address and not address.startswith("127.")))


def is_here(host: str) -> bool:
    """Whether only this computer can open what listens on *host*."""
    return host in ("localhost", "::1") or host.startswith("127.")


def _address_towards(there: str) -> str:
    """Which address of ours would be used; a datagram socket that connects sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((there, 9))
        except OSError:
            return ""
        return str(probe.getsockname()[0])
