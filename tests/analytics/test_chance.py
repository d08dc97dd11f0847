"""Intervals and exact tests, against numbers worked out by hand."""

from __future__ import annotations

from collections import Counter
from math import sqrt

import pytest
from carelevel.analytics.chance import (
    Proportion,
    at_most,
    drawn_scores,
    fisher_either,
    fisher_more,
    joint_level,
    score_test,
    sign_test,
)
from carelevel.analytics.kappa import quadratic_kappa


def test_wilsons_interval_is_the_root_of_its_equation() -> None:
    one = Proportion(8, 10)
    for bound in (one.low, one.high):  # where the share lies Z standard errors of the bound away
        assert abs(one.share - bound) == pytest.approx(1.959964 * sqrt(bound * (1 - bound) / 10), abs=1e-6)
    assert (one.low, one.high) == pytest.approx((0.4902, 0.9433), abs=5e-5)


def test_wilsons_interval_stays_between_0_and_1() -> None:
    assert Proportion(0, 4).low == 0
    assert Proportion(4, 4).high == 1
    assert Proportion(0, 4).high == pytest.approx(0.4899, abs=5e-5)


def test_nine_errors_up_and_one_down_come_by_chance_in_22_of_1024() -> None:
    assert sign_test(9, 1) == 2 * (10 + 1) / 1024
    assert sign_test(1, 9) == sign_test(9, 1)
    assert sign_test(3, 3) == 1


def test_fishers_tea_with_three_of_four_right_is_17_of_70() -> None:
    assert fisher_more(3, 4, 1, 4) == pytest.approx((16 + 1) / 70)
    assert fisher_either(4, 4, 0, 4) == pytest.approx(2 / 70)
    assert fisher_more(0, 5, 0, 5) == 1


def test_trials_with_chances_of_their_own_add_up_exactly() -> None:
    assert at_most(0, [0.2, 0.7]) == pytest.approx(0.8 * 0.3)
    assert at_most(1, [0.2, 0.7]) == pytest.approx(1 - 0.2 * 0.7)
    assert at_most(1, [0.5] * 3) == pytest.approx(4 / 8)


def test_scores_drawn_without_putting_back_are_counted_out() -> None:
    urn = Counter({0: 1, 1: 1, 2: 2})
    assert drawn_scores(1, urn) == {0: 1 / 4, 1: 1 / 4, 2: 2 / 4}
    assert drawn_scores(2, urn) == pytest.approx({1: 1 / 6, 2: 2 / 6, 3: 2 / 6, 4: 1 / 6})


def test_scores_of_two_strata_are_compared_each_with_its_own() -> None:
    first = (Counter({2: 1}), Counter({0: 1, 1: 1, 2: 2}))
    second = (Counter({1: 1}), Counter({0: 3, 1: 1}))
    assert score_test([first, second]).p == pytest.approx(2 / 4 * 1 / 4)
    assert score_test([first, second]).attainable == pytest.approx((2 / 16, 9 / 16, 13 / 16, 1))
    assert score_test([(Counter({0: 1}), first[1]), second]).p == pytest.approx(1 - 1 / 4 * 3 / 4)


def test_a_test_that_cannot_reach_the_level_does_not_count_as_one() -> None:
    assert joint_level([[0.5, 1], [0.4, 1], [0.004, 1], [0.006, 1]], 0.01) == 0.006
    assert joint_level([[0.5, 1], [0.002, 0.009, 1], [0.001, 1]], 0.01) == pytest.approx(0.009)
    assert joint_level([[0.5, 1], [0.002, 0.0095, 1], [0.001, 1]], 0.01) == pytest.approx(0.01 / 3)


def test_a_level_for_many_tests_is_never_below_bonferronis() -> None:
    assert joint_level([[0.0101, 1]] * 5, 0.01) == 0.002
    assert joint_level([[0.006, 1], [0.006, 1]], 0.01) == 0.005
    assert joint_level([], 0.01) == 0.01


def test_kappa_weighs_the_square_of_the_rungs() -> None:
    # Chosen against asked, ten answers: 4 at (0,0), 1 at (1,0), 1 at (0,1), 1 at (1,1), 1 at (0,2), 2 at (2,2).
    pairs = [(0, 0)] * 4 + [(1, 0), (0, 1), (1, 1), (0, 2)] + [(2, 2)] * 2
    observed = 1 + 1 + 4  # squares: one rung twice, two rungs once
    # Chosen 6, 2, 2 times, asked 5, 2, 3 times; one rung: 6·2 + 2·5 + 2·3 + 2·2, two rungs: 6·3 + 2·5.
    expected = (32 + 4 * 28) / 10
    assert quadratic_kappa(pairs) == pytest.approx(1 - observed / expected)


def test_kappa_is_none_where_one_side_never_varies() -> None:
    assert quadratic_kappa([(0, 0), (1, 0)]) is None
    assert quadratic_kappa([]) is None
    assert quadratic_kappa([(0, 0), (1, 1)]) == 1
