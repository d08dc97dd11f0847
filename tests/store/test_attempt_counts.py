"""Everybody's attempts, counted by the database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from carelevel.core.answer import Verdict
from carelevel.core.attempt import Attempt
from carelevel.store import attempt_counts
from carelevel.store.store import Store

Make = Callable[..., Attempt]


def test_an_empty_store_counts_nobody(store: Store) -> None:
    assert store.everybody() == ((), (), ())


def test_each_trainees_attempts_are_counted(store: Store, attempt: Make) -> None:
    for number, trainee in enumerate(("owl", "wren", "owl", "owl")):
        store.keep(attempt(number, trainee=trainee))
    assert store.everybody().trainees == (("owl", 3), ("wren", 1))


def test_like_attempts_at_one_decision_point_are_one_tally(store: Store, attempt: Make) -> None:
    for number, phrases in enumerate(("0+ 1-", "0+ 1-", "0+ 1+")):
        store.keep(attempt(number, trainee=f"t{number}", phrases=phrases, seconds=60.0))
    tallies = store.everybody().points
    assert [(tally.phrases, tally.attempts, tally.seconds) for tally in sorted(tallies)] == [
        ("0+ 1+", 1, 60.0),
        ("0+ 1-", 2, 120.0),
    ]


def test_a_pause_counts_as_half_an_hour(store: Store, attempt: Make) -> None:
    store.keep(attempt(seconds=86_400.0))
    [tally] = store.everybody().points
    assert tally.seconds == 1800


def test_only_the_first_attempt_at_a_point_is_a_first(store: Store, attempt: Make) -> None:
    store.keep(attempt(10, trainee="owl", verdict=Verdict.AGREES))
    store.keep(attempt(5, trainee="owl", verdict=Verdict.LESS_INTENSIVE))
    store.keep(attempt(20, trainee="owl", verdict=Verdict.AGREES, twin="bed-taken"))
    firsts = sorted(store.everybody().firsts)
    assert [(first.twin, first.accepted) for first in firsts] == [("", 0), ("bed-taken", 1)]


@pytest.mark.parametrize("helped", [{"steps_shown": 1}, {"hints": "2:1"}], ids=str)
def test_what_a_worked_step_or_a_hint_told_of_is_in_no_figure_of_a_case(
    store: Store, attempt: Make, helped: dict[str, Any]
) -> None:
    store.keep(attempt(0, trainee="owl", **helped))
    store.keep(attempt(5, trainee="owl"))
    store.keep(attempt(9, trainee="wren", support="cued"))
    everybody = store.everybody()
    assert [(tally.trainee, tally.attempts) for tally in everybody.trainees] == [("owl", 2), ("wren", 1)]
    assert sum(tally.attempts for tally in everybody.points) == 2
    assert [first.trainee for first in everybody.firsts] == ["wren"], "a second look is no first"


def test_firsts_are_read_of_a_sample_of_trainees(store: Store, attempt: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempt_counts, "SAMPLE", 2)
    for trainee in "abc":
        store.keep(attempt(trainee=trainee))
    assert sorted(first.trainee for first in store.everybody().firsts) == ["a", "b"]
    assert len(store.everybody().trainees) == 3
