"""A bank's cases for Moodle: each decision a question about the level, and one for each flag beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from carelevel import messages
from carelevel.core.answer import Answer, Confidence, Verdict, compare
from carelevel.core.case import Case, DecisionPoint
from carelevel.core.criteria import ESCALATE, Criteria, Flag
from carelevel.exports import moodle_xml, reasons
from carelevel.exports.moodle_xml import Offered, Question
from carelevel.exports.prose import glossary_html, prose_html
from carelevel.exports.telling import Telling, tellings
from carelevel.feedback.comparison import harms, verdict_said, verdict_says
from carelevel.feedback.html import tag
from carelevel.feedback.names import level_name, refer_option
from carelevel.messages import export as export_messages


def moodle(cases: Iterable[Case], criteria: Criteria, *, twins: bool = True) -> Iterator[str]:
    """The file's text, piece by piece; a twin comes after its case."""
    yield moodle_xml.BEGIN
    teacher = (tag("p", says) for says in export_messages.MOODLE_TEACHER)
    yield moodle_xml.category(criteria.title, [_notice(criteria), *teacher])
    yield moodle_xml.question(_beginning(criteria))
    for case in cases:
        for telling in tellings(case, criteria, twins=twins):
            yield moodle_xml.question(_about_level(telling))
            for flag in criteria.flags:
                yield moodle_xml.question(_about_flag(telling, flag))
    yield moodle_xml.END


def _beginning(criteria: Criteria) -> Question:
    """What a student reads first."""
    levels = [tag("li", tag("strong", level.name), f": {level.summary}") for level in criteria.levels]
    about = [tag("p", says) for says in (export_messages.CONTENT_NOTE, export_messages.MOODLE["about"])]
    return Question("begin", export_messages.MOODLE["begin"], [_notice(criteria), *about, tag("ul", levels)])


def _notice(criteria: Criteria) -> Markup:
    return tag("p", tag("em", criteria.notice))


def _asked(telling: Telling, ask: str) -> list[Markup]:
    """The story up to this decision, and what is asked."""
    earlier = [
        part
        for point in telling.earlier
        for part in (tag("h5", messages.CARD["earlier"].format(heading=point.heading)), *_told(telling, point))
    ]
    return [
        _notice(telling.criteria),
        *([tag("p", export_messages.MOODLE["twin"])] if telling.twin else []),
        *earlier,
        tag("h5", telling.point.heading),
        *_told(telling, telling.point),
        tag("p", tag("strong", ask)),
    ]


def _told(telling: Telling, point: DecisionPoint) -> list[Markup]:
    return [*prose_html(point), *glossary_html(telling.case.terms(point))]


# THE LEVEL


def _about_level(telling: Telling) -> Question:
    levels = [(level.id, level.name, f": {level.summary}") for level in telling.criteria.levels]
    accepted = {telling.assessment.level, *telling.assessment.accepted}
    if telling.assessment.refer_accepted:
        accepted.add(ESCALATE)
    return Question(
        number=f"{telling.id}.level",
        name=export_messages.MOODLE["level"].format(title=telling.title),
        text=_asked(telling, telling.criteria.words.said(messages.LEVEL_LEGEND)),
        feedback=[
            *reasons.answer(telling),
            *reasons.part("reasons", telling, "h5"),
            *reasons.part("changes", telling, "h5"),
            *(tag("p", says) for says in telling.explanation.standing),
            _notice(telling.criteria),
        ],
        offered=[
            Offered([tag("p", tag("strong", name), about)], level in accepted, list(_on_level(level, telling)))
            for level, name, about in (*levels, (ESCALATE, refer_option(telling.criteria), ""))
        ],
    )


def _on_level(level: str, telling: Telling) -> Iterator[Markup]:
    """The verdict on one level, and why."""
    answer = Answer(level, Confidence.FAIRLY_SURE)  # how sure changes nothing in a verdict
    comparison = compare(answer, telling.assessment, telling.point, telling.criteria)
    verdict = comparison.verdict
    yield _verdict(verdict, telling.criteria)
    if telling.assessment.level == ESCALATE:
        yield tag("p", telling.criteria.refer_says)
    elif verdict is Verdict.AGREES:
        yield tag("p", telling.explanation.basis)
    elif level == ESCALATE:
        says = " ".join(verdict_says(answer, telling.assessment, comparison, telling.criteria))
        yield tag("p", says)
    else:
        name = level_name(level, telling.criteria)
        others = (*telling.explanation.also, *telling.explanation.why_not)
        yield tag("p", " ".join(next(other.says for other in others if other.level == name)))


def _verdict(verdict: Verdict, criteria: Criteria) -> Markup:
    return tag("p", tag("strong", f"{verdict_said(verdict, criteria)}."))


# A FLAG


def _about_flag(telling: Telling, flag: Flag) -> Question:
    """A yes or no, or neither: whether it is asked at all must not tell whether to refer."""
    theirs = telling.assessment.flags[flag.id]
    options = ((True, flag.yes), (False, flag.no), (None, export_messages.MOODLE["neither"]))
    return Question(
        number=f"{telling.id}.{flag.id}",
        name=export_messages.MOODLE["flag"].format(title=telling.title, flag=flag.name),
        text=_asked(telling, flag.ask),
        feedback=[
            reasons.flag_answer(telling, flag),
            *(tag("p", says) for says in [flag.says if theirs else flag.clears] if says and theirs is not None),
            *reasons.safety_html(telling.explanation),
            _notice(telling.criteria),
        ],
        offered=[
            Offered([tag("p", says)], yours is theirs, list(_on_flag(yours, telling, flag))) for yours, says in options
        ],
    )


def _on_flag(yours: bool | None, telling: Telling, flag: Flag) -> Iterator[Markup]:
    """The verdict on one answer."""
    theirs = telling.assessment.flags[flag.id]
    if yours is theirs:
        yield _verdict(Verdict.AGREES, telling.criteria)
    elif theirs is None:
        yield _verdict(Verdict.SHOULD_ESCALATE, telling.criteria)
    elif yours is None:
        yield _verdict(Verdict.COULD_ANSWER, telling.criteria)
    else:
        yield tag("p", tag("strong", export_messages.MOODLE["otherwise"]))
    if theirs is None:
        harmful = harms(telling.assessment.red_flags, flag.id, telling.criteria) if yours else ()
        yield from (tag("p", says) for says in (*harmful, telling.criteria.refer_says))
    else:
        yield reasons.flag_answer(telling, flag)
