"""The cases of a bank as a table that sorts, with what is wrong with them above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from carelevel import messages
from carelevel.analytics.portrayal import group_names
from carelevel.core.criteria import Criteria
from carelevel.core.diagnostic import CasePart, Diagnostic, Severity
from carelevel.core.groups import Axis
from carelevel.core.safety_questions import questions_asked
from carelevel.lint import lint_scope
from carelevel.messages import review as review_messages
from carelevel.review.survey import Survey, Surveyed
from carelevel.widgets.face import Face
from carelevel.widgets.review.view import CaseRow, CasesView, Cell, NamedList

MOST_FILES = 500
"""Rows of the table; a page of ten thousand helps nobody."""

MOST_NAMED = 100
"""Mistakes, and hits, that are named."""


class Cases(Face):
    """It only shows: nothing that a page does comes back."""

    script = "review/cases.js"
    label = "cases_label"
    styles = ("shared/face.css", "pages/page.css", "review/review.css")
    says = review_messages.CASES

    def __init__(self, survey: Survey, folder: str, axes: Sequence[Axis] = ()) -> None:
        self._cases = cases_view(survey, folder, axes)
        super().__init__({})

    def _seen(self) -> CasesView:
        return self._cases


def cases_view(survey: Survey, folder: str, axes: Sequence[Axis] = ()) -> CasesView:
    """Sentences, lists of what is wrong, and a row for each sound case; *axes*: the groups that it may portray."""
    sound = [file for file in survey.files if file.case]
    mistakes = [str(mistake) for file in survey.files for mistake in file.mistakes]
    mistakes += map(str, survey.list_mistakes)
    hits = [_hit(file, hit) for file in sound for hit in file.hits]
    says = " ".join(_sentences(survey, sound)) if survey.files else review_messages.OVERVIEW_EMPTY.format(folder=folder)
    lists = [(review_messages.OVERVIEW_MISTAKES, mistakes), (review_messages.OVERVIEW_HITS, hits)]
    return CasesView(
        says=says,
        lists=tuple(
            NamedList(title, (*lines[:MOST_NAMED], *_more(lines, MOST_NAMED))) for title, lines in lists if lines
        ),
        columns=review_messages.OVERVIEW_COLUMNS,
        rows=tuple(_row(file, survey.criteria, axes) for file in sound[:MOST_FILES]),
        about=(*_more(sound, MOST_FILES), review_messages.OVERVIEW_ABOUT, lint_scope()),
    )


def _more(listed: Sequence[object], most: int) -> Iterator[str]:
    """How many are left out."""
    if len(listed) > most:
        yield messages.counted(len(listed) - most, review_messages.MORE_FILES)


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
        median=round(median(file.length.words for file in sound)),
    )
    hits = [hit for file in sound for hit in file.hits]
    if hits:
        yield review_messages.OVERVIEW_LINT.format(count=sum(bool(file.hits) for file in sound), hits=_counted(hits))
    else:
        yield review_messages.OVERVIEW_LINT_NONE


def _counted(hits: Sequence[Diagnostic]) -> str:
    errors = sum(hit.severity is Severity.ERROR for hit in hits)
    counts = ((errors, review_messages.ERRORS), (len(hits) - errors, review_messages.WARNINGS))
    return ", ".join(messages.counted(count, forms) for count, forms in counts if count)


def _hit(file: Surveyed, hit: Diagnostic) -> str:
    """Where it stands, what it is, the words, and what to write in their stead."""
    place = hit.place or CasePart()
    part = "twin" if place.twin else "point" if place.part == "story" and place.point is not None else place.part
    return review_messages.HIT.format(
        title=file.case.title if file.case else file.id,
        where=review_messages.WHERE[part].format(number=(place.point or 0) + 1, twin=place.twin),
        problem=hit.problem,
        words=hit.words,
        rewording=hit.remedy[:1].upper() + hit.remedy[1:],
    )


def _row(file: Surveyed, criteria: Criteria, axes: Sequence[Axis]) -> CaseRow:
    assert file.case is not None
    case, length = file.case, file.length
    asked, groups = questions_asked(case, criteria), group_names(case, axes)
    errors = sum(hit.severity is Severity.ERROR for hit in file.hits)
    return CaseRow(
        id=case.id,
        groups=review_messages.OVERVIEW_GROUPS.format(groups=messages.LIST_SEPARATOR.join(groups)) if groups else "",
        cells=(
            Cell(case.title, case.title.casefold()),
            Cell(review_messages.DIFFICULTY.get(case.difficulty, str(case.difficulty)), case.difficulty),
            Cell(review_messages.READING[case.reading], case.reading or 0),
            Cell(review_messages.ASKED.format(count=asked, all=len(criteria.red_flags)), asked),
            Cell(str(len(case.points)), len(case.points)),
            Cell(str(len(case.twins)), len(case.twins)),
            Cell(str(length.words), length.words),
            Cell(f"{length.grade:.1f}", length.grade),
            Cell(_counted(file.hits) or review_messages.NO_HITS, 1000 * errors + len(file.hits)),
        ),
    )
