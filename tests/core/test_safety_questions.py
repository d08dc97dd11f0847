"""What a story tells of the safety questions."""

from __future__ import annotations

from dataclasses import replace

from carelevel.bank import Bank
from carelevel.core.safety_questions import questions_asked, safety_told


def test_each_red_flag_is_asked_present_or_unasked(bank: Bank) -> None:
    flags = bank.criteria.red_flags
    told = safety_told({flags[0]: "absent", flags[1]: "present", "support": "strong"}, bank.criteria)
    assert (told.asked, told.present, told.unasked) == (flags[:1], flags[1:2], flags[2:])


def test_a_question_that_is_asked_at_any_decision_point_counts_once_and_one_that_is_present_does_not(
    bank: Bank,
) -> None:
    flags = bank.criteria.red_flags
    case = bank.case("fresh-ice")
    told = ({flags[0]: "absent"}, {flags[0]: "absent", flags[1]: "present"}, {flags[0]: "present"})
    points = tuple(replace(point, findings=held) for point, held in zip(case.points, told, strict=True))
    assert questions_asked(replace(case, points=points), bank.criteria) == 1
    assert questions_asked(replace(case, points=points[2:]), bank.criteria) == 0
