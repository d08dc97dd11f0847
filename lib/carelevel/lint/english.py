"""Whether a word is an ordinary one of English, by a list of words without their regular endings."""

from __future__ import annotations

from carelevel.lint.word_lists import WordLists

_ENDINGS = (
    ("s", ("",)),
    ("es", ("",)),
    ("ies", ("y",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("ied", ("y",)),
    ("d", ("",)),
    ("ly", ("",)),
    ("er", ("", "e")),
    ("ers", ("", "e")),
    ("ness", ("",)),
)
"""An ending, and what it takes the place of."""
_DOUBLING = frozenset({"ed", "ing", "er", "ers"})


def is_word(small: str, lists: WordLists) -> bool:
    """Whether *small*, in small letters, is an ordinary word; of words joined by hyphens, whether each is."""
    words = lists["words"]
    if small in words:
        return True
    if "-" in small:
        return all(is_word(part, lists) for part in small.split("-"))
    for sign in ("'", "’"):
        small = small.partition(sign)[0]
    return small in words or any(_ends(small, ending, stems, words) for ending, stems in _ENDINGS)


def _ends(small: str, ending: str, stems: tuple[str, ...], words: frozenset[str]) -> bool:
    stem = small[: -len(ending)]
    if len(stem) < 3 or not small.endswith(ending):
        return False
    if any(stem + end in words for end in stems):
        return True
    return ending in _DOUBLING and len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in words
