"""What the page of an interview is sent: the questions of a bank, what was told, and the way to the decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from carelevel.core.criteria import Criteria, Finding
from carelevel.feedback.way import WayTold
from carelevel.messages import interview as interview_messages
from carelevel.practice.interviewee import Note
from carelevel.widgets.card.view import AnyQuestion, CardBank, ComparedCard, EmptyCard, card_bank


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
class InterviewBank(CardBank):
    """What a card knows of a bank, its form without lists, and the questions: what is asked of everybody first."""

    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Learned:
    """What was told to a question: sentences of the story, or what the person says, or that nothing is known."""

    question: str
    name: str
    says: tuple[str, ...]
    is_told: bool


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
        topics=tuple(_topics(criteria)),
    )


def learned(notes: Iterable[Note], criteria: Criteria) -> Iterator[Learned]:
    """What was told, in the order in which it was asked."""
    for note in notes:
        says = note.sentences or (note.unsaid or interview_messages.NOTHING_KNOWN,)
        yield Learned(note.question, criteria.finding(note.question).name, says, bool(note.sentences))


def _topics(criteria: Criteria) -> Iterator[Topic]:
    red = [finding for finding in criteria.findings if finding.red_flag]
    if red:
        yield _topic(interview_messages.SAFETY_TOPIC, red)
    by_topic: dict[str, list[Finding]] = {}
    for finding in criteria.findings:
        if not finding.red_flag:
            by_topic.setdefault(finding.topic, []).append(finding)
    for title, findings in by_topic.items():
        yield _topic(title or interview_messages.OTHER_TOPIC, findings)


def _topic(title: str, findings: Iterable[Finding]) -> Topic:
    return Topic(title, tuple(BankQuestion(each.id, each.name, each.ask, each.search) for each in findings))
