"""When a rule is fluent, and how many trials more it may take."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest
from carelevel.core.note_attempt import KeptLine
from carelevel.core.note_trials import (
    FEWEST_TRIALS,
    FLUENT_RUN,
    MOST_LEFT,
    Left,
    Pace,
    Trial,
    fluent_run,
    left,
    new_words,
    pace,
    skimmed,
)

from tests.exports.test_notes import NOTE

NOON = datetime(2031, 4, 5, 12, tzinfo=UTC)
HIT, MISS = Trial(True, Pace.FLUENT, 0.5, NOON), Trial(False, Pace.FLUENT, 0.5, NOON)
SLOW, SKIMMED = Trial(True, Pace.SLOW, 2.0, NOON), Trial(True, Pace.SKIMMED, 0.1, NOON)


@pytest.mark.parametrize(
    ("seconds", "expected"), [(4.5, Pace.SKIMMED), (5.0, Pace.FLUENT), (27.0, Pace.FLUENT), (27.1, Pace.SLOW)]
)
def test_pace_goes_by_the_words_there_were_to_read(seconds: float, expected: Pace) -> None:
    assert pace(seconds, 70) is expected


@pytest.mark.parametrize(
    ("of_rule", "run"),
    [((), 0), ((HIT, HIT), 2), ((HIT, MISS, HIT), 1), ((HIT, SLOW), 0), ((HIT, SKIMMED, HIT), 2), ((SKIMMED,) * 9, 0)],
)
def test_only_what_is_right_and_fluent_counts_and_what_is_skimmed_is_passed_over(
    of_rule: tuple[Trial, ...], run: int
) -> None:
    assert fluent_run(of_rule) == run


def test_of_a_pair_only_the_changed_line_is_to_be_read() -> None:
    pair = replace(NOTE, id="pair", pair_of=NOTE.id, lines=(NOTE.lines[0], KeptLine("He calls.", "support", "strong")))
    assert new_words([NOTE, pair]) == {NOTE.id: NOTE.words, "pair": 2}
    quick = [replace(one, seconds=0.2) for one in (NOTE, pair)]
    assert skimmed(quick) == {NOTE.id}


def test_nothing_is_said_of_a_rule_that_was_not_tried_or_is_fluent() -> None:
    assert left(()) is None
    assert left((HIT,) * FLUENT_RUN) is None
    assert left((MISS,) * (FEWEST_TRIALS - 1)) is None


def test_the_better_it_goes_the_fewer_are_left() -> None:
    records = [(MISS,) * 6, (MISS, HIT) * 3, (MISS, HIT, HIT), (MISS, *(HIT, HIT, MISS) * 4, HIT, HIT)]
    told = [found for of_rule in records if (found := left(of_rule))]
    assert [found.likely for found in told] == sorted((found.likely for found in told), reverse=True)
    assert all(found.low <= found.likely <= found.high for found in told)
    assert left((MISS, HIT, HIT)) == Left(1, 1, 16)


def test_four_of_five_trainees_need_as_many_as_was_said() -> None:
    """Of trainees whose chance does not change and is as the estimate takes it to be."""
    chance, inside, n = Random(5), 0, 0
    for _ in range(400):
        share = chance.betavariate(3, 2)
        of_rule = [HIT if chance.random() < share else MISS for _ in range(4)]
        told = left(of_rule)
        if told is None:
            continue
        needed = 0
        while fluent_run(of_rule) < FLUENT_RUN and needed < MOST_LEFT:
            of_rule.append(HIT if chance.random() < share else MISS)
            needed += 1
        inside, n = inside + (told.low <= needed <= told.high), n + 1
    assert 0.75 < inside / n < 0.97, inside / n
