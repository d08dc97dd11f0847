"""Rules that are one pattern, in tables that ask only those whose words a text has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, wraps

from carelevel.core.diagnostic import Diagnostic, Severity
from carelevel.lint.codes import hit
from carelevel.lint.prose import Prose
from carelevel.lint.tokens import words_in
from carelevel.lint.word_lists import WordLists

_WORD_BEFORE = re.compile(r"(?<!ourth )(?<!4th )\b([A-Za-z]+),?[ -]$")
ERROR, WARNING = Severity.ERROR, Severity.WARNING

Search = Callable[[Prose], Iterable[Diagnostic]]
"""What finds something in a text."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a table: *words*, or phrases, of which the text must hold one, a pattern, a test of what it finds.

    *beside*: further words of which it must hold one too, where there are any.

    A named group is what is found, or the last of several that matched; without one, the whole match.
    """

    code: str
    severity: Severity
    words: frozenset[str]
    pattern: str
    cased: bool
    rewording: str
    holds: Callable[[re.Match[str]], bool] | None = None
    beside: frozenset[str] = frozenset()


def rule(
    code: str,
    rewording: str,
    words: Iterable[str] | str,
    pattern: str,
    holds: Callable[[re.Match[str]], bool] | None = None,
    *,
    severity: Severity = ERROR,
    cased: bool = False,
    beside: Iterable[str] | str = (),
) -> Rule:
    """A row; *words* and *beside* may be one string with spaces."""
    needed, further = (frozenset(each.split() if isinstance(each, str) else each) for each in (words, beside))
    return Rule(code, severity, needed, pattern, cased, rewording, holds, further)


def listed(
    code: str,
    rewording: str,
    words: str,
    holds: Callable[[re.Match[str]], bool] | None = None,
    *,
    severity: Severity = ERROR,
    cased: bool = False,
) -> Rule:
    """A row for a word or phrase of a list, found wherever it stands by itself, over a line's end too."""
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
    needed, *further = sorted(words_in(words.lower()), key=len, reverse=True) or [""]
    return rule(code, rewording, {needed}, pattern, holds, severity=severity, cased=cased, beside=further[:1])


def follows(words: frozenset[str], match: re.Match[str]) -> bool:
    """Whether one of *words* stands directly before what is found: a test for a row."""
    return word_before(match.string, match.start("it")) in words


def word_before(text: str, place: int) -> str:
    """The word that ends directly before *place*, in small letters; "fourth of", which makes a holiday, is none."""
    found = _WORD_BEFORE.search(text, max(0, place - 20), place)
    return found[1].lower() if found else ""


Rules = Callable[[WordLists], Iterable[Rule]]


def table(rules: Rules) -> Search:
    """A search for what *rules* find, in their order; they are made once for the lists of a bank."""
    number = len(_TABLES)
    _TABLES.append(rules)

    @wraps(rules)
    def search(prose: Prose) -> Iterable[Diagnostic]:
        if prose.asked is None:
            prose.asked = _index(prose.lists).asked(prose)
        rows = prose.asked.get(number)
        return [found for row in rows for found in _finds(row, prose)] if rows else ()

    return search


_TABLES: list[Rules] = []


class _Index:
    """The rules of every table, by the words that they need."""

    def __init__(self, lists: WordLists) -> None:
        self._rows = [(number, row) for number, rules in enumerate(_TABLES) for row in rules(lists)]
        self._by_word: dict[str, list[tuple[int, str]]] = {}
        for place, (_, row) in enumerate(self._rows):
            for word in row.words:
                first, phrase = (words_in(word)[0], word) if " " in word else (word, "")
                self._by_word.setdefault(first, []).append((place, phrase))

    def asked(self, prose: Prose) -> dict[int, list[Rule]]:
        """The rules whose words a text has, in their order, by the number of their table."""
        vocabulary, text, asked = prose.vocabulary, prose.text.lower(), dict[int, list[Rule]]()
        called = (row for word in self._by_word.keys() & vocabulary for row in self._by_word[word])
        places = {place for place, phrase in called if not phrase or phrase in text}
        for place in sorted(places):
            number, row = self._rows[place]
            if not row.beside or not row.beside.isdisjoint(vocabulary):
                asked.setdefault(number, []).append(row)
        return asked


_index = lru_cache(maxsize=4)(_Index)
"""Made when a text is first read with the lists of a bank, when every table is known."""


def _finds(row: Rule, prose: Prose) -> Iterator[Diagnostic]:
    for match in _compiled(row.pattern, row.cased).finditer(prose.text):
        if row.holds is None or row.holds(match):
            yield hit(row.code, row.severity, match.span(match.lastgroup or 0), row.rewording)


@cache
def _compiled(pattern: str, cased: bool) -> re.Pattern[str]:
    """When a text first has a word for it: a list of a thousand words is not compiled for one of them."""
    return re.compile(pattern, 0 if cased else re.IGNORECASE)
