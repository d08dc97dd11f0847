"""Months by themselves, which say more than a year or a season does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from carelevel.lint.patterns import WARNING, Rule, follows, rule, table
from carelevel.lint.word_lists import WordLists

_BEFORE_MONTH = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "last",
        "next",
        "this",
        "from",
        "during",
        "before",
        "after",
        "early",
        "through",
        "over",
        "every",
        "late",
        "mid",
        "around",
        "that",
        "past",
        "is",
        "was",
        "for",
        "come",
        "about",
        "of",
        "to",
    ]
)
_BEFORE_NAMELIKE = frozenset(
    [
        "in",
        "until",
        "last",
        "next",
        "early",
        "late",
        "mid",
        "since",
        "of",
        "this",
        "past",
        "by",
        "every",
        "during",
        "through",
        "throughout",
    ]
)
_EVENTS = (
    "appointment|hearing|arrest|overdose|relapse|admission|discharge|visit|accident|crash|eviction|court|session"
    "|intake|detox|birthday|wedding|funeral|release|trial|episode|attempt|stay|surgery|fall|slip|incident|layoffs?"
    "|move|refill|labs|screen|date|deadline|payment|review"
)
_ENDS = r"(?=[.,;:!?)]|$|\n| (?:and|or|but|when|of|for|with|after|before|he|she|they|because|so|at|then|from|w)\b)"
_EACH_YEAR = re.compile(
    r"\b(?:usually|always|often|normally|typically|tends? to|every|each|most) [^.;!?]*$", re.IGNORECASE
)
"""What tells, before a month in the same sentence, that it comes each year."""
_month = partial(rule, "identifier/date", "name the season, or say how long ago", severity=WARNING)


@table
def months(lists: WordLists) -> Iterator[Rule]:
    """Months by name, without a day or a year; a month that is a word or a first name too only where it is led to."""
    sure = "|".join(sorted(lists["months"] - lists["months_like_names"]))
    short, namelike = lists.any_of("short_months"), lists.any_of("months_like_names")
    sure_short = rf"(?:{sure}|(?:{short})\b\.?)"
    any_month = rf"(?:{sure}|{namelike}|(?:{short})\b\.?)"
    sure_words = {word.lower() for word in lists["months"] - lists["months_like_names"]}
    namelike_words = {word.lower() for word in lists["months_like_names"]}
    month_words = {word.lower() for name in ("months", "short_months") for word in lists[name]}
    before_month = _once_behind(_BEFORE_MONTH)
    before_namelike = _once_behind(_BEFORE_NAMELIKE)
    yield from (
        _month(
            month_words,
            rf"\b(?:[Bb]etween|[Ff]rom) (?P<it>{any_month} (?:and|to|through|thru|until|till) {any_month})(?!\w)"
            rf"|\b(?P<its>(?:{sure_short}) ?(?:-|–|to|through|thru|until) ?(?:{any_month}))(?!\w)",
            cased=True,
        ),
        _month(month_words, rf"\b(?P<it>{sure_short})(?!\w)", before_month, cased=True),
        _month(month_words, rf"\b(?P<it>{any_month}) of (?:last|this|next|that) year\b", cased=True, beside="year"),
        _month(
            namelike_words,
            rf"\b(?P<it>{namelike})\b(?!['’]| (?:asked|said|called|was|has|had|is|came)\b)",
            before_namelike,
            cased=True,
        ),
        _month(
            namelike_words,
            rf"\b(?i:his|her|their|the|that|this|my|our|an?) (?P<it>(?:{namelike}) (?:{_EVENTS}))\b",
            cased=True,
        ),
        _month(
            namelike_words,
            rf"\b(?:in|by|until|till|since|last|next|early|late|mid|end of|of last|through)[ -]"
            rf"(?P<it>{namelike}){_ENDS}",
            _is_once,
        ),
        _month(namelike_words, rf"\b(?:early|late|mid|middle of|end of|start of)[ -](?P<it>{namelike})\b"),
        _month(
            {word.lower() for word in lists["short_months"]},
            rf"\b(?:since|until|till|in|by|last|next|early|late|mid|through|thru"
            rf"|of)[ -](?P<it>(?:{short})\b\.?){_ENDS}",
            _is_once,
        ),
        _month(
            sure_words,
            rf"(?<!fourth of )(?<!4th of )\b(?P<it>{sure})\b(?!['’](?!s (?:{_EVENTS})\b))",
            _is_once,
        ),
    )


def _once_behind(words: frozenset[str]) -> Callable[[re.Match[str]], bool]:
    """A test for a row: one of *words* before a month that does not come each year."""
    return lambda match: follows(words, match) and _is_once(match)


def _is_once(match: re.Match[str]) -> bool:
    start = match.start("it")
    return not _EACH_YEAR.search(match.string, max(0, start - 80), start)
