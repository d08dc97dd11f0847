"""`carelevel check`: every mistake of a bank and every hit of lint, a line each, once or whenever a file changes."""

from __future__ import annotations

import argparse

from carelevel.bank import bank_folder
from carelevel.cli.bank_check import BankCheck
from carelevel.cli.watch import watch
from carelevel.core.errors import AnswerError
from carelevel.messages import check as check_messages


def run(chosen: argparse.Namespace) -> int:
    """0 where the bank is sound, 1 where it has errors, or warnings where those count."""
    if chosen.processes is not None and chosen.processes < 1:
        raise AnswerError(check_messages.NO_PROCESSES.format(count=chosen.processes))
    check = BankCheck((chosen.bank or bank_folder()).resolve(), chosen.format, chosen.processes)
    check.all()
    if chosen.watch:
        watch(check)
    return check.status(strict=chosen.strict)
