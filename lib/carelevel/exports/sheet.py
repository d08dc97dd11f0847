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
from carelevel.exports.explained_point import ExplainedPoint
from carelevel.exports.prose import glossary_html, prose_html
from carelevel.feedback.html import Part, tag
from carelevel.feedback.names import refer_option
from carelevel.messages import export as export_messages

LINES = 4
"""Room for the reasons."""


def story_sheet(explained: ExplainedPoint, number: int) -> Markup:
    """A page of its own, since whatever is told later would give this answer away."""
    return tag(
        "article",
        tag("p", explained.criteria.notice, class_="notice"),
        tag("h3", tag("span", f"{number}", class_="number"), " ", explained.case.title),
        *(_change(explained) if explained.twin else _story(explained)),
        _form(explained.criteria),
        class_="story",
    )


def answer_sheet(explained: ExplainedPoint, number: int) -> Markup:
    """What the criteria answer and why; what each work says stands once, at the end of the handout."""
    return tag(
        "article",
        tag("h3", tag("span", f"{number}", class_="number"), " ", explained.title),
        *reasons.answer(explained, in_full=False),
        *(element for name in reasons.PARTS for element in reasons.part(name, explained, "h4", class_=name)),
        *_discuss(explained),
        class_="answers",
    )


# THE STORY


def _story(explained: ExplainedPoint) -> list[Markup]:
    later = [tag("p", export_messages.HANDOUT["later"], class_="aside")] if explained.earlier else []
    heading = [tag("h4", explained.point.heading)] if len(explained.points) > 1 else []
    terms = explained.case.terms(explained.point)
    return [*later, *heading, tag("div", prose_html(explained.point), class_="prose"), *glossary_html(terms)]


def _change(explained: ExplainedPoint) -> list[Markup]:
    """A twin: what was told before, and what is told now."""
    now = next(phrase for phrase in explained.point.evidence if phrase.changed)
    before = of_id(explained.case.points[explained.number].evidence, now.id)
    heading = f" ({explained.point.heading})" if len(explained.points) > 1 else ""
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
        *glossary_html(terms_in(explained.case.glossary, (before.phrase, now.phrase))),
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


def _discuss(explained: ExplainedPoint) -> list[Markup]:
    says = explained.case.discussion(explained.number, explained.twin)
    return [tag("h4", export_messages.HANDOUT["discuss"]), tag("p", says)] if says else []
