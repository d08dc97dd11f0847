"""The charts of one trainee's progress."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from carelevel import messages
from carelevel.analytics.chance import Proportion
from carelevel.analytics.progress import (
    Agreement,
    Block,
    Calibration,
    Direction,
    Marks,
    Matrix,
    Progress,
    Referral,
    RuleSeen,
)
from carelevel.charts.chart import Chart, ChartKind, Row, shade
from carelevel.charts.strip import bar, line, scale, share, strip
from carelevel.core.answer import Verdict
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.selection import Only, Selection
from carelevel.feedback.behind import Counted
from carelevel.feedback.figures import duration, of, percent
from carelevel.feedback.html import Part
from carelevel.feedback.names import level_name, level_short
from carelevel.messages import progress as progress_messages

LESS, MORE, CAUGHT = "cl-blue", "cl-orange", "cl-blue"
MIDDLE = 0.5
NOT_QUITE_HALF = 0.48
"""How long the longest bar from the middle is, of a strip's width."""


def progress_charts(record: Progress, criteria: Criteria) -> Mapping[str, Chart]:
    """A chart for each figure that speaks, by the figure's name."""
    blocks, rules = record.agreement.blocks, [rule for rule in record.rules if rule.speaks]
    charts = {
        "agreement": record.agreement.speaks and agreement_chart(record.agreement),
        "direction": record.direction.speaks and direction_chart(record.direction),
        "referral": record.referral.speaks and referral_chart(record.referral, criteria),
        "matrix": record.matrix.speaks and matrix_chart(record.matrix, criteria),
        "calibration": record.calibration.speaks and calibration_chart(record.calibration),
        "rules": record.agreement.speaks and bool(rules) and rules_chart(rules, criteria),
        "marks": record.marks.speaks and marks_chart(record.marks),
        "time": record.time.speaks and len(blocks) > 1 and time_chart(blocks),
    }
    return {name: chart for name, chart in charts.items() if chart}


def agreement_chart(figure: Agreement) -> Chart:
    """The share accepted, block by block and of all, with their intervals; a dotted line at the share of all."""
    overall = line(figure.overall.share, "cl-dotted")
    rows: list[Row] = [
        (_answers(block), share(block.accepted, overall), Counted(of(block.accepted), _in(block)))
        for block in figure.blocks
    ]
    if len(rows) > 1:
        counted = Counted(of(figure.overall), Selection())
        rows.append((progress_messages.CHART_ALL, share(figure.overall, overall), counted))
    return _chart("agreement", scale(), rows)


def direction_chart(figure: Direction) -> Chart:
    """Errors as bars from the middle: less intensive to the left, more to the right, two rungs or more hatched."""
    forms = {True: progress_messages.CHART_STEP_MORE, False: progress_messages.CHART_STEP_LESS}
    most = max(figure.steps.values(), default=1)
    rows: list[Row] = []
    for step, count in figure.steps.items():
        end = MIDDLE + NOT_QUITE_HALF * count / most * (1 if step > 0 else -1)
        drawn = strip(line(MIDDLE), bar(MIDDLE, end, MORE if step > 0 else LESS, hatched=abs(step) > 1))
        rows.append(
            (
                messages.counted(abs(step), forms[step > 0]),
                drawn,
                Counted(str(count), Selection(only=Only.LEVEL, steps=step)),
            )
        )
    chart = _chart("direction", progress_messages.CHART_SIDES, rows)
    return chart if any(abs(step) > 1 for step in figure.steps) else replace(chart, key="")


def referral_chart(figure: Referral, criteria: Criteria) -> Chart:
    """How often a referral was seen where the criteria call for one, and chosen where a level answers."""
    names, seen = progress_messages.CHART_REFERRAL, (figure.asked, figure.needless)
    needless = Selection(verdict=Verdict.COULD_ANSWER) if figure.needless.hits else None
    return _shares(
        "referral", [criteria.words.said(name) for name in names], seen, (Selection(asked=ESCALATE), needless)
    )


