"""The still pages of a bank's review: what its cases exercise, their answers, whom they portray."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from markupsafe import Markup

from carelevel import messages
from carelevel.analytics.balance import Balance, Turn, balance
from carelevel.analytics.coverage import Coverage, Covered, coverage
from carelevel.analytics.portrayal import FEWEST_OF_A_GROUP, AxisShown, GroupShown, portrayal
from carelevel.analytics.single_cues import FEWEST_STORIES
from carelevel.charts.bank_charts import coverage_charts
from carelevel.core.criteria import Criteria
from carelevel.core.groups import Axis
from carelevel.feedback.figures import quoted
from carelevel.feedback.giveaways import best_cue_says, giveaways
from carelevel.feedback.html import Part, tag
from carelevel.feedback.names import level_name, level_short
from carelevel.feedback.part_names import group_name, part_name
from carelevel.messages import review as review_messages
from carelevel.review.survey import Survey
from carelevel.widgets.pages.page import Page, bulleted, chart, folded, page, scrolled, small, table

review_page = partial(page, styles=("pages/progress.css", "review/review.css"))
"""A page with the stylesheets of charts and of this review."""

NO_WARNING, OFTEN = 0.001, 0.1
"""A chance so small that it is not put as a number, and one that is put in percent."""


def coverage_page(survey: Survey) -> Page:
    """The map, and in words what no case exercises and what only one does."""
    criteria = survey.criteria
    shown = coverage(survey.points, criteria)
    counts = {"parts": len(shown.rows), "thin": len(shown.thin), "missing": len(shown.missing)}
    exercised = len(shown.rows) - len(shown.missing) - len(shown.thin)
    missing = [_missing(row, criteria) for row in shown.missing]
    thin = [_thin(row, criteria, survey.titles) for row in shown.thin]
    rule = (tag("p", review_messages.COVERAGE_RULE), _untestable(shown, criteria))
    return review_page(
        tag("p", review_messages.COVERAGE_SENTENCE.format(exercised=exercised, **counts)),
        tag(
            "div",
            _listed(review_messages.COVERAGE_MISSING, missing, review_messages.COVERAGE_FULL),
            _listed(review_messages.COVERAGE_THIN, thin, review_messages.COVERAGE_NOT_THIN),
            class_="cl-halves",
        ),
        scrolled(review_messages.COVERAGE_MAP, *_map(shown, criteria)),
        small(review_messages.MAP_KEY),
        folded(review_messages.COVERAGE_RULE_TITLE, *rule),
        label=review_messages.COVERAGE_LABEL,
    )


def _map(shown: Coverage, criteria: Criteria) -> Iterator[Part]:
    for group in coverage_charts(shown, criteria):
        yield tag("h4", group.title)
        yield chart(group.title, group)


def _listed(title: str, lines: list[str], otherwise: str) -> Markup:
    return tag("div", tag("h3", title), bulleted(lines) if lines else tag("p", otherwise), class_="cl-half")


def _missing(row: Covered, criteria: Criteria) -> str:
    return _with_twins(_part(row, criteria), row, review_messages.MISSING_TWINS)


def _thin(row: Covered, criteria: Criteria, titles: Mapping[str, str]) -> str:
    says = review_messages.THIN_PART.format(part=_part(row, criteria), case=titles[row.in_cases[0]])
    return _with_twins(says, row, review_messages.THIN_TWINS)


def _part(row: Covered, criteria: Criteria) -> str:
    return review_messages.MISSING_PART.format(group=group_name(row.part, criteria), part=part_name(row.part, criteria))


def _with_twins(says: str, row: Covered, forms: tuple[str, str]) -> str:
    twins = len(row.in_twins)
    return forms[twins > 1].format(part=says, count=twins) if twins else says


def _untestable(shown: Coverage, criteria: Criteria) -> Markup | None:
    names = [
        review_messages.PART_TENSION.format(id=tension.id, name=tension.name)
        for tension in criteria.tensions
        if tension.id in shown.untestable
    ]
    return tag("p", review_messages.COVERAGE_UNTESTABLE.format(tensions=", ".join(names))) if names else None


# Balance


def balance_page(survey: Survey) -> Page:
    """How many decision points each level is the answer to, and what finds the answers too easily."""
    criteria = survey.criteria
    shown = balance(survey.points, criteria)
    rows: list[tuple[Part, ...]] = [
        (level_name(level, criteria), *(_balance_cell(shown, turn, level) for turn in Turn)) for level in shown.levels
    ]
    rows.append((tag("b", review_messages.BALANCE_ALL), *(tag("b", str(shown.n(turn))) for turn in Turn)))
    rows.append((review_messages.BALANCE_CONTESTED, *(str(shown.n_contested(turn)) for turn in Turn)))
    return review_page(
        [tag("p", says) for says in _balance_says(shown, criteria)],
        tag("div", table(review_messages.BALANCE_LABEL, review_messages.BALANCE_COLUMNS, rows), class_="cl-even"),
        tag("section", tag("h3", review_messages.GIVEAWAYS_TITLE), *_giveaways(survey), class_="cl-figure"),
        label=review_messages.BALANCE_LABEL,
    )


def _balance_says(shown: Balance, criteria: Criteria) -> Iterator[str]:
    """Of the first decision points, where there are any."""
    first, n = shown.answers[Turn.FIRST], shown.n(Turn.FIRST)
    if n:
        shares = messages.LIST_SEPARATOR.join(
            review_messages.BALANCE_SHARE.format(count=first.get(level, 0), level=level_short(level, criteria))
            for level in shown.levels
        )
        yield review_messages.BALANCE_SENTENCE.format(n=n, shares=shares, best=max(first.values()))
        yield review_messages.BALANCE_CONTESTED_SENTENCE.format(contested=shown.n_contested(Turn.FIRST))


def _giveaways(survey: Survey) -> Iterator[Part]:
    told, best = giveaways(survey.points, survey.criteria), best_cue_says(survey.points, survey.criteria)
    if told:
        yield bulleted(told)
    elif best:
        yield tag("p", review_messages.GIVEAWAYS_FINE.format(best=best))
    else:
        yield tag("p", review_messages.GIVEAWAYS_FEW.format(fewest=FEWEST_STORIES))
    yield small(survey.criteria.words.said(review_messages.GIVEAWAYS_RULE))


def _balance_cell(shown: Balance, turn: Turn, level: str) -> str:
    count, contested = shown.answers[turn].get(level, 0), shown.contested[turn].get(level, 0)
    return review_messages.BALANCE_CELL.format(count=count, contested=contested) if contested else str(count)


# Portrayal


def portrayal_page(survey: Survey, named: tuple[Axis, ...]) -> Page:
    """Who the stories portray, axis by axis, with a warning where a group always meets one outcome."""
    axes = portrayal(survey.cases, survey.outcomes, named)
    if not axes:
        return review_page(tag("p", review_messages.PORTRAYAL_NONE), label=review_messages.PORTRAYAL_LABEL)
    criteria = survey.criteria
    warnings = [
        _warning(axis, group, criteria) for axis in axes for group in axis.groups if group.one_outcome is not None
    ]
    title = tag("h3", review_messages.PORTRAYAL_WARN_TITLE)
    rule = criteria.words.said(review_messages.PORTRAYAL_RULE, fewest=FEWEST_OF_A_GROUP)
    return review_page(
        tag("section", title, bulleted(warnings), class_="cl-figure")
        if warnings
        else tag("p", review_messages.PORTRAYAL_FINE.format(fewest=FEWEST_OF_A_GROUP)),
        *(_axis(axis, survey) for axis in axes),
        small(" ".join([rule, *(axis.axis.says for axis in axes if axis.axis.says)])),
        label=review_messages.PORTRAYAL_LABEL,
    )


def _warning(axis: AxisShown, group: GroupShown, criteria: Criteria) -> str:
    return review_messages.PORTRAYAL_WARN.format(
        axis=axis.axis.name,
        group=group.group.name,
        n=group.n,
        level=level_name(group.one_outcome or "", criteria),
        chance=_chance(group.chance),
    )


def _chance(chance: float) -> str:
    if chance < NO_WARNING:
        return review_messages.CHANCE_SMALL
    if chance < OFTEN:
        return review_messages.CHANCE.format(count=1 / chance)
    return review_messages.CHANCE_OFTEN.format(percent=100 * chance)


def _axis(shown: AxisShown, survey: Survey) -> Markup:
    criteria, titles = survey.criteria, survey.titles
    levels = [level for level in criteria.choices if level in survey.outcomes.values()]
    columns = (
        review_messages.PORTRAYAL_COLUMNS_FIRST,
        review_messages.PORTRAYAL_COLUMNS_N,
        *(level_short(level, criteria) for level in levels),
    )
    rows = [
        (
            [group.group.name, _which(group, titles)],
            str(group.n),
            *(str(group.outcomes.get(level, 0)) for level in levels),
        )
        for group in shown.groups
    ]
    nowhere = quoted([titles[case] for case in shown.nowhere])
    return tag(
        "section",
        tag("h3", shown.axis.name),
        tag("div", table(shown.axis.name, columns, rows), class_="cl-even"),
        small(review_messages.PORTRAYAL_NOWHERE.format(cases=nowhere)) if shown.nowhere else None,
        class_="cl-figure",
    )


def _which(group: GroupShown, titles: Mapping[str, str]) -> Markup | None:
    cases = ", ".join(titles[case] for case in group.cases)
    return folded(review_messages.PORTRAYAL_WHICH, tag("p", cases)) if cases else None
