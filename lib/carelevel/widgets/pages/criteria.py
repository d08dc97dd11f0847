"""A bank's criteria to read: the levels side by side, every rule, the tensions, the silences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from carelevel import messages
from carelevel.core.criteria import (
    Claim,
    Contributory,
    Criteria,
    Exception_,
    Finding,
    Indication,
    Item,
    Neutral,
    Preference,
    Requirement,
    Source,
)
from carelevel.feedback.comparison import harms
from carelevel.feedback.conditions import applies, at_least, at_most, enough, just, needs
from carelevel.feedback.explanation import locator, source_name
from carelevel.feedback.html import Part, tag
from carelevel.widgets.pages.page import Page, bulleted, folded, page, table


def levels_page(criteria: Criteria) -> Page:
    """What each level means for each topic of daily life."""
    topics = dict.fromkeys(feature.topic for level in criteria.levels for feature in level.features)
    columns = [messages.TOPIC, *(level.name for level in criteria.levels)]
    rows: list[tuple[Part, ...]] = [
        (messages.IN_SHORT, *(tag("p", level.summary) for level in criteria.levels)),
        *((topic, *(_feature(topic, level.id, criteria) for level in criteria.levels)) for topic in topics),
    ]
    caption = criteria.words.said(messages.LEVELS_CAPTION)
    return page(
        tag("div", table(caption, columns, rows), class_="cl-levels-table"),
        label=caption,
    )


def criteria_page(criteria: Criteria) -> Page:
    """Every rule with its claims, and in the end every claim with its place."""
    return page(
        _section("indications", _rules("indications", _indications(criteria), criteria)),
        _section("requirements", *(_needs(level.id, criteria) for level in criteria.levels)),
        _fold("weights", _rules("weights", _weights(criteria), criteria)),
        _fold("flags", _rules("flags", _flags(criteria), criteria)),
        _fold("lists", *(_list(named.name, named.items, criteria) for named in criteria.lists)),
        _fold("red_flags", tag("p", criteria.refer_says), _red_flags(criteria)),
        _fold(
            "standing",
            [tag("div", tag("p", holds.says), claims(holds.because, criteria)) for holds in criteria.standing],
        ),
        _fold("claims", [_source(source, criteria) for source in criteria.sources]),
        label=criteria.title,
    )


def _rules(name: str, rows: Iterable[tuple[Part, ...]], criteria: Criteria) -> Markup:
    return table(messages.CRITERIA_TITLES[name], (_when(criteria), messages.THEN, messages.BECAUSE), rows)


def _when(criteria: Criteria) -> str:
    """The head of a column of findings."""
    return criteria.words.said(messages.WHEN)


def tensions_page(criteria: Criteria) -> Page:
    """Where the sources pull apart, and how this bank reads them."""
    articles = [
        tag("article", tag("h3", tension.name), tag("p", tension.says), claims(tension.claims, criteria))
        for tension in criteria.tensions
    ]
    return page(tag("div", articles, class_="cl-two"), label=messages.TENSIONS_LABEL)


def silences_page(criteria: Criteria) -> Page:
    """What the sources do not speak of, with public references for context."""
    cited = {reference.id: tag("cite", reference.cite) for reference in criteria.references}
    silences = [tag("li", silence.says, [cited[name] for name in silence.references]) for silence in criteria.silences]
    return page(
        tag("ul", silences, class_="cl-two"),
        tag("h3", messages.CARD["references"]),
        bulleted([cited[reference.id], " ", reference.says] for reference in criteria.references),
        label=messages.CARD["silences_title"],
    )


def claims(because: Iterable[str], criteria: Criteria) -> Markup | None:
    """The claims that something rests on, folded away; None where there are none."""
    cited = [criteria.claim(name) for name in dict.fromkeys(because)]
    if not cited:
        return None
    names = messages.LIST_SEPARATOR.join(claim.id for claim in cited)
    title = messages.CLAIMS[len(cited) > 1].format(names=names)
    return tag("div", folded(title, bulleted(_claim(claim, criteria) for claim in cited)), class_="cl-said")


def _claim(claim: Claim, criteria: Criteria) -> Part:
    return [tag("b", claim.id), " ", claim.says, tag("cite", locator(claim, criteria))]


def _feature(topic: str, level: str, criteria: Criteria) -> Iterable[Part]:
    for feature in criteria.level(level).features:
        if feature.topic == topic:
            yield tag("p", feature.says)
            yield claims(feature.because, criteria)


def _section(name: str, *parts: Part) -> Markup:
    return tag("section", tag("h3", messages.CRITERIA_TITLES[name]), _lead(name), *parts)


def _fold(name: str, *parts: Part) -> Markup:
    title = tag("span", messages.CRITERIA_TITLES[name], class_="cl-fold-title")
    return tag("section", folded(title, _lead(name), *parts))


def _lead(name: str) -> Markup | None:
    lead = messages.CRITERIA_LEADS.get(name)
    return tag("p", lead, class_="cl-lead") if lead else None


# What a person's findings say


# The rules


def _indications(criteria: Criteria) -> Iterator[tuple[Part, ...]]:
    for rule in criteria.indications:
        yield (
            applies(rule, criteria),
            [tag("p", _then(rule, criteria)), [_exception(eased, criteria) for eased in rule.exceptions]],
            [
                tag("p", rule.says),
                tag("p", messages.INFERRED) if rule.strength == "inferred" else None,
                [tag("p", eased.says) for eased in rule.exceptions],
                claims((claim for part in (rule, *rule.exceptions) for claim in part.because), criteria),
            ],
        )


def _then(rule: Indication | Exception_, criteria: Criteria) -> str:
    """What is asked for, what is accepted too, and whether it gives way."""
    asks = messages.SPEAKS_AGAINST if rule.strength == "by_exclusion" else messages.ASKS
    then = [asks.format(level=criteria.level(rule.asks).name) if rule.asks else messages.EXCEPT_DEFEATED]
    then += [messages.MAKES_ACCEPTED.format(level=criteria.level(level).name) for level in rule.also]
    if rule.kind == "yielding":
        then.append(messages.YIELDS)
    return messages.LIST_SEPARATOR.join(then)


def _exception(eased: Exception_, criteria: Criteria) -> Markup:
    when = enough(at_most(eased.when, criteria), eased.at_least)
    return tag("p", f"{criteria.words.said(messages.EXCEPT, when=when)} {_then(eased, criteria)}")


def _needs(level: str, criteria: Criteria) -> Markup | None:
    rows = [_need(rule, criteria) for rule in criteria.requirements if rule.level == level]
    if not rows:
        return None
    name = criteria.level(level).name
    return tag("div", tag("h4", name), table(name, (criteria.words.said(messages.NEEDS), messages.BECAUSE), rows))


def _need(rule: Requirement, criteria: Criteria) -> tuple[Part, ...]:
    return needs(rule, criteria), [tag("p", rule.says), claims(rule.because, criteria)]


def _weights(criteria: Criteria) -> Iterator[tuple[Part, ...]]:
    rules: list[tuple[Contributory | Preference | Neutral, str, str]] = [
        *((rule, messages.SUPPORTS, rule.supports) for rule in criteria.contributory),
        *((rule, messages.MAKES_ACCEPTED, rule.accepts) for rule in criteria.preferences),
        *((rule, messages.FAVOURS, rule.favours) for rule in criteria.neutral),
    ]
    for rule, then, level in rules:
        yield (
            at_least(rule.when, criteria),
            then.format(level=criteria.level(level).name),
            [tag("p", rule.says), claims(rule.because, criteria)],
        )


def _flags(criteria: Criteria) -> Iterator[tuple[Part, ...]]:
    for flag in criteria.flags:
        yield (
            messages.OR.join(at_least(when, criteria) for when in flag.when),
            flag.name,
            [tag("p", flag.says), claims(flag.because, criteria)],
        )


def _list(name: str, items: Iterable[Item], criteria: Criteria) -> Markup:
    columns = (messages.WHAT, messages.WITH_LEVELS, _when(criteria), messages.BECAUSE)
    return tag("div", tag("h4", name), table(name, columns, (_item(item, criteria) for item in items)))


def _item(item: Item, criteria: Criteria) -> tuple[Part, ...]:
    return (
        item.name,
        messages.LIST_SEPARATOR.join(criteria.level(level).name for level in item.levels),
        messages.OR.join(just(when, criteria) for when in item.when) or messages.ALWAYS,
        [tag("p", item.says), claims(item.because, criteria)],
    )


def _red_flags(criteria: Criteria) -> Markup:
    """Each with its question, how soon it asks for somebody, and what comes first."""
    return bulleted(_red_flag(finding, criteria) for finding in criteria.findings if finding.red_flag)


def _red_flag(finding: Finding, criteria: Criteria) -> list[Part]:
    flag = finding.red_flag
    assert flag is not None
    works = [work.cite for work in criteria.references if work.id in flag.references]
    return [
        tag("p", tag("b", finding.name), ": ", finding.ask),
        tag("p", tag("strong", messages.sentence(flag.soon)), " ", flag.says),
        tag("cite", messages.LIST_SEPARATOR.join(works)),
        *(
            tag("p", tag("b", messages.HARM_OF.format(flag=beside.name)), " ", says)
            for beside in criteria.flags
            for says in harms([finding.id], beside.id, criteria)
        ),
    ]


def _source(source: Source, criteria: Criteria) -> Markup:
    listed = [tag("li", _claim(claim, criteria)) for claim in criteria.claims if claim.at.source == source.id]
    title = messages.SOURCE_TITLE.format(source=source_name(source), title=source.title)
    return folded(title, tag("ul", listed, class_="cl-two"))
