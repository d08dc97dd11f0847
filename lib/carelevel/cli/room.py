"""`carelevel room`: the audience's pages, started by hand."""

from __future__ import annotations

import argparse

from carelevel.live.server import serve


def run(chosen: argparse.Namespace) -> int:
    """The server's own exit status, once it has ended."""
    return serve(chosen.host, chosen.port)
