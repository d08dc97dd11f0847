"""A record of short notes to read: what stands out, then each rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from markupsafe import Markup

from carelevel import messages
from carelevel.analytics.note_figures import NoteFigures, RuleStands
from carelevel.charts.strip import scale, share
from carelevel.core.criteria import Criteria
from carelevel.core.note_attempt import NoteAttempt
from carelevel.core.note_trials import Left, skimmed
from carelevel.feedback.figures import duration, interval, of
from carelevel.feedback.html import Part, tag
from carelevel.feedback.names import level_name
from carelevel.messages import notes as notes_messages
from carelevel.messages import progress as progress_messages
from carelevel.widgets.pages.page import Page, bulleted, folded, page, small, table

NOTES = "05_short_notes.ipynb"

_page = partial(page, styles=("pages/progress.css",), label=notes_messages.NOTES["notes"])


MOST_MISSED = 10
"""Of the notes that were answered wrongly the last ones can be read again."""


def note_figures_page(shown: NoteFigures, record: Sequence[NoteAttempt], criteria: Criteria) -> Page:
    """The figures of a *record*, and its last errors; that there are none yet, with the way to the notes."""
    if not shown.n:
        link = tag("a", notes_messages.TO_NOTES, href=NOTES)
        return _page(tag("p", notes_messages.NONE_YET, " ", link))
    rows = [_row(rule, criteria) for rule in shown.rules]
    hasty = skimmed(record)
    missed = [kept for kept in reversed(record) if not kept.right and kept.id not in hasty][:MOST_MISSED]
    columns = (notes_messages.COLUMNS[0], [notes_messages.COLUMNS[1], " ", scale()], *notes_messages.COLUMNS[2:])
    return _page(
        [tag("p", says, class_="cl-named") for says in _named(shown, criteria)],
        tag("p", notes_messages.FIGURE.format(of=of(shown.right), interval=interval(shown.right)))
        if shown.right.n
        else None,
        tag("div", table(notes_messages.NOTES["notes"], columns, rows), class_="cl-even"),
        small(messages.counted(shown.right.n, notes_messages.COUNT)) if shown.right.n else None,
        small(messages.counted(len(hasty), notes_messages.NOT_COUNTED)) if hasty else None,
        folded(messages.counted(len(missed), notes_messages.MISSED), *(_missed(kept, criteria) for kept in missed))
        if missed
        else None,
        folded(progress_messages.METHOD, tag("p", notes_messages.METHOD)),
    )


def _named(shown: NoteFigures, criteria: Criteria) -> Iterator[str]:
    if shown.guessing:
        yield notes_messages.GUESSING.format(of=of(shown.guessing.skimmed))
    if shown.confused:
        first, second = (level_name(level, criteria) for level in shown.confused.levels)
        yield notes_messages.CONFUSED.format(first=first, second=second, of=of(shown.confused.mistaken))


def _missed(kept: NoteAttempt, criteria: Criteria) -> Markup:
    """A note as it was read, with the lines that decided."""
    level, yours = level_name(kept.criteria_level, criteria), level_name(kept.level, criteria)
    says = notes_messages.SAYS_SAME if kept.level_right else notes_messages.SAYS_BOTH
    flags = messages.LIST_SEPARATOR.join(map(criteria.rule_name, kept.wrong_flags)) if kept.level_right else ""
    beside = notes_messages.FLAGS_MISSED.format(flags=flags) if flags else ""
    return tag(
        "section",
        tag("h3", kept.code, " · ", str(kept.committed_at.date())),
        bulleted(tag("b", line.text) if place in kept.decided else line.text for place, line in enumerate(kept.lines)),
        tag("p", says.format(level=level, yours=yours), beside),
    )


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
