"""Which fault a record shows, and which errors are put down to what."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from carelevel.analytics.faults import Leaning, Overconfident, RuleMissed, faults
from carelevel.core.answer import Confidence
from carelevel.core.assess import Effect
from carelevel.core.attempt import Attempt, Rated

from .conftest import LADDER, seen

Make = Callable[..., list[Attempt]]


def named(*parts: list[Attempt]) -> tuple[object, ...]:
    return faults([one for part in parts for one in part], LADDER).named


def test_fewer_than_twenty_answers_name_nothing(more: Make) -> None:
    found = faults(more(19), LADDER)
    assert (found.speaks, found.named) == (False, ())


def test_errors_to_one_side_where_both_were_open_are_a_leaning(judged: Make, more: Make) -> None:
    guess = {"confidence": Confidence.GUESS}
    [leaning] = named(judged(20, **guess), more(12, **guess))
    assert isinstance(leaning, Leaning)
    assert leaning.upward
    assert (leaning.more.hits, leaning.more.n, leaning.less.hits, leaning.less.n) == (12, 32, 0, 32)


def test_errors_to_the_only_open_side_are_no_leaning(judged: Make, more: Make) -> None:
    at_the_foot = {"criteria_level": "outpatient", "accepted": LADDER[:1], "confidence": Confidence.GUESS}
    at_the_top = {"criteria_level": "residential", "accepted": LADDER[2:], "confidence": Confidence.GUESS}
    wrong_below = {**at_the_top, "level": "partial_hospitalization", "verdict": "less_intensive", "steps": -1}
    assert (
        named(judged(12, **at_the_foot), more(6, **at_the_foot), judged(12, **at_the_top), judged(6, **wrong_below))
        == ()
    )


def test_certain_words_that_hold_in_six_of_ten_are_overconfidence(judged: Make, more: Make, less: Make) -> None:
    certain = {"confidence": Confidence.CERTAIN}
    [fault] = named(judged(24, **certain), more(8, **certain), less(8, **certain))
    assert isinstance(fault, Overconfident)
    assert (fault.stated, fault.accepted.hits, fault.accepted.n) == (pytest.approx(0.95), 24, 40)


def test_errors_that_a_missed_rule_explains_are_no_leaning(judged: Make, less: Make) -> None:
    missed = (seen("peers", False),)
    fine = judged(40, rules=(seen("fear", True), seen("severity", True)))
    wrong = less(10, rules=missed)
    [fault] = named(fine, wrong)
    assert isinstance(fault, RuleMissed)
    assert (fault.rule, fault.missed.hits, fault.missed.n, fault.cost) == ("peers", 10, 10, 10)


def test_answers_in_which_a_named_rule_was_missed_say_nothing_of_a_leaning_right_or_wrong(
    judged: Make, more: Make, less: Make
) -> None:
    missed = {"rules": (seen("peers", False),)}
    fine = judged(40, rules=(seen("fear", True), seen("severity", True)))
    assert [type(fault) for fault in named(fine, less(10, **missed), more(10, **missed))] == [RuleMissed]


def test_an_error_upward_is_put_down_to_a_requirement_that_made_something_give_way(judged: Make, more: Make) -> None:
    gave_way = Rated("thin-support", Effect.GAVE_WAY, True)
    unmet = Rated("every-day", Effect.UNMET, False)
    at_the_foot = {"criteria_level": "outpatient", "accepted": LADDER[:1], "level": "partial_hospitalization"}
    fine = judged(40, rules=(seen("fear", True), seen("severity", True)))
    [fault] = named(fine, more(6, rules=(gave_way, unmet), **at_the_foot))
    assert isinstance(fault, RuleMissed)
    assert (fault.rule, fault.cost) == ("every-day", 6)
    [fault] = named(fine, more(6, rules=(unmet,)))
    assert isinstance(fault, RuleMissed)
    assert (fault.rule, fault.cost) == ("every-day", 0)


def test_a_rule_missed_each_time_stands_out_though_the_answers_were_right(judged: Make, less: Make) -> None:
    fine = judged(60, rules=(seen("fear", True), seen("severity", True)))
    others = [*less(4, rules=(seen("fear", False),)), *judged(6, rules=(seen("severity", False),))]
    [fault] = named(fine, others, judged(4, rules=(seen("peers", False),)))
    assert isinstance(fault, RuleMissed)
    assert (fault.rule, fault.cost) == ("peers", 0)


def test_the_same_errors_with_the_rule_marked_are_a_leaning(judged: Make, less: Make) -> None:
    fine = judged(40, rules=(seen("fear", True), seen("severity", True)))
    [fault] = named(fine, less(10, rules=(seen("peers", True),)))
    assert isinstance(fault, Leaning)
    assert not fault.upward


def test_two_rules_that_the_same_phrases_show_are_named_as_one(judged: Make) -> None:
    together = (seen("visits", False), seen("every-day", False))
    [fault] = named(judged(40, rules=(seen("fear", True),)), judged(6, rules=together), judged(2, rules=together[:1]))
    assert isinstance(fault, RuleMissed)
    assert (fault.rule, fault.along) == ("visits", ("every-day",))


def test_a_rule_met_twice_is_not_named(judged: Make) -> None:
    assert named(judged(40, rules=(seen("fear", True),)), judged(2, rules=(seen("peers", False),))) == ()


def test_whoever_marks_nothing_misses_no_rule_in_particular(judged: Make) -> None:
    rules = tuple(seen(rule, False) for rule in ("fear", "peers", "severity"))
    assert named(judged(40, rules=rules)) == ()


def test_a_fault_that_was_mended_a_hundred_answers_ago_is_no_longer_named(judged: Make, more: Make) -> None:
    assert named(more(60), judged(100)) == ()
