"""British spellings and words, and what a bank itself lists: what they are, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from carelevel.lint.patterns import WARNING, Rule, listed, table
from carelevel.lint.rules.british_senses import BRITISH, british_by_sense, opens_sentence
from carelevel.lint.word_lists import WordLists, entries, reworded

OWN = "wording/spelling"


@table
def spelling(lists: WordLists) -> Iterator[Rule]:
    """What is British, unless the bank is; then what the bank lists."""
    if not lists.bank.british:
        yield from british_by_sense(lists)
        for word, rewording in reworded(entries("british")):
            yield listed(BRITISH, rewording, word, partial(_is_word, word), severity=WARNING)
    yield from (listed(OWN, rewording, word, severity=WARNING) for word, rewording in lists.bank.spelling)


def _is_word(word: str, match: re.Match[str]) -> bool:
    """Whether it is written as listed, or begins a sentence: in the Grand Theatre it is a name."""
    first = match.group()[0]
    return first == word[0] or (first.isupper() and opens_sentence(match))
