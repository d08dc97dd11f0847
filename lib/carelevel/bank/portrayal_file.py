"""portrayal.yaml as groups of people: what a bank wants looked for in who its stories portray."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter

from carelevel.bank.document import Document, Place, read
from carelevel.bank.finding_names import finding_values
from carelevel.bank.text_file import read_text
from carelevel.core.criteria import Criteria, Strict
from carelevel.core.diagnostic import Diagnostic, foremost
from carelevel.core.errors import BankError
from carelevel.core.groups import Axis, Group

PORTRAYAL_FILE = "portrayal.yaml"
LARGEST = 64 * 1024
MOST_GROUPS = 100
MOST_WORDS = 100
LONGEST_WORD = 60
TEXTS = frozenset({"name", "says", "words"})


@dataclass(frozen=True, slots=True)
class Portrayed(Strict):
    """The whole file: axes, such as age, and the groups on each."""

    axes: tuple[Axis, ...]


def read_portrayal(folder: Path, criteria: Criteria) -> tuple[Axis, ...]:
    """The groups of the bank in *folder*, none where it lists none; BankError with every mistake in the file."""
    if not (folder / PORTRAYAL_FILE).is_file():
        return ()
    place = f"{folder.name}/{PORTRAYAL_FILE}"
    text, mistakes = read_text(folder / PORTRAYAL_FILE, place, LARGEST)
    if text is None:
        raise BankError(foremost(mistakes))
    return _axes(text, place, criteria)


@lru_cache(maxsize=1)
def _axes(text: str, place: str, criteria: Criteria) -> tuple[Axis, ...]:
    document, mistakes = read(text, place)
    portrayed = document.read_as(_adapter(), mistakes) if document else None
    if document and portrayed:
        mistakes += _mistakes(portrayed.axes, criteria, document)
    if mistakes or portrayed is None:
        raise BankError(foremost(mistakes))
    return portrayed.axes


def cut_portrayal(folder: Path) -> Iterator[Diagnostic]:
    """Names and words of groups that end where a comment begins."""
    document, _ = _read(folder)
    return document.cut_texts(TEXTS) if document else iter(())


def _read(folder: Path) -> tuple[Document | None, list[Diagnostic]]:
    place = f"{folder.name}/{PORTRAYAL_FILE}"
    text, mistakes = read_text(folder / PORTRAYAL_FILE, place, LARGEST)
    return (None, mistakes) if text is None else read(text, place)


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Portrayed]:
    return TypeAdapter(Portrayed)


def _mistakes(axes: tuple[Axis, ...], criteria: Criteria, document: Document) -> Iterator[Diagnostic]:
    count = sum(len(axis.groups) for axis in axes)
    if count > MOST_GROUPS:
        yield document.mistake(("axes",), f"{count} groups", f"keep to {MOST_GROUPS}")
    for number, axis in enumerate(axes):
        for place, group in enumerate(axis.groups):
            yield from _of_group(group, ("axes", number, "groups", place), criteria, document)


def _of_group(group: Group, place: Place, criteria: Criteria, document: Document) -> Iterator[Diagnostic]:
    if not group.words and not group.findings:
        yield document.mistake(place, f"nothing tells of '{group.id}'", "list words, or findings")
    if len(group.words) > MOST_WORDS:
        yield document.mistake((*place, "words"), f"{len(group.words)} words", f"keep to {MOST_WORDS}")
    for number, word in enumerate(group.words):
        if not word.strip("* ") or len(word) > LONGEST_WORD:
            remedy = f"write 1 to {LONGEST_WORD} characters"
            yield document.mistake((*place, "words", number), "an empty or endless word", remedy)
    known = finding_values(criteria)
    for name, values in group.findings.items():
        if name not in known:
            yield document.unknown((*place, "findings", name), "finding", name, known)
        for value in values if name in known else ():
            if value not in known[name]:
                yield document.unknown((*place, "findings", name), f"value of '{name}'", value, known[name])
