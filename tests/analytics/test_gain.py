"""A group's gain: as worked by hand, found where there is one, and called one seldom where there is none."""

from __future__ import annotations

import random

import pytest
from carelevel.analytics.gain import FEWEST_GAINS, FEWEST_OF_PART, FEWEST_OF_RULE, group_gain, trainee_gains
from carelevel.analytics.t_interval import combined, quantile
from carelevel.core.form_answer import LENGTH
from carelevel.core.form_code import FormCode, When

from tests.analytics.forms import LEVELS, answered, group

DARWIN = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]
"""Eighths of an inch by which crossed maize outgrew its self-fertilized pair (Fisher 1935)."""
SLEEP = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
SLEEP_OTHER = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
"""Hours of sleep gained with either drug (Student 1908, The probable error of a mean)."""


@pytest.mark.parametrize(
    ("freedom", "tabled"),
    [(1, 12.706), (2, 4.303), (3, 3.182), (5, 2.571), (14, 2.145), (30, 2.042), (120, 1.980)],
)
def test_students_t_is_as_tabled(freedom: int, tabled: float) -> None:
    assert quantile(freedom) == pytest.approx(tabled, abs=0.0006)


def test_a_paired_interval_is_as_fisher_worked_it_out() -> None:
    found = combined([DARWIN], (1.0,))
    assert found
    assert found.low is not None
    assert found.high is not None
    assert found.value == pytest.approx(20.93, abs=0.01)  # 314 in all
    assert (found.low, found.high) == pytest.approx((0.03, 41.84), abs=0.01)


def test_two_groups_are_set_beside_each_other_as_by_welch() -> None:
    found = combined([SLEEP, SLEEP_OTHER], (1.0, -1.0))
    assert found
    assert (found.low, found.high) == pytest.approx((-3.36548, 0.20548), abs=0.00001)
    paired = combined([[one - other for one, other in zip(SLEEP, SLEEP_OTHER, strict=True)]], (1.0,))
    assert paired
    assert (paired.low, paired.high) == pytest.approx((-2.45989, -0.70011), abs=0.00001)


def test_values_that_are_all_the_same_have_no_interval() -> None:
    found = combined([[0.1, 0.1, 0.1]], (1.0,))
    assert found
    assert found.low is None
    assert not found.is_above_zero
    assert combined([[0.1], [0.2, 0.3]], (0.5, 0.5)) is None


@pytest.mark.parametrize("size", [5, 8, 20])
def test_19_of_20_intervals_hold_the_gain_that_there_is(size: int) -> None:
    chance = random.Random(size)

    def gain() -> float:
        able, learns = chance.uniform(0.35, 0.65), chance.uniform(0.0, 0.2)
        before, after = (sum(chance.random() < p for _ in range(LENGTH)) for p in (able, able + learns))
        return (after - before) / LENGTH

    rounds = 1000
    sides = [[[gain() for _ in range(side)] for side in (size // 2, size - size // 2)] for _ in range(rounds)]
    found = [combined(side, (0.5, 0.5)) for side in sides]
    held = sum(one is not None and (one.low is None or one.low <= 0.1 <= (one.high or 0)) for one in found)
    assert held / rounds >= 0.93


def test_a_gain_of_15_in_100_is_found_in_90_of_100_groups_of_24_and_none_is_called_one_in_at_most_5() -> None:
    found = sum(says_gain(seed, 0.15) for seed in range(100))
    wrongly = sum(says_gain(seed, 0.0) for seed in range(100))
    assert found >= 90
    assert wrongly <= 5


def says_gain(seed: int, gain: float) -> bool:
    estimate = group_gain(group(seed, 24, gain), {}, ()).whole.estimate
    return estimate is not None and estimate.is_above_zero


def test_what_a_feature_adds_is_found_and_nothing_is_called_so_in_at_most_5() -> None:
    def says(seed: int, of_feature: float) -> bool:
        arms = group_gain(group(seed, 40, 0.05, splits=True, of_feature=of_feature), {}, ()).arms
        assert arms
        assert arms.difference
        assert arms.difference.low is not None
        assert arms.difference.high is not None
        return not arms.difference.low <= 0 <= arms.difference.high

    assert sum(says(seed, 0.25) for seed in range(40)) >= 36
    assert sum(says(seed, 0.0) for seed in range(40)) <= 3  # on either side


def test_an_easier_second_form_is_no_gain() -> None:
    gains = [group_gain(group(seed, 24, 0.0, form_b=0.3), {}, ()).whole.estimate for seed in range(40)]
    assert sum(gain.value for gain in gains if gain) / 40 == pytest.approx(0, abs=0.02)


def test_too_few_are_told_nothing() -> None:
    answers = list(group(1, FEWEST_GAINS - 1, 0.2))
    few = group_gain(answers, {}, LEVELS)
    assert (few.n, few.begun, few.speaks, few.whole.estimate, few.by_rule) == (
        FEWEST_GAINS - 1,
        FEWEST_GAINS - 1,
        False,
        None,
        (),
    )
    more = group_gain(group(1, FEWEST_OF_PART, 0.2), {}, LEVELS)
    assert all(part.estimate for part in more.by_level)
    assert not any(part.estimate for part in more.by_rule)
    assert all(part.estimate for part in group_gain(group(1, FEWEST_OF_RULE, 0.2), {}, LEVELS).by_rule)


def test_who_left_a_form_is_counted_as_begun_and_enters_no_gain() -> None:
    answers = [answer for answer in group(1, 6, 0.2) if not (answer.place == 6 and answer.slot > 4)]
    found = group_gain(answers, {}, LEVELS)
    assert (found.begun, found.before_in, found.n) == (6, 5, 5)


def test_a_story_met_in_practice_is_left_out_of_both_forms() -> None:
    answers = []
    for when in When:
        code = FormCode(2, 1, when, "T3W")
        for slot in range(LENGTH):
            met = slot == LENGTH - 1 and when is When.AFTER
            answers.append(answered(code, "T", slot, slot < 7 or met, met=met))
    gain = trainee_gains(answers, {})[0]
    assert len(gain.pairs) == LENGTH - 1
    assert gain.gain == 0


def test_a_group_is_parted_by_how_much_it_practiced() -> None:
    answers = list(group(3, 24, 0.2))
    order = random.Random(0).sample(range(1, 25), 24)
    practiced = {f"T{place:03}": count for count, place in enumerate(order)}
    less, more = group_gain(answers, practiced, LEVELS).by_practice
    assert (less.n, more.n) == (12, 12)
    assert less.estimate
    assert more.estimate


def test_who_had_met_everything_is_told_nothing() -> None:
    answers = [
        answered(FormCode(2, 1, when, "T3W"), "T", slot, True, met=True) for when in When for slot in range(LENGTH)
    ]
    assert trainee_gains(answers, {}) == ()
