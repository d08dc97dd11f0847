"""Trainees who do not exist: records decided by a manner of judging, on real cases, through the engine itself.

They show what a page of progress looks like before somebody has one, and hold the naming of faults to account.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import islice
from math import exp
from random import Random
from uuid import UUID

from carelevel.analytics.scoring import STATED
from carelevel.bank import Bank
from carelevel.core.answer import Answer, Confidence, compare
from carelevel.core.assess import Assessment, assess, decide
from carelevel.core.attempt import Attempt
from carelevel.core.ballot import agreeing
from carelevel.core.case import Case, DecisionPoint
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.practice.attempt import attempt_of, own_findings
from carelevel.practice.question import Question

WORKED = 7
"""The seed of the worked record."""

LENGTH = 60
"""Attempts in a record."""

BEGIN = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
MARKED = 0.85
"""The chance that a deciding phrase is marked."""

NEEDLESS = 0.05
"""The chance that any other sentence is marked."""

PRIOR_ANSWERS = 20
"""With so many answers' weight trainees know from the start how often their manner is right over the whole bank."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One decision point of a case or of its twin, with what the criteria say of it."""

    case: Case
    twin: str | None
    number: int
    point: DecisionPoint
    assessment: Assessment


class FairTrainee:
    """Somebody who agrees with the criteria three times in four, errs to either side, and is as sure as that."""

    manner = "fair"
    agrees = 0.75
    """How often the answer is the criteria's."""

    def __init__(self, bank: Bank, seed: int) -> None:
        self.bank, self.criteria = bank, bank.criteria
        self.chance = Random(f"{self.manner} {seed}")

    def record(self) -> tuple[Attempt, ...]:
        """Their answers to cases in random order, round after round."""
        return tuple(self.attempts(_shuffled(self.bank, self.chance)))

    def attempts(self, plan: Iterable[Sitting]) -> Iterator[Attempt]:
        """Their answers to the first LENGTH sittings of *plan*, which may go by the answers before."""
        every = [sitting for together in sittings(self.bank) for sitting in together]
        right = PRIOR_ANSWERS * sum(map(self.chance_right, every)) / len(every)
        for number, sitting in enumerate(islice(plan, LENGTH)):
            level = self.level(sitting)
            agrees = level in agreeing(sitting.assessment)
            confidence = self.confidence(agrees, right / (PRIOR_ANSWERS + number))
            right += agrees
            yield self._attempt(number, sitting, level, confidence)

    def level(self, sitting: Sitting) -> str:
        """What they choose."""
        asked = sitting.assessment
        return asked.level if self.chance.random() < self.agrees else _wrong(asked, self.criteria, self.chance)

    def chance_right(self, sitting: Sitting) -> float:
        """The chance, 0 to 1, that what they choose is accepted."""
        return self.agrees

    def confidence(self, right: bool, share_right: float) -> Confidence:
        """A word for an answer that is *right* or not, after *share_right* of the answers so far were."""
        return self.calibrated(right, self.agrees)

    def hidden(self, sitting: Sitting) -> frozenset[str]:
        """Findings of which no phrase is marked there."""
        return frozenset()

    def calibrated(self, right: bool, share_right: float) -> Confidence:
        """A word so drawn that each holds as often as it says, as far as three words allow."""
        weights = _mixture(share_right)
        chances = [weight * (STATED[word] if right else 1 - STATED[word]) for word, weight in weights.items()]
        return self.chance.choices(list(weights), chances)[0]

    def _attempt(self, number: int, sitting: Sitting, level: str, confidence: Confidence) -> Attempt:
        attempt, opened = str(UUID(int=self.chance.getrandbits(128), version=4)), opened_at(number)
        flags = {flag: bool(value) for flag, value in sitting.assessment.flags.items()}
        answer = Answer(level, confidence, self._marks(sitting), flags)
        return attempt_of(
            Question(sitting.case, sitting.twin, sitting.number, attempt, opened, {}, ""),
            answer,
            sitting.assessment,
            compare(answer, sitting.assessment, sitting.point, self.criteria),
            self.criteria,
            trainee=f"generated-{self.manner}",
            now=opened + timedelta(seconds=round(self.chance.lognormvariate(4.6, 0.45) * 0.995**number)),
        )

    def _marks(self, sitting: Sitting) -> frozenset[int]:
        """Deciding phrases often, other sentences seldom, hidden ones never."""
        marked = {number for number in range(sitting.point.sentence_count) if self.chance.random() < NEEDLESS}
        for phrase in _phrases(sitting.point, sitting.assessment.deciding):
            if self.chance.random() < MARKED:
                marked.add(self.chance.choice(phrase))
        return frozenset(marked).difference(*_phrases(sitting.point, self.hidden(sitting)))


