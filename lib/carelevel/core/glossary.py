"""A case's glossary: words of its story, each with what it means in plain ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Term:
    """A *word*, or a phrase, as it stands in a story, and what it means."""

    word: str
    meaning: str

    def stands_in(self, text: str) -> bool:
        """Whether the word does, whole, capitals aside; an empty one stands nowhere."""
        return bool(self.word.strip()) and _pattern(self.word).search(text) is not None


def terms_in(terms: Iterable[Term], texts: Iterable[str]) -> tuple[Term, ...]:
    """Those of *terms* whose words stand in one of *texts*, in their order."""
    read = tuple(texts)
    return tuple(term for term in terms if any(map(term.stands_in, read)))


@lru_cache(maxsize=256)
def _pattern(word: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, word.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
