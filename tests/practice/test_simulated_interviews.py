"""Simulated trainees who interview: each shortfall is named, and only that one."""

from __future__ import annotations

import pytest
from carelevel.analytics.interviews import SafetyLeftOut, TooSoon, interview_figures
from carelevel.bank import Bank

from tests.practice.simulated_interviews import FairAsker, PoorAsker, SafetyForgetter

SEEDS = range(100)


def named(manner: type[FairAsker], bank: Bank) -> list[list[type]]:
    return [[type(one) for one in interview_figures(manner(bank, seed).record()).named] for seed in SEEDS]


@pytest.mark.parametrize(("manner", "shortfall"), [(PoorAsker, TooSoon), (SafetyForgetter, SafetyLeftOut)])
def test_a_poor_asker_and_a_safety_forgetter_have_their_own_shortfall_named_alone(
    bank: Bank, manner: type[FairAsker], shortfall: type
) -> None:
    assert named(manner, bank).count([shortfall]) >= 90


def test_a_fair_asker_is_told_of_something_in_at_most_5_of_100_records(bank: Bank) -> None:
    assert sum(map(bool, named(FairAsker, bank))) <= 5
