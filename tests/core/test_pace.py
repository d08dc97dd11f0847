"""When a vote can be closed: silent on little, never sure of itself, and right about as often as it says."""

from __future__ import annotations

import random
from math import ceil, exp, inf, log

import pytest
from carelevel.core.pace import ENOUGH, FEWEST_VOTES, forecast, is_enough
from hypothesis import given, settings
from hypothesis import strategies as st


def room(seed: int, here: int, absent: float) -> list[float]:
    """When each of those here votes, in order; never is infinite."""
    chance = random.Random(seed)
    median, spread = log(chance.uniform(20, 120)), chance.uniform(0.35, 0.9)
    times = (exp(median + spread * chance.gauss(0, 1)) for _ in range(here))
    return sorted(inf if chance.random() < absent else time for time in times)


@pytest.mark.parametrize("absent", [0.0, 0.06])
def test_eight_times_of_ten_the_vote_can_be_closed_within_what_was_foretold(absent: float) -> None:
    within = []
    for seed in range(60):
        here = (20, 40, 120)[seed % 3]
        times = room(seed, here, absent)
        now = times[ceil(0.45 * here) - 1] + 0.3
        told = forecast([time for time in times if time <= now], here, now)
        assert told is not None
        within.append(told.low <= times[ceil(ENOUGH * here) - 1] - now <= told.high)
    assert 0.65 <= sum(within) / len(within) <= 0.95


@settings(max_examples=30)
@given(st.lists(st.floats(0, 600), max_size=40), st.integers(1, 200), st.floats(0, 600))
def test_whatever_comes_the_three_times_stand_in_order_and_little_is_not_spoken_of(
    times: list[float], more: int, passed: float
) -> None:
    now, here = max([passed, *times]), len(times) + more
    told = forecast(times, here, now)
    if len(times) < FEWEST_VOTES or is_enough(len(times), here) or not now:
        assert told is None
    if told is not None:
        assert 0 <= told.low <= told.middle <= told.high


def test_the_more_have_voted_the_less_it_is_a_guess() -> None:
    def width(voted: float) -> float:
        widths = []
        for seed in range(12):
            times = room(seed, 100, 0.0)
            now = times[ceil(voted * 100) - 1]
            told = forecast([time for time in times if time <= now], 100, now)
            assert told is not None
            widths.append(told.high - told.low)
        return sorted(widths)[6]

    assert width(0.7) < width(0.25)


@pytest.mark.parametrize(("voted", "here", "enough"), [(0, 0, False), (3, 4, False), (4, 5, True), (8, 10, True)])
def test_four_in_five_are_enough(voted: int, here: int, enough: bool) -> None:
    assert is_enough(voted, here) is enough
