"""One text, such as a paragraph or a title: what in it identifies somebody, and what stigmatizes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from carelevel.core.case import Span
from carelevel.core.diagnostic import CasePart, Diagnostic
from carelevel.lint.prose import Prose
from carelevel.lint.rules.addresses import numbered
from carelevel.lint.rules.ages import ages
from carelevel.lint.rules.capitals import in_capitals
from carelevel.lint.rules.dates import dates
from carelevel.lint.rules.holidays import holidays
from carelevel.lint.rules.likenesses import likenesses
from carelevel.lint.rules.months import months
from carelevel.lint.rules.named_by_bank import named_by_bank
from carelevel.lint.rules.names import cued_names
from carelevel.lint.rules.numbers import numbers
from carelevel.lint.rules.spelling import spelling
from carelevel.lint.rules.wording import wording

SEARCHES: tuple[Callable[[Prose], Iterable[Diagnostic]], ...] = (
    numbers,
    numbered,
    dates,
    holidays,
    months,
    ages,
    likenesses,
    wording,
    named_by_bank,
    cued_names,
    in_capitals,
    spelling,
)
"""Where two find the same words, the earlier one names them."""


def lint_prose(prose: Prose, place: CasePart, offset: int = 0) -> tuple[Diagnostic, ...]:
    """What stands in *prose*, which begins at *offset* of the text at *place*."""
    found = sorted(_apart(prose), key=lambda pair: pair[0])
    return tuple(_placed(hit, prose, span, place, offset) for span, hit in found)


def _placed(found: Diagnostic, prose: Prose, span: Span, place: CasePart, offset: int) -> Diagnostic:
    start, end = prose.source_span(span)
    return replace(found, place=place, span=(start + offset, end + offset), words=prose.source[start:end])


def _apart(prose: Prose) -> Iterator[tuple[Span, Diagnostic]]:
    """What the rules find, each with its span, without what touches an earlier one."""
    taken = bytearray(len(prose.text))
    for search in SEARCHES:
        for found in search(prose):
            start, end = found.span or (0, len(prose.text))
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                yield (start, end), found
