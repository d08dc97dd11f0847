"""What another fact would change, by hand: ranges, open questions and their order, nearest changes."""

from __future__ import annotations

import pytest
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.whatif import Range, answer_range, nearest, open_questions

from tests.core.people import BED, KNOWN, READY

OUT, PART, RES = "outpatient", "partial_hospitalization", "residential"


def without(*names: str) -> dict[str, str]:
    return {name: value for name, value in KNOWN.items() if name not in names}


@pytest.mark.parametrize(
    ("findings", "lowest", "highest"),
    [
        ({}, OUT, RES),
        ({"support": "thin"}, PART, RES),
        ({"peers": "pressure_to_use"}, PART, RES),
        ({"peers": "pressure_to_use", "sober_living": "unavailable"}, RES, RES),
        ({"severity": "severe"}, OUT, RES),
        ({"fear_of_return": "high"}, PART, RES),
        ({"home": "tempting"}, RES, RES),
        ({"attendance": "unreliable"}, RES, RES),
        (KNOWN, OUT, OUT),
        (without("support"), OUT, RES),
        (without("desire_to_recover"), OUT, PART),
        (without("prior_care", "sober_living"), OUT, OUT),
    ],
)
def test_the_range_is_what_the_unstated_could_still_make_of_it(
    criteria: Criteria, findings: Findings, lowest: str, highest: str
) -> None:
    assert answer_range(findings, criteria) == Range(lowest, highest)


def test_with_nothing_known_the_questions_that_leave_least_open_come_first(criteria: Criteria) -> None:
    """The widths that remain, summed: 2 for three findings, 3 for six, 4 for four; then the order of the file."""
    assert open_questions({}, criteria) == (
        *("home", "self_control", "structure"),
        *("fear_of_return", "peers", "housing", "support", "desire_to_recover", "medication"),
        *("severity", "attendance", "prior_care", "sober_living"),
    )


def test_where_one_floor_has_decided_nothing_is_left_to_ask(criteria: Criteria) -> None:
    assert open_questions({"self_control": "struggles"}, criteria) == ()


def test_a_stated_finding_is_no_question(criteria: Criteria) -> None:
    assert open_questions(KNOWN, criteria) == ()


@pytest.mark.parametrize(
    ("findings", "questions"),
    [
        ({**without("prior_care"), "severity": "severe"}, ("prior_care",)),
        (without("prior_care"), ()),
        ({**without("sober_living"), "peers": "pressure_to_use"}, ("sober_living",)),
        ({**without("sober_living"), "housing": "none"}, ("sober_living",)),
        ({**without("sober_living"), "home": "tempting"}, ()),
        (without("sober_living"), ()),
        (without("sober_living", "peers"), ("peers", "sober_living")),
    ],
)
def test_a_mitigation_is_a_question_only_where_it_could_move_the_recommendation(
    criteria: Criteria, findings: Findings, questions: tuple[str, ...]
) -> None:
    assert open_questions(findings, criteria) == questions


def test_preferences_neutral_findings_and_red_flags_are_no_questions(criteria: Criteria) -> None:
    asked = set(open_questions({}, criteria))
    assert asked == set(criteria.moving())
    assert asked.isdisjoint({"wants_immersion", "work_family", "opioid_use", "triggers", "pregnancy"})


def test_from_outpatient_ten_single_steps_lead_up_and_none_down(criteria: Criteria) -> None:
    found = nearest(KNOWN, criteria)
    assert found.down is None
    assert found.up is not None
    assert {frozenset(change.items()) for change in found.up} == {
        frozenset({pair})
        for pair in {
            "severity": "severe",
            "fear_of_return": "high",
            "peers": "pressure_to_use",
            "housing": "none",
            "home": "tempting",
            "support": "thin",
            "self_control": "struggles",
            "structure": "rigid_needed",
            "desire_to_recover": "wavering",
            "medication": "needs_help",
        }.items()
    }


def test_from_residential_a_lowered_concern_and_a_gained_mitigation_are_equally_near(criteria: Criteria) -> None:
    found = nearest({**KNOWN, "fear_of_return": "high"}, criteria)
    assert found.up is None
    assert sorted(found.down or (), key=str) == [{"fear_of_return": "low"}, {"prior_care": "intensive_completed"}]


def test_two_floors_need_two_changes(criteria: Criteria) -> None:
    found = nearest({**READY, "self_control": "struggles", "structure": "rigid_needed"}, criteria)
    assert found.down == ({"self_control": "manages", "structure": "flexible"},)


def test_fewer_steps_win_among_as_many_findings(criteria: Criteria) -> None:
    assert nearest({"support": "none"}, criteria).down == ({"support": "thin"},)


def test_fewer_findings_win_over_fewer_steps(criteria: Criteria) -> None:
    """Attendance alone takes two steps down to daily; two other findings would not be fewer."""
    found = nearest({**READY, "attendance": "unreliable", "support": "thin"}, criteria)
    assert found.down == ({"attendance": "daily"},)


def test_only_what_is_stated_changes(criteria: Criteria) -> None:
    assert nearest({}, criteria).up == ()
    assert nearest({"attendance": "part_time"}, criteria).up == ({"attendance": "unreliable"},)
    assert nearest({"peers": "pressure_to_use"}, criteria).down == ({"peers": "away_from_use"},)


def test_a_lost_bed_moves_partial_hospitalization_up(criteria: Criteria) -> None:
    found = nearest({"peers": "pressure_to_use", **BED}, criteria)
    assert found.up == ({"sober_living": "unavailable"},)
    assert found.down == ({"peers": "away_from_use"},)


def test_a_red_flag_is_never_a_nearest_change(criteria: Criteria) -> None:
    assert nearest({**READY, "pregnancy": "absent"}, criteria) == nearest(READY, criteria)
