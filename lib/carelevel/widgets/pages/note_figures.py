"""A record of short notes to read: what stands out, then each rule."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from carelevel import messages
from carelevel.analytics.note_figures import NoteFigures, RuleStands
from carelevel.charts.strip import scale, share
from carelevel.core.criteria import Criteria
from carelevel.core.note_trials import Left
from carelevel.feedback.figures import duration, interval, of
from carelevel.feedback.html import Part, tag
from carelevel.feedback.names import level_name
from carelevel.messages import notes as notes_messages
from carelevel.messages import progress as progress_messages
from carelevel.widgets.pages.page import Page, folded, page, small, table

NOTES = "05_short_notes.ipynb"

_page = partial(page, styles=("pages/progress.css",), label=notes_messages.NOTES["notes"])


def note_figures_page(shown: NoteFigures, criteria: Criteria) -> Page:
    """The figures; that there are none yet, with the way to the notes."""
    if not shown.n:
        link = tag("a", notes_messages.TO_NOTES, href=NOTES)
        return _page(tag("p", notes_messages.NONE_YET, " ", link))
    rows = [_row(rule, criteria) for rule in shown.rules]
    columns = (notes_messages.COLUMNS[0], [notes_messages.COLUMNS[1], " ", scale()], *notes_messages.COLUMNS[2:])
    return _page(
        [tag("p", says, class_="cl-named") for says in _named(shown, criteria)],
        tag("p", notes_messages.FIGURE.format(of=of(shown.right), interval=interval(shown.right))),
        tag("div", table(notes_messages.NOTES["notes"], columns, rows), class_="cl-even"),
        small(messages.counted(shown.n, notes_messages.COUNT)),
        folded(progress_messages.METHOD, tag("p", notes_messages.METHOD)),
    )


def _named(shown: NoteFigures, criteria: Criteria) -> Iterator[str]:
    if shown.guessing:
        yield notes_messages.GUESSING.format(of=of(shown.guessing.skimmed))
    if shown.confused:
        first, second = (level_name(level, criteria) for level in shown.confused.levels)
        yield notes_messages.CONFUSED.format(first=first, second=second, of=of(shown.confused.mistaken))


def _row(stands: RuleStands, criteria: Criteria) -> tuple[Part, ...]:
    return (
        criteria.rule_name(stands.rule) if stands.rule else notes_messages.NO_RULE,
        [share(stands.right, said=True), " ", of(stands.right)],
        duration(stands.seconds),
        notes_messages.IS_FLUENT if stands.fluent else _left(stands.left),
    )


def _left(left: Left | None) -> str:
    if left is None:
        return notes_messages.TOO_EARLY
    form = notes_messages.LEFT_OPEN if left.is_open else notes_messages.LEFT_SHORT
    return form.format(likely=left.likely, low=left.low, high=left.high)
