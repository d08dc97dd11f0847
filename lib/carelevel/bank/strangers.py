"""Files of a bank's folder that look like cases and are none, so that nobody waits for them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from carelevel.bank.case_file import near_id
from carelevel.core.diagnostic import UNREAD, Diagnostic, Severity

MOST_ENTRIES = 100_000
LOOKS_SO = re.compile(r"(.*?)\.(md|markdown|mdown|mdwn|mkd|mkdn)(\.(txt|md|bak|docx?|html?))*", re.IGNORECASE)


def strangers(folder: Path) -> Iterator[Diagnostic]:
    """A warning for each, in the order of names; folders within the bank's hold no cases either."""
    with os.scandir(folder) as entries:
        found = sorted(islice(entries, MOST_ENTRIES), key=lambda entry: entry.name)
    for entry in found:
        if entry.name.startswith((".", "_")):
            continue
        if entry.is_dir(follow_symlinks=False):
            inside = next((name for name in _names(entry.path) if name.casefold().endswith(".md")), None)
            if inside and inside.casefold() != "readme.md":
                place = f"{folder.name}/{entry.name}/{inside}"
                yield _unread(place, "a case in a folder of its own is not read", "move it beside criteria.yaml")
        elif not entry.name.endswith(".md") or entry.name.casefold().endswith(".md.md"):
            looks = LOOKS_SO.fullmatch(entry.name)
            if looks and looks[1].casefold() != "readme":
                place = f"{folder.name}/{entry.name}"
                yield _unread(place, "it is not read as a case", f"call it '{near_id(looks[1])}.md'")


def _names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _unread(place: str, problem: str, remedy: str) -> Diagnostic:
    return Diagnostic(place, 1, problem, remedy, Severity.WARNING, UNREAD)
