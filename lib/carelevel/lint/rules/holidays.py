"""Holidays that fix a day: those of a single day, and any behind a word of time, an eve, a year, days counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from carelevel.lint.patterns import ERROR, WARNING, Rule, rule, table, word_before
from carelevel.lint.word_lists import WordLists

_REMEDY = "say how long ago, or name the season alone"
_YEAR = r"(?:(?:19|20)\d\d|['’‘]\d\d)"
_OFTEN = frozenset({"every", "each", "most", "another"})
"""What comes each year is no date."""
_GOODS = (
    r"(?![’'\w-]| (?:cards?|costumes?|trees?|hams?|ornaments?|decorations?|part(?:y|ies)|songs?|movies?|stor(?:y|ies)"
    r"|bunn(?:y|ies)|candy|gifts?|presents?|lights|lists?|cookies?|carols?|sweater|parades?|services?|mass|resolutions?"
    r"|wreaths?|eggs?|baskets?|lil(?:y|ies)|turkeys?|pageants?|bonus(?:es)?|sales?|stockings?|is"
    r"|are|always)\b)"
)
_TIME = "eve|night|nite|morning|weekend|wkend|afternoon|evening|day|sunday|monday"
_LIKE_WORDS = frozenset({"Advent", "Ascension", "Carnival", "Epiphany", "Lent", "Mardi", "Noel", "Tet", "Yom"})
"""Holidays that are words, or parts of them, in small letters."""
_WHEN = (
    r"(?:since|until|till|['’]til|by|before|after|around|about|over|during|through|throughout|at|past|come|from|between"
    r"|toward|towards|near|in|(?:down|up|close|prior|next|clear|right) to|ldu|lkw|last (?:use[ds]?|drink|dose)"
    r"|used|relapsed|quit|stopped|home for|back for"
    r"|out for|(?:kids|boys|girls|children|baby|day|days|night|week) for)"
)


@table
def holidays(lists: WordLists) -> Iterator[Rule]:
    """Holidays, in whatever letters; one that lasts is fine where nothing says that something happened then."""
    one_day = frozenset(day for day in lists["days_of_one_date"] if not day.startswith("New Year"))
    sure = lists["holidays"] - _LIKE_WORDS | lists["long_holidays"]
    new_year = frozenset({"New Year's Eve", "New Year's Day", "New Year's"})
    yield from _rules(_any_of(one_day), _any_of(sure), _written(one_day | sure))
    yield from _rules(_any_of(new_year), _any_of(new_year), _written(new_year))
    _holiday = partial(rule, "identifier/date", _REMEDY, severity=WARNING, cased=True)
    like_words = "|".join(sorted(_LIKE_WORDS - {"Mardi", "Yom"}))
    yield from (
        _holiday(
            (word.lower() for word in _LIKE_WORDS),
            rf"\b(?i:{_WHEN}|for|on|gave it up for|last|this)(?i: the)? (?P<it>(?:{like_words})\b){_GOODS}"
            rf"|\b(?P<its>(?:[Tt]he )?(?:first|second|third|fourth|last) (?:Sunday|week|day|night) (?:of|in)"
            rf" (?:{like_words}))\b",
        ),
        _holiday(
            "feast",
            r"\b(?:the )?(?P<it>[Ff]east (?:[Dd]ay )?of (?:the )?(?:[A-Z][\w’'.-]+)(?:(?: (?:of"
            r"|the))* [A-Z][\w’'-]+){0,3})",
        ),
        _holiday(
            "st saint san santa santo",
            r"\b(?:St\.?|Saint|San|Santa|Santo) [A-Z]\w+(?: [A-Z]\w+)?(?:['’]s?)? (?:Day|Eve|Night)\b",
            beside="day eve night",
        ),
    )


def _rules(one_day: str, sure: str, words: frozenset[str]) -> Iterator[Rule]:
    """The rules for holidays that are *one_day*, and for those that may be more; *words*: what a text of them has."""
    holiday = rf"(?:(?:{sure})(?: (?:{_TIME}))?)"
    _holiday = partial(rule, "identifier/date", _REMEDY, words, severity=WARNING)
    yield from (
        _holiday(
            rf"\b(?:the (?:day|night|morning|week|weekend|\w+day) (?:before|after|of) )?{holiday}(?: \w+)?,? (?:of"
            rf" |in )?{_YEAR}\b",
            severity=ERROR,
        ),
        _holiday(
            r"\b(?:(?:the|a|one|two|three|four|five|six|\d|few|couple)(?: of)? )?(?:days?|nights?|mornings?|evenings?"
            r"|weekends?|weeks?|hours|months?|\w+day|right|just|shortly|soon)"
            rf" (?:before|after|of|from|past|until|around) (?:the )?(?:{holiday}|{one_day})\b{_GOODS}",
        ),
        _holiday(rf"\b(?P<it>{one_day})(?: (?:{_TIME}))?{_GOODS}", _is_once),
        _holiday(
            rf"\b(?:on|it was|that was|last|this|next|this past|of this|born) (?:the )?(?P<it>{holiday}){_GOODS}",
        ),
        _holiday(rf"\b{_WHEN}:?,?(?: the)? (?P<it>{holiday}){_GOODS}", _is_once),
        _holiday(rf"\b(?P<it>(?:first|last|second|third) (?:day|night|week|weekend) of {holiday}){_GOODS}", _is_once),
        _holiday(rf"\b(?P<it>(?:{sure})['’]s (?:first|last|second|third|final) (?:day|night|week|weekend))\b"),
        _holiday(rf"\b(?P<it>(?:{sure}),? (?:{_TIME})){_GOODS}", _is_once),
        _holiday(rf"\b(?P<it>(?:{sure}) (?:eve|night)) (?:is|was|are|were)\b(?! always)", _is_once),
        _holiday(
            rf"(?:^|[.!?] )(?P<it>{holiday},? (?=(?:he|she|they|in|alone|at|weekend|when)\b))",
        ),
    )


def _any_of(names: frozenset[str]) -> str:
    """Alternatives for *names*, longer ones first, with any apostrophe or none, with or without a full stop."""
    loose = (name.replace("'", "['’]?").replace(".", r"\.?") for name in names if "’" not in name)
    return "|".join(sorted(loose, key=lambda name: (-len(name), name)))


def _written(names: frozenset[str]) -> frozenset[str]:
    """*names* in small letters, with each apostrophe that there is, and without it or a full stop."""
    small = {name.lower().replace(".", stop) for name in names for stop in (".", "") if "’" not in name}
    return frozenset(name.replace("'", mark) for name in small for mark in ("'", "’", ""))


def _is_once(match: re.Match[str]) -> bool:
    return word_before(match.string, match.start("it")) not in _OFTEN
