"""The commands that write a bank for those who teach elsewhere: moodle, handout."""

from __future__ import annotations

import argparse
import sys

from carelevel import messages
from carelevel.bank import open_bank
from carelevel.cli.out_file import put_out
from carelevel.exports.bank_files import BankFiles, BankFormat
from carelevel.messages import export as export_messages


def run(chosen: argparse.Namespace) -> None:
    """Print or write the cases; those that are left out, and what was written, are named on standard error."""
    files = BankFiles(open_bank(chosen.bank))
    taken = files.chosen(chosen.case)
    for case in taken.left_out:
        print(export_messages.LEFT_OUT.format(case=case), file=sys.stderr)
    pieces = files.pieces(BankFormat(chosen.command.name), taken.cases, twins=not chosen.no_twins)
    cases = messages.counted(len(taken.cases), export_messages.CASES_EXPORTED)
    done = export_messages.WRITTEN.format(file=chosen.out, cases=cases)
    put_out(pieces, chosen.out, over=chosen.force, done=done)
