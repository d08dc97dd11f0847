"""The way of an interview in words: what stayed open, when it was settled, what was never asked, and what would do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from carelevel import messages
from carelevel.core.answer import ACCEPTED, Comparison
from carelevel.core.assess import Assessment
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.interview import Way, asked_of_everybody
from carelevel.feedback.explanation import names_of
from carelevel.feedback.names import level_name, level_short
from carelevel.messages import interview as interview_messages


@dataclass(frozen=True, slots=True)
class WayStep:
    """After one question, the first before any: for each column whether it was still possible.

    *settles*: nothing that could be asked would change the answer from here on; *after* that, and no question that is
    asked of everybody.
    """

    question: str
    open: tuple[bool, ...]
    settles: bool
    after: bool


@dataclass(frozen=True, slots=True)
class WayTold:
    """*says* when it was settled, *never* which safety questions were not asked, *fewest* what would have done.

    *order*: where that is several questions, these, *names* the same without how they are asked. *columns*: the levels,
    the least intensive first, and the referral. *enough* marks the step that settles it.
    """

    says: tuple[str, ...]
    never: str
    fewest: tuple[str, ...]
    order: tuple[str, ...]
    columns: tuple[str, ...]
    steps: tuple[WayStep, ...]
    method: str
    names: tuple[str, ...] = ()
    enough: str = interview_messages.ENOUGH


def way_told(way: Way, assessment: Assessment, criteria: Criteria, comparison: Comparison | None = None) -> WayTold:
    """What is told of the way to a decision; *comparison* is of a trainee's, None of a room's."""
    left = way.remaining[-1].safety_left
    return WayTold(
        says=tuple(_says(way, assessment, criteria, comparison)),
        never=_counted(left, interview_messages.SAFETY_NEVER, criteria),
        fewest=tuple(_fewest(way, criteria)),
        order=_questions(way.fewest, criteria) if len(way.fewest) > 1 else (),
        columns=tuple(level_short(level, criteria) for level in criteria.choices),
        steps=tuple(_steps(way, assessment, criteria)),
        method=criteria.words.said(interview_messages.WAY_METHOD),
        names=tuple(criteria.finding(name).name for name in way.fewest) if len(way.fewest) > 1 else (),
        enough=criteria.words.said(interview_messages.ENOUGH_RED if way.heard else interview_messages.ENOUGH),
    )


def told_marks(comparison: Comparison) -> tuple[str, ...]:
    """How many of the deciding phrases were told."""
    caught, every = len(comparison.caught), len(comparison.caught) + len(comparison.missed)
    if every == 1:
        return (interview_messages.MARKS_ONE[caught],)
    return (interview_messages.MARKS.format(caught=caught, all=every) if every else messages.PHRASES_NONE,)


def _says(way: Way, assessment: Assessment, criteria: Criteria, comparison: Comparison | None) -> Iterator[str]:
    settled, last = way.settled_after, way.remaining[-1]
    if settled is None:
        yield from _too_soon(way, assessment, criteria)
        if comparison and comparison.verdict in ACCEPTED:
            yield interview_messages.LUCK
    elif way.heard:
        names = names_of(way.heard, criteria)
        yield criteria.words.said(interview_messages.HEARD_RED, count=settled, names=names)
    else:
        yield messages.counted(settled, interview_messages.ENOUGH_AFTER)
        if assessment.open_questions:
            yield interview_messages.UNKNOWN_STILL.format(names=names_of(assessment.open_questions, criteria))
    everybody = asked_of_everybody(criteria)
    after = [name for name in way.asked[settled:] if name not in everybody] if settled is not None else []
    if after:
        yield interview_messages.AFTERWARDS.format(names=names_of(after, criteria))
    if not last.safety_left and criteria.red_flags:
        yield messages.counted(len(criteria.red_flags), interview_messages.SAFETY_ALL)
    in_vain = [name for name in assessment.safety_questions if name not in last.safety_left]
    if in_vain:
        yield messages.ASKED_UNKNOWN.format(names=names_of(in_vain, criteria))
    beside = [name for name in _flag_findings(criteria) if name not in way.asked]
    if beside and not assessment.red_flags:
        yield interview_messages.FLAG_NEVER.format(names=names_of(beside, criteria))


def _too_soon(way: Way, assessment: Assessment, criteria: Criteria) -> Iterator[str]:
    if assessment.red_flags:
        yield _counted(assessment.red_flags, interview_messages.TOO_SOON_RED, criteria)
        return
    possible = way.remaining[-1].possible
    lowest, highest = (level_name(possible[end], criteria) for end in (0, -1))
    yield interview_messages.TOO_SOON[len(possible) > 2].format(lowest=lowest, highest=highest)


def _fewest(way: Way, criteria: Criteria) -> Iterator[str]:
    everybody = asked_of_everybody(criteria)
    level = [name for name in way.asked if name not in everybody]
    others = len(way.asked) - len(level)
    about = interview_messages.FEWEST_ABOUT.format(count=len(level), others=others) if others else ""
    yield interview_messages.FEWEST_ASKED[len(way.asked) != 1].format(count=len(way.asked), about=about)
    names = "".join(_questions(way.fewest, criteria)[:1])
    if any(name in criteria.red_flags for name in way.fewest):
        form = interview_messages.FEWEST_RED[len(criteria.red_flags) > 1]
        yield criteria.words.said(form, names=names)
    elif way.fewest:
        yield interview_messages.FEWEST[len(way.fewest) > 1].format(count=len(way.fewest), names=names)


def _questions(names: Sequence[str], criteria: Criteria) -> tuple[str, ...]:
    """Each by its name and as it is asked."""
    found = map(criteria.finding, names)
    return tuple(interview_messages.QUESTION.format(name=finding.name, ask=finding.ask) for finding in found)


def _steps(way: Way, assessment: Assessment, criteria: Criteria) -> Iterator[WayStep]:
    names = [interview_messages.BEFORE, *(criteria.finding(name).name for name in way.asked)]
    everybody = asked_of_everybody(criteria)
    for count, (name, left) in enumerate(zip(names, way.remaining, strict=True)):
        refer = bool(left.safety_left or assessment.safety_questions) or ESCALATE in left.possible
        still = tuple(level in left.possible for level in criteria.ladder)
        settled = way.settled_after
        after = settled is not None and count > settled and way.asked[count - 1] not in everybody
        yield WayStep(name, (*still, refer), count == settled, after)


def _flag_findings(criteria: Criteria) -> tuple[str, ...]:
    """The findings that decide a flag and nothing else, in the order of the file."""
    everybody = asked_of_everybody(criteria)
    return tuple(each.id for each in criteria.findings if each.id in everybody and not each.red_flag)


def _counted(names: Sequence[str], forms: tuple[str, str], criteria: Criteria) -> str:
    """One of two sentences with the *names* in it; '' without any."""
    if not names:
        return ""
    return criteria.words.said(forms[len(names) > 1], count=len(names), names=names_of(names, criteria))
