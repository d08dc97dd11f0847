"""Figures as pandas tables: a row each, every column of its type, also where there is no row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from carelevel import messages
from carelevel.analytics.assessed_points import assessed
from carelevel.analytics.cohort import cohort
from carelevel.analytics.coverage import coverage
from carelevel.analytics.tables import ANSWERS, POINTS, answers_table, coverage_table, in_words, points_table
from carelevel.bank import Bank
from carelevel.core.answer import Verdict
from carelevel.core.attempt import Attempt
from carelevel.core.attempt_counts import Everybody, FirstAttempt, PointTally, TraineeTally
from carelevel.core.criteria import ESCALATE, PLAIN_WORDS
from carelevel.core.story_digest import StoryDigest

from .conftest import MORNING

Make = Callable[..., list[Attempt]]
ALIKE = PointTally("kitchen-shift", "", 0, "now", "residential", Verdict.MORE_INTENSIVE, "0- 2+", 6, 600.0)


def test_the_table_of_answers_has_a_row_an_attempt(judged: Make, more: Make) -> None:
    table = answers_table([*judged(2), *more(1)])
    assert list(table["accepted"]) == [True, True, False]
    assert list(table["verdict"]) == ["agrees", "agrees", "more_intensive"]
    assert list(table["stated"]) == [0.70] * 3
    assert table["committed_at"][0].to_pydatetime() == MORNING


def test_the_table_of_points_has_a_row_a_point_and_no_discrimination_from_too_few() -> None:
    trainees = tuple(TraineeTally(f"t{number}", 1) for number in range(6))
    firsts = tuple(FirstAttempt(one.trainee, "kitchen-shift", "", 0, 0) for one in trainees)
    now = StoryDigest("story", "marks", "now")
    table = points_table(cohort(Everybody(trainees, (ALIKE,), firsts), {("kitchen-shift", "", 0): now}))
    [row] = table.to_dict("records")
    assert (row["wrong"], row["missed_most"], row["accepted"], row["seconds"]) == ("residential", 0, 0.0, 100.0)
    assert table["discrimination"].isna().all()


def test_the_map_has_a_row_a_part_and_a_column_a_level(pool: Bank) -> None:
    points = [point for case in pool.cases() for point in assessed(case, pool.criteria)]
    shown = coverage(points, pool.criteria)
    table = coverage_table(shown)
    assert list(table.columns) == ["kind", "within", "part", "lanes", "class", "beginners", ESCALATE, "cases", "twins"]
    assert len(table) == len(shown.rows)
    assert (
        list(in_words(table, pool.criteria.words.in_all(messages.IN_TABLES)).columns)[6]
        == pool.criteria.words.referral.do
    )


def test_a_table_for_people_has_a_word_for_a_referral(judged: Make) -> None:
    [attempt] = judged(1)
    missed = replace(attempt, criteria_level=ESCALATE, verdict=Verdict.SHOULD_ESCALATE)
    plain = answers_table([attempt, missed, replace(attempt, level=ESCALATE)])
    table = in_words(plain, PLAIN_WORDS.in_all(messages.IN_TABLES))
    assert list(table["level"]) == [attempt.level, attempt.level, "refer"]
    assert (table["criteria_level"][1], table["verdict"][1]) == ("refer", "should_refer")
    assert list(table.dtypes) == list(plain.dtypes)


def test_a_table_without_a_row_has_its_columns_and_their_types(judged: Make) -> None:
    empty, full = answers_table([]), answers_table(judged(1))
    assert list(empty.dtypes) == list(full.dtypes)
    assert (list(empty.columns), list(points_table(cohort(Everybody((), (), ()), {})).columns)) == (
        list(ANSWERS),
        list(POINTS),
    )
