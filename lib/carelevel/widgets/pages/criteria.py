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
    Findings,
    Floor,
    Item,
    Neutral,
    Preference,
    Prerequisite,
    Source,
    Value,
)
from carelevel.feedback.explanation import locator
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
    return page(
        tag("div", table(messages.LEVELS_CAPTION, columns, rows), class_="cl-levels-table"),
        label=messages.LEVELS_CAPTION,
    )


def criteria_page(criteria: Criteria) -> Page:
    """Every rule with its claims, and in the end every claim with its place."""
    return page(
        _section("floors", _rules("floors", _floors(criteria))),
        _section("prerequisites", *(_needs(level.id, criteria) for level in criteria.levels)),
        _fold("weights", _rules("weights", _weights(criteria))),
        _fold("flags", _rules("flags", _flags(criteria))),
        _fold("lists", *(_list(named.name, named.items, criteria) for named in criteria.lists)),
        _fold("red_flags", tag("p", criteria.red_flag_says), _red_flags(criteria)),
        _fold(
            "standing",
            [tag("div", tag("p", holds.says), claims(holds.because, criteria)) for holds in criteria.standing],
        ),
        _fold("claims", [_source(source, criteria) for source in criteria.sources]),
        label=criteria.title,
    )


def _rules(name: str, rows: Iterable[tuple[Part, ...]]) -> Markup:
    return table(messages.CRITERIA_TITLES[name], (messages.WHEN, messages.THEN, messages.BECAUSE), rows)


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


def _at_least(when: Findings, criteria: Criteria) -> str:
    """The findings of *when* and of more concern, as what completes "The person …"."""
    return messages.AND.join(_either(finding.values[rank:]) for finding, rank in _ranks(when, criteria))


def _at_most(when: Findings, criteria: Criteria) -> str:
    return messages.AND.join(_either(finding.values[: rank + 1]) for finding, rank in _ranks(when, criteria))


def _ranks(when: Findings, criteria: Criteria) -> Iterator[tuple[Finding, int]]:
    findings = ((criteria.finding(name), value) for name, value in when.items())
    return ((finding, finding.rank(value)) for finding, value in findings)


def _either(values: Iterable[Value]) -> str:
    return messages.OR.join(value.says for value in values)


# The rules


def _floors(criteria: Criteria) -> Iterator[tuple[Part, ...]]:
    for floor in criteria.floors:
        then = messages.AT_LEAST.format(level=criteria.level(floor.floor).name)
        inferred = tag("p", messages.INFERRED) if floor.strength == "inferred" else None
        yield (
            _at_least(floor.when, criteria),
            [tag("p", then), [_exception(eased, floor, criteria) for eased in floor.exceptions]],
            [
                tag("p", floor.says),
                inferred,
                [tag("p", eased.says) for eased in floor.exceptions],
                claims(_rests_on(floor), criteria),
            ],
        )


def _rests_on(floor: Floor) -> Iterator[str]:
    yield from floor.because
    for eased in floor.exceptions:
        yield from eased.because


def _exception(eased: Exception_, floor: Floor, criteria: Criteria) -> Markup:
    """What becomes of the floor; nothing is said of one that stays as it is."""
    then = [messages.MAKES_ACCEPTED.format(level=criteria.level(level).name) for level in eased.also]
    if eased.defeats:
        then.insert(0, messages.EXCEPT_DEFEATED)
    elif eased.floor is not None and eased.floor != floor.floor:
        then.insert(0, messages.AT_LEAST.format(level=criteria.level(eased.floor).name))
    return tag(
        "p", f"{messages.EXCEPT.format(when=_at_most(eased.when, criteria))} {messages.LIST_SEPARATOR.join(then)}"
    )


def _needs(level: str, criteria: Criteria) -> Markup | None:
    rows = [_need(rule, criteria) for rule in criteria.prerequisites if rule.level == level]
    if not rows:
        return None
    name = criteria.level(level).name
    return tag("div", tag("h4", name), table(name, (messages.NEEDS, messages.BECAUSE), rows))


def _need(rule: Prerequisite, criteria: Criteria) -> tuple[Part, ...]:
    waivable = messages.WAIVABLE.format(level=criteria.level(rule.level).name) if rule.waivable else ""
    return (
        messages.OR.join(_at_most(needed, criteria) for needed in rule.needs),
        [tag("p", f"{rule.says} {waivable}".strip()), claims(rule.because, criteria)],
    )


def _weights(criteria: Criteria) -> Iterator[tuple[Part, ...]]:
    rules: list[tuple[Contributory | Preference | Neutral, str, str]] = [
        *((rule, messages.SUPPORTS, rule.supports) for rule in criteria.contributory),
        *((rule, messages.MAKES_ACCEPTED, rule.accepts) for rule in criteria.preferences),
        *((rule, messages.FAVOURS, rule.favours) for rule in criteria.neutral),
    ]
    for rule, then, level in rules:
        yield (
            _at_least(rule.when, criteria),
            then.format(level=criteria.level(level).name),
            [tag("p", rule.says), claims(rule.because, criteria)],
        )


def _flags(criteria: Criteria) -> Iterator[tuple[Part, ...]]:
    for flag in criteria.flags:
        yield (
            messages.OR.join(_at_least(when, criteria) for when in flag.when),
            flag.name,
            [tag("p", flag.says), claims(flag.because, criteria)],
        )


def _list(name: str, items: Iterable[Item], criteria: Criteria) -> Markup:
    columns = (messages.WHAT, messages.WITH_LEVELS, messages.WHEN, messages.BECAUSE)
    return tag("div", tag("h4", name), table(name, columns, (_item(item, criteria) for item in items)))


def _item(item: Item, criteria: Criteria) -> tuple[Part, ...]:
    return (
        item.name,
        messages.LIST_SEPARATOR.join(criteria.level(level).name for level in item.levels),
        messages.OR.join(_at_least(when, criteria) for when in item.when) or messages.ALWAYS,
        [tag("p", item.says), claims(item.because, criteria)],
    )


def _red_flags(criteria: Criteria) -> Markup:
    flags = (finding for finding in criteria.findings if finding.red_flag)
    return bulleted([tag("b", finding.name), ": ", finding.ask] for finding in flags)


def _source(source: Source, criteria: Criteria) -> Markup:
    listed = [tag("li", _claim(claim, criteria)) for claim in criteria.claims if claim.at.source == source.id]
    title = messages.ARTICLE.format(source=source.id, title=source.title)
    return folded(title, tag("ul", listed, class_="cl-two"))