def matrix_chart(figure: Matrix, criteria: Criteria) -> Chart:
    """How often each level was chosen, by what the criteria say: the most intensive on top, as on a ladder.

    Cells are darker with more; the diagonal is framed.
    """
    most = max(count for row in figure.counts for count in row) or 1
    rows: list[Row] = [
        (
            level_name(figure.levels[chosen], criteria),
            *(
                _counted(
                    shade(count, most, kind="cl-same" if chosen == asked else ""),
                    Selection(level=figure.levels[chosen], asked=figure.levels[asked]) if count else None,
                )
                for asked, count in enumerate(figure.counts[chosen])
            ),
        )
        for chosen in reversed(range(len(figure.levels)))
    ]
    columns = (progress_messages.CHART_CHOSEN, *(level_short(level, criteria) for level in figure.levels))
    return Chart(columns, tuple(rows), progress_messages.CHART_KEYS["matrix"], ChartKind.SHADES)


def calibration_chart(figure: Calibration) -> Chart:
    """How often each word of confidence was right, beside what it claims."""
    rows = [
        (
            progress_messages.CHART_WORD.format(
                confidence=messages.CONFIDENCE[word.confidence], chance=percent(word.chance)
            ),
            share(word.accepted, line(word.chance, "cl-claim")),
            Counted(of(word.accepted), Selection(confidence=word.confidence)),
        )
        for word in figure.by_confidence
        if word.n
    ]
    return _chart("calibration", scale(), rows)


def rules_chart(seen: Sequence[RuleSeen], criteria: Criteria) -> Chart:
    """Each rule as a bar of the times that it was shown, those in which it was missed hatched."""
    most = max(rule.n for rule in seen)
    rows: list[Row] = []
    for rule in seen:
        caught, shown = rule.caught.hits / most, rule.n / most
        parts = [bar(0, caught, CAUGHT)] if rule.caught.hits else []
        parts += [bar(caught, shown, MORE, hatched=True)] if rule.caught.hits < rule.n else []
        counted = Counted(of(rule.caught), Selection(rule=rule.rule))
        rows.append((criteria.rule_name(rule.rule), strip(line(0), *parts), counted))
    return _chart("rules", progress_messages.CHART_TIMES_MET, rows)


def marks_chart(figure: Marks) -> Chart:
    """How many of the deciding phrases were marked, and how many of the marks were needed."""
    return _shares(
        "marks", progress_messages.CHART_MARKS, (figure.recall, figure.precision), (Selection(only=Only.MARKED),) * 2
    )


def time_chart(blocks: Sequence[Block]) -> Chart:
    """The median time for a decision, block by block."""
    longest = max(block.seconds for block in blocks) or 1
    rows = [
        (_answers(block), strip(line(0), bar(0, block.seconds / longest, CAUGHT)), _lasted(block)) for block in blocks
    ]
    return _chart("time", progress_messages.CHART_TIME, rows)


def _shares(name: str, rows: Sequence[str], shares: Sequence[Proportion], meant: Sequence[Selection | None]) -> Chart:
    """A row for each of *shares* that is one of anything."""
    named = zip(rows, shares, meant, strict=True)
    return _chart(
        name, scale(), [(row, share(of_n), _counted(of(of_n), which)) for row, of_n, which in named if of_n.n]
    )


def _chart(name: str, head: Part, rows: Sequence[Row]) -> Chart:
    """A chart of strips under *head*; words by the figure's name."""
    first, last = progress_messages.CHART_COLUMNS[name]
    return Chart((first, head, last), tuple(rows), progress_messages.CHART_KEYS[name])


def _answers(block: Block) -> str:
    return progress_messages.CHART_BLOCK.format(first=block.first, last=block.last)


def _counted(part: Part, meant: Selection | None) -> Part | Counted:
    return part if meant is None else Counted(part, meant)


def _in(block: Block) -> Selection:
    return Selection(first=block.first, last=block.last)


def _lasted(block: Block) -> Counted:
    return Counted(duration(block.seconds), _in(block))
