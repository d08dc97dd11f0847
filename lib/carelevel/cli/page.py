"""`carelevel page`: a bank, the faces and Python as one HTML file, which opens without anything installed."""

from __future__ import annotations

import argparse

from carelevel import messages
from carelevel.bank import bank_folder
from carelevel.cli.bank_check import BankCheck
from carelevel.cli.out_file import write_out
from carelevel.core.errors import BankError, StoreError
from carelevel.messages import export as export_messages
from carelevel.messages import page as page_messages
from carelevel.page.build import page_of
from carelevel.page.parts import read_parts

PACKED, MISTAKES = 0, 1
ENDINGS = frozenset({".html", ".htm"})


def run(chosen: argparse.Namespace) -> int:
    """1 where the bank has mistakes, which are printed as check prints them, and nothing is written then."""
    if chosen.out.suffix.lower() not in ENDINGS:
        raise StoreError(page_messages.OUT_NAME.format(file=chosen.out))
    parts = read_parts()
    check = BankCheck((chosen.bank or bank_folder()).resolve())
    check.all()
    if check.bank is None or check.status(strict=False):
        return MISTAKES
    if not check.bank.case_ids():
        raise BankError([export_messages.NO_CASES.format(folder=check.bank.folder.name)])
    write_out(page_of(check.bank, parts), chosen.out, over=chosen.force)
    cases = messages.counted(len(check.bank.case_ids()), export_messages.CASES_EXPORTED)
    megabytes = f"{chosen.out.stat().st_size / 1e6:.1f}"
    print(page_messages.PACKED.format(file=chosen.out, cases=cases, megabytes=megabytes))
    return PACKED
