"""The commands that write a bank for those who teach elsewhere: moodle, handout."""

from __future__ import annotations

import argparse
import sys

from carelevel import messages
from carelevel.cli.path_argument import path

DONE = 0


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add moodle and handout to the commands."""
    from carelevel.messages import export as export_messages

    says = export_messages.BANK_FILE_COMMANDS
    for kind in ("moodle", "handout"):
        out = commands.add_parser(kind, help=says[kind], description=says[f"{kind}_about"])
        out.add_argument("--bank", type=path, metavar="DIR", help=says["bank"])
        out.add_argument("--case", nargs="+", action="extend", default=[], metavar="ID", help=says["case"])
        out.add_argument("--no-twins", action="store_true", help=says["no_twins"])
        out.add_argument("--out", type=path, metavar="FILE", help=says["out"])
        out.add_argument("--force", action="store_true", help=says["force"])
        out.set_defaults(run=_write, kind=kind)


def _write(chosen: argparse.Namespace) -> int:
    from carelevel.bank import open_bank
    from carelevel.cli.out_file import write_out
    from carelevel.exports.bank_files import BankFiles, Kind
    from carelevel.messages import export as export_messages

    files = BankFiles(open_bank(chosen.bank))
    taken = files.chosen(chosen.case)
    for case in taken.left_out:
        print(export_messages.LEFT_OUT.format(case=case), file=sys.stderr)
    pieces = files.pieces(Kind(chosen.kind), taken.cases, twins=not chosen.no_twins)
    if chosen.out is not None:
        write_out(pieces, chosen.out, over=chosen.force)
        written = messages.counted(len(taken.cases), export_messages.CASES_EXPORTED)
        print(export_messages.WRITTEN.format(file=chosen.out, cases=written), file=sys.stderr)
        return DONE
    for piece in pieces:  # as bytes: a terminal's encoding would make another file of it
        sys.stdout.buffer.write(piece.encode())
    sys.stdout.buffer.flush()
    return DONE
