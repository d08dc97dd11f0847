"""`carelevel migrate-criteria FILE`: criteria of the first edition, rewritten to the second."""

from __future__ import annotations

import argparse

from carelevel.bank.migration import migrate_file
from carelevel.messages import check as check_messages

DONE, LEFT = 0, 1


def run(chosen: argparse.Namespace) -> int:
    """Rewrite the file and print what is left to do; the status is LEFT where anything is."""
    found = migrate_file(chosen.file)
    if found.copy is None:
        print(check_messages.MIGRATED_ALREADY.format(file=chosen.file))
        return DONE
    print(check_messages.MIGRATED.format(file=chosen.file, copy=found.copy))
    for line, says in found.to_do:
        print(check_messages.MIGRATED_TO_DO.format(file=chosen.file, line=line, says=says))
    print(check_messages.MIGRATED_NEXT.format(folder=chosen.file.parent))
    return LEFT if found.to_do else DONE
