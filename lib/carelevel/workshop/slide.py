"""Makes the slide of each step: no key, no evidence and no tally before its time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from carelevel import messages
from carelevel.core.answer import deciding_phrases
from carelevel.core.assess import Assessment
from carelevel.core.ballot import Shift, Tally, accepted_parts, agreeing
from carelevel.core.case import Case, DecisionPoint, Evidence, Paragraph
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.interviewee import Interviewee
from carelevel.core.of_id import of_id
from carelevel.core.room_state import Entry, Step
from carelevel.core.transfer import Transfer
from carelevel.feedback.comparison import difference_says
from carelevel.feedback.explanation import accepted_beside, explain, why_refer
from carelevel.feedback.names import level_name
from carelevel.feedback.prose import runs
from carelevel.messages import room as room_messages
from carelevel.workshop.slide_record import (
    AnsweredFlag,
    ChangedPhrase,
    EarlierPart,
    InterviewSlide,
    Moved,
    OfferedLevel,
    RevealedAnswer,
    Run,
    Slide,
)

TALLY_STEPS = frozenset({Step.CLOSED_1, Step.DISCUSSION})
"""Where a first tally may show before the second vote; never while a vote is open."""


@dataclass(frozen=True, slots=True)
class PresentedEntry:
    """One entry of the running order with the case that it names; it is *number* of *of* entries.

    *twin*: which of its twins is told now, '' for the case itself.
    """

    entry: Entry
    case: Case
    number: int
    of: int
    twin: str

    @property
    def points(self) -> tuple[DecisionPoint, ...]:
        """Every decision point of the case, or of its twin."""
        return self.case.telling(self.twin or None)

    @property
    def point(self) -> DecisionPoint:
        """The one that the entry names."""
        return self.points[self.entry.point]

    @property
    def interviewee(self) -> Interviewee:
        """Whom it is about, as an interview tells of them."""
        return Interviewee(self.case, self.twin or None, self.entry.point)


def empty_slide(criteria: Criteria) -> Slide:
    """The lobby's and the end's."""
    return Slide(criteria.notice, "", _levels(criteria), criteria.words)


def slide(
    presented: PresentedEntry, step: Step, criteria: Criteria, tally: Tally | None = None, hands: int = 0
) -> Slide:
    """Before the second vote is over; *tally*: the first vote, where the facilitator shows it.

    *hands*: how many were counted in the vote that is open.
    """
    shown = tally if step in TALLY_STEPS else None
    return replace(
        _story_slide(presented, criteria),
        hands=hands,
        first=dict(shown.counts) if shown else None,
        first_sure=dict(shown.sure) if shown else None,
    )


def told_so_far(slide: Slide, interview: InterviewSlide) -> Slide:
    """The same, with what a room that asks knows by now in the place of the story."""
    return replace(slide, heading="", earlier=(), sentences=0, story=(), glossary=(), interview=interview)


def shift_slide(presented: PresentedEntry, shift: Shift, criteria: Criteria) -> Slide:
    """Both votes side by side."""
    return _with_votes(_story_slide(presented, criteria), shift)


def reveal_slide(presented: PresentedEntry, shift: Shift, assessment: Assessment, criteria: Criteria) -> Slide:
    """The criteria's answer with its reasons, the deciding phrases in the story, both votes."""
    phrases = deciding_phrases(presented.point.evidence, assessment)
    return replace(
        _with_votes(_story_slide(presented, criteria, phrases), shift),
        discuss=presented.case.discussion(presented.entry.point, presented.twin),
        deciding=tuple(tuple(phrase.sentences) for phrase in phrases),
        accepted_parts=accepted_parts(shift, assessment),
        answer=_answer(assessment, criteria, presented.point),
    )


def changed_slide(presented: PresentedEntry, criteria: Criteria) -> Slide:
    """The twin once everybody has voted on it: its changed phrase in the story, and what stood there before."""
    now = next(phrase for phrase in presented.point.evidence if phrase.changed)
    return replace(_story_slide(presented, criteria, [now]), changed=changed_phrase(presented.case, presented.twin))


