"""A group's figures from tallies."""

from __future__ import annotations

from math import sqrt

import pytest
from carelevel.analytics.cohort import Cohort, cohort, correlation
from carelevel.core.answer import Verdict
from carelevel.core.attempt_counts import Everybody, FirstAttempt, PointTally, TraineeTally
from carelevel.core.story_digest import StoryDigest


def first(trainee: str, point: int = 0, accepted: int = 1) -> FirstAttempt:
    return FirstAttempt(trainee, "kitchen-shift", "", point, accepted)


NOW = StoryDigest("now", "marks", "file")
RIGHT = PointTally(
    case="kitchen-shift",
    twin="",
    point=0,
    case_digest=NOW.kept,
    level="outpatient",
    verdict=Verdict.AGREES,
    phrases="0+ 2-",
    attempts=10,
    seconds=600.0,
)
WRONG = RIGHT._replace(level="residential", verdict=Verdict.MORE_INTENSIVE, phrases="0- 2-", attempts=4, seconds=400.0)
SIX = tuple(TraineeTally(f"t{number}", attempts=4) for number in range(6))
FIRSTS = tuple(first(one.trainee) for one in SIX)


def told(*, trainees: int = 6, points: tuple[PointTally, ...] = (RIGHT, WRONG), firsts: int = 6) -> Cohort:
    return cohort(Everybody(SIX[:trainees], points, FIRSTS[:firsts]), {("kitchen-shift", "", 0): NOW})


def test_a_group_of_four_is_not_broken_down() -> None:
    group = told(trainees=4)
    assert (group.n, group.attempts, group.speaks) == (4, 16, False)
    assert (group.points, group.untold) == ((), ())


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
    group = told(points=(RIGHT, WRONG._replace(case_digest="before")))
    assert group.outdated == 4
    assert group.points[0].wrong == {}


def test_answers_that_are_bound_to_the_file_count_as_long_as_it_is_the_same() -> None:
    group = told(points=(RIGHT, WRONG._replace(case_digest="file")))
    assert (group.outdated, group.points[0].phrases[0].n) == (0, 14)


def test_answers_to_the_same_story_with_other_phrases_marked_count_without_their_phrases() -> None:
    group = told(points=(RIGHT, WRONG._replace(case_digest="now.others")))
    assert (group.outdated, group.points[0].n) == (0, 14)
    assert group.points[0].phrases[0].n == 10


def test_answers_older_than_phrases_leave_the_phrases_of_others_as_they_are() -> None:
    [point] = told(points=(RIGHT, WRONG._replace(phrases=""))).points
    assert point.phrases[0].n == 10


def test_item_rest_correlation_leaves_the_item_out_of_the_rest() -> None:
    # Five trainees, four points; the first point's scores and the mean of the other three, by hand.
    scores = {"a": (1, 1, 1, 1), "b": (1, 1, 1, 0), "c": (1, 0, 1, 0), "d": (0, 1, 0, 0), "e": (0, 0, 0, 0)}
    # Rests of the first point: 1, 2/3, 1/3, 1/3, 0, mean 7/15; its scores 1, 1, 1, 0, 0, mean 3/5.
    by_hand = (2 - 5 * 3 / 5 * 7 / 15) / sqrt((3 - 5 * 9 / 25) * (15 / 9 - 5 * 49 / 225))
    firsts = tuple(first(trainee, number, score) for trainee, row in scores.items() for number, score in enumerate(row))
    trainees = tuple(TraineeTally(name, attempts=4) for name in scores)
    points = tuple(RIGHT._replace(point=number) for number in range(4))
    group = cohort(Everybody(trainees, points, firsts), {("kitchen-shift", "", number): NOW for number in range(4)})
    [figure] = [point for point in group.points if point.name[2] == 0]
    assert figure.discrimination.value == pytest.approx(by_hand)
    assert by_hand == pytest.approx(0.7206, abs=5e-5)
    assert not figure.discrimination.speaks  # five are too few


def test_a_correlation_is_none_where_everybody_was_right() -> None:
    assert correlation([(1, 0.3), (1, 0.9)]) is None
    assert correlation([(0, 0), (1, 1)]) == pytest.approx(1)
