"""`carelevel preview ID`: a case as a trainee reads it, what the criteria make of it, what lint found."""

from __future__ import annotations

import argparse

from carelevel.cli.path_argument import path
from carelevel.words import check as words

DONE, MISTAKES = 0, 1


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser], bank_help: str) -> None:
    """Add preview to the commands."""
    says = words.COMMAND
    preview = commands.add_parser("preview", help=says["preview"], description=says["preview_about"])
    preview.add_argument("id", metavar="ID", help=says["preview_id"])
    preview.add_argument("--bank", type=path, metavar="DIR", help=bank_help)
    preview.set_defaults(run=_preview)


def _preview(chosen: argparse.Namespace) -> int:
    from carelevel.bank import open_bank
    from carelevel.cli.case_text import case_text
    from carelevel.cli.remark import case_remarks
    from carelevel.cli.remark_line import as_text

    bank = open_bank(chosen.bank)
    checked = bank.checked(chosen.id.removesuffix(".md"))
    if checked.case is None and checked.mistakes and (bank.folder / f"{checked.id}.md").is_file():
        for remark in case_remarks(bank, checked.id):
            print(as_text(remark, bank.folder))
        return MISTAKES
    case = bank.case(checked.id)
    print(case_text(case, bank.criteria))
    print(f"\n{words.PREVIEW_LINT}")
    for line in [as_text(remark, bank.folder) for remark in case_remarks(bank, case.id)] or [words.PREVIEW_NOTHING]:
        print(line)
    return DONE
