"""Of whom a case tells, as an interview tells it: how it opens, and what is told to each question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from carelevel.core.case import Case, DecisionPoint
from carelevel.core.interview import Person, first_sentences, person_at, replies


@dataclass(frozen=True, slots=True)
class NotedReply:
    """What was told to one question: *sentences* of the story, or *unsaid*, the person's words where it has none.

    Without either, nothing is known.
    """

    question: str
    sentences: tuple[str, ...] = ()
    unsaid: str = ""


@dataclass(frozen=True)
class Interviewee:
    """The person of whom decision point *number* of a case, or of its *twin*, tells, and those before it."""

    case: Case
    twin: str | None
    number: int

    @cached_property
    def points(self) -> tuple[DecisionPoint, ...]:
        """Everything that is told by then."""
        return self.case.telling(self.twin)[: self.number + 1]

    @cached_property
    def person(self) -> Person:
        """What holds of them."""
        return person_at(self.points)

    @property
    def opening(self) -> str:
        """What is told before any question; '' where every sentence shows something."""
        return self.case.opening or first_sentences(self.points[0])

    def note(self, asked: str) -> NotedReply:
        """What is told to one question."""
        told = replies(self.points).get(asked)
        if told is None:
            return NotedReply(asked, unsaid=self.case.unsaid.get(asked, ""))
        said = {
            sentence.number: paragraph.text[slice(*sentence.at)]
            for paragraph in self.points[told.point].paragraphs
            for sentence in paragraph.sentences
        }
        return NotedReply(asked, tuple(said[number] for number in told.sentences))

    def heard(self, asked: Iterable[str]) -> frozenset[int]:
        """The numbers of the decision point's own sentences that were told."""
        told = replies(self.points)
        here = [told[name] for name in asked if name in told and told[name].point == self.number]
        return frozenset(number for each in here for number in each.sentences)
