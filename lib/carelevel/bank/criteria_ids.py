"""How many things criteria may hold, and what these may be called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from carelevel.bank.document import Document, Place
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.diagnostic import Diagnostic

MOST_LEVELS = 8
MOST_FINDINGS = 100
IDENTIFIER = re.compile(r"[A-Za-z0-9]+([_-][A-Za-z0-9]+)*")
NOT_FOR_OUTPUTS = frozenset(
    {"level", "also", "accepted", "basis", "settled", "range", "open_questions", "reasons", "why_not", "nearest"}
)
"""What a key or an answer calls its own parts; a flag or a list beside them needs another id."""
NOT_FOR_FINDINGS = frozenset({"id", "class"})
"""What the markup of a phrase means something else by."""


def size_mistakes(criteria: Criteria, document: Document) -> Iterator[Diagnostic]:
    for name, count, most in (
        ("levels", len(criteria.levels), MOST_LEVELS),
        ("findings", len(criteria.findings), MOST_FINDINGS),
    ):
        if count > most:
            yield document.mistake((name,), f"{count} {name}", f"keep to {most}")
    for place, finding in enumerate(criteria.findings):
        if not 2 <= len(finding.values) <= 10:
            yield document.mistake(
                ("findings", place), f"'{finding.id}' has {len(finding.values)} values", "give 2 to 10"
            )
        if finding.red_flag and finding.id in criteria.moving():
            yield document.mistake(
                ("findings", place),
                f"red flag '{finding.id}' stands in a rule",
                "a red flag escalates by itself; take it out",
            )


def id_mistakes(criteria: Criteria, document: Document) -> Iterator[Diagnostic]:
    """Every id well formed, and only once in its list; rules share one list."""
    sections = [
        [(name, place, entry.id) for place, entry in enumerate(getattr(criteria, name))]
        for name in (
            "sources",
            "claims",
            "levels",
            "findings",
            "standing",
            "tensions",
            "silences",
            "references",
        )
    ]
    sections.append(
        [
            (name, place, entry.id)
            for name in ("floors", "prerequisites", "contributory", "preferences", "neutral")
            for place, entry in enumerate(getattr(criteria, name))
        ]
    )
    sections.append(
        [(name, place, entry.id) for name in ("flags", "lists") for place, entry in enumerate(getattr(criteria, name))]
    )
    for section in sections:
        yield from _distinct((((name, place, "id"), id_) for name, place, id_ in section), document)
    for name, within in (("sources", "sections"), ("findings", "values"), ("lists", "items")):
        for place, entry in enumerate(getattr(criteria, name)):
            inner = enumerate(getattr(entry, within))
            yield from _distinct((((name, place, within, at, "id"), one.id) for at, one in inner), document)
    for name, taken in (
        ("levels", frozenset({ESCALATE})),
        ("findings", NOT_FOR_FINDINGS),
        ("flags", NOT_FOR_OUTPUTS),
        ("lists", NOT_FOR_OUTPUTS),
    ):
        for place, entry in enumerate(getattr(criteria, name)):
            if entry.id in taken:
                problem = f"the id '{entry.id}' has a meaning of its own"
                yield document.mistake((name, place, "id"), problem, "choose another id")


def _distinct(ids: Iterable[tuple[Place, str]], document: Document) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for place, id_ in ids:
        if not IDENTIFIER.fullmatch(id_):
            yield document.mistake(place, f"id '{id_}'", "use letters, digits, - and _ only")
        elif id_ in seen:
            yield document.mistake(place, f"id '{id_}' is there twice", "give one of them another id")
        seen.add(id_)
