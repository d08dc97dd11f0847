"""Ages: an exact one is a warning, one over 89 an error; a decade of life up to the eighties is fine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from carelevel.core.diagnostic import Diagnostic
from carelevel.lint.codes import hit
from carelevel.lint.patterns import ERROR, WARNING, Rule, rule, table
from carelevel.lint.prose import DIGIT, Prose, is_of_calendar
from carelevel.lint.word_lists import WordLists

CODE, OLD = "identifier/age", "write 'ninety or older'"
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {
    **{word: number for number, word in enumerate(_ONES, 1)},
    **{word: number for number, word in enumerate(_TEENS, 10)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    "hundred": 100,
}
OLDEST_NAMED, OLDEST = 89, 120
OLD_BY_NOW = 1934
"""Whoever was born by then is over 89, whenever this is read; later years are left to the author."""

_NUMBER = (
    rf"(?P<it>\d{{1,3}}|a hundred(?: and (?:{'|'.join(_ONES + _TEENS)}))?"
    rf"|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES)}))?|{'|'.join(_TEENS + _ONES)})"
)
_STOP = r"(?=[.,;:!?)—–]|$| (?:and|or|but|when|now|then|by|with|who|last|this|next|on|in|today)\b)"


class Shape(NamedTuple):
    """A way to say an age: what the text holds then, a pattern, the least number, what the word before must be."""

    holding: str
    pattern: re.Pattern[str]
    least: int
    after: Callable[[str, WordLists], bool]


def _anything(word: str, lists: WordLists) -> bool:
    return True


def _is_person(word: str, lists: WordLists) -> bool:
    return _is_somebody(word.lower(), lists) or _is_name(word, lists)


def _is_somebody(word: str, lists: WordLists) -> bool:
    return word in lists["kin"] or word in lists["persons"]


def _is_name(word: str, lists: WordLists) -> bool:
    return word[:1].isupper() and not is_of_calendar(word, lists)


_SHAPES = tuple(
    Shape(holding, re.compile(pattern), least, after)
    for holding, pattern, least, after in (
        ("old", rf"\b{_NUMBER}[- ]years?[- ]old\b", 1, _anything),
        ("age", rf"\b[Aa]ged? (?:of )?{_NUMBER}\b(?! ?(?:%|percent|years? ago))", 1, _anything),
        (" ", rf" (?:is|was|will be|would be) (?:only |just |now )?{_NUMBER}{_STOP}", 3, _is_person),
        (",", rf", {_NUMBER},", 13, _is_name),
        (" of ", rf" of {_NUMBER}(?=[.,;:!?)]|$| (?:and|who|with|around|in)\b)", 13, _is_somebody),
        ("t ", rf"\b[Aa]t {_NUMBER},? (?:he|she|they|[A-Z][a-z]+)\b", 13, _anything),
        ("urn", rf"\b[Tt]urn(?:s|ed|ing)? {_NUMBER}{_STOP}", 3, _anything),
    )
)
_WORD_BEFORE = re.compile(r"[\w’'-]+$")
_ROUGH_BEFORE = re.compile(r"\b(?:over|past|than|above) \w*$")
_ROUGH_AFTER = re.compile(r" (?:or (?:older|over|more)|or so)\b")
_HINTS = frozenset(_VALUES)


def ages(prose: Prose) -> Iterator[Diagnostic]:
    """Ages in digits and in words, years of birth of those over 89, centenarians."""
    yield from _old(prose)
    known = prose.vocabulary
    in_words = not _HINTS.isdisjoint(known) or any(word.split("-")[0] in _HINTS for word in known if "-" in word)
    if DIGIT in known or in_words:
        yield from _exact(prose.text, prose.lists)


@table
def _old(_lists: WordLists) -> Iterator[Rule]:
    """Whoever is over 89, without a number."""
    yield rule(CODE, OLD, "nineties", r"\b(?:her|his|their) (?:early |mid-?|late |middle )?nineties\b", cased=True)
    yield rule(CODE, OLD, "centenarian centenarians", r"\bcentenarians?\b", cased=True)
    born = r"\b[Bb]orn in (?:\w+ ){0,2}?(?P<it>1[89]\d\d)\b"
    yield rule(CODE, "leave the year out", "born", born, lambda match: int(match["it"]) <= OLD_BY_NOW, cased=True)


def _exact(text: str, lists: WordLists) -> Iterator[Diagnostic]:
    for shape in (shape for shape in _SHAPES if shape.holding in text):
        for match in shape.pattern.finditer(text):
            value = _value(match["it"])
            if value < shape.least or value > OLDEST or _is_rough(text, match):
                continue
            if not shape.after(_word_before(text, match.start()), lists):
                continue
            if value > OLDEST_NAMED:
                yield hit(CODE, ERROR, match.span("it"), OLD)
            else:
                yield hit(CODE, WARNING, match.span("it"), f"give the decade: '{_decade(value)}'")


def _word_before(text: str, place: int) -> str:
    found = _WORD_BEFORE.search(text, max(0, place - 30), place)
    return found.group() if found else ""


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    return sum(_VALUES.get(word, 0) for word in re.split(r"[- ]", number))


def _decade(value: int) -> str:
    if value < 20:
        return "a child" if value < 13 else "in their teens"
    return f"in their {_TENS[value // 10 - 2].removesuffix('y')}ies"


def _is_rough(text: str, match: re.Match[str]) -> bool:
    start, end = match.span("it")
    return bool(_ROUGH_BEFORE.search(text, max(0, start - 12), start) or _ROUGH_AFTER.match(text, end))
