"""How many things criteria may hold, and what these may be called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from carelevel.bank.document import Document, Place
from carelevel.core.counted import counted
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.diagnostic import Diagnostic

VALUES = ("1 value", "{count} values")
MOST_LEVELS = 8
MOST_FINDINGS = 100
IDENTIFIER = re.compile(r"[A-Za-z0-9]+([_-][A-Za-z0-9]+)*")
NOT_FOR_OUTPUTS = frozenset(
    {
        *("level", "also", "accepted", "refer_accepted", "basis", "settled", "range", "reasons", "why_not", "nearest"),
        *("red_flags", "safety_questions", "flag_questions", "open_questions"),
    }
)
"""What a key or an answer calls its own parts; a flag or a list beside them needs another id."""
NOT_FOR_FINDINGS = frozenset({"id", "class"})
"""What the markup of a phrase means something else by."""


RULES = ("indications", "requirements", "contributory", "preferences", "neutral")
SECTIONS = ("sources", "claims", "levels", "findings", "standing", "tensions", "silences", "references")
SHARED = (*((section,) for section in SECTIONS), RULES, ("flags", "lists"))
"""Sections in which an id stands once; those in one group share their ids."""
WITHIN = {"sources": "sections", "findings": "values", "lists": "items"}
TAKEN = {
    "levels": frozenset({ESCALATE}),
    "findings": NOT_FOR_FINDINGS,
    "flags": NOT_FOR_OUTPUTS,
    "lists": NOT_FOR_OUTPUTS,
}


def size_mistakes(criteria: Criteria, document: Document) -> Iterator[Diagnostic]:
    """Too many levels or findings, values too few or too many; and a red flag that a rule tests."""
    for name, most in (("levels", MOST_LEVELS), ("findings", MOST_FINDINGS)):
        count = len(getattr(criteria, name))
        if count > most:
            yield document.mistake((name,), f"{count} {name}", f"keep to {most}")
    for place, finding in enumerate(criteria.findings):
        where = ("findings", place)
        if not 2 <= len(finding.values) <= 10:
            yield document.mistake(where, f"'{finding.id}' has {counted(len(finding.values), VALUES)}", "give 2 to 10")
        if finding.red_flag and finding.id in criteria.moving():
            remedy = "a red flag escalates by itself; take it out"
            yield document.mistake(where, f"red flag '{finding.id}' stands in a rule", remedy)


def id_mistakes(criteria: Criteria, document: Document) -> Iterator[Diagnostic]:
    """Every id well formed, and only once in its list; rules share one list."""
    for sections in SHARED:
        ids = [_ids((name,), getattr(criteria, name)) for name in sections]
        yield from _distinct(chain.from_iterable(ids), document)
    for name, within in WITHIN.items():
        for place, entry in enumerate(getattr(criteria, name)):
            yield from _distinct(_ids((name, place, within), getattr(entry, within)), document)
    for name, taken in TAKEN.items():
        for where, id_ in _ids((name,), getattr(criteria, name)):
            if id_ in taken:
                yield document.mistake(where, f"the id '{id_}' has a meaning of its own", "choose another id")


def _ids(where: tuple[str | int, ...], entries: Iterable[Any]) -> Iterator[tuple[Place, str]]:
    """The id of each entry, with its place."""
    return (((*where, place, "id"), entry.id) for place, entry in enumerate(entries))


def _distinct(ids: Iterable[tuple[Place, str]], document: Document) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for place, id_ in ids:
        if not IDENTIFIER.fullmatch(id_):
            yield document.mistake(place, f"id '{id_}'", "use letters, digits, - and _ only")
        elif id_ in seen:
            yield document.mistake(place, f"id '{id_}' is there twice", "give one of them another id")
        seen.add(id_)
