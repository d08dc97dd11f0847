"""Criteria as bits: states, what rules read in them, outcomes, and what cannot be compiled."""

from __future__ import annotations

from dataclasses import replace

import pytest
from carelevel.core.criteria import Criteria, Findings, Indication
from carelevel.core.errors import CriteriaError, UnknownFindingError
from carelevel.core.thresholds import Outcome, enough, thresholds

from tests.core.people import BED, PART_TIME, READY, UNDERGONE


def test_a_worse_value_reaches_every_threshold_of_the_better_ones(criteria: Criteria) -> None:
    reached = thresholds(criteria).reached
    assert reached["support", "strong"] == 0
    assert reached["support", "none"] & reached["support", "thin"] == reached["support", "thin"]
    assert [reached["support", value].bit_count() for value in ("thin", "none")] == [2, 4]


def test_no_two_findings_share_a_bit(criteria: Criteria) -> None:
    seen = 0
    for bits in thresholds(criteria).all_of.values():
        assert not seen & bits
        seen |= bits


def test_what_is_unstated_is_of_no_concern_and_in_every_doubt(criteria: Criteria) -> None:
    compiled = thresholds(criteria)
    least = {finding.id: finding.values[0].id for finding in criteria.findings}
    assert compiled.state(least) == 0
    assert compiled.state({}) == compiled.unstated == ((1 << compiled.width) - 1) << compiled.width
    assert compiled.state({"support": "none"}) == compiled.unstated | compiled.reached["support", "none"]


def test_a_state_does_not_depend_on_the_order_of_its_findings(criteria: Criteria) -> None:
    compiled = thresholds(criteria)
    assert compiled.state(READY) == compiled.state(dict(reversed(READY.items())))


@pytest.mark.parametrize(
    "findings", [{"nobody": "none"}, {"support": "no"}, {"support": None}, {"support": ["none"]}, {1: "none"}]
)
def test_whatever_is_unknown_is_refused_as_a_finding_or_value(criteria: Criteria, findings: dict[str, str]) -> None:
    with pytest.raises(UnknownFindingError, match="unknown"):
        thresholds(criteria).state(findings)


@pytest.mark.parametrize(
    ("rule", "findings", "applies", "exception"),
    [
        ("peers", {}, False, None),
        ("peers", {"peers": "pressure_to_use"}, True, None),
        ("peers", {"peers": "pressure_to_use", **BED}, True, 1),
        ("peers", {"peers": "pressure_to_use", **BED, "fear_of_return": "low"}, True, 0),
        ("severity", {"severity": "severe", **UNDERGONE}, True, 0),
        ("outpatient-support", {"support": "none"}, True, None),
    ],
)
def test_an_indication_reads_at_least_this_much_and_its_exceptions_only_what_is_stated(
    criteria: Criteria, rule: str, findings: Findings, applies: bool, exception: int | None
) -> None:
    compiled = thresholds(criteria)
    asking = next(known for known in compiled.asking if known.rule.id == rule)
    state = compiled.state(findings)
    assert asking.applies(state) is applies
    assert exception == (asking.exception(state) if applies else None)


@pytest.mark.parametrize(
    ("rule", "findings", "met"),
    [
        ("outpatient-attendance", {}, True),
        ("outpatient-attendance", PART_TIME, True),
        ("outpatient-attendance", {"attendance": "unreliable"}, False),
        ("partial-attendance", PART_TIME, False),
        ("partial-housing", {"housing": "none"}, False),
        ("partial-housing", {"housing": "none", **BED}, True),
        ("partial-housing", {"housing": "none", "sober_living": "unavailable"}, False),
    ],
)
def test_a_requirement_takes_what_is_unstated_for_granted_and_what_stands_in_only_where_it_is_stated(
    criteria: Criteria, rule: str, findings: Findings, met: bool
) -> None:
    compiled = thresholds(criteria)
    required = next(known for known in compiled.required if known.rule.id == rule)
    assert required.met(compiled.state(findings)) is met


@pytest.mark.parametrize(
    ("findings", "outcome"),
    [
        ({}, Outcome(0, 0b001, False, 0)),
        ({"support": "thin"}, Outcome(1, 0b011, False, 1)),
        ({"medication": "needs_help", **PART_TIME}, Outcome(0, 0b101, True, 1)),
        ({"attendance": "unreliable"}, Outcome(2, 0b100, False, 0)),
        ({"wants_immersion": "wanted"}, Outcome(0, 0b101, False, 0)),
    ],
)
def test_an_outcome_is_a_rung_the_accepted_ones_and_what_gave_way(
    criteria: Criteria, findings: Findings, outcome: Outcome
) -> None:
    compiled = thresholds(criteria)
    assert compiled.outcome(compiled.state(findings)) == outcome


def test_a_need_is_of_at_least_this_much_and_beyond_is_of_more_or_unstated(criteria: Criteria) -> None:
    compiled = thresholds(criteria)
    both_bits_of_none = compiled.reached["support", "none"] & ~compiled.reached["support", "thin"]
    assert compiled.need({"support": "thin"}) == compiled.masks.concerns(compiled.reached["support", "thin"])
    assert compiled.beyond({"support": "thin"}) == compiled.masks.doubts(both_bits_of_none)
    assert compiled.beyond({"support": "none"}) == 0
    assert compiled.state({}) & compiled.beyond({"support": "thin"})
    assert compiled.both(compiled.need({"support": "thin"})) == compiled.reached["support", "thin"]


def test_two_of_three_are_three_pairs_and_without_a_number_all_are_needed() -> None:
    three = {"a": "yes", "b": "yes", "c": "yes"}
    assert [tuple(part) for part in enough(three, 2)] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert list(enough(three, None)) == [three]


def test_what_can_be_met_in_too_many_ways_is_refused(criteria: Criteria) -> None:
    """Seven of fourteen are 3,432 ways."""
    names = [finding.id for finding in criteria.findings[:14]]
    when = {name: criteria.finding(name).values[1].id for name in names}
    broad = Indication("broad", "", when, "residential", "firm", "direct", (), "", at_least=7)
    with pytest.raises(CriteriaError, match="'at_least: 7' of 14 findings can be met in more than 1000 ways"):
        thresholds(replace(criteria, indications=(broad,)))


def test_criteria_are_compiled_once(criteria: Criteria) -> None:
    assert thresholds(criteria) is thresholds(criteria)
    assert thresholds(replace(criteria)) is not thresholds(criteria)