def changed_phrase(case: Case, twin: str) -> ChangedPhrase:
    """What one phrase of the case has become in that twin."""
    number = case.changed_point(twin)
    swap = of_id(case.twins, twin).swap
    before = of_id(case.points[number].evidence, swap).phrase
    now = next(evidence.phrase for evidence in case.telling(twin)[number].evidence if evidence.changed)
    return ChangedPhrase(before, now)


def difference_slide(
    presented: PresentedEntry, third: Tally, before: Assessment, now: Assessment, transfer: Transfer, criteria: Criteria
) -> Slide:
    """What the criteria answer of the case, and of the twin that is told now; the rule that made the difference."""
    return replace(
        changed_slide(presented, criteria),
        third=dict(third.counts),
        third_sure=dict(third.sure),
        transfer=transfer,
        case_answer=_answer(before, criteria, presented.case.points[presented.entry.point]),
        answer=_answer(now, criteria, presented.point),
        difference=tuple(difference_says(before, now, criteria)),
    )


def _levels(criteria: Criteria) -> tuple[OfferedLevel, ...]:
    """What can be voted for, least intensive first, escalation last."""
    levels = (OfferedLevel(level.id, level.name, level.summary) for level in criteria.levels)
    return (*levels, OfferedLevel(ESCALATE, level_name(ESCALATE, criteria), room_messages.REFER_ABOUT))


def _story_slide(presented: PresentedEntry, criteria: Criteria, phrases: Iterable[Evidence] = ()) -> Slide:
    """The story and where it stands in the running order; *phrases* are marked in it."""
    point = presented.point
    return Slide(
        notice=criteria.notice,
        entry=presented.entry.id,
        levels=_levels(criteria),
        words=criteria.words,
        number=presented.number,
        of=presented.of,
        title=presented.case.title,
        heading=point.heading if len(presented.points) > 1 else "",
        twin=bool(presented.twin),
        earlier=tuple(
            EarlierPart(earlier.heading, tuple(paragraph.text for paragraph in earlier.paragraphs))
            for earlier in presented.points[: presented.entry.point]
        ),
        sentences=point.sentence_count,
        story=_story(point, tuple(phrases)),
        glossary=presented.case.terms(point),
    )


def _story(point: DecisionPoint, phrases: tuple[Evidence, ...]) -> tuple[tuple[Run, ...], ...]:
    return tuple(
        tuple(_runs(paragraph, [phrase for phrase in phrases if phrase.paragraph == number]))
        for number, paragraph in enumerate(point.paragraphs)
    )


def _runs(paragraph: Paragraph, phrases: list[Evidence]) -> Iterable[Run]:
    for run in runs(paragraph, phrases):
        deciding = any(phrase.at[0] <= run.at < phrase.at[1] for phrase in phrases)
        yield Run(run.text, run.sentence, run.stressed, deciding)


def _with_votes(slide: Slide, shift: Shift) -> Slide:
    return replace(
        slide,
        first=dict(shift.first.counts),
        second=dict(shift.second.counts),
        first_sure=dict(shift.first.sure),
        second_sure=dict(shift.second.sure),
        moves=tuple((before, after, count) for (before, after), count in shift.moves.items()),
        moved=Moved(shift.up, shift.down, shift.stayed, shift.aside, shift.only_first, shift.only_second),
    )


def _answer(assessment: Assessment, criteria: Criteria, point: DecisionPoint) -> RevealedAnswer:
    explanation = explain(assessment, criteria, point.evidence)
    return RevealedAnswer(
        level=assessment.level,
        accepted=agreeing(assessment),
        name=explanation.level,
        summary=explanation.summary,
        also=accepted_beside(assessment, criteria),
        basis=explanation.basis,
        flags=_flags(assessment, criteria),
        red_flags=explanation.red_flags,
        safety=explanation.safety,
        reasons=explanation.reasons,
        standing=explanation.standing,
        refer=why_refer(assessment, criteria),
    )


def _flags(assessment: Assessment, criteria: Criteria) -> tuple[AnsweredFlag, ...]:
    answers = {True: messages.YES, False: messages.NO, None: messages.NO_ANSWER}
    return tuple(AnsweredFlag(flag.name, answers[assessment.flags.get(flag.id)]) for flag in criteria.flags)
