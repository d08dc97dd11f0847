"""The words that lint's rules know: a list a file of lists/, read when it is first asked for, and what a bank adds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from carelevel.core.lint_words import NO_WORDS, LintWords
from carelevel.lint.tokens import bare_name

Reworded = tuple[str, str]
"""Words, and what to write instead."""


class WordLists(dict[str, frozenset[str]]):
    """Lists by the name of their file, each read when it is first asked for; FileNotFoundError where there is none.

    *bank*: what a bank adds; of its lists, `first_names` and `not_names` join ours.
    """

    def __init__(self, bank: LintWords) -> None:
        super().__init__()
        self.bank = bank

    def __missing__(self, name: str) -> frozenset[str]:
        added = {"first_names": self.bank.first_names, "not_names": self.bank.not_names}.get(name, ())
        self[name] = found = frozenset(entries(name)).union(added, map(bare_name, added))
        return found

    def __hash__(self) -> int:  # type: ignore[override]  # a dictionary has none; by this, what is made of it is cached
        return id(self)

    def any_of(self, name: str) -> str:
        """The entries of a list as alternatives of a regular expression, longer ones before their beginnings."""
        return "|".join(sorted(self[name], key=lambda word: (-len(word), word)))


@lru_cache(maxsize=4)
def word_lists(bank: LintWords = NO_WORDS) -> WordLists:
    """Our lists with those of a bank; the same object for the same words."""
    return WordLists(bank)


def entries(name: str) -> Iterator[str]:
    """The entries of one of our lists, in its order; a line that begins with # says where they are from."""
    text = files("carelevel.lint").joinpath("lists", f"{name}.txt").read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def reworded(lines: Iterator[str]) -> Iterator[Reworded]:
    """Lines such as "felon, felons: write 'a person with a conviction'", a pair for each word."""
    for line in lines:
        words, _, rewording = line.partition(":")
        yield from ((word.strip(), rewording.strip()) for word in words.split(","))
