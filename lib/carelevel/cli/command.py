"""The command line: what was typed, one call, what is printed, the exit status."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from carelevel.cli import bank_files, check, new, preview, record, room, schema
from carelevel.cli.path_argument import path
from carelevel.core.errors import AnswerError, CarelevelError, UnknownFindingError, suggestion
from carelevel.messages import command as command_messages

if TYPE_CHECKING:  # a bank costs pydantic, which --help and lab do without
    from carelevel.core.criteria import Criteria, Findings

SOUND, REFUSED, INTERRUPTED = 0, 2, 130
"""Exit statuses; 130 as shells have it for Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is returned, 2 with a sentence on standard error where it is refused."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - it was closed from outside
    own, extra = _divided(list(sys.argv[1:] if arguments is None else arguments))
    _print_any_character()
    parser = _parser()
    chosen = parser.parse_args(own)
    if extra and chosen.run not in (_lab, _app):
        parser.error(f"unrecognized arguments: {' '.join(extra)}")
    chosen.extra = extra
    try:
        run: Callable[[argparse.Namespace], int] = chosen.run
        status = run(chosen)
        sys.stdout.flush()
        return status
    except CarelevelError as error:
        print(error, file=sys.stderr)
        return REFUSED
    except ModuleNotFoundError as error:  # a browser's install, or a checker's, is without what a desktop has
        module = (error.name or "").partition(".")[0]
        if module == "carelevel":
            raise
        print(command_messages.NOT_INSTALLED.format(module=module), file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the output has seen enough
        sys.stderr.close()
        return SOUND
    except OSError as error:  # a full disk behind standard output; a file's own trouble has become words before
        print(command_messages.NO_OUTPUT.format(reason=(error.strerror or "").lower()), file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left is not tried once more
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="carelevel", description=command_messages.COMMAND["about"])
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run in (("lab", _lab), ("app", _app)):
        server = commands.add_parser(
            name,
            help=command_messages.COMMAND[name],
            description=command_messages.COMMAND[name],
            epilog=command_messages.COMMAND["extra"],
        )
        server.add_argument("--notebooks", type=path, metavar="DIR", help=command_messages.COMMAND["notebooks"])
        server.add_argument("--no-browser", action="store_true", help=command_messages.COMMAND["no_browser"])
        server.add_argument("--port", type=int, help=command_messages.COMMAND["port"])
        server.set_defaults(run=run)
    for module in (check, new, preview):
        module.add_command(commands, command_messages.COMMAND["bank"])
    schema.add_command(commands)
    assess = commands.add_parser(
        "assess", help=command_messages.COMMAND["assess"], description=command_messages.COMMAND["assess"]
    )
    assess.add_argument("findings", nargs="*", metavar="FINDING=VALUE", help=command_messages.COMMAND["finding"])
    assess.add_argument("--bank", type=path, metavar="DIR", help=command_messages.COMMAND["bank"])
    assess.add_argument("--json", action="store_true", help=command_messages.COMMAND["json"])
    assess.add_argument("--stream", action="store_true", help=command_messages.COMMAND["stream"])
    assess.set_defaults(run=_assess)
    record.add_commands(commands)
    room.add_command(commands)
    bank_files.add_commands(commands)
    return parser


def _lab(chosen: argparse.Namespace) -> int:
    from carelevel.cli import servers

    return servers.lab(servers.notebooks_folder(chosen.notebooks), chosen.port, not chosen.no_browser, chosen.extra)


def _app(chosen: argparse.Namespace) -> int:
    from carelevel.cli import servers

    return servers.app(servers.notebooks_folder(chosen.notebooks), chosen.port, not chosen.no_browser, chosen.extra)


def _assess(chosen: argparse.Namespace) -> int:
    from carelevel.bank import open_bank

    if chosen.stream and chosen.findings:
        raise AnswerError(command_messages.STREAM_ALONE)
    criteria = open_bank(chosen.bank).criteria
    if chosen.stream:
        return _stream(criteria)
    findings = _findings(chosen.findings, criteria)
    if chosen.json:
        from carelevel.core.assess import assess
        from carelevel.exports.assessment_json import assessment_json

        print(json.dumps(assessment_json(assess(findings, criteria), criteria), indent=2))
    else:
        from carelevel.cli.assessment_text import assessment_text

        print(assessment_text(findings, criteria))
    return SOUND


def _stream(criteria: Criteria) -> int:
    from carelevel.exports.assessment_stream import answers

    status = SOUND
    for answer in answers(sys.stdin.buffer, criteria):
        if "error" in answer:
            status = REFUSED
        print(json.dumps(answer), flush=True)
    return status


def _findings(arguments: Iterable[str], criteria: Criteria) -> Findings:
    """FINDING=VALUE each, none of them twice; whether they are known is for the engine to say."""
    findings: dict[str, str] = {}
    for argument in arguments:
        name, equals, value = argument.partition("=")
        if not equals:
            raise UnknownFindingError(_no_value(argument, criteria))
        if name in findings:
            raise AnswerError(command_messages.STATED_TWICE.format(name=name))
        findings[name] = value
    return findings


def _no_value(argument: str, criteria: Criteria) -> str:
    """The sentence for an argument without =, with what may have been meant."""
    known = {finding.id: finding for finding in criteria.findings}
    finding = known.get(argument)
    if finding is not None:
        return command_messages.NO_FINDING.format(argument=argument, example=f"{finding.id}={finding.values[-1].id}")
    first = criteria.findings[0]
    wrong = command_messages.NO_FINDING.format(argument=argument, example=f"{first.id}={first.values[-1].id}")
    return f"{wrong}; {suggestion(argument, known)}"
