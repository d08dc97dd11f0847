"""`carelevel preview ID`: a case or a note as a trainee reads it, what the criteria make of it, what lint found."""

from __future__ import annotations

import argparse

from carelevel.bank import Bank, open_bank
from carelevel.bank.notes_file import read_notes
from carelevel.cli.assessment_text import answer_lines
from carelevel.cli.case_text import case_text
from carelevel.cli.diagnostics import case_diagnostics, unmarked_diagnostics
from carelevel.core.composer import Composer
from carelevel.core.errors import BankError
from carelevel.core.note import read_code
from carelevel.messages import check as check_messages
from carelevel.messages import notes as notes_messages

DONE, MISTAKES = 0, 1
NOTE = "note-"


def run(chosen: argparse.Namespace) -> int:
    """1 where the case has mistakes, which are printed then; BankError where there is none of this name.

    AnswerError where a note's code is of other lines than the bank's.
    """
    bank = open_bank(chosen.bank)
    if chosen.id.startswith(NOTE) and not (bank.folder / f"{chosen.id}.md").is_file():
        return _note(chosen.id, bank)
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


def _note(code: str, bank: Bank) -> int:
    """The note of that code, and what the criteria make of it."""
    lines = read_notes(bank.folder, bank.criteria)
    if lines is None:
        raise BankError([notes_messages.NO_LINES.format(folder=bank.folder.name)])
    note = Composer(lines, bank.criteria).of_code(read_code(code))
    shown = [f"- {line.text}" + (f" [{line.finding}={line.value}]" if line.finding else "") for line in note.lines]
    makes = check_messages.PREVIEW_MAKES.format(heading=note.code)
    print("\n".join([check_messages.PREVIEW_READS, *shown, "", makes, *answer_lines(note.findings, bank.criteria)]))
    return DONE
