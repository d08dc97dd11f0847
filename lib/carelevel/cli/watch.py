"""`carelevel check --watch`: check what has changed, as soon as it has."""

from __future__ import annotations

import time
from collections.abc import Collection

from carelevel.bank import case_ids
from carelevel.bank.criteria_file import CRITERIA_FILE
from carelevel.bank.lint_folder import LINT_FOLDER, lint_stamp
from carelevel.cli.check import Check
from carelevel.core.diagnostic import printable
from carelevel.core.errors import BankError
from carelevel.messages import check as check_messages

EVERY = 0.5
"""Seconds between two looks at the folder."""
MOST_NAMED_FILES = 5

Stamps = dict[str, tuple[int, int]]
"""By file name, what changes when the file does: its time of modification in ns, its size."""


def watch(check: Check) -> None:
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


def look_again(check: Check, before: Stamps, now: Stamps) -> None:
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


def stamps(check: Check) -> Stamps:
    """Of the criteria, of every case, and of the bank's own lists for lint."""
    found: Stamps = {}
    found |= {f"{LINT_FOLDER}/{name}": (changed, size) for name, changed, size in lint_stamp(check.folder)}
    try:
        names = [CRITERIA_FILE, *(f"{name}.md" for name in case_ids(check.folder))]
    except OSError:
        return found
    for name in names:
        try:
            status = (check.folder / name).lstat()
        except OSError:
            continue  # an editor puts a new file in its place just now
        found[name] = status.st_mtime_ns, status.st_size
    return found


def _named(files: Collection[str]) -> str:
    named = ", ".join(map(printable, list(files)[:MOST_NAMED_FILES]))
    return (
        named
        if len(files) <= MOST_NAMED_FILES
        else check_messages.AND_MORE.format(files=named, count=len(files) - MOST_NAMED_FILES)
    )
