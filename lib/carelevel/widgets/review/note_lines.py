"""The lines of short notes, for a supervisor: what each would decide, and how they read together."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from carelevel import messages
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.note import Note
from carelevel.core.note_lines import NoteLine
from carelevel.feedback.giveaways import best_cue_says, giveaways
from carelevel.feedback.html import Part, tag
from carelevel.feedback.names import level_name
from carelevel.messages import review as review_messages
from carelevel.review.note_lines import SurveyedLines, ValueLines
from carelevel.widgets.pages.page import Page, bulleted, folded, small, table
from carelevel.widgets.review.page import review_page

MOST_FOUND = 30


def note_lines_page(shown: SurveyedLines, criteria: Criteria) -> Page:
    """What is wrong, what gives answers away, the values with their lines, and some notes."""
    label = review_messages.LINES_LABEL
    found = bulleted(map(str, shown.found[:MOST_FOUND])) if shown.found else None
    if not shown.values:
        return review_page(
            tag("p", review_messages.LINES_BROKEN if found else review_messages.LINES_NONE), found, label=label
        )
    count = sum(len(value.lines) for value in shown.values)
    told = (best_cue_says(shown.drawn, criteria), *giveaways(shown.drawn, criteria)) if shown.drawn else ()
    rows = [_row(value, criteria) for value in shown.values]
    return review_page(
        tag(
            "p",
            review_messages.LINES_SENTENCE.format(count=count, people=len(shown.people), neutral=len(shown.neutral)),
        ),
        found,
        tag("p", review_messages.LINES_TOLD.format(count=len(shown.drawn)), " ", " ".join(filter(None, told)))
        if any(told)
        else None,
        tag("div", table(label, review_messages.LINES_COLUMNS, rows), class_="cl-even"),
        folded(messages.counted(len(shown.people), review_messages.LINES_PEOPLE), _lines(shown.people)),
        folded(messages.counted(len(shown.neutral), review_messages.LINES_NEUTRAL), _lines(shown.neutral)),
        folded(review_messages.LINES_DRAWN, *(_note(note, criteria) for note in shown.notes)) if shown.notes else None,
        small(review_messages.LINES_EDIT),
        label=label,
    )


def _row(value: ValueLines, criteria: Criteria) -> tuple[Part, ...]:
    finding = criteria.finding(value.finding)
    says = finding.values[finding.rank(value.value)].says
    lines = folded(messages.counted(len(value.lines), review_messages.LINES_COUNT), _lines(value.lines))
    rules = messages.LIST_SEPARATOR.join(dict.fromkeys(map(criteria.rule_name, value.rules)))
    return (
        [finding.name, ": ", says],
        lines if value.lines else messages.counted(0, review_messages.LINES_COUNT),
        level_name(value.alone.level, criteria),
        rules or (finding.name if value.alone.level == ESCALATE else review_messages.LINES_NO_RULE),
    )


def _lines(lines: Iterable[NoteLine]) -> Markup:
    return bulleted([line.text, *_tags(line), small(review_messages.LINES_ROW.format(row=line.row))] for line in lines)


def _tags(line: NoteLine) -> Iterable[Part]:
    for tags, form in ((line.says, review_messages.LINES_SAYS), (line.bars, review_messages.LINES_NOT)):
        if tags:
            yield tag("small", " ", form.format(tags=messages.LIST_SEPARATOR.join(sorted(tags))))


def _note(note: Note, criteria: Criteria) -> Markup:
    levels = [level_name(level, criteria) for level in note.accepted or (note.level,)]
    title = review_messages.LINES_NOTE.format(code=note.code, levels=messages.LIST_SEPARATOR.join(levels))
    return tag("section", tag("h3", title), bulleted(line.text for line in note.lines))
