"""The command line: what was typed, one call, what is printed, the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from carelevel.cli.commands import SERVERS, parser
from carelevel.core.errors import CarelevelError
from carelevel.messages import command as command_messages

SOUND, REFUSED, INTERRUPTED = 0, 2, 130
"""Exit statuses; 130 as shells have it for Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is returned, 2 with a sentence on standard error where it is refused."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - it was closed from outside
    own, extra = _divided(list(sys.argv[1:] if arguments is None else arguments))
    _print_any_character()
    reader = parser()
    chosen = reader.parse_args(own)
    if extra and chosen.command.name not in SERVERS:
        reader.error(f"unrecognized arguments: {' '.join(extra)}")
    chosen.extra = extra
    try:
        status: int = chosen.command.run(chosen)
        sys.stdout.flush()
        return status
    except CarelevelError as error:
        return _refused(str(error))
    except ModuleNotFoundError as error:  # a browser's install, or a checker's, is without what a desktop has
        module = (error.name or "").partition(".")[0]
        if module == "carelevel":
            raise
        return _refused(command_messages.NOT_INSTALLED.format(module=module))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the output has seen enough
        sys.stderr.close()
        return SOUND
    except OSError as error:  # a full disk behind standard output; a file's own trouble has become words before
        status = _refused(command_messages.NO_OUTPUT.format(reason=(error.strerror or "").lower()))
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left is not tried once more
        return status


def _refused(message: str) -> int:
    print(message, file=sys.stderr)
    return REFUSED


def _divided(arguments: list[str]) -> tuple[list[str], list[str]]:
    """What is for carelevel, and what stands after -- for the server."""
    if "--" not in arguments:
        return arguments, []
    at = arguments.index("--")
    return arguments[:at], arguments[at + 1 :]


def _print_any_character() -> None:
    """A terminal that lacks a character shows its code instead of ending the command."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
