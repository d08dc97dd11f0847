"""Trainees who do not exist: records decided by a manner of judging, on real cases, through the engine itself.

They show what a page of progress looks like before somebody has one, and hold the naming of faults to account.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from math import exp
from random import Random
from uuid import UUID

from carelevel.analytics.scoring import STATED
from carelevel.bank import Bank
from carelevel.core.answer import Answer, Confidence, compare
from carelevel.core.assess import DECIDING, Assessment, assess, decide
from carelevel.core.attempt import Attempt
from carelevel.core.ballot import agreeing
from carelevel.core.case import Case, DecisionPoint
from carelevel.core.criteria import ESCALATE, Criteria
from carelevel.practice.attempt import attempt_of, own_findings
from carelevel.practice.next_case import choose, exercises
from carelevel.practice.question import Question

WORKED = 7
"""The seed of the worked record."""

BEGIN = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
MARKED = 0.85
"""The chance that a deciding phrase is marked."""

NEEDLESS = 0.05
"""The chance that any other sentence is marked."""

PRIOR_ANSWERS = 20
"""With so many answers' weight trainees know from the start how often their manner is right over the whole bank."""

AGREES: Mapping[str, float] = {"overconfident": 0.60, "fair": 0.75, "missing": 0.85}
"""How often the answer is the criteria's; for a rule-misser, where the rule makes no difference."""


class Manner(StrEnum):
    """How a simulated trainee judges."""

    LEANING = "leaning"  # one rung too intensive wherever the ladder allows
    OVERCONFIDENT = "overconfident"  # certain always, right in 60%
    MISSING = "missing"  # never marks one rule's phrases, and answers as if there were no such rule
    FAIR = "fair"  # right in 75%, errors to either side, confidence calibrated


@dataclass(frozen=True, slots=True)
class Sitting:
    """One decision point of a case or of its twin, with what the criteria say of it."""

    case: Case
    twin: str | None
    number: int
    point: DecisionPoint
    assessment: Assessment


def simulate(
    bank: Bank, manner: Manner, seed: int, *, count: int = 60, rule: str | None = None, scheduled: bool = False
) -> tuple[Attempt, ...]:
    """*count* attempts; MISSING needs the *rule* it misses.

    The cases come in random order, round after round; or, *scheduled*, as the practice page would choose them.
    """
    chance = Random(f"{manner} {seed}")
    blind = rule if manner is Manner.MISSING else None
    often = _agreement(manner, blind, bank)
    trainee = _Trainee(manner, blind, bank.criteria, chance, PRIOR_ANSWERS, PRIOR_ANSWERS * often)
    record: list[Attempt] = []
    plan = _as_practised(bank, record, f"{manner}-{seed}") if scheduled else _shuffled(bank, chance)
    for number, sitting in enumerate(islice(plan, count)):
        record.append(trainee.attempt(number, sitting))
    return tuple(record)


def worked_record(bank: Bank) -> tuple[Attempt, ...]:
    """A record that has something to say in every figure: of somebody who misses the rule met most often."""
    met = Counter(reason.rule for together in sittings(bank) for one in together for reason in one.assessment.reasons)
    rules = missable(bank)
    if not rules:
        return simulate(bank, Manner.FAIR, WORKED)
    return simulate(bank, Manner.MISSING, WORKED, rule=max(rules, key=lambda rule: met[rule]))


@lru_cache(maxsize=4)
def sittings(bank: Bank) -> tuple[tuple[Sitting, ...], ...]:
    """What can be met: each case with all its decision points, each twin at the one that it changes."""
    found = []
    for case in bank.cases():
        found.append(tuple(_sitting(case, None, number, bank) for number in range(len(case.points))))
        found += [(_sitting(case, twin.id, case.changed_point(twin.id), bank),) for twin in case.twins]
    return tuple(found)


def missable(bank: Bank, least: int = 2) -> tuple[str, ...]:
    """The rules whose neglect changes the answer somewhere, and that decide, and are shown, at *least* points."""
    every = [sitting for together in sittings(bank) for sitting in together]
    found = []
    for rule in dict.fromkeys(
        reason.rule for one in every for reason in one.assessment.reasons if reason.effect in DECIDING
    ):
        own = own_findings(rule, bank.criteria)
        shown = [one for one in every if _decides(rule, one) and _phrases(one.point, own)]
        if len(shown) >= least and any(_neglecting(rule, one, bank.criteria) != one.assessment.level for one in shown):
            found.append(rule)
    return tuple(found)


def _sitting(case: Case, twin: str | None, number: int, bank: Bank) -> Sitting:
    point = case.telling(twin)[number]
    return Sitting(case, twin, number, point, assess(point.findings, bank.criteria))


# The order of the cases


def _shuffled(bank: Bank, chance: Random) -> Iterator[Sitting]:
    while True:
        order = list(sittings(bank))
        chance.shuffle(order)
        for together in order:
            yield from together


def _as_practised(bank: Bank, record: Sequence[Attempt], trainee: str) -> Iterator[Sitting]:
    """What is due first, as *record*, which grows meanwhile, has it."""
    met = {(together[0].case.id, together[0].twin): together for together in sittings(bank)}
    offered = [exercise for case in bank.cases() for exercise in exercises(case, bank.criteria)]
    while True:
        chosen = choose(offered, record, (), trainee, _opened(len(record)))
        assert chosen is not None
        yield from met[chosen.exercise.case, chosen.exercise.twin]


