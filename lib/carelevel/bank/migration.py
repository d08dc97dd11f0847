"""criteria.yaml of the first edition, rewritten to the second where that can be done without doubt.

Whatever the second edition cannot say as the first did stands below a comment `TO DO`, and is listed.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import yaml

from carelevel.bank.criteria_file import LARGEST
from carelevel.bank.document import read
from carelevel.bank.first_edition import FirstEdition
from carelevel.bank.text_file import read_text
from carelevel.bank.yaml_source import Comment, YamlSource
from carelevel.core.diagnostic import IN_CRITERIA, Diagnostic, coded
from carelevel.core.errors import BankError
from carelevel.files import whole_file

COPY = "first-edition"
MOST_COPIES = 100
BOTH = (("floors", "indications"), ("prerequisites", "requirements"), ("red_flag_says", "refer_says"))


class Migrated(NamedTuple):
    """The text of the second edition; *to_do*: what is left to whoever wrote it."""

    text: str
    to_do: tuple[Comment, ...]


class MigratedFile(NamedTuple):
    """*copy*: the file as it was; None where nothing of the first edition stood in it."""

    copy: Path | None
    to_do: tuple[Comment, ...]


def migrate_file(file: Path) -> MigratedFile:
    """Rewrite *file*, with a copy of it beside it; BankError where that cannot be, the file as it was."""
    text, mistakes = read_text(file, file.name, LARGEST)
    if text is None:
        raise BankError(coded(mistakes, IN_CRITERIA))
    found = migrated(text, file.name)
    if found.text == text:
        return MigratedFile(None, ())
    try:
        held = whole_file.read(file)
        copy = _copied(file, held)
        try:
            whole_file.replace(file, [_encoded(found.text, held)])
        except OSError:
            with suppress(OSError):
                copy.unlink()
            raise
    except OSError as error:
        problem = f"cannot be written ({(error.strerror or '').lower()})"
        raise BankError([Diagnostic(file.name, 1, problem, "allow writing to it and to its folder")]) from None
    return MigratedFile(copy, found.to_do)


def migrated(text: str, file: str) -> Migrated:
    """*text* in the second edition, or as it is where nothing is of the first; BankError where it cannot be read."""
    document, mistakes = read(text, file)
    if document is None or mistakes:
        raise BankError(coded(mistakes, IN_CRITERIA))
    if not isinstance(document.data, dict):
        raise _refused(file, 1, "this holds no criteria", "name a file such as criteria.yaml")
    for old, new in BOTH:
        if old in document.data and new in document.data:
            remedy = f"put what stands under '{old}' there by hand, and take '{old}' away"
            raise _refused(file, document.line((old,)), f"both '{old}' and '{new}' stand here", remedy)
    try:
        return _rewritten(text)
    except (ValueError, yaml.YAMLError):
        remedy = "write it in lines, a key a line, and try again"
        raise _refused(file, 1, "this is written so closely that it cannot be changed safely", remedy) from None


def _rewritten(text: str) -> Migrated:
    first = FirstEdition(YamlSource(text))
    if isinstance(first.root, yaml.MappingNode) and first.root.flow_style:
        raise ValueError("all of it stands in brackets")
    first.arrange()
    arranged = FirstEdition(YamlSource(first.source.edited()[0]))
    arranged.rewrite()
    changed, notes = arranged.source.edited()
    document, twice = read(changed, "")
    if document is None or twice:
        raise ValueError("what came of it cannot be read")
    return Migrated(text, ()) if changed == text or changed == text + "\n" else Migrated(changed, notes)


def _refused(file: str, line: int, problem: str, remedy: str) -> BankError:
    return BankError(coded([Diagnostic(file, line, problem, remedy)], IN_CRITERIA))


def _copied(file: Path, held: bytes) -> Path:
    """A copy of *file* beside it, under a name that is free."""
    for number in range(1, MOST_COPIES):
        ending = COPY if number == 1 else f"{COPY}-{number}"
        copy = file.with_name(f"{file.stem}.{ending}{file.suffix}")
        with suppress(FileExistsError):
            whole_file.create(copy, [held])
            return copy
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _encoded(text: str, held: bytes) -> bytes:
    """With the line ends of what was *held*."""
    return (text.replace("\n", "\r\n") if b"\r\n" in held else text).encode()
