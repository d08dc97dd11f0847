"""Simulated trainees of four manners, and records of theirs: two manners are the product's own, two are for tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from carelevel.bank import Bank
from carelevel.core.answer import Confidence
from carelevel.core.attempt import Attempt
from carelevel.core.ballot import agreeing
from carelevel.core.criteria import ESCALATE
from carelevel.practice.next_case import Exercise, choose, exercises
from carelevel.practice.simulated_trainees import FairTrainee, MissingTrainee, Sitting, opened_at, sittings


class LeaningTrainee(FairTrainee):
    """One rung too intensive wherever the ladder allows, and as sure as they were right so far."""

    manner = "leaning"

    def level(self, sitting: Sitting) -> str:
        if sitting.assessment.level == ESCALATE:
            return ESCALATE
        ladder = self.criteria.ladder
        return ladder[min(ladder.index(sitting.assessment.level) + 1, len(ladder) - 1)]

    def chance_right(self, sitting: Sitting) -> float:
        return self.level(sitting) in agreeing(sitting.assessment)

    def confidence(self, right: bool, share_right: float) -> Confidence:
        return self.calibrated(right, share_right)


class OverconfidentTrainee(FairTrainee):
    """Certain always, right in 60%."""

    manner = "overconfident"
    agrees = 0.60

    def confidence(self, right: bool, share_right: float) -> Confidence:
        return Confidence.CERTAIN


class Manner(StrEnum):
    LEANING = "leaning"
    OVERCONFIDENT = "overconfident"
    MISSING = "missing"
    FAIR = "fair"


def simulate(
    bank: Bank, manner: Manner, seed: int, *, rule: str | None = None, scheduled: bool = False
) -> tuple[Attempt, ...]:
    """Sixty attempts; MISSING needs the *rule* it misses. *scheduled*: the cases come as the practice page chooses."""
    trainee = _trainee(bank, manner, seed, rule)
    if not scheduled:
        return trainee.record()
    record: list[Attempt] = []
    for attempt in trainee.attempts(_as_practised(bank, record, f"{manner}-{seed}")):
        record.append(attempt)  # the plan reads it meanwhile
    return tuple(record)


def _trainee(bank: Bank, manner: Manner, seed: int, rule: str | None) -> FairTrainee:
    if manner is Manner.MISSING:
        assert rule is not None
        return MissingTrainee(bank, seed, rule)
    kinds = {
        Manner.LEANING: LeaningTrainee,
        Manner.OVERCONFIDENT: OverconfidentTrainee,
        Manner.FAIR: FairTrainee,
    }
    return kinds[manner](bank, seed)


def _as_practised(bank: Bank, record: Sequence[Attempt], trainee: str) -> Iterator[Sitting]:
    """What is due first, as *record*, which grows meanwhile, has it."""
    met = {(together[0].case.id, together[0].twin): together for together in sittings(bank)}
    while True:
        chosen = choose(_offered(bank), record, (), trainee, opened_at(len(record)))
        assert chosen is not None
        yield from met[chosen.exercise.case, chosen.exercise.twin]


@lru_cache(maxsize=1)
def _offered(bank: Bank) -> tuple[Exercise, ...]:
    return tuple(exercise for case in bank.cases() for exercise in exercises(case, bank.criteria))
