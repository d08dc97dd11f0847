"""`carelevel preview ID`: a case as a trainee reads it, what the criteria make of it, what lint found."""

from __future__ import annotations

import argparse

from carelevel.cli.path_argument import path
from carelevel.messages import check as check_messages

DONE, MISTAKES = 0, 1


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser], bank_help: str) -> None:
    """Add preview to the commands."""
    says = check_messages.COMMAND
    preview = commands.add_parser("preview", help=says["preview"], description=says["preview_about"])
    preview.add_argument("id", metavar="ID", help=says["preview_id"])
    preview.add_argument("--bank", type=path, metavar="DIR", help=bank_help)
    preview.set_defaults(run=_preview)


def _preview(chosen: argparse.Namespace) -> int:
    from carelevel.bank import open_bank
    from carelevel.cli.case_text import case_text
    from carelevel.cli.diagnostics import case_diagnostics

    bank = open_bank(chosen.bank)
    checked = bank.checked(chosen.id.removesuffix(".md"))
    if checked.case is None and checked.mistakes and (bank.folder / f"{checked.id}.md").is_file():
        for mistake in checked.mistakes:
            print(mistake.as_text())
        return MISTAKES
    case = bank.case(checked.id)
    print(case_text(case, bank.criteria))
    print(f"\n{check_messages.PREVIEW_LINT}")
    for line in [found.as_text() for found in case_diagnostics(bank, case.id)] or [check_messages.PREVIEW_NOTHING]:
        print(line)
    return DONE
