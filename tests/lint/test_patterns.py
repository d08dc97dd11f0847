"""Rules that are one pattern: one that begins with plain words is tried at these alone, and finds the same."""

from __future__ import annotations

import re

import pytest
from carelevel.bank import open_bank
from carelevel.lint.patterns import rule
from carelevel.lint.prose import Prose
from carelevel.lint.rules.addresses import numbered
from carelevel.lint.rules.dates import dates
from carelevel.lint.rules.holidays import holidays
from carelevel.lint.word_lists import word_lists


def leads(pattern: str) -> set[str]:
    return set(rule("identifier/place", "", "", pattern).leads)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b(?:on|off) (?:the )?(?P<it>[A-Z]\w+)", {"on", "off"}),
        (r"\b(?i:tests?|last use|d\.o\.b\.) \d", {"test", "tests", "last", "d"}),
        (r"\b(?:p\.? ?o\.? ?box|pob) #", {"p", "po", "pobox", "pob"}),
        (r"\b(?:finger|palm) ?prints?\b", set()),
        (r"\b(?:on|off)\w* (?:the)", set()),
        (r"\b(?:on|off) the \w+|\bat the \w+", set()),
        (r"(?:on|off) the", set()),
        (r"\b(?:[a-z]+|off) the", set()),
    ],
)
def test_the_words_that_a_pattern_begins_with_are_known_where_that_is_sure(pattern: str, words: set[str]) -> None:
    assert leads(pattern) == words


def test_what_begins_with_its_words_is_found_as_if_the_whole_text_had_been_searched() -> None:
    lists = word_lists()
    rows = [row for rules in (dates, numbered) for row in rules.__wrapped__(lists) if row.leads]
    assert len(rows) > 10
    texts = [part.text for case in open_bank().cases() for point in case.points for part in point.paragraphs]
    for text in (
        *texts[::6],
        "Off Elm, on Oak, 5/6 drop, UDS 3/4, on the 5th. On Main he fell on the 31st of next month.",
    ):
        prose = Prose(text)
        for row in rows:
            pattern = re.compile(row.pattern, 0 if row.cased else re.IGNORECASE)
            everywhere = [match.start() for match in pattern.finditer(prose.text)]
            begun = {start for word in row.leads for start in prose.beginnings.get(word, ())}
            assert begun.issuperset(everywhere), (row.pattern, text)


def test_a_phrase_calls_a_rule_only_where_it_stands_whole() -> None:
    assert _asks_for_good_friday("On Good Friday he came.")
    assert not _asks_for_good_friday("A good day, a Friday.")


def _asks_for_good_friday(text: str) -> bool:
    prose = Prose(text)
    list(holidays(prose))
    return any("Good Friday" in row.pattern for rows in (prose.asked or {}).values() for row in rows)