class MissingTrainee(FairTrainee):
    """Somebody who never marks one *rule*'s phrases, and answers as if there were no such rule; else mostly right."""

    manner = "missing"
    agrees = 0.85

    def __init__(self, bank: Bank, seed: int, rule: str) -> None:
        super().__init__(bank, seed)
        self.rule, self.own = rule, own_findings(rule, bank.criteria)

    def level(self, sitting: Sitting) -> str:
        """Where the rule matters, the level without it."""
        neglected = _neglecting(self.rule, sitting, self.criteria)
        return neglected if neglected != sitting.assessment.level else super().level(sitting)

    def chance_right(self, sitting: Sitting) -> float:
        """Where the rule matters, 1 if the level without it is accepted all the same, else 0."""
        neglected = _neglecting(self.rule, sitting, self.criteria)
        if neglected != sitting.assessment.level:
            return neglected in agreeing(sitting.assessment)
        return self.agrees

    def hidden(self, sitting: Sitting) -> frozenset[str]:
        """What the rule is about, where it is at work: of the same findings another rule may see something else."""
        return self.own if self.rule in _deciding(sitting) else frozenset()

    def confidence(self, right: bool, share_right: float) -> Confidence:
        """As sure as they were right so far."""
        return self.calibrated(right, share_right)


def worked_record(bank: Bank) -> tuple[Attempt, ...]:
    """A record that has something to say in every figure: of somebody who misses the rule met most often."""
    met = Counter(
        reason.rule for together in sittings(bank) for sitting in together for reason in sitting.assessment.reasons
    )
    rules = missable(bank)
    if not rules:
        return FairTrainee(bank, WORKED).record()
    return MissingTrainee(bank, WORKED, max(rules, key=lambda rule: met[rule])).record()


@lru_cache(maxsize=4)
def sittings(bank: Bank) -> tuple[tuple[Sitting, ...], ...]:
    """What can be met: each case with all its decision points, each twin at the one that it changes."""
    found = []
    for case in bank.cases():
        found.append(tuple(_sitting(case, None, number, bank) for number in range(len(case.points))))
        found += [(_sitting(case, twin.id, case.changed_point(twin.id), bank),) for twin in case.twins]
    return tuple(found)


def missable(bank: Bank, least: int = 2) -> tuple[str, ...]:
    """The rules whose neglect leads to what is not accepted, and that decide, and are shown, at *least* points."""
    every = [sitting for together in sittings(bank) for sitting in together]
    found = []
    for rule in dict.fromkeys(rule for sitting in every for rule in _deciding(sitting)):
        own = own_findings(rule, bank.criteria)
        points = [sitting for sitting in every if rule in _deciding(sitting) and _phrases(sitting.point, own)]
        wrong = (_neglecting(rule, sitting, bank.criteria) not in agreeing(sitting.assessment) for sitting in points)
        if len(points) >= least and any(wrong):
            found.append(rule)
    return tuple(found)


def opened_at(number: int) -> datetime:
    """When the attempt of that number begins: four a day, a quarter of an hour each."""
    return BEGIN + timedelta(days=number // 4, minutes=15 * (number % 4))


def _sitting(case: Case, twin: str | None, number: int, bank: Bank) -> Sitting:
    point = case.telling(twin)[number]
    return Sitting(case, twin, number, point, assess(point.findings, bank.criteria))


def _shuffled(bank: Bank, chance: Random) -> Iterator[Sitting]:
    while True:
        order = list(sittings(bank))
        chance.shuffle(order)
        for together in order:
            yield from together


def _wrong(assessment: Assessment, criteria: Criteria, chance: Random) -> str:
    """The nearest level outside what is accepted, up or down with equal chance where there are both."""
    ladder = criteria.ladder
    if assessment.level == ESCALATE:
        return chance.choice(ladder)
    rung = ladder.index(assessment.level)
    above = [level for level in ladder[rung + 1 :] if level not in assessment.accepted]
    below = [level for level in ladder[:rung] if level not in assessment.accepted]
    nearest = [*above[:1], *below[-1:]]
    return chance.choice(nearest) if nearest else ESCALATE


def _neglecting(rule: str, sitting: Sitting, criteria: Criteria) -> str:
    """The level if there were no such rule."""
    seen = {name: value for name, value in sitting.point.findings.items() if name != rule}  # a red flag is a finding
    return decide(seen, _without(rule, criteria)).level


@lru_cache(maxsize=64)
def _without(rule: str, criteria: Criteria) -> Criteria:
    return replace(
        criteria,
        indications=tuple(known for known in criteria.indications if known.id != rule),
        requirements=tuple(known for known in criteria.requirements if known.id != rule),
    )


@lru_cache(maxsize=4096)
def _mixture(agreement: float) -> Mapping[Confidence, float]:
    """How often to say each word so that their chances average to *agreement*; all of one word beyond the scale."""
    low, high = -60.0, 60.0
    for _ in range(60):  # the more the tilt, the surer the words
        tilt = (low + high) / 2
        weights = {word: exp(tilt * chance) for word, chance in STATED.items()}
        mean = sum(weight * STATED[word] for word, weight in weights.items()) / sum(weights.values())
        low, high = (tilt, high) if mean < agreement else (low, tilt)
    return {word: weight / sum(weights.values()) for word, weight in weights.items()}


def _phrases(point: DecisionPoint, findings: frozenset[str]) -> list[tuple[int, ...]]:
    """The sentences of each phrase that shows one of *findings*."""
    return [phrase.sentences for phrase in point.evidence if findings.intersection(phrase.findings)]


def _deciding(sitting: Sitting) -> list[str]:
    return [reason.rule for reason in sitting.assessment.exercised]
