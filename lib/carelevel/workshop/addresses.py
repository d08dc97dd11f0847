"""The networks of this computer, by an address that a phone in the same one could open."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass

HERE = "127.0.0.1"
PORT = 8722
"""Where the audience's pages are served unless somebody says otherwise."""

EVERYWHERE = ("0.0.0.0", "::", "")
"""What listens on all addresses of a computer."""

TYPED_CHARACTERS_MAX = 200

_OUTSIDE = "192.0.2.1"  # an address of documents, which nobody has
_LABEL = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
_TYPED = re.compile(rf"(?=.{{1,{TYPED_CHARACTERS_MAX}}}$){_LABEL}(\.{_LABEL})*")


@dataclass(frozen=True, slots=True)
class Network:
    """One that this computer is in: its *address* there, and what the system calls it, such as `wlan0`."""

    address: str
    name: str


def own_networks() -> tuple[Network, ...]:
    """By IPv4, the one that leads out first, tunnels (as VPNs are) last; empty without a network. Nothing is sent."""
    from psutil import net_if_addrs, net_if_stats  # which JupyterLab's kernels bring

    states, out = net_if_stats(), _address_towards(_OUTSIDE)
    found = [
        (one.ptp is not None, one.address != out, Network(one.address, name))
        for name, all in net_if_addrs().items()
        for one in all
        if one.family == socket.AF_INET and not is_here(one.address) and name in states and states[name].isup
    ]
    return tuple(network for *_, network in sorted(found, key=lambda rated: rated[:2]))


def is_here(host: str) -> bool:
    """Whether only this computer can open what listens on *host*."""
    return host in ("localhost", "::1") or host.startswith("127.")


def is_typed(host: str) -> bool:
    """Whether somebody may have typed *host*, as a name or as an address of IPv4."""
    return host not in EVERYWHERE and bool(_TYPED.fullmatch(host))


def is_name(host: str) -> bool:
    """Whether it is a name, which stays where addresses change."""
    return is_typed(host) and not host.replace(".", "").isdigit()


def _address_towards(there: str) -> str:
    """Which address of ours would be used; a datagram socket that connects sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((there, 9))
        except OSError:
            return ""
        return str(probe.getsockname()[0])
