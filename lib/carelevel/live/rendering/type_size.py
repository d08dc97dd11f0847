"""How large the story's type can be on the projector: an estimate, which the page's script corrects."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from carelevel.workshop.slide_record import Slide

TYPE_SIZES = tuple(range(44, 20, -2))
"""Tenths of a hundredth of the screen's height, as room.css knows them by s44 to s22."""

COLUMN_WIDTH, COLUMN_HEIGHT = 93.0, 74.0
"""The story's part of a screen, in hundredths of its height."""

LETTER_WIDTH, LINE_HEIGHT, PARAGRAPH_GAP = 0.485, 1.45, 0.6
"""In ems."""

GLOSSARY_SIZE = 0.7
"""The type of the glossary below the story, beside the story's."""


def type_size(slide: Slide) -> str:
    """The class of the largest type in which the story stands on one screen, else of the smallest."""
    fitting = (size for size in TYPE_SIZES if _height(slide, size / 10) <= COLUMN_HEIGHT)
    return f"s{next(fitting, TYPE_SIZES[-1])}"


def _height(slide: Slide, em: float) -> float:
    letters = [sum(len(run.text) for run in paragraph) for paragraph in slide.story]
    if slide.interview:
        notes = slide.interview.notes
        letters = [len(slide.interview.opening), *(len(text) for note in notes for text in (*note.about, *note.says))]
    lines = _lines(letters, em) + len(slide.earlier) + (2 if slide.heading else 0)
    terms = [len(term.word) + len(term.meaning) for term in slide.glossary if slide.answer is None]
    explained = _lines(terms, em * GLOSSARY_SIZE) + 2 if terms else 0
    return em * ((lines + explained * GLOSSARY_SIZE) * LINE_HEIGHT + PARAGRAPH_GAP * len(letters))


def _lines(letters: Iterable[int], em: float) -> int:
    return sum(ceil(count * LETTER_WIDTH * em / COLUMN_WIDTH) for count in letters)
