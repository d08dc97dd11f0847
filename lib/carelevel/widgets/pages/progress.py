"""A record's figures to read: what stands out first, then each figure with its picture, its words and its n."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from carelevel import messages
from carelevel.analytics import faults, progress
from carelevel.analytics.faults import Faults, RuleMissed
from carelevel.analytics.flags import FlagSeen, flags_seen
from carelevel.analytics.progress import Figure, Progress
from carelevel.bank import Bank
from carelevel.charts import Chart, progress_charts
from carelevel.charts.chart import ChartKind
from carelevel.core.attempt import Attempt
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.selection import Only, Selection
from carelevel.feedback import figures
from carelevel.feedback.behind import behind
from carelevel.feedback.figures import FigureText
from carelevel.feedback.html import Part, tag
from carelevel.messages import progress as progress_messages
from carelevel.practice.cases_for_rule import titles_exercising
from carelevel.practice.flag_answers import flag_pairs
from carelevel.widgets.pages.page import Page, bulleted, chart, folded, page, scrolled, small

_page = partial(page, styles=("pages/progress.css",))

PRACTICE = "02_practice.ipynb"
MOST_RULES = 3
"""Missed rules that come with cases to practice them."""

MOST_FEW = 2
"""So many figures for which it is too early are named in a line; more are folded away."""


@dataclass(frozen=True, slots=True)
class RecordFigures:
    """What can be shown of a record; *cases*: by rule the titles of cases that exercise it.

    *titles*: what cases are called in which a referral was missed; *own*: its answers can be read; *support*: that
    some answers had support, and whether they count.
    """

    record: Progress
    faults: Faults
    pictures: Mapping[str, Chart]
    cases: Mapping[str, Sequence[str]]
    titles: Mapping[str, str]
    flags: tuple[FlagSeen, ...]
    criteria: Criteria
    own: bool
    support: tuple[str, ...]


def record_figures(attempts: Iterable[Attempt], bank: Bank, *, own: bool = True) -> RecordFigures:
    """The figures of some attempts of one trainee; not *own*: of a record that nobody gave."""
    criteria, every = bank.criteria, tuple(attempts)
    kept = tuple(attempt for attempt in every if not attempt.had.helps)
    record, found = progress(kept, criteria.ladder), faults(kept, criteria.ladder)
    cases = titles_exercising(_rules_to_practice(record, found), bank)
    known, missed = frozenset(bank.case_ids()), {attempt.case for attempt in record.referral.missed}
    titles = {case: bank.case(case).title for case in known & missed}
    flags = flags_seen(flag_pairs(kept, bank), [flag.id for flag in criteria.flags])
    pictures, support = progress_charts(record, criteria), tuple(figures.support(every))
    return RecordFigures(record, found, pictures, cases, titles, flags, criteria, own, support)


def faults_page(shown: RecordFigures) -> Page:
    """What stands out in a record."""
    if not shown.record.n:
        needs = progress_messages.NO_ANSWERS_MORE.format(needs=Figure.needs)
        return _page(
            tag("p", tag("b", progress_messages.NO_ANSWERS)),
            tag("p", needs, " ", _practice_link()),
            *(small(says) for says in shown.support),
            label=progress_messages.NO_ANSWERS,
        )
    return _page(tag("section", _faults(shown), class_="cl-figure"), label=progress_messages.PROGRESS_TITLES["faults"])


def figures_page(names: Sequence[str], shown: RecordFigures, label: str = "") -> Page:
    """The figures called *names*, and in a line those for which it is too early; *label*, or the first one's title."""
    parts = [_one(name, shown) for name in names] if shown.record.n else [small(progress_messages.NO_ANSWERS)]
    few = [each for name in names for each in _few(name, shown)] if shown.record.n else []
    if few:
        answers = messages.counted(shown.record.n, progress_messages.SO_FAR)
        early = small(progress_messages.FEW.format(answers=answers, figures=progress_messages.FEW_SEPARATOR.join(few)))
        more = messages.counted(len(few), progress_messages.FEW_FOLDED)
        parts.append(folded(more, early) if len(few) > MOST_FEW else early)
    parts += [small(says) for says in shown.support]
    return _page(*parts, label=label or _title(names[0], shown))


def generated_page(shown: RecordFigures) -> Page:
    """A whole record that nobody gave, folded away, and called what it is."""
    title = progress_messages.GENERATED_TITLE.format(n=shown.record.n)
    about = tag("p", tag("b", progress_messages.GENERATED.format(n=shown.record.n)))
    stands_out = tag(
        "section", tag("h3", progress_messages.PROGRESS_TITLES["faults"]), _faults(shown), class_="cl-figure"
    )
    return _page(
        folded(title, about, stands_out, *(_one(name, shown) for name in (*shown.pictures, "flags"))), label=title
    )


def _rules_to_practice(record: Progress, found: Faults) -> tuple[str, ...]:
    """Those named as missed, then those missed most."""
    named = [fault.rule for fault in found.named if isinstance(fault, RuleMissed)]
    return tuple(dict.fromkeys([*named, *_missed(record)[:MOST_RULES]]))


def _missed(record: Progress) -> list[str]:
    """The rules that were missed at all, the most often missed first."""
    return [rule.rule for rule in record.rules if rule.speaks and rule.caught.hits < rule.n]


def _faults(shown: RecordFigures) -> list[Part]:
    text = figures.faults(shown.faults, shown.criteria)
    named = [
        tag(
            "div",
            _paragraph(figures.fault_sentences(fault, shown.criteria)),
            _rule_missed(fault.rule, shown) if isinstance(fault, RuleMissed) else None,
            class_="cl-named",
        )
        for fault in shown.faults.named
    ]
    about = f"{progress_messages.FAULTS_ABOUT} {text.n}" if shown.faults.speaks else text.n
    said = named or _paragraph([*_so_far(shown.record), *text.sentences])
    return [_safety(shown), said, small(" ".join((about, *shown.support)))]


