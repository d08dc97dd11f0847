"""`carelevel room`: the audience's pages, started by hand."""

from __future__ import annotations

import argparse

from carelevel.words import room as words


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add room to the commands."""
    says = words.ROOM_COMMAND
    room = commands.add_parser("room", help=says["room"], description=says["room_about"])
    room.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help=says["host"])
    room.add_argument("--port", type=int, default=8722, metavar="N", help=says["port"])
    room.set_defaults(run=_room)


def _room(chosen: argparse.Namespace) -> int:
    from carelevel.live.server import serve

    return serve(chosen.host, chosen.port)
