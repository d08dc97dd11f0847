"""`carelevel page`: a bank, the faces and Python as one HTML file, or as a folder for a web server."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from carelevel import messages
from carelevel.bank import Bank, bank_folder
from carelevel.cli.bank_check import BankCheck
from carelevel.cli.out_file import write_bytes, write_out
from carelevel.core.errors import BankError, StoreError
from carelevel.messages import export as export_messages
from carelevel.messages import page as page_messages
from carelevel.page.build import page_of
from carelevel.page.parts import read_parts
from carelevel.page.site import PART, PARTS, site_of
from carelevel.store.failure import in_words

PACKED, MISTAKES = 0, 1
ENDINGS = frozenset({".html", ".htm"})


def run(chosen: argparse.Namespace) -> int:
    """1 where the bank has mistakes, which are printed as check prints them, and nothing is written then."""
    if chosen.out is None and chosen.site is None:
        raise StoreError(page_messages.OUT_OR_SITE)
    if chosen.out and chosen.out.suffix.lower() not in ENDINGS:
        raise StoreError(page_messages.OUT_NAME.format(file=chosen.out))
    parts = read_parts()
    check = BankCheck((chosen.bank or bank_folder()).resolve())
    check.all()
    if check.bank is None or check.status(strict=False):
        return MISTAKES
    if not check.bank.cases():
        raise BankError([export_messages.NO_CASES.format(folder=check.bank.folder.name)])
    if chosen.out:
        write_out(page_of(check.bank, parts), chosen.out, over=chosen.force)
        _say(check.bank, chosen.out, chosen.out.stat().st_size)
    if chosen.site:
        size = _write_site(site_of(check.bank, parts), chosen.site, over=chosen.force)
        _say(check.bank, chosen.site, size)
    return PACKED


def _write_site(files: Iterable[tuple[str, bytes]], folder: Path, *, over: bool) -> int:
    """How many bytes were written; parts of another edition that lie there are removed once that is done."""
    written = {}
    with in_words(str(folder)):
        for path, content in files:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            write_bytes([content], folder / path, over=over)
            written[folder / path] = len(content)
        for file in (folder / PARTS).glob(f"*{PART}"):
            if file not in written:
                file.unlink()
    return sum(written.values())


def _say(bank: Bank, place: Path, size: int) -> None:
    cases = messages.counted(len(bank.cases()), export_messages.CASES_EXPORTED)
    print(page_messages.PACKED.format(file=place, cases=cases, megabytes=f"{size / 1e6:.1f}"))
