"""Rules that are one pattern: which of them a text asks."""

from __future__ import annotations

from carelevel.lint.prose import Prose
from carelevel.lint.rules.holidays import holidays


def test_a_phrase_calls_a_rule_only_where_it_stands_whole() -> None:
    assert _asks_for_good_friday("On Good Friday he came.")
    assert not _asks_for_good_friday("A good day, a Friday.")


def _asks_for_good_friday(text: str) -> bool:
    prose = Prose(text)
    list(holidays(prose))
    return any("Good Friday" in row.pattern for rows in (prose.asked or {}).values() for row in rows)
