"""Trainees who do not exist, interviewing: records decided by a manner of asking, on real cases, through the engine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from random import Random

from carelevel.bank import Bank
from carelevel.core.answer import Answer, Confidence
from carelevel.core.assess import Assessment, assess
from carelevel.core.criteria import ESCALATE
from carelevel.core.interview import Person, Way, asked_of_everybody, fewest_questions, person_at, remaining
from carelevel.core.kept_interview import Interview
from carelevel.practice.interviews import interview_of
from carelevel.practice.question import Question
from carelevel.practice.simulated_trainees import opened_at

LENGTH = 24
"""Interviews in a record."""


@dataclass(frozen=True)
class Met:
    """One person to interview, with what the criteria say of them and the fewest questions, worked out once."""

    question: Question
    person: Person
    assessment: Assessment
    fewest: tuple[str, ...]


class FairAsker:
    """Somebody who asks about safety first, then on until the level is settled, and stops before that now and then."""

    manner = "fair"
    asks_safety = 0.98
    """The chance of each safety question."""

    stops = 0.015
    """The chance to stop after any question."""

    def __init__(self, bank: Bank, seed: int) -> None:
        self.bank, self.criteria = bank, bank.criteria
        self.chance = Random(f"{self.manner} {seed}")

    def record(self) -> tuple[Interview, ...]:
        """Their interviews with people of the bank, drawn by lot."""
        return tuple(self._interview(number, self.chance.choice(people(self.bank))) for number in range(LENGTH))

    def questions(self, person: Person) -> list[str]:
        """What they ask."""
        asked = self.safety()
        order = list(self.criteria.moving())
        self.chance.shuffle(order)
        for question in order:
            if len(remaining(asked, person, self.criteria).possible) == 1 or self.chance.random() < self.stops:
                break
            asked.append(question)
        return asked

    def safety(self) -> list[str]:
        """The safety questions that they ask."""
        return [flag for flag in self.criteria.red_flags if self.chance.random() < self.asks_safety]

    def _interview(self, number: int, met: Met) -> Interview:
        asked, opened = tuple(self.questions(met.person)), opened_at(number)
        last = remaining(asked, met.person, self.criteria)
        settled = len(asked) if last.settled else None  # or earlier, which no figure asks
        level = met.assessment.level if last.settled else last.possible[0]
        flags = {} if level == ESCALATE else {flag.id: False for flag in self.criteria.flags}
        return interview_of(
            met.question,
            Way(asked, (last,), settled, met.fewest),
            Answer(level, Confidence.FAIRLY_SURE, flags=flags),
            met.assessment,
            self.criteria,
            trainee=f"generated-{self.manner}",
            now=opened + timedelta(minutes=4),
        )


class PoorAsker(FairAsker):
    """Somebody who asks a handful of questions, whatever is still open, and decides."""

    manner = "poor"

    def questions(self, person: Person) -> list[str]:
        others = [each.id for each in self.criteria.findings if each.id not in asked_of_everybody(self.criteria)]
        return [*self.safety(), *self.chance.sample(others, self.chance.randint(3, 7))]


class SafetyForgetter(FairAsker):
    """Somebody who asks well about the level, and leaves out half of the safety questions."""

    manner = "forgets"
    asks_safety = 0.5


@lru_cache(maxsize=2)
def people(bank: Bank) -> tuple[Met, ...]:
    """Everybody of whom the first decision point of a case in use tells."""
    return tuple(
        Met(
            Question(case, None, 0, f"{case.id}", opened_at(0), {}, ""),
            person_at(case.points[:1]),
            assess(case.points[0].findings, bank.criteria),
            fewest_questions(person_at(case.points[:1]), bank.criteria),
        )
        for case in bank.cases()
    )
