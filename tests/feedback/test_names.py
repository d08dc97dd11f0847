"""What a level and a decision point are called."""

from __future__ import annotations

from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.criteria import ESCALATE
from carelevel.feedback.names import level_name, level_short, point_title, titled


def test_a_level_has_its_name_and_a_referral_has_one_too(ours: Bank) -> None:
    level = ours.criteria.levels[0]
    assert level_name(level.id, ours.criteria) == level_short(level.id, ours.criteria) == level.name
    assert level_name(ESCALATE, ours.criteria) == "Refer: outside these criteria"
    assert level_short(ESCALATE, ours.criteria) == "Refer"


def test_a_case_with_one_decision_point_is_called_by_its_title(ours: Bank) -> None:
    case = next(case for case in ours.cases() if len(case.points) == 1)
    assert point_title(case, 0) == case.title


def test_one_with_several_is_called_by_its_heading_too_and_a_twin_says_that_it_is_one(ours: Bank) -> None:
    case = next(case for case in ours.cases() if len(case.points) > 1 and case.twins)
    twin, heading = case.twins[0].id, case.points[1].heading
    assert point_title(case, 1) == f"{case.title}, {heading}"
    assert point_title(case, 1, twin) == f"{case.title}, with one change, {heading}"
    assert point_title(case, 1, twin, twin_form=messages.POINT_TWIN_NAMED) == f"{case.title}, twin {twin}, {heading}"


def test_a_face_may_join_title_and_heading_otherwise() -> None:
    assert titled("Kitchen shift", "Monday", later="{title}: {heading}") == "Kitchen shift: Monday"
