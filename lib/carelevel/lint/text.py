"""One text, such as a paragraph or a title: what in it identifies somebody, and what stigmatizes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from carelevel.core.lint_words import NO_WORDS, LintWords
from carelevel.lint.hit import Hit, Where
from carelevel.lint.patterns import Find
from carelevel.lint.prose import Prose
from carelevel.lint.rules.ages import ages
from carelevel.lint.rules.capitals import in_capitals
from carelevel.lint.rules.dates import dates
from carelevel.lint.rules.likenesses import likenesses
from carelevel.lint.rules.named_by_bank import named_by_bank
from carelevel.lint.rules.numbers import numbers
from carelevel.lint.rules.places import numbered
from carelevel.lint.rules.wording import wording
from carelevel.lint.word_lists import word_lists

SEARCHES: tuple[Callable[[Prose], Iterable[Find]], ...] = (
    numbers,
    numbered,
    dates,
    ages,
    likenesses,
    wording,
    named_by_bank,
    in_capitals,
)
"""Where two find the same words, the earlier one names them."""

_NOWHERE = Where()


def lint_text(text: str, words: LintWords = NO_WORDS) -> tuple[Hit, ...]:
    """What stands in *text*, in its order; *words*: what a bank adds to our lists."""
    return lint_prose(Prose(text, lists=word_lists(words)), _NOWHERE)


def lint_prose(prose: Prose, where: Where, offset: int = 0) -> tuple[Hit, ...]:
    """What stands in *prose*, which begins at *offset* of the text that *where* names."""
    return tuple(
        Hit(
            find.code,
            find.severity,
            Where(where.part, where.twin, where.point, where.paragraph, (find.start + offset, find.end + offset)),
            prose.text[find.start : find.end],
            find.rewording,
        )
        for find in sorted(_apart(prose), key=lambda find: find.start)
    )


def _apart(prose: Prose) -> Iterator[Find]:
    """The finds without those that touch an earlier one."""
    taken = bytearray(len(prose.text))
    for search in SEARCHES:
        for find in search(prose):
            if any(taken[find.start : find.end]):
                continue
            taken[find.start : find.end] = b"\x01" * (find.end - find.start)
            yield find
