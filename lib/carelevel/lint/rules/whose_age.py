"""The shape of an age in a sentence, and whose it can be: whether a word is a person, a relative, a child, a name."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from carelevel.lint.english import is_word
from carelevel.lint.kin import is_kin
from carelevel.lint.prose import is_of_calendar
from carelevel.lint.word_lists import WordLists


def anybody(word: str, lists: WordLists) -> bool:
    """Always so: the shape itself says that it is an age."""
    return True


def no_thing(word: str, lists: WordLists) -> bool:
    """Whether *word*, where there is one, is neither an animal nor a building nor whatever else has an age."""
    small = word.lower()
    forms = {small, small.removesuffix("s")}
    return all(lists[kind].isdisjoint(forms) for kind in ("aging_things", "workplaces"))


def is_person(word: str, lists: WordLists) -> bool:
    """Whether *word* is a person, by name or by what they are."""
    return is_somebody(word.lower(), lists) or _is_name(word, lists)


def is_anyone(word: str, lists: WordLists) -> bool:
    """Whether *word* is a person, or a word that stands for one."""
    return word.lower() in ("he", "she", "they", "i", "we", "both") or is_person(word, lists)


def is_somebody(word: str, lists: WordLists) -> bool:
    """Whether a word in small letters is a person, by kin or by what they are."""
    return is_kin(word, lists) or word.removesuffix("s") in lists["persons"] or word in lists["persons"]


def is_relative(word: str, lists: WordLists) -> bool:
    """Whether *word* is a relative."""
    return is_kin(word.lower(), lists)


def is_child(word: str, lists: WordLists) -> bool:
    """Whether *word* is somebody whose age is told right behind the word."""
    return word.lower().removesuffix("s") in lists["children"]


def is_relative_or_child(word: str, lists: WordLists) -> bool:
    """Whether *word* is either."""
    return is_relative(word, lists) or is_child(word, lists)


def are_kin(word: str, lists: WordLists) -> bool:
    """Whether *word* is several relatives."""
    small = word.lower()
    return is_kin(small, lists) and small.endswith(("s", "children"))


def _is_name(word: str, lists: WordLists) -> bool:
    if len(word) == 1:
        return word.isupper()
    if not word[:1].isupper() or is_of_calendar(word, lists) or word.lower() in lists["sentence_openers"]:
        return False
    return not word.isupper() and (word in lists["first_names"] or not is_word(word.lower(), lists))


class Shape(NamedTuple):
    """A way to say an age: what stands before the number, what after it, the least number, who must be meant.

    *ends*: what stands directly before the number, where it is always one of a few.
    """

    before: re.Pattern[str]
    after: re.Pattern[str] | None
    least: int
    whose: Callable[[str, WordLists], bool]
    ends: tuple[str, ...] = ("",)


def shape(
    before: str,
    after: re.Pattern[str] | None,
    least: int,
    whose: Callable[[str, WordLists], bool],
    ends: tuple[str, ...] = ("",),
) -> Shape:
    """A shape by the pattern of what ends directly before the number, in whatever letters."""
    return Shape(re.compile(rf"(?:{before})$", re.IGNORECASE), after, least, whose, ends)
