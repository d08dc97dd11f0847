"""Why the criteria answer as they do, as HTML: for the end of a question and for a sheet of answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from carelevel import messages
from carelevel.core.criteria import ESCALATE, Flag
from carelevel.exports.telling import Telling
from carelevel.feedback.comparison import authors_dissent
from carelevel.feedback.explanation import (
    CitedWork,
    ExplainedReason,
    SafetyWarning,
    accepted_too,
    warnings,
    yes_flags,
)
from carelevel.feedback.html import tag
from carelevel.messages import command as command_messages
from carelevel.messages import export as export_messages


def answer(telling: Telling, *, in_full: bool = True) -> list[Markup]:
    """What the criteria answer: the level, what is accepted beside it, the flags with their warnings."""
    said, assessment = telling.explanation, telling.assessment
    return [
        tag("p", tag("strong", _recommended(telling)), _beside(telling), class_="answer"),
        tag("p", " ".join(filter(None, (said.basis, said.settled)))),
        *(flag_answer(telling, flag) for flag in telling.criteria.flags if assessment.flags[flag.id] is not None),
        *warnings_html(warnings(yes_flags(assessment), telling.criteria), in_full=in_full),
        *_dissent(telling),
    ]


def flag_answer(telling: Telling, flag: Flag) -> Markup:
    """One flag's answer, as in: Goggles? With goggles."""
    yes = telling.assessment.flags[flag.id]
    says = messages.ESCALATE_SHORT if yes is None else flag.yes if yes else flag.no
    return tag("p", flag.ask, " ", tag("strong", f"{says}."), class_="answer")


def warnings_html(shown: Iterable[SafetyWarning], *, in_full: bool = True) -> Iterator[Markup]:
    """Each warning with the works that it rests on; what those say, only *in_full*."""
    for warning in shown:
        yield tag(
            "div",
            tag("p", tag("strong", export_messages.WARNING), " ", warning.says),
            _cited(warning.references, in_full),
            class_="warning",
        )


def reasons(telling: Telling) -> list[Markup]:
    """Why: each rule with its phrases in the story and its claims, each claim with its place."""
    return [_reason(reason) for reason in telling.explanation.reasons]


def objections(telling: Telling) -> list[Markup]:
    """Why not each other level."""
    return [
        tag("li", tag("strong", objection.level), ": ", " ".join(objection.says))
        for objection in telling.explanation.why_not
    ]


def changes(telling: Telling) -> list[Markup]:
    """What would change the answer."""
    sentences: list[str] = []
    for change in telling.explanation.changes:
        sentences += [f"{change.says} {condition}." for condition in change.ifs] or [change.says]
    return [tag("li", says) for says in sentences]


def questions(telling: Telling) -> list[Markup]:
    """What one would still ask."""
    return [tag("li", ask) for ask in telling.explanation.ask]


def given(telling: Telling) -> list[Markup]:
    """What goes with each accepted level."""
    return [
        tag("li", f"{given.level}, {named.name.lower()}: ", "; ".join(item.name for item in named.items))
        for given in telling.explanation.given
        for named in given.lists
    ]


PARTS = {"reasons": reasons, "why_not": objections, "changes": changes, "ask": questions, "given": given}
"""What can be said of an answer beside itself, by the title that stands over it, in the order of reading."""


def part(name: str, telling: Telling, heading: str, class_: str | None = None) -> list[Markup]:
    """One of PARTS as a list under its title, which is a *heading* element; nothing where it is empty."""
    entries = PARTS[name](telling)
    return [tag(heading, command_messages.ANSWER_TITLES[name]), tag("ul", entries, class_=class_)] if entries else []


def _cited(works: Sequence[CitedWork], in_full: bool) -> Markup | None:
    if not works:
        return None
    if in_full:
        return tag("ul", [tag("li", work.cite, ": ", work.says) for work in works])
    return tag("p", tag("cite", f"{export_messages.REFERENCES} {'; '.join(work.cite for work in works)}."))


def _recommended(telling: Telling) -> str:
    if telling.assessment.level == ESCALATE:
        return f"{messages.ESCALATE}."
    return messages.RECOMMENDED.format(level=telling.explanation.level)


def _beside(telling: Telling) -> str:
    assessment, criteria = telling.assessment, telling.criteria
    beside = criteria.red_flag_says if assessment.level == ESCALATE else accepted_too(assessment, criteria)
    return f" {beside}" if beside else ""


def _dissent(telling: Telling) -> Iterator[Markup]:
    if dissent := authors_dissent(telling.point, telling.criteria):
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
