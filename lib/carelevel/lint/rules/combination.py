"""Details that are harmless alone and together lead to one person: age, rare work, small state, rare illness."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from carelevel.core.diagnostic import CasePart, Diagnostic, Severity
from carelevel.lint.codes import hit
from carelevel.lint.prose import Prose
from carelevel.lint.rules.ages import age_at
from carelevel.lint.tokens import words_in
from carelevel.lint.word_lists import WordLists

CODE = "identifier/combination"
REWORDING = "change one of them, or leave it out: the age, the work, the state or the illness"
FEWEST = 3
"""Details of different kinds that are too many in one story."""
SURELY = {"work", "state"}
"""Kinds that are too many already where both are there."""
OLD_FROM = 60
_OLD = re.compile(
    r"\b(?:his|her|their|my|the) (?:early |mid[- ]?|late |middle )?(?:sixties|seventies|eighties"
    r"|nineties)\b|\bninety or older\b"
)
_LISTS = {"work": "rare_work", "state": "small_states", "illness": "rare_illnesses"}


def lint_combination(story: Sequence[Sequence[Prose]]) -> Iterator[Diagnostic]:
    """One warning for a story, a list of paragraphs for each decision point, at the paragraph that completes it."""
    told: dict[str, tuple[CasePart, str]] = {}
    for place, prose in _places(story):
        for kind, words in _listed_details(prose):
            told.setdefault(kind, (place, words))
    if len(told) == FEWEST - 1 and not told.keys() >= SURELY:
        told |= _age(story)
    if len(told) >= FEWEST or told.keys() >= SURELY:
        last = max((place for place, _ in told.values()), key=lambda place: (place.point or 0, place.paragraph or 0))
        combined = ", ".join(words for _, words in told.values())
        yield hit(CODE, Severity.WARNING, None, REWORDING, combined, last)


def _places(story: Sequence[Sequence[Prose]]) -> Iterator[tuple[CasePart, Prose]]:
    for point, paragraphs in enumerate(story):
        for paragraph, prose in enumerate(paragraphs):
            yield CasePart(point=point, paragraph=paragraph), prose


def _listed_details(prose: Prose) -> Iterator[tuple[str, str]]:
    """Kinds of details in a text that lists know, each with its words."""
    known = prose.vocabulary
    for kind, name in _LISTS.items():
        words, pattern = _listed(prose.lists, name)
        if not words.isdisjoint(known) and (found := pattern.search(prose.text)):
            yield kind, found.group()


def _age(story: Sequence[Sequence[Prose]]) -> dict[str, tuple[CasePart, str]]:
    """The first age from OLD_FROM on, as a decade or exact."""
    for place, prose in _places(story):
        decade = _OLD.search(prose.text)
        age = decade.group() if decade else age_at(prose, OLD_FROM)
        if age:
            return {"age": (place, age)}
    return {}


@lru_cache(maxsize=16)
def _listed(lists: WordLists, name: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """The longest word of each entry of a list, and a pattern for any of them."""
    entries = sorted(lists[name], key=len, reverse=True)
    words = frozenset(max(words_in(entry.lower()), key=len) for entry in entries)
    pattern = "|".join(map(re.escape, entries))
    return words | {f"{word}s" for word in words}, re.compile(rf"(?<!\w)(?:{pattern})(?:e?s)?(?!\w)", re.IGNORECASE)
