"""A port for a process under test."""

from __future__ import annotations

import random
import socket
from contextlib import suppress

PORTS = range(20_000, 32_000)
"""Below what systems give to connections out: one of those may hold a free port, or reach it and answer itself."""


def free_port(host: str = "127.0.0.1") -> int:
    """A port that nobody listens on."""
    for port in random.sample(PORTS, 100):
        with suppress(OSError), socket.socket() as probe:
            probe.bind((host, port))
            return port
    raise RuntimeError("none of a hundred ports is free")
