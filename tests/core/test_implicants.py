"""What closes a level off and what asks for one, as the smallest sets of thresholds, in each setting."""

from __future__ import annotations

from dataclasses import replace

import pytest
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.errors import CriteriaError
from carelevel.core.implicants import fewest, implicants
from carelevel.core.thresholds import thresholds

from tests.core import small_criteria as small

NO_BED, NO_CARE, SOME_FEAR = {"sober_living": "unavailable"}, {"prior_care": "none"}, {"fear_of_return": "high"}
FIRM = (
    ({"self_control": "struggles"}, {}),
    ({"structure": "rigid_needed"}, {}),
    ({"support": "none"}, {}),
    ({"home": "tempting"}, NO_BED),
    ({"fear_of_return": "high"}, NO_CARE),
    ({"severity": "severe"}, {**NO_CARE, **SOME_FEAR}),
    ({"peers": "pressure_to_use"}, {**NO_BED, **SOME_FEAR}),
)
"""What asks firmly for residential care: concerns, and what must not be known to ease them."""
HOMELESS = ({"housing": "none"}, NO_BED)


def bits(concerns: Findings, doubts: Findings, criteria: Criteria) -> int:
    """A set of thresholds: the concern bits of the one, the doubt bits of the other."""
    masks = thresholds(criteria).masks
    reached = [masks.concerns(masks.reached[item]) for item in concerns.items()]
    return sum(reached) | sum(masks.doubts(masks.reached[item]) for item in doubts.items())


def setting(attendance: str, criteria: Criteria) -> int:
    return thresholds(criteria).reached["attendance", attendance]


def test_a_set_that_holds_another_one_whole_is_left_out() -> None:
    assert fewest([0b111, 0b001, 0b110, 0b001]) == (0b001, 0b110)


@pytest.mark.parametrize("attendance", ["daily", "part_time", "unreliable"])
def test_nothing_closes_a_level_that_requires_nothing(criteria: Criteria, attendance: str) -> None:
    assert implicants(criteria).given(setting(attendance, criteria)).closing[2] == ()


def test_where_every_day_is_possible_eight_sets_close_both_lower_levels(criteria: Criteria) -> None:
    """Seven firm indications, each with what would ease it unknown, and no home without a bed."""
    given = implicants(criteria).given(setting("daily", criteria))
    sets = {bits(concerns, doubts, criteria) for concerns, doubts in (*FIRM, HOMELESS)}
    assert set(given.closing[0]) == set(given.closing[1]) == sets


@pytest.mark.parametrize(("attendance", "closed"), [("daily", []), ("part_time", [1]), ("unreliable", [0, 1])])
def test_a_circumstance_alone_closes_a_level_in_its_own_setting(
    criteria: Criteria, attendance: str, closed: list[int]
) -> None:
    closing = implicants(criteria).given(setting(attendance, criteria)).closing
    assert [rung for rung, sets in enumerate(closing) if sets == (0,)] == closed


@pytest.mark.parametrize(("attendance", "reaches"), [("daily", True), ("part_time", False)])
def test_thin_support_reaches_partial_hospitalization_only_where_that_can_be_attended(
    criteria: Criteria, attendance: str, reaches: bool
) -> None:
    reaching = implicants(criteria).given(setting(attendance, criteria)).reaching
    assert (bits({"support": "thin"}, {}, criteria) in reaching[1]) is reaches


def test_where_all_is_stated_a_doubt_is_a_concern(criteria: Criteria) -> None:
    deciding = implicants(criteria).given(setting("daily", criteria)).deciding
    assert bits({"housing": "none", "sober_living": "unavailable"}, {}, criteria) in deciding[2]


def test_every_lowering_gives_up_one_finding(criteria: Criteria) -> None:
    found = implicants(criteria).lowerings(bits({"peers": "pressure_to_use"}, NO_BED, criteria))
    reached = thresholds(criteria).reached
    assert set(found) == {reached["peers", "pressure_to_use"], reached["sober_living", "unavailable"]}


def test_a_finding_that_makes_what_yields_give_way_has_to_be_a_circumstance(criteria: Criteria) -> None:
    findings = tuple(replace(known, circumstance=False) for known in criteria.findings)
    with pytest.raises(CriteriaError) as error:
        implicants(replace(criteria, findings=findings))
    assert "'attendance' can close 'partial_hospitalization' and leave 'outpatient' open" in str(error.value)
    assert "make 'attendance' a circumstance, or let 'outpatient' require it too" in str(error.value)


def test_rules_that_combine_in_too_many_ways_are_refused() -> None:
    """Twelve exceptions on three findings each can fail in 3 to the 12th ways."""
    exceptions = tuple(
        small.eased({f"f{3 * place + at}": "no" for at in range(3)}, asks="low", kind="firm") for place in range(12)
    )
    broad = small.criteria(
        "low high",
        [small.finding("f"), *(small.finding(f"f{number}") for number in range(36))],
        indications=(small.indication("broad", {"f": "yes"}, "high", exceptions=exceptions),),
    )
    with pytest.raises(CriteriaError, match="more than 1000 ways; give rules fewer findings"):
        implicants(broad)


def test_circumstances_that_combine_in_too_many_ways_are_refused() -> None:
    """Seven of two values are 128 settings."""
    names = [f"c{number}" for number in range(7)]
    broad = small.criteria(
        "low high",
        [small.finding(name, circumstance=True) for name in names],
        requirements=tuple(small.requirement(name, "low", {name: "no"}) for name in names),
    )
    with pytest.raises(CriteriaError, match="circumstances can be combined in more than 64 ways; name fewer"):
        implicants(broad)
