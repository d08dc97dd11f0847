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

ERROR, WARNING = Severity.ERROR, Severity.WARNING

Search = Callable[[Prose], Iterator[Diagnostic]]
"""What finds something in a text."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a table: *words* of which the text must hold one, a pattern, and a test that the match must pass.

    A named group is what is found, or the last of several that matched; without one, the whole match.
    """

    code: str
    severity: Severity
    words: frozenset[str]
    pattern: str
    cased: bool
    rewording: str
    holds: Callable[[re.Match[str]], bool] | None = None


def rule(
    code: str,
    rewording: str,
    words: Iterable[str] | str,
    pattern: str,
    holds: Callable[[re.Match[str]], bool] | None = None,
    *,
    severity: Severity = ERROR,
    cased: bool = False,
) -> Rule:
    """A row; *words* may be one string with spaces; the pattern's own spaces stand for themselves."""
    needed = frozenset(words.split() if isinstance(words, str) else words)
    return Rule(code, severity, needed, pattern, cased, rewording, holds)


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
    return rule(code, rewording, words_in(words.lower())[:1], pattern, holds, severity=severity, cased=cased)


def table(rules: Callable[[WordLists], Iterable[Rule]]) -> Search:
    """A search for what *rules* find, in their order; they are made once for the lists of a bank."""
    made = lru_cache(maxsize=4)(lambda lists: _Table(*rules(lists)))

    @wraps(rules)
    def search(prose: Prose) -> Iterator[Diagnostic]:
        return made(prose.lists).finds(prose)

    return search


class _Table:
    """Rules in their order, found by the words that they need."""

    def __init__(self, *rules: Rule) -> None:
        self._rules = rules
        self._by_word: dict[str, set[int]] = {}
        for place, row in enumerate(rules):
            for word in row.words:
                self._by_word.setdefault(word, set()).add(place)

    def finds(self, prose: Prose) -> Iterator[Diagnostic]:
        """What each rule finds, in the order of the table."""
        needed = self._by_word.keys() & prose.vocabulary
        for place in sorted({place for word in needed for place in self._by_word[word]}) if needed else ():
            yield from _finds(self._rules[place], prose.text)


def _finds(row: Rule, text: str) -> Iterator[Diagnostic]:
    for match in _compiled(row.pattern, row.cased).finditer(text):
        if row.holds is None or row.holds(match):
            yield hit(row.code, row.severity, match.span(match.lastgroup or 0), row.rewording)


@cache
def _compiled(pattern: str, cased: bool) -> re.Pattern[str]:
    """When a text first has a word for it: a list of a thousand words is not compiled for one of them."""
    return re.compile(pattern, 0 if cased else re.IGNORECASE)
