"""What gives a bank's answers away, as whoever looks after it is told."""

from __future__ import annotations

from carelevel.analytics.assessed_points import Assessed
from carelevel.bank import Bank
from carelevel.feedback.giveaways import best_cue_says, giveaways

STORIES = 40


def story(number: int, level: str) -> Assessed:
    findings = {"support": "strong" if level == "outpatient" else "none"}
    return Assessed(f"case-{number}", "", 0, findings, level, (level,), frozenset())


def test_where_all_answers_are_alike_that_is_said_and_no_finding_is_blamed(ours: Bank) -> None:
    points = [story(number, "outpatient") for number in range(STORIES)]
    [alike] = [says for says in giveaways(points, ours.criteria) if "alone" in says or "One and the same" in says]
    assert alike.startswith("One and the same care level is accepted in 100% of the cases")
    assert best_cue_says(points, ours.criteria) is None


def test_where_they_vary_the_finding_that_tells_them_apart_is_named(ours: Bank) -> None:
    points = [story(number, ("outpatient", "residential")[number % 2]) for number in range(STORIES)]
    [cue, *_] = giveaways(points, ours.criteria)
    assert cue.startswith("Going by Support alone gives an accepted care level in 100% of the cases")
    assert "Support" in (best_cue_says(points, ours.criteria) or "")
