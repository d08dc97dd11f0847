"""A paragraph cut into sentences, where a reader would pause."""

from __future__ import annotations

import re

from carelevel.core.case import Sentence

ABBREVIATIONS = frozenset({"mr", "mrs", "ms", "dr", "st", "vs", "a.m", "p.m"})
LONGEST_INITIALS = 12
"""Characters that are looked at before a full stop."""

_END = re.compile(r"""[.!?…]+["'”’)]*(?=\s+["'“‘(]*(\w))""")
_INITIALS = re.compile(r"([^\W\d_]\.)*[^\W\d_]")
_PARTED = re.compile(r"[\s\"'“‘(]")


def sentences(text: str, first: int) -> tuple[Sentence, ...]:
    """Cut a paragraph into sentences, numbered from *first*; the spaces between belong to none."""
    cut: list[Sentence] = []
    start = 0
    for end in [*(match.end() for match in _END.finditer(text) if _ends(match)), len(text)]:
        if text[start:end].strip():
            start += len(text[start:end]) - len(text[start:end].lstrip())
            cut.append(Sentence(first + len(cut), (start, end)))
        start = end
    return tuple(cut)


def _ends(stop: re.Match[str]) -> bool:
    """Whether a sentence ends at *stop*: what follows begins one, and no abbreviation or initial stands before it."""
    following = stop[1]
    if not (following.isupper() or following.isdigit()):
        return False
    word = _PARTED.split(stop.string[max(0, stop.start() - LONGEST_INITIALS) : stop.start()])[-1]
    if stop[0] != "." or word == "I":
        return True
    if word.lower() == "no":
        return not following.isdigit()  # 'no. 5' is a number, 'no.' an answer
    return not (word.lower() in ABBREVIATIONS or (word.isupper() and _INITIALS.fullmatch(word)))
