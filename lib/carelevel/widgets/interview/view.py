"""What the page of an interview is sent: the questions of a bank, what was told, and the way to the decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from carelevel.core.criteria import Criteria
from carelevel.feedback.questions import Learned, Topic, topics
from carelevel.feedback.way import WayTold
from carelevel.widgets.card.view import AnyQuestion, CardBank, ComparedCard, EmptyCard, card_bank


@dataclass(frozen=True, slots=True)
class InterviewBank(CardBank):
    """What a card knows of a bank, its form without lists, and the questions: what is asked of everybody first."""

    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingInterview(AnyQuestion):
    """Before the decision: what is told without a question, and what was asked."""

    stage: Literal["answer"] = "answer"
    opening: str
    learned: tuple[Learned, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedInterview(ComparedCard):
    """After it, beside the comparison: the way."""

    way: WayTold


InterviewView = EmptyCard | AskingInterview | DecidedInterview


def interview_bank(criteria: Criteria) -> InterviewBank:
    """The form, and every question of the criteria under its topic."""
    card = card_bank(criteria)
    return InterviewBank(
        notice=card.notice,
        checklist=(),
        wishes=(),
        claims=(),
        longest_reasons=card.longest_reasons,
        longest_note=card.longest_note,
        form=tuple(asked for asked in card.form if asked.kind != "list"),
        silences=card.silences,
        topics=tuple(topics(criteria)),
    )
