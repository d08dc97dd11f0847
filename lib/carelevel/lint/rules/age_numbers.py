"""Numbers that may be ages, in digits and in words."""

from __future__ import annotations

import re

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {
    **{word: number for number, word in enumerate(_ONES, 1)},
    **{word: number for number, word in enumerate(_TEENS, 10)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{f"{tens}{one}": 10 * number + more for number, tens in enumerate(_TENS, 2) for more, one in enumerate(_ONES, 1)},
    "hundred": 100,
    "fourty": 40,
    "oh": 0,
    "forties": 40,
}
_BELOW_HUNDRED = rf"(?:{'|'.join(_TENS)}|fourty)(?:[- ]?(?:{'|'.join(_ONES)}|oh))?|{'|'.join(_TEENS + _ONES)}"
NUMBER = re.compile(
    rf"(?<![\w.$:/#-])(?:\d{{1,3}}(?:\.5|½)?(?![\d,.]\d|:\d)|(?:a|one) hundred(?:(?: and)?"
    rf" (?:{'|'.join(_ONES + _TEENS)}))?"
    rf"|(?:{_BELOW_HUNDRED})(?=\W|$))",
    re.IGNORECASE,
)
ANY = rf"(?:\d{{1,2}}|{_BELOW_HUNDRED})"
NUMBER_WORDS = frozenset(_VALUES) - {"oh", "forties"}


def number_value(number: str) -> int:
    """The value of a number in digits or words, of an ordinal too; 0 where it has none."""
    digits = re.match(r"\d+", number)
    if digits:
        return int(digits.group())
    parts = re.split(r"[- ]", number)
    if parts[-1] in ("oh", "o", "0"):
        return 10 * _VALUES.get(parts[0], 0)
    return sum(_VALUES.get(word, 0) for word in parts) or _ordinal(number)


def _ordinal(number: str) -> int:
    """The value of "fortieth", "thirty-second" and the like, near enough to tell who is over 89."""
    if number.endswith("teenth"):
        return 18
    return next((10 * place for place, tens in enumerate(_TENS, 2) if number.startswith(tens[:-1])), 10)


def decade(value: int) -> str:
    """What to write instead of an age of *value* years."""
    if value < 20:
        return "a child" if value < 13 else "in their teens"
    return f"in their {_TENS[value // 10 - 2].removesuffix('y')}ies"
