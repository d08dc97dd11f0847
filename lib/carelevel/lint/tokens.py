"""What a word is to lint: letters and digits, with hyphens and apostrophes within."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

PARTS = re.compile(r"([^\W_]+(?:[’'-][^\W_]+)*)")
"""Splits a text into what stands between words and words, in turn."""
POSSESSIVE = ("'s", "’s")
_ENDINGS = ("ing", "ies", "ed", "es", "ly", "s", "y", "e")


class Word(NamedTuple):
    """A word, and where it stands in its text, by characters."""

    text: str
    start: int
    end: int

    @property
    def possessive(self) -> bool:
        """Whether the word ends in an apostrophe and s."""
        return self.text.endswith(POSSESSIVE)


def words_in(text: str) -> tuple[str, ...]:
    """The words of *text*."""
    return tuple(PARTS.split(text)[1::2])


def bare_name(text: str) -> str:
    """*text* as the name of a run has it: its words alone, without possessive endings."""
    return " ".join(word[:-2] if word.endswith(POSSESSIVE) else word for word in words_in(text))


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word in small letters without its ending."""
    for ending in _ENDINGS:  # what is left must be long enough that housing is not taken for a house
        if word.endswith(ending) and len(word) - len(ending) >= max(4, len(ending) + 2):
            return word[: -len(ending)]
    return word
