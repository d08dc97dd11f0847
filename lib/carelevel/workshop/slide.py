"""What everybody in a room may see at one step, as JSON: no key, no evidence and no tally before its time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from carelevel import words
from carelevel.core.answer import deciding_phrases
from carelevel.core.assess import Assessment
from carelevel.core.ballot import Shift, Tally, agreeing, agreement
from carelevel.core.case import Case, DecisionPoint, Evidence, Paragraph
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.core.room import Entry, Step
from carelevel.feedback.explanation import explain, other_levels, warnings, yes_flags
from carelevel.feedback.prose import runs
from carelevel.feedback.view import View, as_view

TALLY_STEPS = frozenset({Step.CLOSED_1, Step.DISCUSSION})
"""Where a first tally may show before the second vote; never while a vote is open."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One entry of the running order with the case that it names."""

    entry: Entry
    case: Case
    number: int
    of: int

    @property
    def points(self) -> tuple[DecisionPoint, ...]:
        return self.case.telling(self.entry.twin or None)

    @property
    def point(self) -> DecisionPoint:
        return self.points[self.entry.point]


def empty_slide(criteria: Criteria) -> View:
    """The lobby's and the end's."""
    return {"notice": criteria.notice, "entry": "", "levels": offered_levels(criteria)}


def slide(telling: Telling, step: Step, criteria: Criteria, tally: Tally | None = None, hands: int = 0) -> View:
    """Before the second vote is over; *tally*: the first vote, where the facilitator shows it.

    *hands*: how many were counted in the vote that is open.
    """
    view = _base(telling, criteria)
    if hands:
        view["hands"] = hands
    view["story"] = _story(telling.point, ())
    if step is Step.DISCUSSION:
        view["discuss"] = telling.case.discuss
    if tally is not None and step in TALLY_STEPS:
        view["first"] = _counts(tally)
    return view


def shift_slide(telling: Telling, moved: Shift, criteria: Criteria) -> View:
    """Both votes side by side."""
    return {**_base(telling, criteria), "story": _story(telling.point, ()), **_shift(moved)}


def reveal_slide(telling: Telling, moved: Shift, assessment: Assessment, criteria: Criteria) -> View:
    """The criteria's answer with its reasons, the deciding phrases in the story, both votes."""
    point = telling.point
    explanation = explain(assessment, criteria, point.evidence)
    return {
        **_base(telling, criteria),
        "story": _story(point, deciding_phrases(point.evidence, assessment)),
        "deciding": [list(phrase.sentences) for phrase in deciding_phrases(point.evidence, assessment)],
        **_shift(moved),
        "agreed": [agreement(moved.first, assessment), agreement(moved.second, assessment)],
        "answer": {
            "level": assessment.level,
            "accepted": list(agreeing(assessment)),
            "name": explanation.level,
            "summary": explanation.summary,
            "also": list(other_levels(assessment, criteria)),
            "basis": explanation.basis,
            "flags": _flags(assessment, criteria),
            "warnings": as_view(warnings(yes_flags(assessment), criteria)),
            "reasons": as_view(explanation.reasons),
            "standing": list(explanation.standing),
        },
    }


def offered_levels(criteria: Criteria) -> list[View]:
    """What can be voted for, least intensive first, escalation last."""
    levels = [{"id": level.id, "name": level.name, "summary": level.summary} for level in criteria.levels]
    return [*levels, {"id": ESCALATE, "name": words.ESCALATE_SHORT, "summary": ""}]


def _base(telling: Telling, criteria: Criteria) -> View:
    point = telling.point
    return {
        "notice": criteria.notice,
        "entry": telling.entry.id,
        "number": telling.number,
        "of": telling.of,
        "title": telling.case.title,
        "heading": point.heading if len(telling.points) > 1 else "",
        "twin": bool(telling.entry.twin),
        "earlier": [
            {"heading": earlier.heading, "paragraphs": [paragraph.text for paragraph in earlier.paragraphs]}
            for earlier in telling.points[: telling.entry.point]
        ],
        "sentences": point.sentence_count,
        "levels": offered_levels(criteria),
    }


def _story(point: DecisionPoint, shown: Iterable[Evidence]) -> list[list[View]]:
    """Paragraphs of runs; a run tells that it is part of a phrase only where the phrase is *shown*."""
    phrases = tuple(shown)
    return [
        _runs(paragraph, [phrase for phrase in phrases if phrase.paragraph == number])
        for number, paragraph in enumerate(point.paragraphs)
    ]


def _runs(paragraph: Paragraph, phrases: list[Evidence]) -> list[View]:
    return [
        {
            "text": run.text,
            "sentence": run.sentence,
            "stressed": run.stressed,
            "deciding": any(phrase.at[0] <= run.at < phrase.at[1] for phrase in phrases),
        }
        for run in runs(paragraph, phrases)
    ]


def _shift(moved: Shift) -> View:
    return {
        "first": _counts(moved.first),
        "second": _counts(moved.second),
        "moves": [[before, after, count] for (before, after), count in moved.moves.items()],
        "moved": {
            "up": moved.up,
            "down": moved.down,
            "stayed": moved.stayed,
            "aside": moved.aside,
            "only_first": moved.only_first,
            "only_second": moved.only_second,
        },
    }


def _counts(tally: Tally) -> Mapping[str, int]:
    return dict(tally.counts)


def _flags(assessment: Assessment, criteria: Criteria) -> list[View]:
    said = {True: words.YES, False: words.NO, None: words.NO_ANSWER}
    return [{"name": flag.name, "answer": said[assessment.flags.get(flag.id)]} for flag in criteria.flags]
