"""A record's figures to read: what stands out first, then each figure with its picture, its words and its n."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from carelevel.analytics.faults import Faults, RuleMissed
from carelevel.analytics.progress import Figure, Progress, RuleSeen
from carelevel.core.criteria import Criteria
from carelevel.feedback import figures
from carelevel.feedback.figures import FigureText
from carelevel.feedback.html import Part, tag
from carelevel.messages import progress as progress_messages
from carelevel.widgets.pages.page import Page, folded, page
from carelevel.widgets.shared.styles import joined

if TYPE_CHECKING:
    from carelevel.charts import Chart

PRACTICE = "02_practice.ipynb"
MOST_RULES = 3
"""Missed rules that come with cases to practise them."""


def no_answers_page() -> Page:
    """What somebody without a record reads."""
    return _styled(
        tag("p", tag("b", progress_messages.NO_ANSWERS)),
        tag("p", progress_messages.NO_ANSWERS_MORE.format(needs=Figure.needs), " ", _practice_link()),
        label=progress_messages.NO_ANSWERS,
    )


def faults_page(found: Faults, criteria: Criteria, cases: Mapping[str, Sequence[str]]) -> Page:
    """*cases* are titles that exercise a rule."""
    title = progress_messages.PROGRESS_TITLES["faults"]
    return _styled(tag("section", _faults(found, criteria, cases), class_="cl-figure"), label=title)


def figures_page(
    names: Sequence[str],
    record: Progress,
    pictures: Mapping[str, Chart],
    criteria: Criteria,
    cases: Mapping[str, Sequence[str]],
) -> Page:
    """The figures called *names*."""
    if not record.n:
        return _styled(_small(progress_messages.NO_ANSWERS), label=progress_messages.PROGRESS_TITLES[names[0]])
    parts = [_figure(name, record, pictures, criteria, cases) for name in names]
    return _styled(*parts, label=progress_messages.PROGRESS_TITLES[names[0]])


def generated_page(
    record: Progress,
    found: Faults,
    pictures: Mapping[str, Chart],
    criteria: Criteria,
    cases: Mapping[str, Sequence[str]],
) -> Page:
    """A whole record that nobody gave, folded away, and called what it is."""
    title = progress_messages.GENERATED_TITLE.format(n=record.n)
    drawn = [_figure(name, record, pictures, criteria, cases) for name in pictures]
    about = tag("p", tag("b", progress_messages.GENERATED.format(n=record.n)))
    stands_out = tag(
        "section",
        tag("h3", progress_messages.PROGRESS_TITLES["faults"]),
        _faults(found, criteria, cases),
        class_="cl-figure",
    )
    return _styled(folded(title, about, stands_out, *drawn), label=title)


def missed_rules(record: Progress, found: Faults) -> tuple[str, ...]:
    """The rules that come with cases to practise them: those named as missed, then those missed most."""
    named = [fault.rule for fault in found.named if isinstance(fault, RuleMissed)]
    missed = [one.rule for one in record.rules if one.speaks and one.caught.hits < one.n]
    return tuple(dict.fromkeys([*named, *missed[:MOST_RULES]]))


def _faults(found: Faults, criteria: Criteria, cases: Mapping[str, Sequence[str]]) -> list[Part]:
    told = figures.faults(found, criteria)
    named = [
        tag(
            "div",
            _paragraph(figures.fault_sentences(fault, criteria)),
            _practise(fault.rule, cases) if isinstance(fault, RuleMissed) else None,
            class_="cl-named",
        )
        for fault in found.named
    ]
    return [
        named or _paragraph(told.sentences),
        _small(f"{progress_messages.FAULTS_ABOUT} {told.n}" if found.speaks else told.n),
    ]


def _figure(
    name: str,
    record: Progress,
    pictures: Mapping[str, Chart],
    criteria: Criteria,
    cases: Mapping[str, Sequence[str]],
) -> Markup:
    told = _told(name, record, criteria)
    return tag(
        "section",
        tag("h3", progress_messages.PROGRESS_TITLES[name]),
        _paragraph(told.sentences[:1]),
        _chart(pictures[name]) if name in pictures else None,
        _paragraph(told.sentences[1:]),
        _to_practise(record.rules, criteria, cases) if name == "rules" else None,
        _small(told.n),
        folded(progress_messages.NUMBERS, tag("p", pictures[name].alternative)) if name in pictures else None,
        class_="cl-figure",
    )


def _paragraph(told: Iterable[str]) -> Markup | None:
    text = " ".join(told)
    return tag("p", text) if text else None


def _small(text: str) -> Markup:
    return tag("p", text, class_="cl-small")


def _told(name: str, record: Progress, criteria: Criteria) -> FigureText:
    tellings = {
        "agreement": lambda: figures.agreement(record.agreement),
        "direction": lambda: figures.direction(record.direction, record.kappa),
        "matrix": lambda: figures.matrix(record.matrix, criteria),
        "calibration": lambda: figures.calibration(record.calibration),
        "rules": lambda: figures.rules(record.rules, criteria, record.n),
        "marks": lambda: figures.marks(record.marks),
        "time": lambda: figures.time(record.time, figures.block_seconds(record)),
    }
    return tellings[name]()


def _chart(picture: Chart) -> Markup:
    return tag("div", Markup(picture.svg()), role="img", aria_label=picture.alternative, class_="cl-chart")


def _to_practise(seen: Iterable[RuleSeen], criteria: Criteria, cases: Mapping[str, Sequence[str]]) -> Part:
    """Cases for the rules missed most."""
    missed = [one.rule for one in seen if one.speaks and one.caught.hits < one.n and cases.get(one.rule)]
    told = [
        progress_messages.RULE_PRACTISE.format(rule=criteria.rule_name(rule), cases=figures.quoted(cases[rule]))
        for rule in missed[:MOST_RULES]
    ]
    if not told:
        return None
    return [
        tag("p", progress_messages.PRACTISE),
        tag("ul", [tag("li", one) for one in told]),
        tag("p", _practice_link()),
    ]


def _practise(rule: str, cases: Mapping[str, Sequence[str]]) -> Markup | None:
    titles = cases.get(rule)
    if not titles:
        return None
    return tag("p", progress_messages.PRACTISE_RULE.format(cases=figures.quoted(titles)), " ", _practice_link())


def _practice_link() -> Markup:
    return tag("a", progress_messages.NEXT_PRACTICE, href=PRACTICE)


def _styled(*parts: Part, label: str) -> Page:
    css = joined("pages/progress.css")
    return Page(Markup(f"<style>{css}</style>{page(*parts, label=label).body}"))
