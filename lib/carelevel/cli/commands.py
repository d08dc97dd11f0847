"""Every command of `carelevel` in one table: what is typed after its name, and the module that is imported for it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from carelevel.cli.path_argument import path
from carelevel.messages.check import COMMAND as CHECK
from carelevel.messages.command import COMMAND
from carelevel.messages.export import BANK_FILE_COMMANDS
from carelevel.messages.page import PAGE_COMMAND
from carelevel.messages.record import RECORD_COMMANDS
from carelevel.messages.room import ROOM_COMMAND
from carelevel.workshop.addresses import HERE, PORT

Arguments = Mapping[str, Mapping[str, Any]]
"""What argparse is to make of each option or position, by its name."""

SERVERS = ("lab", "app")
"""Commands that take further arguments, for the server that they start."""
_DIR, _FILE, _ID = {"type": path, "metavar": "DIR"}, {"type": path, "metavar": "FILE"}, {"metavar": "ID"}
_SWITCH, _NUMBER = {"action": "store_true"}, {"type": int, "metavar": "N"}
_BANK = {"help": COMMAND["bank"]}
_CASE: Arguments = {"id": _ID, "--bank": {**_DIR, **_BANK}}
_OUT: Arguments = {"--out": _FILE, "--force": _SWITCH}
_SERVER: Arguments = {"--notebooks": _DIR, "--no-browser": _SWITCH, "--port": {"type": int}}
_CHECK: Arguments = {
    "bank": {"type": path, "nargs": "?", "metavar": "BANK", **_BANK},
    "--strict": _SWITCH,
    "--format": {"choices": ("text", "github"), "default": "text"},
    "--watch": _SWITCH,
    "--processes": _NUMBER,
}
_ASSESS: Arguments = {
    "findings": {"nargs": "*", "metavar": "FINDING=VALUE", "help": COMMAND["finding"]},
    "--bank": _DIR,
    "--json": _SWITCH,
    "--stream": _SWITCH,
}
_EXPORT: Arguments = {
    "--format": {"choices": ("jsonl", "csv", "xapi"), "default": "jsonl"},
    **_OUT,
    "--trainee": {"metavar": "CODE"},
}
_IMPORT: Arguments = {
    "paths": {"type": path, "nargs": "+", "metavar": "FILE|FOLDER"},
    "--as-trainee": {"metavar": "CODE"},
}
_ROOM: Arguments = {"--host": {"default": HERE, "metavar": "ADDRESS"}, "--port": {**_NUMBER, "default": PORT}}
_BANK_FILE: Arguments = {
    "--bank": _DIR,
    "--case": {**_ID, "nargs": "+", "action": "extend", "default": []},
    "--no-twins": _SWITCH,
    **_OUT,
}


@dataclass(frozen=True, slots=True)
class Command:
    """One command; *says* holds its words by its name and those of its arguments, *module* has a `run` for it."""

    name: str
    module: str
    says: Mapping[str, str]
    arguments: Arguments
    epilog: str | None = None

    def run(self, chosen: argparse.Namespace) -> int:
        """The exit status of the command, 0 where its `run` gives none.

        What it needs is imported now, so that `--help` does without.
        """
        status: int | None = import_module(f"carelevel.cli.{self.module}").run(chosen)
        return status or 0

    def help(self, argument: str) -> str:
        """What `--help` says of an argument: by the command's name and its own, or by its own."""
        name = argument.lstrip("-").replace("-", "_")
        return self.says.get(f"{self.name}_{name}") or self.says.get(name, "")


COMMANDS = (
    *(Command(name, "servers", COMMAND, _SERVER, COMMAND["extra"]) for name in SERVERS),
    Command("check", "check", CHECK, _CHECK),
    Command("new", "new", CHECK, _CASE),
    Command("preview", "preview", CHECK, _CASE),
    Command(
        "schema",
        "schema",
        CHECK,
        {"--answer": _SWITCH, "--notes": _SWITCH, "--bank": {**_DIR, **_BANK}, "--out": _FILE},
    ),
    Command("migrate-criteria", "migrate_criteria", CHECK, {"file": {**_FILE, "help": CHECK["migrate_file"]}}),
    Command("assess", "assess", COMMAND, _ASSESS),
    Command("export", "export", RECORD_COMMANDS, _EXPORT),
    Command("import", "load", RECORD_COMMANDS, _IMPORT),
    Command("erase", "erase", RECORD_COMMANDS, {"--yes": _SWITCH}),
    Command(
        "page",
        "page",
        PAGE_COMMAND,
        {"--out": _FILE, "--site": _DIR, "--bank": {**_DIR, **_BANK}, "--force": _SWITCH},
    ),
    Command("room", "room", ROOM_COMMAND, _ROOM),
    *(Command(name, "bank_files", BANK_FILE_COMMANDS, _BANK_FILE) for name in ("moodle", "handout")),
)


def parser() -> argparse.ArgumentParser:
    """What reads a command line: the `command` that was named, and its arguments."""
    parser = argparse.ArgumentParser(prog="carelevel", description=COMMAND["about"])
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        says = command.says[command.name]
        about = command.says.get(f"{command.name}_about", says)
        added = commands.add_parser(command.name, help=says, description=about, epilog=command.epilog)
        for argument, settings in command.arguments.items():
            added.add_argument(argument, **{"help": command.help(argument), **settings})
        added.set_defaults(command=command)
    return parser
