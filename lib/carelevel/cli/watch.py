"""`carelevel check --watch`: check what has changed, as soon as it has."""

from __future__ import annotations

import time
from collections.abc import Collection
from contextlib import suppress

from carelevel.bank import case_ids
from carelevel.bank.criteria_file import CRITERIA_FILE
from carelevel.bank.lint_folder import LINT_FOLDER, lint_stamp
from carelevel.bank.notes_file import NOTES_FILE
from carelevel.bank.text_file import GONE, Stamp, stamp
from carelevel.cli.bank_check import BankCheck
from carelevel.core.diagnostic import printable
from carelevel.core.errors import BankError
from carelevel.messages import check as check_messages

EVERY = 0.5
"""Seconds between two looks at the folder."""
MOST_NAMED_FILES = 5

Stamps = dict[str, Stamp]
"""By the file's name."""


def watch(check: BankCheck) -> None:
    """Look until interrupted."""
    before = stamps(check)
    print(check_messages.WATCHING.format(folder=check.folder), flush=True)
    try:
        while True:
            time.sleep(EVERY)
            now = stamps(check)
            if now != before:
                look_again(check, before, now)
            before = now
    except KeyboardInterrupt:
        print()


def look_again(check: BankCheck, before: Stamps, now: Stamps) -> None:
    """Check the files that are not as they were; the whole bank where its criteria are not."""
    changed = [file for file in now if now[file] != before.get(file)]
    gone = [file for file in before if file not in now]
    print()
    for says, files in ((check_messages.CHANGED, changed), (check_messages.GONE, gone)):
        if files:
            print(says.format(time=time.strftime("%H:%M:%S"), files=_named(files)))
    for file in gone:
        check.found.pop(file, None)
    try:
        if check.bank is None or not all(file.endswith(".md") for file in (*changed, *gone)):
            check.all()
        else:
            check.again(file.removesuffix(".md") for file in changed)
            check.sum_up()
    except BankError as error:
        print(error)
    print(end="", flush=True)


def stamps(check: BankCheck) -> Stamps:
    """Of the criteria, of every case, of the lines of notes, and of the bank's own lists for lint."""
    found: Stamps = {}
    found |= {f"{LINT_FOLDER}/{name}": (changed, size) for name, changed, size in lint_stamp(check.folder)}
    with suppress(OSError):
        for name in (CRITERIA_FILE, NOTES_FILE, *(f"{name}.md" for name in case_ids(check.folder))):
            now = stamp(check.folder / name)
            if now != GONE:  # an editor may put a new file in its place just now
                found[name] = now
    return found


def _named(files: Collection[str]) -> str:
    named = ", ".join(map(printable, list(files)[:MOST_NAMED_FILES]))
    more = len(files) - MOST_NAMED_FILES
    return check_messages.AND_MORE.format(files=named, count=more) if more > 0 else named
