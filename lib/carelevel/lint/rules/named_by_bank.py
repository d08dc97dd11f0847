"""Places, employers and surnames that the bank itself lists: found wherever they stand, as they are written there."""

from __future__ import annotations

from collections.abc import Iterator

from carelevel.lint.patterns import Rule, listed, table
from carelevel.lint.rules import employers, names, places
from carelevel.lint.word_lists import WordLists


@table
def named_by_bank(lists: WordLists) -> Iterator[Rule]:
    """What stands in the bank's own lists."""
    for rules, entries in (
        (places, lists.bank.places),
        (employers, lists.bank.employers),
        (names, lists.bank.surnames),
    ):
        yield from (listed(rules.CODE, rules.REWORDING, words, cased=True) for words in entries)
