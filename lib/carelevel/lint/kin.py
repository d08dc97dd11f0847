"""Whether a word is a relative's, or a friend's: the lists of them, with what is put before and behind."""

from __future__ import annotations

from carelevel.lint.word_lists import WordLists


def is_close(word: str, lists: WordLists) -> bool:
    """Whether *word*, in small letters, is a relative, a friend, or whoever else somebody has around them."""
    return word.removesuffix("'s").removesuffix("’s") in lists["close"] or is_kin(word, lists)


def is_kin(word: str, lists: WordLists) -> bool:
    """Whether *word*, in small letters, is a relative: with "step-", "ex-", "-in-law", in the plural, possessive."""
    word = word.removesuffix("'s").removesuffix("’s").removesuffix("-to-be")
    return word in lists.kin_forms or word.endswith(("-in-law", "in-law", "-in-laws"))
