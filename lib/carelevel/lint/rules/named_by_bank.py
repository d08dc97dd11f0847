"""Places, employers and surnames that the bank itself lists: found wherever they stand, as they are written there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from carelevel.core.diagnostic import Diagnostic
from carelevel.lint.patterns import ERROR, Table, listed
from carelevel.lint.prose import Prose
from carelevel.lint.rules import employers, names, places
from carelevel.lint.word_lists import WordLists


def named_by_bank(prose: Prose) -> Iterator[Diagnostic]:
    """What stands in the bank's own lists."""
    return _table(prose.lists).finds(prose)


@lru_cache(maxsize=4)
def _table(lists: WordLists) -> Table:
    return Table(
        *(listed(places.CODE, ERROR, words, places.REWORDING, cased=True) for words in lists.bank.places),
        *(listed(employers.CODE, ERROR, words, employers.REWORDING, cased=True) for words in lists.bank.employers),
        *(listed(names.CODE, ERROR, words, names.REWORDING, cased=True) for words in lists.bank.surnames),
    )
