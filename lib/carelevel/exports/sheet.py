"""One decision on paper: the story with room to decide, and, for the end of the handout, the answer."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from carelevel import messages
from carelevel.core.answer import Confidence
from carelevel.core.criteria import Criteria
from carelevel.core.glossary import terms_in
from carelevel.core.of_id import of_id
from carelevel.exports import reasons
from carelevel.exports.prose import glossary_html, prose_html
from carelevel.exports.telling import Telling
from carelevel.feedback.html import Part, tag
from carelevel.feedback.names import refer_option
from carelevel.messages import export as export_messages

LINES = 4
"""Room for the reasons."""


def story_sheet(telling: Telling, number: int) -> Markup:
    """A page of its own, since whatever is told later would give this answer away."""
    return tag(
        "article",
        tag("p", telling.criteria.notice, class_="notice"),
        tag("h3", tag("span", f"{number}", class_="number"), " ", telling.case.title),
        *(_change(telling) if telling.twin else _story(telling)),
        _form(telling.criteria),
        class_="story",
    )


def answer_sheet(telling: Telling, number: int) -> Markup:
    """What the criteria answer and why; what each work says stands once, at the end of the handout."""
    return tag(
        "article",
        tag("h3", tag("span", f"{number}", class_="number"), " ", telling.title),
        *reasons.answer(telling, in_full=False),
        *(element for name in reasons.PARTS for element in reasons.part(name, telling, "h4", class_=name)),
        *_discuss(telling),
        class_="answers",
    )


# THE STORY


def _story(telling: Telling) -> list[Markup]:
    later = [tag("p", export_messages.HANDOUT["later"], class_="aside")] if telling.earlier else []
    heading = [tag("h4", telling.point.heading)] if len(telling.points) > 1 else []
    terms = telling.case.terms(telling.point)
    return [*later, *heading, tag("div", prose_html(telling.point), class_="prose"), *glossary_html(terms)]


def _change(telling: Telling) -> list[Markup]:
    """A twin: what was told before, and what is told now."""
    now = next(phrase for phrase in telling.point.evidence if phrase.changed)
    before = of_id(telling.case.points[telling.number].evidence, now.id)
    heading = f" ({telling.point.heading})" if len(telling.points) > 1 else ""
    return [
        tag("h4", export_messages.HANDOUT["twin"], heading),
        tag("p", export_messages.HANDOUT["twin_about"], class_="aside"),
        tag(
            "dl",
            tag("dt", export_messages.HANDOUT["before"]),
            tag("dd", before.phrase),
            tag("dt", export_messages.HANDOUT["now"]),
            tag("dd", now.phrase),
            class_="prose",
        ),
        *glossary_html(terms_in(telling.case.glossary, (before.phrase, now.phrase))),
    ]


def _form(criteria: Criteria) -> Markup:
    levels = [tag("strong", level.name) for level in criteria.levels]
    return tag(
        "div",
        _choices(criteria.words.said(messages.LEVEL_LEGEND), [*levels, refer_option(criteria)], "levels"),
        [_choices(flag.ask, [flag.yes, flag.no], "flag") for flag in criteria.flags],
        tag("p", export_messages.HANDOUT["reasons"], class_="legend"),
        [tag("div", class_="line") for _ in range(LINES)],
        _choices(messages.CONFIDENCE_LEGEND, [messages.CONFIDENCE[confidence] for confidence in Confidence], "sure"),
        class_="form",
    )


def _choices(legend: str, options: Iterable[Part], class_: str) -> Markup:
    boxes = [tag("li", tag("span", class_="box"), option) for option in options]
    return tag("div", tag("p", legend, class_="legend"), tag("ul", boxes), class_=class_)


# THE ANSWER


def _discuss(telling: Telling) -> list[Markup]:
    says = telling.case.discussion(telling.number, telling.twin)
    return [tag("h4", export_messages.HANDOUT["discuss"]), tag("p", says)] if says else []
