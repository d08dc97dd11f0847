"""`carelevel room`: the audience's pages, started by hand."""

from __future__ import annotations

import argparse

from carelevel.messages import room as room_messages
from carelevel.workshop.addresses import HERE, PORT


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add room to the commands."""
    says = room_messages.ROOM_COMMAND
    room = commands.add_parser("room", help=says["room"], description=says["room_about"])
    room.add_argument("--host", default=HERE, metavar="ADDRESS", help=says["host"])
    room.add_argument("--port", type=int, default=PORT, metavar="N", help=says["port"])
    room.set_defaults(run=_room)


def _room(chosen: argparse.Namespace) -> int:
    from carelevel.live.server import serve

    return serve(chosen.host, chosen.port)
