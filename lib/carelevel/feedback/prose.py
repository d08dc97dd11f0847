"""A decision point's prose as runs of text: sentences to mark before the commit, deciding phrases after it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from carelevel.core.case import DecisionPoint, Evidence, Paragraph

Sign = Literal["caught", "missed", "changed"]
"""What a deciding or a changed phrase was."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph that is alike throughout; *sentence* is its number, None between two sentences."""

    at: int
    text: str
    sentence: int | None
    stressed: bool


@dataclass(frozen=True, slots=True)
class MarkedRun(Run):
    """The same once the answer is committed; *marked*: the trainee marked its sentence."""

    marked: bool


@dataclass(frozen=True, slots=True)
class PhraseRun(MarkedRun):
    """A part of a deciding or a changed phrase: what it was, and which of them it is."""

    signs: tuple[Sign, ...]
    phrase: int


Prose = tuple[tuple[Run, ...], ...]
"""The runs of each paragraph."""

MarkedProse = tuple[tuple[MarkedRun | PhraseRun, ...], ...]
"""The same once the answer is committed."""


def prose(point: DecisionPoint) -> Prose:
    """What a trainee reads; nothing tells which phrases are evidence."""
    return tuple(runs(paragraph) for paragraph in point.paragraphs)


def marked_prose(
    point: DecisionPoint, marked: Collection[int], caught: Collection[Evidence], missed: Collection[Evidence]
) -> MarkedProse:
    """The same runs, those of a marked sentence and of a deciding or a changed phrase saying so."""
    phrases = [phrase for phrase in point.evidence if phrase in caught or phrase in missed or phrase.changed]
    signs = {number: tuple(_signs(phrase, caught, missed)) for number, phrase in enumerate(phrases)}
    paragraphs = []
    for place, paragraph in enumerate(point.paragraphs):
        here = {number: phrase for number, phrase in enumerate(phrases) if phrase.paragraph == place}
        paragraphs.append(tuple(_marked(run, marked, here, signs) for run in runs(paragraph, here.values())))
    return tuple(paragraphs)


def runs(paragraph: Paragraph, phrases: Iterable[Evidence] = ()) -> tuple[Run, ...]:
    """Cut a paragraph wherever a sentence, a stress or a phrase begins or ends; *at* is where a run begins."""
    spans = [
        *(sentence.at for sentence in paragraph.sentences),
        *paragraph.stressed,
        *(phrase.at for phrase in phrases),
    ]
    cuts = sorted({0, len(paragraph.text), *(place for span in spans for place in span)})
    return tuple(
        Run(
            at=start,
            text=paragraph.text[start:end],
            sentence=next((s.number for s in paragraph.sentences if s.at[0] <= start < s.at[1]), None),
            stressed=any(first <= start < after for first, after in paragraph.stressed),
        )
        for start, end in pairwise(cuts)
    )


def _marked(
    run: Run, marked: Collection[int], phrases: dict[int, Evidence], signs: dict[int, tuple[Sign, ...]]
) -> MarkedRun:
    """*phrases* by their number are those of the paragraph."""
    own = run.sentence in marked
    for number, phrase in phrases.items():
        if phrase.at[0] <= run.at < phrase.at[1]:
            return PhraseRun(run.at, run.text, run.sentence, run.stressed, own, signs[number], number)
    return MarkedRun(run.at, run.text, run.sentence, run.stressed, own)


def _signs(phrase: Evidence, caught: Collection[Evidence], missed: Collection[Evidence]) -> Iterator[Sign]:
    if phrase in caught:
        yield "caught"
    elif phrase in missed:
        yield "missed"
    if phrase.changed:
        yield "changed"
