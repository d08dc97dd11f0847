"""When rules come back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from carelevel.core.answer import Confidence
from carelevel.practice.spacing import Review, rating, rule_schedules
from fsrs import Rating

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def review(caught: bool, confidence: Confidence = Confidence.FAIRLY_SURE, days: float = 0, rule: str = "r") -> Review:
    return Review(rule, caught, confidence, START + timedelta(days=days))


def test_missed_again_guessed_hard_caught_good_certain_easy() -> None:
    assert rating(review(False, Confidence.CERTAIN)) is Rating.Again
    assert rating(review(True, Confidence.GUESS)) is Rating.Hard
    assert rating(review(True)) is Rating.Good
    assert rating(review(True, Confidence.CERTAIN)) is Rating.Easy


def test_a_missed_rule_comes_back_before_a_guessed_one_and_a_certain_one_last() -> None:
    due = rule_schedules(
        [
            review(False, rule="missed"),
            review(True, Confidence.GUESS, rule="guessed"),
            review(True, rule="caught"),
            review(True, Confidence.CERTAIN, rule="certain"),
        ]
    )
    order = ["missed", "guessed", "caught", "certain"]
    assert sorted(due, key=lambda rule: due[rule].due) == order
    assert due["missed"].missed
    assert not due["guessed"].missed


def test_a_rule_caught_again_and_again_stays_away_longer_each_time() -> None:
    away, day = [], 0.0
    reviews = []
    for _ in range(5):
        reviews.append(review(True, days=day))
        gap = (rule_schedules(reviews)["r"].due - START).total_seconds() / 86400 - day
        away.append(gap)
        day += max(gap, 1)
    assert away == sorted(away)
    assert away[-1] > 10


def test_the_same_record_gives_the_same_schedules() -> None:
    reviews = [review(day % 3 > 0, days=day, rule=f"rule-{day % 4}") for day in range(40)]
    assert rule_schedules(reviews) == rule_schedules(list(reviews))
