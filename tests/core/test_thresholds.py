"""Criteria as bits: states, floors, and what cannot be compiled."""

from __future__ import annotations

from dataclasses import replace

import pytest
from carelevel.core.criteria import Criteria, Prerequisite
from carelevel.core.errors import CriteriaError, UnknownFindingError
from carelevel.core.thresholds import beyond, effective, need, thresholds

from tests.core.people import BED, COMPLETED, READY


def test_a_worse_value_reaches_every_threshold_of_the_better_ones(criteria: Criteria) -> None:
    reached = thresholds(criteria).reached
    assert reached["support", "strong"] == 0
    assert reached["support", "none"] & reached["support", "thin"] == reached["support", "thin"]
    assert reached["support", "none"].bit_count() == 2


def test_no_two_findings_share_a_threshold(criteria: Criteria) -> None:
    seen = 0
    for bits in thresholds(criteria).all_of.values():
        assert not seen & bits
        seen |= bits


def test_what_is_unstated_is_at_least_concern_but_for_what_mitigates(criteria: Criteria) -> None:
    compiled = thresholds(criteria)
    assert compiled.state({}) == compiled.all_of["prior_care"] | compiled.all_of["sober_living"]
    assert compiled.state({**COMPLETED, **BED}) == 0


def test_a_state_does_not_depend_on_the_order_of_its_findings(criteria: Criteria) -> None:
    compiled = thresholds(criteria)
    assert compiled.state(READY) == compiled.state(dict(reversed(READY.items())))


@pytest.mark.parametrize(
    "findings", [{"nobody": "none"}, {"support": "no"}, {"support": None}, {"support": ["none"]}, {1: "none"}]
)
def test_whatever_is_unknown_is_refused_as_a_finding_or_value(criteria: Criteria, findings: dict[str, str]) -> None:
    with pytest.raises(UnknownFindingError, match="unknown"):
        thresholds(criteria).state(findings)


def test_an_exception_that_holds_lowers_all_three_floors_and_one_that_does_not_none(criteria: Criteria) -> None:
    compiled = thresholds(criteria)
    peers = next(fired for fired in compiled.fired_by if fired.rule.id == "peers")
    assert effective(peers, compiled.state({})) == (2, 2, 2)
    assert effective(peers, compiled.state(BED)) == (1, 1, 2)


def test_a_defeated_floor_asks_for_nothing(criteria: Criteria) -> None:
    compiled = thresholds(criteria)
    severity = next(fired for fired in compiled.fired_by if fired.rule.id == "severity")
    assert effective(severity, compiled.state(COMPLETED)) == (0, 0, 0)


def test_a_test_reads_at_least_this_much_and_a_need_at_most_this_much(criteria: Criteria) -> None:
    reached = thresholds(criteria).reached
    thin = reached["support", "thin"]
    assert need({"support": "thin"}, reached) == thin
    assert beyond({"support": "thin"}, criteria, reached) == reached["support", "none"] & ~thin
    assert beyond({"support": "none"}, criteria, reached) == 0


def test_the_most_intensive_level_is_open_to_everybody(criteria: Criteria) -> None:
    closed = Prerequisite("x", "residential", "X", ({"housing": "settled"},), (), "", "")
    with pytest.raises(CriteriaError, match="most intensive level"):
        thresholds(replace(criteria, prerequisites=(*criteria.prerequisites, closed)))


def test_criteria_are_compiled_once(criteria: Criteria) -> None:
    assert thresholds(criteria) is thresholds(criteria)
    assert thresholds(replace(criteria)) is not thresholds(criteria)
