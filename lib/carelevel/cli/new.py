"""`carelevel new ID`: a case begun from the bank's template."""

from __future__ import annotations

import argparse
import re
import unicodedata
from pathlib import Path

from carelevel.bank import bank_folder, is_case_id
from carelevel.bank.case_file import LARGEST, RESERVED
from carelevel.bank.quoting import needs_quotes
from carelevel.bank.text_file import read_text
from carelevel.core.errors import BankError
from carelevel.files import whole_file
from carelevel.messages import check as check_messages

TEMPLATE = "_template.md"


def run(chosen: argparse.Namespace) -> None:
    """Begin the case and print what to do next; BankError where it cannot be begun."""
    file = begin(chosen.id, chosen.bank or bank_folder())
    print(check_messages.NEW_NEXT.format(file=file, id=chosen.id))


def begin(case_id: str, folder: Path) -> Path:
    """Write the template of the bank in *folder* under a new id; BankError where it cannot be, nothing lost."""
    # Windows means the device whatever ending follows, and by a superscript digit the digit.
    if unicodedata.normalize("NFKC", case_id).casefold().partition(".")[0] in RESERVED:
        raise BankError([check_messages.NEW_RESERVED.format(id=case_id[:80])])
    if not is_case_id(case_id):
        raise BankError([check_messages.NEW_ID.format(id=case_id[:80])])
    template, _ = read_text(folder / TEMPLATE, TEMPLATE, LARGEST)
    if template is None:
        raise BankError([check_messages.NEW_NO_TEMPLATE.format(folder=folder, template=TEMPLATE)])
    file = folder / f"{case_id}.md"
    try:
        whole_file.create(file, [unfinished(template, case_id).encode()])
    except FileExistsError:
        raise BankError([check_messages.NEW_THERE.format(file=file)]) from None
    except OSError as error:
        reason = (error.strerror or "").lower()
        raise BankError([check_messages.NEW_UNWRITTEN.format(file=file, reason=reason)]) from None
    return file


def unfinished(template: str, case_id: str) -> str:
    """The template under its new id and without a title: until it has one, no trainee is shown it."""
    written = f'"{case_id}"' if needs_quotes(case_id) else case_id
    named = re.sub(r"(?m)^id:.*$", f"id: {written}", template, count=1)
    return re.sub(r"(?m)^title:.*$", "title:", named, count=1)
