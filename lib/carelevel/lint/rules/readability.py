"""How long a decision point is, and how hard to read: the Flesch-Kincaid grade, from sentences, words and syllables.

The grade is a rough measure, made for English prose of a hundred words and more; it knows nothing of sense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

from carelevel.core.case import DecisionPoint
from carelevel.core.counted import counted
from carelevel.core.diagnostic import CasePart, Diagnostic, Severity
from carelevel.lint.codes import hit

FEWEST_WORDS, MOST_WORDS = 100, 250
WORDS = ("1 word", "{count} words")
HARDEST_GRADE = 10.0
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouyáéíóúüñ]+")
_SILENT_END = re.compile(r"(?:[^laeiouyscgzxh]es|[^dtaeiouy]ed|[^laeiouy]e)$")


def lint_reading(words: Sequence[str], sentences: int, place: CasePart) -> Iterator[Diagnostic]:
    """Whether a decision point, its *words* in small letters, is too short, too long, or too hard to read."""
    found = partial(hit, severity=Severity.WARNING, span=None, place=place)
    count, told = len(words), counted(len(words), WORDS)
    if count < FEWEST_WORDS:
        yield found("length/short", words=told, remedy=f"tell more, up to {FEWEST_WORDS} words at least")
    if count > MOST_WORDS:
        yield found("length/long", words=told, remedy=f"cut what decides nothing, to {MOST_WORDS} words")
    hard = grade(words, sentences)
    if count >= FEWEST_WORDS and hard > HARDEST_GRADE:
        remedy = "shorten the longest sentences, choose plainer words"
        yield found("reading/hard", words=f"grade {hard:.1f}", remedy=remedy)


def words_of(point: DecisionPoint) -> list[str]:
    """Its words in small letters."""
    return _WORD.findall(" ".join(paragraph.text for paragraph in point.paragraphs).lower())


def grade(words: Sequence[str], sentences: int) -> float:
    """The Flesch-Kincaid grade: years of school, in the United States, that so many words in small letters take."""
    if not words or not sentences:
        return 0.0
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """Groups of vowels, less a silent ending; within one of a dictionary's count for most words."""
    word = word.removesuffix("'s").removesuffix("’s")
    return max(1, len(_VOWELS.findall(word)) - bool(_SILENT_END.search(word) and len(word) > 3))
