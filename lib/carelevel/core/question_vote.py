"""A room's vote on what to ask next in an interview: one wish, and what is made of many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carelevel.core.criteria import Criteria
from carelevel.core.errors import AnswerError, suggestion
from carelevel.core.interview import questions_by_topic

DECIDE = "-"
"""What is chosen by whoever knows enough; no finding can have this id."""


@dataclass(frozen=True, slots=True)
class QuestionVote:
    """What one participant wants to be asked after *number* outcomes: a finding's id, or DECIDE."""

    participant: str
    number: int
    question: str


@dataclass(frozen=True, slots=True)
class Leading:
    """What has most votes; *tied* are all with as many, *question* the first of them as they are offered."""

    question: str
    tied: tuple[str, ...]


def questions_left(asked: Sequence[str], criteria: Criteria) -> tuple[str, ...]:
    """What can be voted for once *asked* is asked, in the order in which it is offered, DECIDE last."""
    listed = (finding.id for findings in questions_by_topic(criteria).values() for finding in findings)
    return (*(question for question in listed if question not in asked), DECIDE)


def check_question(vote: QuestionVote, offered: Sequence[str]) -> None:
    """Refuse, with AnswerError, what the room did not offer."""
    if vote.question not in offered:
        raise AnswerError(f"unknown question {vote.question!r}; {suggestion(vote.question, offered)}")


def leading(wishes: Mapping[str, int], offered: Sequence[str]) -> Leading | None:
    """What most of the votes in *wishes* are for, of what was *offered*; None where nobody voted for any of it."""
    most = max((wishes.get(question, 0) for question in offered), default=0)
    if not most:
        return None
    tied = tuple(question for question in offered if wishes.get(question, 0) == most)
    return Leading(tied[0], tied)


def is_led(question: str, wishes: Mapping[str, int] | None, offered: Sequence[str]) -> bool:
    """Whether whoever leads chose it, and not the vote; *wishes* is None where hands were raised and nobody typed."""
    if wishes is None:
        return False
    first = leading(wishes, offered)
    return first is None or first.question != question
