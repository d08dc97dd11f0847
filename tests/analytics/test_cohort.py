"""A group's figures from tallies."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import sqrt

import pytest
from carelevel.analytics.cohort import Cohort, cohort, correlation, points_frame, trainees_frame

from .conftest import LADDER


@dataclass(frozen=True)
class OneTrainee:
    trainee: str
    attempts: int = 4
    accepted: int = 3
    more: int = 1
    less: int = 0


@dataclass(frozen=True)
class Same:
    case: str = "kitchen-shift"
    twin: str = ""
    point: int = 0
    case_digest: str = "now"
    criteria_level: str = "outpatient"
    level: str = "outpatient"
    verdict: str = "agrees"
    confidence: str = "certain"
    phrases: str = "0+ 2-"
    attempts: int = 10
    seconds: float = 600.0


@dataclass(frozen=True)
class OneFirst:
    trainee: str
    case: str = "kitchen-shift"
    twin: str = ""
    point: int = 0
    accepted: int = 1


@dataclass(frozen=True)
class Room:
    trainees: tuple[OneTrainee, ...]
    points: tuple[Same, ...] = ()
    firsts: tuple[OneFirst, ...] = field(default=())


WRONG = Same(
    level="residential", verdict="more_intensive", confidence="guess", phrases="0- 2-", attempts=4, seconds=400.0
)
SIX = tuple(OneTrainee(f"t{number}") for number in range(6))
FIRSTS = tuple(OneFirst(one.trainee) for one in SIX)


def told(*, trainees: int = 6, points: tuple[Same, ...] = (Same(), WRONG), firsts: int = 6) -> Cohort:
    return cohort(Room(SIX[:trainees], points, FIRSTS[:firsts]), LADDER, {"kitchen-shift": "now"})


def test_a_group_of_four_is_not_broken_down() -> None:
    group = told(trainees=4)
    assert (group.n, group.attempts, group.speaks) == (4, 16, False)
    assert (group.points, group.trainees, group.untold, group.matrix.n, group.calibration.n) == ((), (), (), 0, 0)


def test_a_point_that_four_trainees_met_is_named_and_not_told() -> None:
    group = told(firsts=4)
    assert group.points == ()
    assert group.untold == (("kitchen-shift", "", 0),)


def test_a_point_says_how_many_agreed_which_level_was_wrong_and_what_was_missed() -> None:
    [point] = told().points
    assert (point.n, point.trainees, point.accepted.hits, point.seconds) == (14, 6, 10, 1000 / 14)
    assert point.wrong == {"residential": 4}
    assert {place: (caught.hits, caught.n) for place, caught in point.phrases.items()} == {0: (10, 14), 2: (0, 14)}
    assert point.missed_most == 2


def test_answers_to_an_older_text_are_left_out_and_counted() -> None:
    group = told(points=(Same(), replace(WRONG, case_digest="before")))
    assert group.outdated == 4
    assert group.points[0].wrong == {}


def test_answers_older_than_phrases_leave_the_phrases_of_others_as_they_are() -> None:
    [point] = told(points=(Same(), replace(WRONG, phrases=""))).points
    assert point.phrases[0].n == 10


def test_a_groups_brier_score_is_that_of_its_answers() -> None:
    calibration = told().calibration
    assert calibration.brier == pytest.approx((10 * 0.05**2 + 4 * 0.33**2) / 14)
    assert calibration.reference == pytest.approx(10 / 14 * 4 / 14)


def test_item_rest_correlation_leaves_the_item_out_of_the_rest() -> None:
    # Five trainees, four points; the first point's scores and the mean of the other three, by hand.
    scores = {"a": (1, 1, 1, 1), "b": (1, 1, 1, 0), "c": (1, 0, 1, 0), "d": (0, 1, 0, 0), "e": (0, 0, 0, 0)}
    # Rests of the first point: 1, 2/3, 1/3, 1/3, 0, mean 7/15; its scores 1, 1, 1, 0, 0, mean 3/5.
    by_hand = (2 - 5 * 3 / 5 * 7 / 15) / sqrt((3 - 5 * 9 / 25) * (15 / 9 - 5 * 49 / 225))
    firsts = tuple(
        OneFirst(trainee, point=number, accepted=score)
        for trainee, row in scores.items()
        for number, score in enumerate(row)
    )
    group = cohort(
        Room(tuple(OneTrainee(name) for name in scores), tuple(Same(point=number) for number in range(4)), firsts),
        LADDER,
    )
    [first] = [point for point in group.points if point.name[2] == 0]
    assert first.discrimination.value == pytest.approx(by_hand)
    assert by_hand == pytest.approx(0.7206, abs=5e-5)
    assert not first.discrimination.speaks  # five are too few


def test_a_correlation_is_none_where_everybody_was_right() -> None:
    assert correlation([(1, 0.3), (1, 0.9)]) is None
    assert correlation([(0, 0), (1, 1)]) == pytest.approx(1)


def test_tables_have_a_row_a_point_and_a_row_a_code() -> None:
    group = told()
    assert list(points_frame(group)["wrong"]) == ["residential"]
    assert list(trainees_frame(group)["trainee"]) == [f"t{number}" for number in range(6)]
