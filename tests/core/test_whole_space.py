"""What must hold over the whole space of this bank's states, by enumeration."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest
from carelevel.bank import Bank
from carelevel.core.assess import decide
from carelevel.core.criteria import Criteria

from tests.core import by_the_tables
from tests.core.properties import (
    dead_rules,
    moves_by_structure,
    not_deterministic,
    not_monotone,
    not_neutral,
    not_total,
    off_the_tables,
    off_the_tables_levels,
    over_completions,
    wrong_extremes,
    wrong_keys,
    wrong_locators,
    wrong_nearest,
    wrong_order,
    wrong_places,
    wrong_questions,
    wrong_ranges,
)
from tests.core.space import Space, complete_states

MOVING = (
    "severity",
    "fear_of_return",
    "peers",
    "housing",
    "home",
    "support",
    "self_control",
    "structure",
    "desire_to_recover",
    "attendance",
    "medication",
    "prior_care",
    "sober_living",
)
NEUTRAL = ("work_family", "mental_health", "trauma", "thinking", "loved_ones", "triggers", "opioid_use")
ARTICLES = Path(os.environ.get("CARELEVEL_SOURCES") or Path(__file__).parents[3] / "shared" / "sources")


def none_of(failures: Iterable[str]) -> None:
    """Pass where there are no *failures*, else print the first few."""
    found = [failure for failure, _ in zip(failures, range(5), strict=False)]
    assert not found, "\n".join(found)


def test_thirteen_findings_move_the_level(criteria: Criteria) -> None:
    assert criteria.moving() == MOVING


def test_the_space_has_18_432_complete_states_and_2_834_352_in_all(space: Space) -> None:
    assert (space.complete(space.level).size, space.level.size) == (18_432, 2_834_352)


@pytest.mark.parametrize(
    ("rung", "recommended", "alone"), [(0, 480, 54), (1, 448, 96), (2, 17_504, 17_504)], ids=by_the_tables.LADDER
)
def test_so_many_of_the_complete_states_recommend_a_level_and_accept_no_other(
    space: Space, rung: int, recommended: int, alone: int
) -> None:
    level, accepted = space.complete(space.level), space.complete(space.accepted)
    assert np.count_nonzero(level == rung) == recommended
    assert np.count_nonzero((level == rung) & (accepted == 1 << rung)) == alone


def test_704_of_the_complete_states_are_residential_though_nothing_asks_for_it(criteria: Criteria) -> None:
    unasked = (
        all(one.asks < by_the_tables.RESIDENTIAL for one in by_the_tables.fired(state))
        and by_the_tables.answer(state).level == "residential"
        for state in complete_states(criteria, MOVING)
    )
    assert sum(unasked) == 704


def test_every_complete_state_is_answered_as_the_tables_say(criteria: Criteria) -> None:
    none_of(off_the_tables(criteria, complete_states(criteria, MOVING)))


@pytest.mark.parametrize("wish", ["not_wanted", "wanted"])
def test_a_state_in_which_some_is_unstated_is_answered_as_the_tables_say(space: Space, wish: str) -> None:
    states = ({**space.findings(index), "wants_immersion": wish} for index in space.sample(2_000, seed=8))
    none_of(off_the_tables(space.criteria, states))


def test_the_levels_of_100_000_states_are_those_of_the_tables(space: Space) -> None:
    none_of(off_the_tables_levels(space, space.sample(100_000, seed=9)))


def test_1_every_state_has_an_answer(space: Space) -> None:
    none_of(not_total(space))


def test_1_a_state_has_the_same_answer_each_time_whatever_the_order_of_its_findings(space: Space) -> None:
    none_of(not_deterministic(space, space.sample(20_000, seed=1)))


def test_2_raising_a_concern_never_lowers_the_recommendation_or_an_end_of_the_accepted_levels(space: Space) -> None:
    none_of(not_monotone(space))


def test_3_no_rule_reads_a_neutral_finding(criteria: Criteria) -> None:
    none_of(moves_by_structure(criteria, NEUTRAL))


def test_3_varying_a_neutral_finding_alone_never_moves_the_answer(space: Space) -> None:
    states = [space.findings(index) for index in space.sample(2_000, seed=3)]
    none_of(not_neutral(space, NEUTRAL, states, decide))


def test_3_a_wish_for_immersion_never_changes_the_recommendation(space: Space) -> None:
    for index in space.sample(20_000, seed=33):
        wished = {**space.findings(index), "wants_immersion": "wanted"}
        assert space.criteria.rung(decide(wished, space.criteria).level) == space.level[tuple(index)]


def test_4_no_rule_could_be_left_out(space: Space) -> None:
    none_of(dead_rules(space))


def test_5_the_range_of_every_state_is_that_over_all_its_completions(space: Space) -> None:
    none_of(wrong_ranges(space))


def test_5_two_evaluations_for_each_value_of_attendance_give_the_range_of_all_completions(space: Space) -> None:
    none_of(wrong_extremes(space))


def test_the_recommendation_lies_within_its_own_range_in_every_state(space: Space) -> None:
    assert (over_completions(space, np.min) <= space.level).all()
    assert (space.level <= over_completions(space, np.max)).all()


@pytest.mark.parametrize("name", [name for name in MOVING if name != "fear_of_return"])
def test_what_is_unstated_counts_as_least_concern_and_what_would_ease_as_not_given(space: Space, name: str) -> None:
    """Fear is read both ways: it asks for residential care itself, and little of it eases two other indications."""
    axis = MOVING.index(name)
    assumed = 1 if name in ("prior_care", "sober_living") else 0
    for table in (space.level, space.accepted):
        assert (np.take(table, -1, axis) == np.take(table, assumed, axis)).all()


def test_the_open_questions_are_those_that_some_completion_depends_on(space: Space) -> None:
    none_of(wrong_questions(space, space.sample(20_000, seed=5)))


def test_the_open_questions_come_in_the_order_of_what_they_leave_open(space: Space) -> None:
    none_of(wrong_order(space, space.sample(2_000, seed=6)))


def test_the_nearest_changes_are_the_smallest_of_all_changes(space: Space) -> None:
    none_of(wrong_nearest(space, space.sample(2_000, seed=7)))


def test_the_nearest_changes_of_complete_states_are_the_smallest_of_all_changes(space: Space) -> None:
    complete = np.stack([np.unravel_index(n, space.complete(space.level).shape) for n in range(0, 18_432, 60)])
    none_of(wrong_nearest(space, complete))


def test_6_every_locator_names_a_paragraph_or_bullet_that_is_there(criteria: Criteria) -> None:
    none_of(wrong_locators(criteria))


@pytest.mark.parametrize("name", ["A", "B"])
def test_6_the_criteria_agree_with_the_articles(criteria: Criteria, name: str) -> None:
    source = next(source for source in criteria.sources if source.id == name)
    articles = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in ARTICLES.glob("*.txt")}
    if not articles:
        pytest.skip("the articles are not part of the project; set CARELEVEL_SOURCES to a folder that has them")
    assert source.sha256 in articles, f"no article has the SHA-256 that criteria.yaml gives for {name}"
    none_of(wrong_places(criteria, source, articles[source.sha256].read_text(encoding="utf-8")))


def test_7_every_key_is_the_computed_answer_or_carries_a_dissent(bank: Bank) -> None:
    assert [str(mistake) for checked in bank.check() for mistake in checked.mistakes] == []
    none_of(wrong_keys(bank))