def _so_far(record: Progress) -> Iterator[str]:
    """What is known before any figure speaks."""
    overall = record.agreement.overall
    if not record.agreement.speaks:
        answers = messages.counted(overall.n, progress_messages.CASES_SO_FAR)
        yield progress_messages.AGREED_SO_FAR.format(answers=answers, hits=overall.hits)


def _safety(shown: RecordFigures) -> Markup | None:
    """Missed referrals come first, and need no number of answers."""
    missed = figures.missed_referrals(shown.record.referral, shown.titles, shown.criteria)
    if not missed:
        return None
    says, *cases = missed
    read = _read(shown, Selection(asked=ESCALATE, only=Only.LEVEL))
    return tag("div", tag("p", tag("b", says)), bulleted(cases), read, class_="cl-named")


def _few(name: str, shown: RecordFigures) -> Iterator[str]:
    """A figure that says nothing yet, and from when on it will; each question beside the level is one."""
    names = {flag.id: flag.name for flag in shown.criteria.flags}
    if name == "flags":
        texts = [(names[seen.flag], figures.flag(seen, shown.criteria)) for seen in shown.flags]
    else:
        texts = [(_title(name, shown), _text(name, shown.record, shown.criteria))]
    for title, text in texts:
        if text.needs:
            yield progress_messages.FEW_FIGURE.format(title=title, needs=text.needs)


def _one(name: str, shown: RecordFigures) -> Markup | None:
    """A figure, or those of the questions beside the level; nothing while there is too little to say."""
    return _flags(shown) if name == "flags" else _figure(name, shown)


def _flags(shown: RecordFigures) -> Markup | None:
    """A figure for each flag that has enough answers."""
    names = {flag.id: flag.name for flag in shown.criteria.flags}
    each = [_flag(names[seen.flag], seen, shown) for seen in shown.flags if seen.speaks]
    title = tag("h3", progress_messages.PROGRESS_TITLES["flags"])
    return tag("section", title, each, class_="cl-figure") if each else None


def _flag(name: str, seen: FlagSeen, shown: RecordFigures) -> Part:
    text, differ = figures.flag(seen, shown.criteria), seen.missed + seen.needless
    read = _read(shown, Selection(flag=seen.flag)) if differ else None
    return [tag("h4", name), _paragraph(text.sentences), read, small(text.n)]


def _read(shown: RecordFigures, meant: Selection) -> Markup | None:
    """The way to some answers, where they can be read."""
    return tag("p", behind(progress_messages.READ_THEM, meant)) if shown.own else None


def _figure(name: str, shown: RecordFigures) -> Markup | None:
    text, picture, title = _text(name, shown.record, shown.criteria), shown.pictures.get(name), _title(name, shown)
    if text.needs:
        return None
    drawn = chart(title, picture, to_answers=shown.own) if picture else None
    return tag(
        "section",
        tag("h3", title),
        _paragraph(text.sentences[:1]),
        scrolled(title, drawn) if picture and picture.kind is ChartKind.SHADES else drawn,
        _paragraph(text.sentences[1:]),
        _to_practice(shown) if name == "rules" else None,
        small(text.n),
        folded(progress_messages.METHOD, tag("p", " ".join(text.method))) if text.method else None,
        class_="cl-figure",
    )


def _title(name: str, shown: RecordFigures) -> str:
    return shown.criteria.words.said(progress_messages.PROGRESS_TITLES[name])


def _paragraph(sentences: Iterable[str]) -> Markup | None:
    text = " ".join(sentences)
    return tag("p", text) if text else None


def _text(name: str, record: Progress, criteria: Criteria) -> FigureText:
    texts = {
        "agreement": lambda: figures.agreement(record.agreement),
        "direction": lambda: figures.direction(record.direction, record.kappa, record.referral, criteria),
        "referral": lambda: figures.referral(record.referral, criteria),
        "matrix": lambda: figures.matrix(record.matrix, criteria),
        "calibration": lambda: figures.calibration(record.calibration),
        "rules": lambda: figures.rules(record.rules, criteria, record.n),
        "marks": lambda: figures.marks(record.marks),
        "time": lambda: figures.time(record.time, figures.block_seconds(record)),
    }
    return texts[name]()


def _to_practice(shown: RecordFigures) -> Part:
    """Cases for the rules missed most."""
    rules = [rule for rule in _missed(shown.record) if shown.cases.get(rule)]
    lines = [
        progress_messages.RULE_PRACTISE.format(
            rule=shown.criteria.rule_name(rule), cases=figures.quoted(shown.cases[rule])
        )
        for rule in rules[:MOST_RULES]
    ]
    return [tag("p", progress_messages.PRACTISE), bulleted(lines), tag("p", _practice_link())] if lines else None


def _rule_missed(rule: str, shown: RecordFigures) -> Part:
    return [_read(shown, Selection(rule=rule, only=Only.PHRASES)), _practice(rule, shown.cases)]


def _practice(rule: str, cases: Mapping[str, Sequence[str]]) -> Markup | None:
    titles = cases.get(rule)
    if not titles:
        return None
    return tag("p", progress_messages.PRACTISE_RULE.format(cases=figures.quoted(titles)), " ", _practice_link())


def _practice_link() -> Markup:
    return tag("a", progress_messages.NEXT_PRACTICE, href=PRACTICE)
