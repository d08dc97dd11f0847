"""The words of the calendar: none of them is a name of anybody, and some make a date."""

from __future__ import annotations

from carelevel.lint.word_lists import in_order, words

WEEKDAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
MONTHS = in_order("January February March April May June July August September October November December")
SHORT_MONTHS = in_order("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")
NAMELIKE_MONTHS = frozenset({"March", "April", "May", "June", "August"})
"""Months that are also a word or somebody's first name."""
HOLIDAYS = words(
    """Advent Ascension Christmas Diwali Easter Eid Epiphany Halloween Hanukkah Juneteenth Kwanzaa Lent Mardi
    Michaelmas Midsummer Noel Passover Pentecost Purim Ramadan Thanksgiving Whitsun Xmas Yom"""
)

_MORE = frozenset(day + "s" for day in WEEKDAYS) | {"Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri"}
UNNAMING = WEEKDAYS | _MORE | HOLIDAYS | frozenset(MONTHS) - NAMELIKE_MONTHS | frozenset(SHORT_MONTHS)
"""Capitalized words of the calendar that no name begins with."""
