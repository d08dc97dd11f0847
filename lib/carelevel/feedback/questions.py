"""The questions of a bank by topic, and what was told to those that were asked, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from carelevel.core.criteria import Criteria
from carelevel.core.interview import questions_by_topic
from carelevel.core.interviewee import Interviewee, NotedReply
from carelevel.messages import interview as interview_messages


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """A question to ask, by its finding; *search*: other words by which somebody may look for it."""

    id: str
    name: str
    ask: str
    search: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """Questions that stand together."""

    title: str
    questions: tuple[BankQuestion, ...]


@dataclass(frozen=True, slots=True)
class Learned:
    """What was told to a question: sentences of the story, or what the person says, or that nothing is known."""

    question: str
    name: str
    says: tuple[str, ...]
    is_told: bool


def opening_of(interviewee: Interviewee, criteria: Criteria) -> str:
    """What is told before any question."""
    return interviewee.opening or criteria.words.said(interview_messages.NO_OPENING)


def is_known(told: Learned) -> bool:
    """Whether anything was told, or said."""
    return told.says != (interview_messages.NOTHING_KNOWN,)


def learned(notes: Iterable[NotedReply], criteria: Criteria) -> Iterator[Learned]:
    """What was told, in the order in which it was asked."""
    for note in notes:
        says = note.sentences or (note.unsaid or interview_messages.NOTHING_KNOWN,)
        yield Learned(note.question, criteria.finding(note.question).name, says, bool(note.sentences))


def topics(criteria: Criteria) -> Iterator[Topic]:
    """Every question under its topic, as they are offered."""
    for topic, findings in questions_by_topic(criteria).items():
        title = interview_messages.SAFETY_TOPIC if topic is None else topic or interview_messages.OTHER_TOPIC
        yield Topic(title, tuple(BankQuestion(each.id, each.name, each.ask, each.search) for each in findings))
