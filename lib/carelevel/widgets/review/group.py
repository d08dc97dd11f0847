"""What trainees made of a bank's cases, and what they reported: pages for a supervisor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING

from markupsafe import Markup

from carelevel import messages
from carelevel.analytics.cohort import FEWEST_TRAINEES, Cohort, PointFigure, PointName
from carelevel.core.attempt import Report
from carelevel.core.criteria import Criteria
from carelevel.feedback.figures import interval, of
from carelevel.feedback.html import Part, tag
from carelevel.feedback.names import level_name
from carelevel.messages import progress as progress_messages
from carelevel.messages import review as review_messages
from carelevel.review.received import Reported, missed_most
from carelevel.widgets.pages.page import Page, folded, table
from carelevel.widgets.review.page import review_page

if TYPE_CHECKING:
    from carelevel.charts import Chart

HARDEST = 12
"""Decision points in sight; the others are folded away."""

MOST_POINTS = 300
LONGEST_PHRASE = 90
"""Characters of a phrase."""

MOST_NOTES = 100


def group_page(
    group: Cohort,
    names: Mapping[PointName, str],
    phrases: Mapping[PointName, tuple[str, ...]],
    picture: Chart | None,
    criteria: Criteria,
) -> Page:
    """Agreement by decision point with its interval, the hardest first; silent for a group that is too small."""
    if not group.n:
        return review_page(tag("p", review_messages.GROUP_NOBODY), label=review_messages.GROUP_LABEL)
    if not group.speaks:
        silent = progress_messages.COHORT_SILENT.format(n=group.n, fewest=FEWEST_TRAINEES)
        return review_page(tag("p", silent), label=review_messages.GROUP_LABEL)
    rows = [_point_row(one, names, phrases, criteria) for one in group.points[:MOST_POINTS] if one.name in names]
    return review_page(
        tag("p", review_messages.GROUP_SENTENCE.format(attempts=group.attempts, n=group.n, untold=len(group.untold))),
        _chart(picture) if picture and rows else None,
        folded(progress_messages.NUMBERS, tag("p", picture.alternative)) if picture and rows else None,
        _points_table(rows[:HARDEST]) if rows else None,
        folded(messages.counted(len(rows) - HARDEST, review_messages.GROUP_OTHERS), _points_table(rows[HARDEST:]))
        if len(rows) > HARDEST
        else None,
        _small(review_messages.GROUP_ABOUT.format(fewest=FEWEST_TRAINEES)),
        _small(messages.counted(group.outdated, progress_messages.COHORT_OUTDATED)) if group.outdated else None,
        label=review_messages.GROUP_LABEL,
    )


def _points_table(rows: Sequence[tuple[Part, ...]]) -> Markup:
    return tag(
        "div", table(review_messages.GROUP_LABEL, review_messages.GROUP_COLUMNS, rows), class_="cl-even cl-group"
    )


def _point_row(
    one: PointFigure, names: Mapping[PointName, str], phrases: Mapping[PointName, tuple[str, ...]], criteria: Criteria
) -> tuple[Part, ...]:
    wrong, missed = next(iter(one.wrong), None), missed_most(one, phrases)
    return (
        names[one.name],
        str(one.trainees),
        review_messages.GROUP_SHARE.format(of=of(one.accepted), interval=interval(one.accepted)),
        level_name(wrong, criteria) if wrong else review_messages.GROUP_NOTHING,
        _missed(one, missed, phrases) if missed is not None else review_messages.GROUP_NOTHING,
    )


def _missed(one: PointFigure, place: int, phrases: Mapping[PointName, tuple[str, ...]]) -> str:
    caught = one.phrases[place]
    missed = progress_messages.OF.format(hits=caught.n - caught.hits, n=caught.n)
    phrase = shorten(phrases[one.name][place], LONGEST_PHRASE, placeholder=" …")
    return review_messages.GROUP_PHRASE.format(phrase=phrase, of=missed)


def _chart(picture: Chart) -> Markup:
    return tag("div", Markup(picture.svg()), role="img", aria_label=review_messages.GROUP_LABEL, class_="cl-chart")


def reports_page(reported: Sequence[Reported]) -> Page:
    """Trainees' notes on cases, case by case."""
    notes = [note for one in reported for note in one.notes]
    if not notes:
        return review_page(tag("p", review_messages.REPORTS_NONE), label=review_messages.REPORTS_LABEL)
    shown = {note.id for note in sorted(notes, key=lambda note: note.at, reverse=True)[:MOST_NOTES]}
    more = len(notes) - len(shown)
    return review_page(
        tag("p", messages.counted(len(notes), review_messages.REPORTS)),
        *(_reported(one, shown) for one in reported if any(note.id in shown for note in one.notes)),
        _small(messages.counted(more, review_messages.REPORTS_MORE)) if more else None,
        label=review_messages.REPORTS_LABEL,
    )


def _reported(one: Reported, shown: set[str]) -> Markup:
    title = one.title or review_messages.REPORT_GONE.format(case=one.case)
    notes = [tag("li", tag("b", _where(note)), note.note) for note in one.notes if note.id in shown]
    return tag("section", tag("h3", title), tag("ul", notes), class_="cl-figure cl-notes")


def _where(note: Report) -> str:
    point = review_messages.REPORT_POINT.format(number=note.point + 1)
    where = f"{point}, {review_messages.REPORT_TWIN.format(twin=note.twin)}" if note.twin else point
    return review_messages.REPORT_NOTE.format(day=note.at.date().isoformat(), code=note.trainee, point=where)


def _small(text: str) -> Markup:
    return tag("p", text, class_="cl-small")
