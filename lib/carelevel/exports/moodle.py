"""A bank's cases for Moodle: each decision a question about the level, and one for each flag beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from carelevel import messages
from carelevel.core.answer import Answer, Confidence, Verdict, compare
from carelevel.core.case import Case, DecisionPoint
from carelevel.core.criteria import ESCALATE, Criteria, Flag
from carelevel.exports import moodle_xml, reasons
from carelevel.exports.explained_point import ExplainedPoint, explained_points
from carelevel.exports.moodle_xml import MoodleQuestion, Offered
from carelevel.exports.prose import glossary_html, prose_html
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
        for explained in explained_points(case, criteria, twins=twins):
            yield moodle_xml.question(_about_level(explained))
            for flag in criteria.flags:
                yield moodle_xml.question(_about_flag(explained, flag))
    yield moodle_xml.END


def _beginning(criteria: Criteria) -> MoodleQuestion:
    """What a student reads first."""
    levels = [tag("li", tag("strong", level.name), f": {level.summary}") for level in criteria.levels]
    about = [tag("p", says) for says in (export_messages.CONTENT_NOTE, export_messages.MOODLE["about"])]
    return MoodleQuestion("begin", export_messages.MOODLE["begin"], [_notice(criteria), *about, tag("ul", levels)])


def _notice(criteria: Criteria) -> Markup:
    return tag("p", tag("em", criteria.notice))


def _asked(explained: ExplainedPoint, ask: str) -> list[Markup]:
    """The story up to this decision, and what is asked."""
    earlier = [
        part
        for point in explained.earlier
        for part in (tag("h5", messages.CARD["earlier"].format(heading=point.heading)), *_told(explained, point))
    ]
    return [
        _notice(explained.criteria),
        *([tag("p", export_messages.MOODLE["twin"])] if explained.twin else []),
        *earlier,
        tag("h5", explained.point.heading),
        *_told(explained, explained.point),
        tag("p", tag("strong", ask)),
    ]


def _told(explained: ExplainedPoint, point: DecisionPoint) -> list[Markup]:
    return [*prose_html(point), *glossary_html(explained.case.terms(point))]


# THE LEVEL


def _about_level(explained: ExplainedPoint) -> MoodleQuestion:
    levels = [(level.id, level.name, f": {level.summary}") for level in explained.criteria.levels]
    accepted = {explained.assessment.level, *explained.assessment.accepted}
    if explained.assessment.refer_accepted:
        accepted.add(ESCALATE)
    return MoodleQuestion(
        number=f"{explained.id}.level",
        name=export_messages.MOODLE["level"].format(title=explained.title),
        text=_asked(explained, explained.criteria.words.said(messages.LEVEL_LEGEND)),
        feedback=[
            *reasons.answer(explained),
            *reasons.part("reasons", explained, "h5"),
            *reasons.part("changes", explained, "h5"),
            *(tag("p", says) for says in explained.explanation.standing),
            _notice(explained.criteria),
        ],
        offered=[
            Offered([tag("p", tag("strong", name), about)], level in accepted, list(_on_level(level, explained)))
            for level, name, about in (*levels, (ESCALATE, refer_option(explained.criteria), ""))
        ],
    )


def _on_level(level: str, explained: ExplainedPoint) -> Iterator[Markup]:
    """The verdict on one level, and why."""
    answer = Answer(level, Confidence.FAIRLY_SURE)  # how sure changes nothing in a verdict
    comparison = compare(answer, explained.assessment, explained.point, explained.criteria)
    verdict = comparison.verdict
    yield _verdict(verdict, explained.criteria)
    if explained.assessment.level == ESCALATE:
        yield tag("p", explained.criteria.refer_says)
    elif verdict is Verdict.AGREES:
        yield tag("p", explained.explanation.basis)
    elif level == ESCALATE:
        says = " ".join(verdict_says(answer, explained.assessment, comparison, explained.criteria))
        yield tag("p", says)
    else:
        name = level_name(level, explained.criteria)
        others = (*explained.explanation.also, *explained.explanation.why_not)
        yield tag("p", " ".join(next(other.says for other in others if other.level == name)))


def _verdict(verdict: Verdict, criteria: Criteria) -> Markup:
    return tag("p", tag("strong", f"{verdict_said(verdict, criteria)}."))


# A FLAG


def _about_flag(explained: ExplainedPoint, flag: Flag) -> MoodleQuestion:
    """A yes or no, or neither: whether it is asked at all must not tell whether to refer."""
    theirs = explained.assessment.flags[flag.id]
    options = ((True, flag.yes), (False, flag.no), (None, export_messages.MOODLE["neither"]))
    return MoodleQuestion(
        number=f"{explained.id}.{flag.id}",
        name=export_messages.MOODLE["flag"].format(title=explained.title, flag=flag.name),
        text=_asked(explained, flag.ask),
        feedback=[
            reasons.flag_answer(explained, flag),
            *(tag("p", says) for says in [flag.says if theirs else flag.clears] if says and theirs is not None),
            *reasons.safety_html(explained.explanation),
            _notice(explained.criteria),
        ],
        offered=[
            Offered([tag("p", says)], yours is theirs, list(_on_flag(yours, explained, flag)))
            for yours, says in options
        ],
    )


def _on_flag(yours: bool | None, explained: ExplainedPoint, flag: Flag) -> Iterator[Markup]:
    """The verdict on one answer."""
    theirs = explained.assessment.flags[flag.id]
    if yours is theirs:
        yield _verdict(Verdict.AGREES, explained.criteria)
    elif theirs is None:
        yield _verdict(Verdict.SHOULD_ESCALATE, explained.criteria)
    elif yours is None:
        yield _verdict(Verdict.COULD_ANSWER, explained.criteria)
    else:
        yield tag("p", tag("strong", export_messages.MOODLE["otherwise"]))
    if theirs is None:
        harmful = harms(explained.assessment.red_flags, flag.id, explained.criteria) if yours else ()
        yield from (tag("p", says) for says in (*harmful, explained.criteria.refer_says))
    else:
        yield reasons.flag_answer(explained, flag)
