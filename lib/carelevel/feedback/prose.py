"""A decision point's prose as runs of text: sentences to mark before the commit, deciding phrases after it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import pairwise
from typing import Any

from carelevel.core.case import DecisionPoint, Evidence, Paragraph

View = dict[str, Any]
"""A part of what a page is sent: JSON, worded."""


def prose(point: DecisionPoint) -> list[list[View]]:
    """Paragraphs of runs {text, sentence, stressed}; nothing tells which phrases are evidence."""
    return [_runs(paragraph, ()) for paragraph in point.paragraphs]


def marked_prose(
    point: DecisionPoint, marked: Collection[int], caught: Collection[Evidence], missed: Collection[Evidence]
) -> list[list[View]]:
    """The same runs, those of a marked sentence and of a deciding or a changed phrase saying so."""
    shown = [phrase for phrase in point.evidence if phrase in caught or phrase in missed or phrase.changed]
    paragraphs = []
    for number, paragraph in enumerate(point.paragraphs):
        here = [phrase for phrase in shown if phrase.paragraph == number]
        runs = _runs(paragraph, here)
        for run in runs:
            run["marked"] = run["sentence"] in marked
            phrase = next((phrase for phrase in here if phrase.at[0] <= run["at"] < phrase.at[1]), None)
            if phrase is not None:
                run["signs"] = _signs(phrase, caught, missed)
                run["phrase"] = shown.index(phrase)
        paragraphs.append(runs)
    return paragraphs


def _signs(phrase: Evidence, caught: Collection[Evidence], missed: Collection[Evidence]) -> list[str]:
    signs = ["caught"] if phrase in caught else ["missed"] if phrase in missed else []
    return [*signs, "changed"] if phrase.changed else signs


def _runs(paragraph: Paragraph, phrases: Iterable[Evidence]) -> list[View]:
    """Cut a paragraph wherever a sentence, a stress or a phrase begins or ends; *at* is where a run begins."""
    spans = [
        *(sentence.at for sentence in paragraph.sentences),
        *paragraph.stressed,
        *(phrase.at for phrase in phrases),
    ]
    cuts = sorted({0, len(paragraph.text), *(place for span in spans for place in span)})
    return [
        {
            "at": start,
            "text": paragraph.text[start:end],
            "sentence": next((s.number for s in paragraph.sentences if s.at[0] <= start < s.at[1]), None),
            "stressed": any(first <= start < after for first, after in paragraph.stressed),
        }
        for start, end in pairwise(cuts)
    ]
