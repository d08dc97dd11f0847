"""What closes a level off and what asks for one, as the smallest sets of thresholds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from carelevel.core.criteria import Criteria, Finding, Value
from carelevel.core.errors import CriteriaError
from carelevel.core.implicants import fewest, implicants
from carelevel.core.thresholds import need, thresholds


def test_a_set_that_holds_another_one_whole_is_left_out() -> None:
    assert fewest([0b111, 0b001, 0b110, 0b001]) == (0b001, 0b110)


def test_nothing_closes_the_most_intensive_level(criteria: Criteria) -> None:
    assert implicants(criteria).closing[-1] == ()


def test_what_closes_partial_hospitalization_off_are_nine_sets(criteria: Criteria) -> None:
    """Five floors by one finding or two, severity and company with what would ease them, and its own two needs."""
    reached = thresholds(criteria).reached
    sets = (
        {"self_control": "struggles"},
        {"structure": "rigid_needed"},
        {"support": "none"},
        {"home": "tempting"},
        {"fear_of_return": "high", "prior_care": "none"},
        {"severity": "severe", "prior_care": "none"},
        {"peers": "pressure_to_use", "sober_living": "unavailable"},
        {"attendance": "part_time"},
        {"housing": "none", "sober_living": "unavailable"},
    )
    assert set(implicants(criteria).closing[1]) == {need(one, reached) for one in sets}


def test_what_asks_for_residential_closes_both_levels_below(criteria: Criteria) -> None:
    asking = implicants(criteria).asking
    assert asking[0] == (0,)
    reached = thresholds(criteria).reached
    assert need({"attendance": "unreliable"}, reached) in asking[2]
    assert need({"attendance": "part_time"}, reached) not in asking[2]
    assert need({"attendance": "part_time", "support": "thin"}, reached) in asking[2]


def test_rules_that_combine_in_too_many_ways_are_refused(criteria: Criteria) -> None:
    """Twelve exceptions on three findings each can fail in 3 to the 12th ways."""
    values = (Value("no", ""), Value("yes", ""))
    findings = tuple(Finding(f"f{number}", "", "", values) for number in range(36))
    floor = criteria.floors[-1]
    eased = tuple(
        replace(floor.exceptions[0], when={f"f{3 * place + at}": "no" for at in range(3)}) for place in range(12)
    )
    broad = replace(criteria, findings=criteria.findings + findings, floors=(replace(floor, exceptions=eased),))
    with pytest.raises(CriteriaError, match="more than 1000 ways; give rules fewer findings"):
        implicants(broad)
