"""`carelevel preview ID`: a case as a trainee reads it, what the criteria make of it, what lint found."""

from __future__ import annotations

import argparse

from carelevel.bank import open_bank
from carelevel.cli.case_text import case_text
from carelevel.cli.diagnostics import case_diagnostics, unmarked_diagnostics
from carelevel.messages import check as check_messages

DONE, MISTAKES = 0, 1


def run(chosen: argparse.Namespace) -> int:
    """1 where the case has mistakes, which are printed then; BankError where there is none of this name."""
    bank = open_bank(chosen.bank)
    checked = bank.checked(chosen.id.removesuffix(".md"))
    if checked.case is None and checked.mistakes and (bank.folder / f"{checked.id}.md").is_file():
        print("\n".join(mistake.as_text() for mistake in checked.mistakes))
        return MISTAKES
    case = bank.case(checked.id)
    print(case_text(case, bank.criteria))
    diagnostics = (*case_diagnostics(bank, case.id), *unmarked_diagnostics(bank, case))
    found = [diagnostic.as_text() for diagnostic in diagnostics]
    print("\n".join(["", check_messages.PREVIEW_LINT, *(found or [check_messages.PREVIEW_NOTHING])]))
    return DONE
