"""Why the criteria answer as they do, as HTML: for the end of a question and for a sheet of answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from carelevel import messages
from carelevel.core.criteria import ESCALATE, Flag
from carelevel.exports.explained_point import ExplainedPoint
from carelevel.feedback.comparison import authors_dissent
from carelevel.feedback.explanation import CitedWork, ExplainedReason, Explanation, OtherLevel, accepted_too
from carelevel.feedback.html import tag
from carelevel.feedback.names import level_name, refer_option
from carelevel.messages import command as command_messages
from carelevel.messages import export as export_messages


def answer(explained: ExplainedPoint, *, in_full: bool = True) -> list[Markup]:
    """What the criteria answer: the level, what is accepted beside it, the flags, what is said for safety."""
    said, assessment = explained.explanation, explained.assessment
    return [
        tag("p", tag("strong", _recommended(explained)), _beside(explained), class_="answer"),
        tag("p", " ".join(filter(None, (said.basis, said.settled)))),
        *(flag_answer(explained, flag) for flag in explained.criteria.flags if assessment.flags[flag.id] is not None),
        *safety_html(said, in_full=in_full),
        *_dissent(explained),
    ]


def flag_answer(explained: ExplainedPoint, flag: Flag) -> Markup:
    """One flag's answer, as in: Goggles? With goggles."""
    yes = explained.assessment.flags[flag.id]
    says = level_name(ESCALATE, explained.criteria) if yes is None else flag.yes if yes else flag.no
    return tag("p", flag.ask, " ", tag("strong", f"{says}."), class_="answer")


def safety_html(said: Explanation, *, in_full: bool = True) -> Iterator[Markup]:
    """The red flags and the safety lines with the works that they rest on; what those say, only *in_full*."""
    warnings = [
        *((f"{flag.name}, {flag.soon}:", flag.says, flag.references) for flag in said.red_flags),
        *((export_messages.WARNING, line.says, line.references) for line in said.safety.lines),
    ]
    for lead, says, references in warnings:
        yield tag("div", tag("p", tag("strong", lead), " ", says), _cited(references, in_full), class_="warning")
    for ask in said.safety.asks:
        yield tag("p", ask)


def reasons(explained: ExplainedPoint) -> list[Markup]:
    """Why: each rule with its phrases in the story and its claims, each claim with its place."""
    return [_reason(reason) for reason in explained.explanation.reasons]


def also(explained: ExplainedPoint) -> list[Markup]:
    """Why each other level that is accepted is."""
    return _levels(explained.explanation.also)


def why_not(explained: ExplainedPoint) -> list[Markup]:
    """Why not each other level."""
    return _levels(explained.explanation.why_not)


def _levels(others: Iterable[OtherLevel]) -> list[Markup]:
    return [tag("li", tag("strong", other.level), ": ", " ".join(other.says)) for other in others]


def changes(explained: ExplainedPoint) -> list[Markup]:
    """What would change the answer."""
    sentences: list[str] = []
    for change in explained.explanation.changes:
        sentences += [f"{change.says} {condition}." for condition in change.ifs] or [change.says]
    return [tag("li", says) for says in sentences]


def questions(explained: ExplainedPoint) -> list[Markup]:
    """What one would still ask."""
    ask = explained.explanation.ask
    return [tag("li", says) for says in (*ask.safety, *ask.flags, *ask.level)]


def given(explained: ExplainedPoint) -> list[Markup]:
    """What goes with each accepted level."""
    return [
        tag("li", f"{given.level}, {named.name.lower()}: ", "; ".join(item.name for item in named.items))
        for given in explained.explanation.given
        for named in given.lists
    ]


PARTS = {
    "reasons": reasons,
    "also": also,
    "why_not": why_not,
    "changes": changes,
    "ask": questions,
    "given": given,
}
"""What can be said of an answer beside itself, by the title that stands over it, in the order of reading."""


def part(name: str, explained: ExplainedPoint, heading: str, class_: str | None = None) -> list[Markup]:
    """One of PARTS as a list under its title, which is a *heading* element; nothing where it is empty."""
    entries = PARTS[name](explained)
    return [tag(heading, command_messages.ANSWER_TITLES[name]), tag("ul", entries, class_=class_)] if entries else []


def _cited(works: Sequence[CitedWork], in_full: bool) -> Markup | None:
    if not works:
        return None
    if in_full:
        return tag("ul", [tag("li", work.cite, ": ", work.says) for work in works])
    return tag("p", tag("cite", f"{export_messages.REFERENCES} {'; '.join(work.cite for work in works)}."))


def _recommended(explained: ExplainedPoint) -> str:
    if explained.assessment.level == ESCALATE:
        return f"{refer_option(explained.criteria)}."
    return messages.RECOMMENDED.format(level=explained.explanation.level)


def _beside(explained: ExplainedPoint) -> str:
    assessment, criteria = explained.assessment, explained.criteria
    beside = criteria.refer_says if assessment.level == ESCALATE else accepted_too(assessment, criteria)
    return f" {beside}" if beside else ""


def _dissent(explained: ExplainedPoint) -> Iterator[Markup]:
    if dissent := authors_dissent(explained.point, explained.criteria):
        yield tag("p", dissent.says, " ", dissent.reason)


def _reason(reason: ExplainedReason) -> Markup:
    phrases = [export_messages.QUOTED.format(phrase=phrase) for phrase in reason.phrases]
    claims = [tag("li", claim.says, " ", tag("cite", f"({claim.where})")) for claim in reason.claims]
    return tag(
        "li",
        tag("p", tag("strong", reason.name), f" ({reason.effect}). ", " ".join(reason.says)),
        tag("p", export_messages.IN_THE_STORY, " ", "; ".join(phrases), class_="phrases") if phrases else None,
        tag("ul", claims, class_="claims") if claims else None,
    )
