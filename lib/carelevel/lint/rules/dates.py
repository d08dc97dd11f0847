"""Dates finer than a year. Weekdays, seasons, years and holidays by themselves are fine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from carelevel.lint.patterns import WARNING, Rule, rule, table
from carelevel.lint.prose import DIGIT
from carelevel.lint.word_lists import WordLists

_NTH = r"\d{1,2}(?:st|nd|rd|th)"
_NTH_WORD = (
    "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
    "sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)-(?:first|second|third|fourth|"
    "fifth|sixth|seventh|eighth|ninth))"
)
_YEAR = r"(?:19|20)\d\d"
_NO_NOUN = r"(?=[.,;:!?)]|$| (?:and|or|he|she|they|but|when|then|of (?:this|last|next|the) month)\b)"


def _is_day(match: re.Match[str]) -> bool:
    """Whether numbers with signs between could be a day, a month and a year, in any usual order."""
    parts = [int(number) for number in re.findall(r"\d+", match.group())]
    if parts[0] > 31:
        return 1 <= parts[1] <= 12 and 1 <= parts[2] <= 31
    return 1 <= min(parts[:2]) <= 12 and 1 <= max(parts[:2]) <= 31


_date = partial(rule, "identifier/date", "say how long ago, or name the weekday, the season or the year alone")
_month = partial(rule, "identifier/date", "name the season, or say how long ago", severity=WARNING)


@table
def dates(lists: WordLists) -> Iterator[Rule]:
    """Dates finer than a year, and months by name."""
    month = rf"(?:(?:{lists.any_of('months')})|(?:{lists.any_of('short_months')})\.?)"
    namelike = lists.any_of("months_like_names")
    sure = "|".join(sorted(lists["months"] - lists["months_like_names"]))
    weekday = f"(?:{lists.any_of('weekdays')})"
    holiday = rf"(?:(?:{lists.any_of('holidays')}|New Year['’]?s?)(?: (?:Eve|Day|Sunday|Monday))?)"
    month_words = {word.lower() for name in ("months", "short_months") for word in lists[name]}
    yield from (
        _date(month_words, rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {month}(?:,? {_YEAR})?\b", cased=True),
        _date(month_words, rf"\b{month} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?![\d:.,]?\d)(?:,? {_YEAR})?\b", cased=True),
        _date(month_words, rf"\b(?!fourth of july){_NTH_WORD} of {month}\b"),
        _date(month_words, rf"\b{month},? (?:of )?{_YEAR}\b", cased=True),
        _date(DIGIT, rf"(?<![\w/.-]){_YEAR}([-/.])\d{{1,2}}\1\d{{1,2}}(?![\w/-])", _is_day),
        _date(DIGIT, r"(?<![\w/.-])\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?![\w/-]|\.\d)", _is_day),
        _date(DIGIT, r"\b(?:on|since|dated|until|by) (?P<it>\d{1,2}/\d{1,2})(?![\w/-])"),
        _date(DIGIT, rf"\b{weekday},? (?:the )?{_NTH}\b", cased=True),
        _date(DIGIT, rf"\b(?:on|by|until|till|since|before|after|from) (?P<it>the {_NTH}){_NO_NOUN}"),
        _date(DIGIT, rf"\b{holiday},? (?:of |in )?{_YEAR}\b", cased=True),
        _date(DIGIT, rf"\b(?:spring|summer|autumn|fall|winter),? (?:of |in )?{_YEAR}\b", severity=WARNING),
        _month(
            month_words,
            r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ll]ast|[Nn]ext|[Tt]his|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter|[Ee]arly|"
            rf"[Ll]ate|[Mm]id|[Mm]id-|(?<!Fourth )[Oo]f) ?(?P<it>{sure})\b",
            cased=True,
        ),
        _month(
            {word.lower() for word in lists["months_like_names"]},
            r"\b(?:[Ii]n|[Uu]ntil|[Ll]ast|[Ee]arly|[Ll]ate|[Mm]id|[Mm]id-|[Ss]ince last|of last) ?"
            rf"(?P<it>{namelike})\b(?!['’])",
            cased=True,
        ),
    )