def _opened(number: int) -> datetime:
    return BEGIN + timedelta(days=number // 4, minutes=15 * (number % 4))


# The level


def _level(manner: Manner, sitting: Sitting, criteria: Criteria, rule: str | None, chance: Random) -> str:
    if manner is Manner.LEANING:
        return _above(sitting.assessment, criteria)
    if manner is Manner.MISSING:
        assert rule is not None
        neglected = _neglecting(rule, sitting, criteria)
        if neglected != sitting.assessment.level:
            return neglected
    return (
        sitting.assessment.level if chance.random() < AGREES[manner] else _wrong(sitting.assessment, criteria, chance)
    )


def _above(assessment: Assessment, criteria: Criteria) -> str:
    """One rung above the recommendation, where the ladder goes on."""
    if assessment.level == ESCALATE:
        return ESCALATE
    return criteria.levels[min(criteria.rung(assessment.level) + 1, len(criteria.levels) - 1)].id


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
        floors=tuple(floor for floor in criteria.floors if floor.id != rule),
        prerequisites=tuple(needed for needed in criteria.prerequisites if needed.id != rule),
    )


# The confidence


@dataclass(slots=True)
class _Trainee:
    """A manner at work; it knows how often it was right so far, which is what calibrated words rest on."""

    manner: Manner
    blind: str | None
    criteria: Criteria
    chance: Random
    answered: float
    right: float

    def attempt(self, number: int, sitting: Sitting) -> Attempt:
        level = _level(self.manner, sitting, self.criteria, self.blind, self.chance)
        right = level in agreeing(sitting.assessment)
        confidence = self._confidence(right)
        self.answered, self.right = self.answered + 1, self.right + right
        return _attempt(self.criteria, number, sitting, level, confidence, self.manner, self.blind, self.chance)

    def _confidence(self, right: bool) -> Confidence:
        """A word so drawn that each holds as often as it says, as far as three words allow."""
        if self.manner is Manner.OVERCONFIDENT:
            return Confidence.CERTAIN
        often = AGREES["fair"] if self.manner is Manner.FAIR else self.right / self.answered
        weights = _mixture(often)
        told = [weight * (STATED[word] if right else 1 - STATED[word]) for word, weight in weights.items()]
        return self.chance.choices(list(weights), told)[0]


@lru_cache(maxsize=64)
def _agreement(manner: Manner, blind: str | None, bank: Bank) -> float:
    """How often this manner is right over the bank, each decision point once."""
    every = [sitting for together in sittings(bank) for sitting in together]
    return sum(_right(manner, sitting, bank.criteria, blind) for sitting in every) / len(every)


def _right(manner: Manner, sitting: Sitting, criteria: Criteria, blind: str | None) -> float:
    """The chance that the answer is accepted."""
    said = sitting.assessment
    if manner is Manner.LEANING:
        return _above(said, criteria) in agreeing(said)
    if blind is not None:
        neglected = _neglecting(blind, sitting, criteria)
        if neglected != said.level:
            return neglected in agreeing(said)
    return AGREES[manner]


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


# The attempt


def _attempt(
    criteria: Criteria,
    number: int,
    sitting: Sitting,
    level: str,
    confidence: Confidence,
    manner: Manner,
    blind: str | None,
    chance: Random,
) -> Attempt:
    opened = _opened(number)
    question = Question(
        sitting.case, sitting.twin, sitting.number, str(UUID(int=chance.getrandbits(128))), opened, {}, ""
    )
    flags = {flag: bool(value) for flag, value in sitting.assessment.flags.items()}
    answer = Answer(level, confidence, _marks(sitting, blind, criteria, chance), flags)
    return attempt_of(
        question,
        answer,
        sitting.assessment,
        compare(answer, sitting.assessment, sitting.point, criteria),
        criteria=criteria,
        trainee=f"generated-{manner}",
        now=opened + timedelta(seconds=round(chance.lognormvariate(4.6, 0.45) * 0.995**number)),
    )


def _marks(sitting: Sitting, blind: str | None, criteria: Criteria, chance: Random) -> frozenset[int]:
    """Deciding phrases often, other sentences seldom, those that show the rule *blind* never."""
    marked = {number for number in range(sitting.point.sentence_count) if chance.random() < NEEDLESS}
    for phrase in _phrases(sitting.point, sitting.assessment.deciding):
        if chance.random() < MARKED:
            marked.add(chance.choice(phrase))
    hidden = own_findings(blind, criteria) if blind else frozenset()
    return frozenset(marked) - {number for phrase in _phrases(sitting.point, hidden) for number in phrase}


def _phrases(point: DecisionPoint, findings: frozenset[str]) -> list[tuple[int, ...]]:
    """The sentences of each phrase that shows one of *findings*."""
    return [phrase.sentences for phrase in point.evidence if findings.intersection(phrase.findings)]


def _decides(rule: str, sitting: Sitting) -> bool:
    return any(reason.rule == rule and reason.effect in DECIDING for reason in sitting.assessment.reasons)
