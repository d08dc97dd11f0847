"""What the swimming bank's cases exercise, and how its answers are spread."""

from __future__ import annotations

from pathlib import Path

import pytest
from carelevel.analytics.assessed_points import Assessed, assessed
from carelevel.analytics.balance import Turn, balance
from carelevel.analytics.coverage import Coverage, coverage
from carelevel.analytics.criteria_parts import CriteriaPart, PartKind, exercised, parts, untestable
from carelevel.bank import Bank
from carelevel.core.assess import assess
from carelevel.core.criteria import ESCALATE

ROOT = Path(__file__).parents[2]
ARMBANDS = CriteriaPart(PartKind.EXCEPTION, "0", "deep-end")
NOODLE = CriteriaPart(PartKind.ITEM, "noodle", "floats")


@pytest.fixture(scope="module")
def points(pool: Bank) -> list[Assessed]:
    return [point for case in pool.cases() for point in assessed(case, pool.criteria)]


@pytest.fixture(scope="module")
def shown(pool: Bank, points: list[Assessed]) -> Coverage:
    return coverage(points, pool.criteria)


def at_work(pool: Bank, **findings: str) -> set[str]:
    return {part.id for part in exercised(assess(findings, pool.criteria), pool.criteria)}


def test_an_exception_that_holds_is_exercised_with_its_rule_and_one_that_does_not_is_not(pool: Bank) -> None:
    eased = exercised(assess({"deep_water": "afraid", "armbands": "brought"}, pool.criteria), pool.criteria)
    assert {CriteriaPart(PartKind.INDICATION, "deep-end"), ARMBANDS} <= eased
    assert ARMBANDS not in exercised(assess({"deep_water": "afraid"}, pool.criteria), pool.criteria)


def test_a_prerequisite_is_exercised_where_it_is_unmet_and_a_flag_where_it_is_yes(pool: Bank) -> None:
    assert at_work(pool, strokes="one", eyes="sting") == {"lanes-strokes", "noodle", "goggles"}
    assert at_work(pool, strokes="several", eyes="calm") == set()


def test_a_red_flag_exercises_nothing_but_itself(pool: Bank) -> None:
    assert at_work(pool, fever="has_fever", strokes="no_stroke") == {"fever"}


def test_every_case_counts_once_in_each_level_and_a_twin_apart(shown: Coverage) -> None:
    assert (shown.cases, shown.twins) == (2, 1)
    rows = {row.part: row for row in shown.rows}
    assert rows[NOODLE].cases == {"class": ("first-length", "green-armbands")}
    assert rows[CriteriaPart(PartKind.FLAG, "goggles")].twins == {"lanes": ("first-length/all-four",)}
    assert rows[CriteriaPart(PartKind.RED_FLAG, "fever")].cases == {ESCALATE: ("green-armbands",)}


def test_what_no_case_exercises_and_what_only_one_does_are_named(shown: Coverage) -> None:
    assert [row.part.id for row in shown.missing] == ["cannot-swim"]
    assert {row.part for row in shown.thin} >= {ARMBANDS, CriteriaPart(PartKind.RED_FLAG, "fever")}
    assert NOODLE not in {row.part for row in shown.thin}


def test_a_tension_is_exercised_where_two_rules_rest_on_different_claims_of_it(bank: Bank) -> None:
    criteria = bank.criteria
    wavering = exercised(assess({"desire_to_recover": "wavering"}, criteria), criteria)
    assert CriteriaPart(PartKind.TENSION, "T8") in wavering  # the wish is asked for, and interviewing offered
    assert CriteriaPart(PartKind.TENSION, "T8") not in exercised(
        assess({"desire_to_recover": "clear"}, criteria), criteria
    )
    assert untestable(criteria) == ("T1",)
    assert {part.id for part in parts(criteria)}.isdisjoint({"T1"})


def test_first_points_later_ones_and_twins_are_balanced_apart(pool: Bank, points: list[Assessed]) -> None:
    spread = balance(points, pool.criteria)
    assert spread.answers[Turn.FIRST] == {"class": 2}
    assert spread.answers[Turn.LATER] == {ESCALATE: 1}
    assert spread.answers[Turn.TWIN] == {"lanes": 1}
    assert (spread.n_contested(Turn.FIRST), spread.contested[Turn.FIRST]["class"]) == (1, 1)
