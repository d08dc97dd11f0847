"""What trainees made of a bank's cases: a page for a supervisor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten

from markupsafe import Markup

from carelevel import messages
from carelevel.analytics.cohort import FEWEST_TRAINEES, Cohort, PointFigure, PointName
from carelevel.charts.strip import share
from carelevel.core.criteria import Criteria
from carelevel.feedback.figures import interval, of
from carelevel.feedback.html import Part, tag
from carelevel.feedback.names import level_name
from carelevel.messages import progress as progress_messages
from carelevel.messages import record as record_messages
from carelevel.messages import review as review_messages
from carelevel.review.received import missed_most, phrases, point_names
from carelevel.review.survey import Survey
from carelevel.widgets.pages.page import Page, folded, small, table
from carelevel.widgets.review.page import review_page

HARDEST = 12
"""Decision points in sight; the others are folded away."""

MOST_POINTS = 300
LONGEST_PHRASE = 90
"""Characters of a phrase."""

Phrases = Mapping[PointName, tuple[str, ...]]
"""Those of each decision point, in the order in which answers count them."""


def group_page(group: Cohort, survey: Survey, own: str) -> Page:
    """Agreement by decision point with its interval, the hardest first; silent for a group that is too small.

    *own*: the code of whoever looks, whose answers are not the group's.
    """
    left_out = small(review_messages.GROUP_OWN.format(code=own))
    if not group.n:
        return review_page(tag("p", review_messages.GROUP_NOBODY), left_out, label=review_messages.GROUP_LABEL)
    if not group.speaks:
        silent = progress_messages.COHORT_SILENT.format(
            trainees=messages.counted(group.n, review_messages.TRAINEES), fewest=FEWEST_TRAINEES
        )
        return review_page(tag("p", silent), left_out, label=review_messages.GROUP_LABEL)
    return review_page(
        tag("p", _kept(group)),
        *_points(group, survey),
        small(review_messages.GROUP_ABOUT.format(fewest=FEWEST_TRAINEES)),
        left_out,
        folded(progress_messages.METHOD, tag("p", progress_messages.WILSON)),
        small(messages.counted(group.outdated, progress_messages.COHORT_OUTDATED)) if group.outdated else None,
        label=review_messages.GROUP_LABEL,
    )


def _kept(group: Cohort) -> str:
    return review_messages.GROUP_SENTENCE.format(
        answers=messages.counted(group.attempts, record_messages.ANSWERS),
        trainees=messages.counted(group.n, review_messages.TRAINEES),
        untold=messages.counted(len(group.untold), review_messages.POINTS),
    )


def _points(group: Cohort, survey: Survey) -> Iterator[Part]:
    """The hardest decision points in a table, and the others in another."""
    names, evidence = point_names(survey), phrases(survey)
    points = [point for point in group.points[:MOST_POINTS] if point.name in names]
    rows = [_point_row(point, names, evidence, survey.criteria) for point in points]
    if rows:
        yield _points_table(rows[:HARDEST])
    if others := rows[HARDEST:]:
        yield folded(messages.counted(len(others), review_messages.GROUP_OTHERS), _points_table(others))


def _points_table(rows: Sequence[tuple[Part, ...]]) -> Markup:
    return tag(
        "div", table(review_messages.GROUP_LABEL, review_messages.GROUP_COLUMNS, rows), class_="cl-even cl-group"
    )


def _point_row(
    point: PointFigure,
    names: Mapping[PointName, str],
    evidence: Phrases,
    criteria: Criteria,
) -> tuple[Part, ...]:
    wrong, missed = next(iter(point.wrong), None), missed_most(point, evidence)
    accepted = point.accepted
    return (
        names[point.name],
        str(point.trainees),
        [share(accepted, said=True), review_messages.GROUP_SHARE.format(of=of(accepted), interval=interval(accepted))],
        level_name(wrong, criteria) if wrong else review_messages.GROUP_NOTHING,
        _missed(point, missed, evidence) if missed is not None else review_messages.GROUP_NOTHING,
    )


def _missed(point: PointFigure, place: int, evidence: Phrases) -> str:
    caught = point.phrases[place]
    missed = progress_messages.OF.format(hits=caught.n - caught.hits, n=caught.n)
    phrase = shorten(evidence[point.name][place], LONGEST_PHRASE, placeholder=" …")
    return review_messages.GROUP_PHRASE.format(phrase=phrase, of=missed)
