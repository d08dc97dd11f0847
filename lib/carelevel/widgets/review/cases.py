"""The cases of a bank as a table that sorts, with what is wrong with them above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from carelevel import messages
from carelevel.core.diagnostic import CasePart, Diagnostic, Severity
from carelevel.feedback.view import View
from carelevel.lint import lint_scope
from carelevel.messages import review as review_messages
from carelevel.review.survey import Survey, Surveyed
from carelevel.widgets.face import Face

MOST_FILES = 500
"""Rows of the table; a page of ten thousand helps nobody."""

MOST_NAMED = 100
"""Mistakes, and hits, that are named."""


class Cases(Face):
    """It only shows: nothing that a page does comes back."""

    script = "review/cases.js"
    styles = ("shared/face.css", "pages/page.css", "review/review.css")
    says = review_messages.CASES

    def __init__(self, survey: Survey, folder: str) -> None:
        self._cases = cases_view(survey, folder)
        super().__init__({})

    def _seen(self) -> View:
        return self._cases


def cases_view(survey: Survey, folder: str) -> View:
    """Sentences, lists of what is wrong, and rows of cells {text, by}; rows sort by *by*."""
    sound = [one for one in survey.files if one.case]
    mistakes = [str(mistake) for one in survey.files for mistake in one.mistakes]
    mistakes += map(str, survey.list_mistakes)
    hits = [_hit(one, hit) for one in sound for hit in one.hits]
    says = " ".join(_sentences(survey, sound)) if survey.files else review_messages.OVERVIEW_EMPTY.format(folder=folder)
    lists = [(review_messages.OVERVIEW_MISTAKES, mistakes), (review_messages.OVERVIEW_HITS, hits)]
    more = len(sound) - MOST_FILES
    return {
        "says": says,
        "lists": [{"title": title, "lines": _named(lines)} for title, lines in lists if lines],
        "columns": list(review_messages.OVERVIEW_COLUMNS),
        "rows": [_row(one) for one in sound[:MOST_FILES]],
        "about": [
            *([messages.counted(more, review_messages.MORE_FILES)] if more > 0 else []),
            review_messages.OVERVIEW_ABOUT,
            lint_scope(),
        ],
    }


def _sentences(survey: Survey, sound: Sequence[Surveyed]) -> Iterator[str]:
    cases = survey.cases
    if len(cases) < len(survey.files):
        yield review_messages.OVERVIEW_SOME.format(sound=len(cases), n=len(survey.files))
    if not cases:
        return
    yield review_messages.OVERVIEW_SENTENCE.format(
        cases=messages.counted(len(cases), review_messages.OVERVIEW_CASES),
        points=sum(len(case.points) for case in cases),
        twins=sum(len(case.twins) for case in cases),
        twinned=sum(bool(case.twins) for case in cases),
        several=sum(len(case.points) > 1 for case in cases),
        median=round(median(one.length.words for one in sound)),
    )
    hits = [hit for one in sound for hit in one.hits]
    if hits:
        yield review_messages.OVERVIEW_LINT.format(count=sum(bool(one.hits) for one in sound), hits=_counted(hits))
    else:
        yield review_messages.OVERVIEW_LINT_NONE


def _counted(hits: Sequence[Diagnostic]) -> str:
    errors = sum(hit.severity is Severity.ERROR for hit in hits)
    counts = ((errors, review_messages.ERRORS), (len(hits) - errors, review_messages.WARNINGS))
    return ", ".join(messages.counted(count, forms) for count, forms in counts if count)


def _named(lines: list[str]) -> list[str]:
    more = len(lines) - MOST_NAMED
    return [*lines[:MOST_NAMED], *([messages.counted(more, review_messages.MORE_FILES)] if more > 0 else [])]


def _hit(one: Surveyed, hit: Diagnostic) -> str:
    """Where it stands, what it is, the words, and what to write in their stead."""
    place = hit.place or CasePart()
    part = "twin" if place.twin else "point" if place.part == "story" and place.point is not None else place.part
    return review_messages.HIT.format(
        title=one.case.title if one.case else one.id,
        where=review_messages.WHERE[part].format(number=(place.point or 0) + 1, twin=place.twin),
        problem=hit.problem,
        words=hit.words,
        rewording=hit.remedy[:1].upper() + hit.remedy[1:],
    )


def _row(one: Surveyed) -> View:
    assert one.case is not None
    case, length = one.case, one.length
    errors = sum(hit.severity is Severity.ERROR for hit in one.hits)
    return {
        "id": case.id,
        "cells": [
            {"text": case.title, "by": case.title.casefold()},
            {"text": review_messages.DIFFICULTY.get(case.difficulty, str(case.difficulty)), "by": case.difficulty},
            {"text": str(len(case.points)), "by": len(case.points)},
            {"text": str(len(case.twins)), "by": len(case.twins)},
            {"text": str(length.words), "by": length.words},
            {"text": f"{length.grade:.1f}", "by": length.grade},
            {"text": _counted(one.hits) or review_messages.NO_HITS, "by": 1000 * errors + len(one.hits)},
        ],
    }
