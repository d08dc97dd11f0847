"""Simulated trainees of four manners, on the real cases: each fault is named, and only that one."""

from __future__ import annotations

from itertools import count, islice
from math import ceil
from pathlib import Path
from uuid import RFC_4122, UUID

import pytest
from carelevel.analytics.faults import Leaning, Overconfident, RuleMissed, faults
from carelevel.analytics.scoring import marks_by_rule
from carelevel.bank import Bank
from carelevel.core.answer import Verdict
from carelevel.practice.attempt import own_findings
from carelevel.practice.simulated_trainees import missable, sittings, worked_record

from tests.practice.simulated_trainees import Manner, simulate

BANK = Path(__file__).parents[2] / "cases"
SEEDS = range(100)
TOLD = 5
"""A rule that was there to be marked so many times can be told by them."""


def named(
    bank: Bank, manner: Manner, seed: int, rule: str | None = None, *, scheduled: bool = False
) -> tuple[object, ...]:
    ladder = list(bank.criteria.ladder)
    return faults(simulate(bank, manner, seed, rule=rule, scheduled=scheduled), ladder).named


def names_only(found: tuple[object, ...], rule: str, bank: Bank) -> bool:
    """Whether *found* is one missed rule: that one, or one about the same findings, whose marks are the same."""
    if [type(one) for one in found] != [RuleMissed]:
        return False
    told = {name for one in found if isinstance(one, RuleMissed) for name in (one.rule, *one.along)}
    own = own_findings(rule, bank.criteria)
    return any(own & own_findings(name, bank.criteria) for name in told)


@pytest.mark.parametrize(("manner", "fault"), [(Manner.LEANING, Leaning), (Manner.OVERCONFIDENT, Overconfident)])
def test_a_leaning_and_an_overconfident_trainee_have_their_own_fault_named_alone(
    bank: Bank, manner: Manner, fault: type
) -> None:
    alone = sum([type(one) for one in named(bank, manner, seed)] == [fault] for seed in SEEDS)
    assert alone >= 90


def test_a_trainee_who_misses_a_rule_and_goes_by_the_practice_page_has_it_named_alone(bank: Bank) -> None:
    """The rules take turns: all that decide, and are shown, at two decision points of the bank or more."""
    rules = missable(bank)
    alone = 0
    for seed in SEEDS:
        rule = rules[seed % len(rules)]
        alone += names_only(named(bank, Manner.MISSING, seed, rule, scheduled=True), rule, bank)
    assert alone >= 90


def test_a_trainee_who_misses_a_rule_and_meets_it_five_times_in_random_order_has_it_named_alone(bank: Bank) -> None:
    """Only records that showed the rule five times: what is missed in three or four of three or four may be chance.

    The rules are those of which so many are to be expected in sixty attempts, so that nearly every record counts.
    """
    ladder = list(bank.criteria.ladder)
    rules = missable(bank, least=ceil(TOLD * sum(map(len, sittings(bank))) / 60))
    records = ((rules[seed % len(rules)], seed) for seed in count())
    told = ((rule, simulate(bank, Manner.MISSING, seed, rule=rule)) for rule, seed in records)
    enough = ((rule, record) for rule, record in told if len(marks_by_rule(record).get(rule, ())) >= TOLD)
    alone = sum(names_only(faults(record, ladder).named, rule, bank) for rule, record in islice(enough, len(SEEDS)))
    assert alone >= 90


def test_the_ids_of_simulated_answers_are_uuids_that_a_record_store_takes(bank: Bank) -> None:
    ids = [UUID(attempt.id) for attempt in simulate(bank, Manner.FAIR, 1)]
    assert {(id.variant, id.version) for id in ids} == {(RFC_4122, 4)}


@pytest.mark.parametrize("scheduled", [False, True], ids=["random order", "as practised"])
def test_a_fair_trainee_has_nothing_named(bank: Bank, scheduled: bool) -> None:
    assert sum(named(bank, Manner.FAIR, seed, scheduled=scheduled) == () for seed in SEEDS) >= 95


def test_the_trainees_judge_as_they_are_said_to(bank: Bank) -> None:
    def accepted(manner: Manner) -> float:
        verdicts = [one.verdict for seed in range(20) for one in simulate(bank, manner, seed)]
        return sum(verdict in (Verdict.AGREES, Verdict.ALSO_ACCEPTED) for verdict in verdicts) / len(verdicts)

    assert accepted(Manner.OVERCONFIDENT) == pytest.approx(0.60, abs=0.04)
    assert accepted(Manner.FAIR) == pytest.approx(0.75, abs=0.04)
    leaning = {one.verdict for one in simulate(bank, Manner.LEANING, 0)}
    assert leaning == {Verdict.AGREES, Verdict.ALSO_ACCEPTED, Verdict.MORE_INTENSIVE}


def test_the_same_seed_gives_the_same_record(bank: Bank) -> None:
    assert simulate(bank, Manner.FAIR, 5) == simulate(bank, Manner.FAIR, 5)


def test_the_worked_record_has_sixty_attempts_and_is_called_generated(bank: Bank) -> None:
    record = worked_record(bank)
    assert len(record) == 60
    assert {one.trainee for one in record} == {"generated-missing"}
