"""The command line: what was typed, one call, what is printed, the exit status."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from carelevel import words
from carelevel.cli import record, room
from carelevel.core.errors import AnswerError, BankError, CarelevelError, UnknownFindingError, suggestion

if TYPE_CHECKING:  # a bank costs pydantic, which --help and lab do without
    from carelevel.bank import Bank
    from carelevel.core.criteria import Criteria, Findings

SOUND, MISTAKES, REFUSED = 0, 1, 2
"""Exit statuses."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is returned, 2 with a sentence on standard error where it is refused."""
    own, extra = _divided(list(sys.argv[1:] if arguments is None else arguments))
    _print_any_character()
    parser = _parser()
    chosen = parser.parse_args(own)
    if extra and chosen.run not in (_lab, _app):
        parser.error(f"unrecognized arguments: {' '.join(extra)}")
    chosen.extra = extra
    try:
        run: Callable[[argparse.Namespace], int] = chosen.run
        return run(chosen)
    except CarelevelError as error:
        print(error, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:  # whoever read the output has seen enough
        sys.stderr.close()
        return SOUND


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
    parser = argparse.ArgumentParser(prog="carelevel", description=words.COMMAND["about"])
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run in (("lab", _lab), ("app", _app)):
        server = commands.add_parser(
            name, help=words.COMMAND[name], description=words.COMMAND[name], epilog=words.COMMAND["extra"]
        )
        server.add_argument("--notebooks", type=Path, metavar="DIR", help=words.COMMAND["notebooks"])
        server.add_argument("--no-browser", action="store_true", help=words.COMMAND["no_browser"])
        server.add_argument("--port", type=int, help=words.COMMAND["port"])
        server.set_defaults(run=run)
    check = commands.add_parser("check", help=words.COMMAND["check"], description=words.COMMAND["check_about"])
    check.add_argument("bank", type=Path, nargs="?", metavar="BANK", help=words.COMMAND["bank"])
    check.set_defaults(run=_check)
    schema = commands.add_parser("schema", help=words.COMMAND["schema"], description=words.COMMAND["schema"])
    schema.set_defaults(run=_schema)
    assess = commands.add_parser("assess", help=words.COMMAND["assess"], description=words.COMMAND["assess"])
    assess.add_argument("findings", nargs="*", metavar="FINDING=VALUE", help=words.COMMAND["finding"])
    assess.add_argument("--bank", type=Path, metavar="DIR", help=words.COMMAND["bank"])
    assess.add_argument("--json", action="store_true", help=words.COMMAND["json"])
    assess.add_argument("--stream", action="store_true", help=words.COMMAND["stream"])
    assess.set_defaults(run=_assess)
    record.add_commands(commands)
    room.add_command(commands)
    return parser


def _lab(chosen: argparse.Namespace) -> int:
    from carelevel.cli import servers

    return servers.lab(servers.notebooks_folder(chosen.notebooks), chosen.port, not chosen.no_browser, chosen.extra)


def _app(chosen: argparse.Namespace) -> int:
    from carelevel.cli import servers

    return servers.app(servers.notebooks_folder(chosen.notebooks), chosen.port, not chosen.no_browser, chosen.extra)


def _check(chosen: argparse.Namespace) -> int:
    from carelevel.bank import bank_folder, open_bank

    folder = chosen.bank or bank_folder()
    try:
        bank = open_bank(folder)
    except BankError as error:
        if not (folder / "criteria.yaml").is_file():
            raise
        print(error)
        mistakes = words.counted(len(error.mistakes), words.MISTAKES)
        print(words.CHECKED_CRITERIA.format(folder=folder, mistakes=mistakes))
        return MISTAKES
    return _check_cases(bank, folder)


def _check_cases(bank: Bank, folder: Path) -> int:
    count, mistakes = 0, 0
    for checked in bank.check():
        count += 1
        mistakes += len(checked.mistakes)
        for mistake in checked.mistakes:
            print(mistake)
    mistakes += _check_proofs(bank)
    cases = words.counted(count, words.CHECKED)
    if mistakes:
        found = words.counted(mistakes, words.MISTAKES)
        print(words.CHECKED_WRONG.format(folder=folder, cases=cases, mistakes=found))
        return MISTAKES
    print(words.CHECKED_SOUND.format(folder=folder, cases=cases))
    return SOUND


def _check_proofs(bank: Bank) -> int:
    """Print what the criteria are proved to hold; how many proofs fail is returned."""
    from carelevel.bank.proofs import prove

    proofs = prove(bank.criteria)
    for says in proofs.fails:
        print(words.PROOF_FAILS.format(bank=bank.folder.name, says=says.rstrip(".")))
    for says in proofs.warnings:
        print(words.PROOF_WARNS.format(says=says))
    for says in proofs.holds:
        print(words.PROOF_HOLDS.format(says=says))
    return len(proofs.fails)


def _schema(chosen: argparse.Namespace) -> int:
    from carelevel.bank import criteria_adapter

    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **criteria_adapter().json_schema()}
    print(json.dumps(schema, indent=2, ensure_ascii=False))
    return SOUND


def _assess(chosen: argparse.Namespace) -> int:
    from carelevel.bank import open_bank

    if chosen.stream and chosen.findings:
        raise AnswerError(words.STREAM_ALONE)
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
            raise AnswerError(words.STATED_TWICE.format(name=name))
        findings[name] = value
    return findings


def _no_value(argument: str, criteria: Criteria) -> str:
    """The sentence for an argument without =, with what may have been meant."""
    known = {finding.id: finding for finding in criteria.findings}
    finding = known.get(argument)
    if finding is not None:
        return words.NO_FINDING.format(argument=argument, example=f"{finding.id}={finding.values[-1].id}")
    first = criteria.findings[0]
    wrong = words.NO_FINDING.format(argument=argument, example=f"{first.id}={first.values[-1].id}")
    return f"{wrong}; {suggestion(argument, known)}"
