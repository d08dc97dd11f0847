"""Which twin or case an error brings, on the real bank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.answer import ACCEPTED, Answer, Confidence, compare
from carelevel.core.assess import assess
from carelevel.core.attempt import Attempt, Skip
from carelevel.core.difference import difference
from carelevel.core.form_answer import LENGTH
from carelevel.core.form_code import Arm, FormCode, When
from carelevel.practice import Practice
from carelevel.practice.attempt import attempt_of
from carelevel.practice.next_case import APART, Exercise, Why, choose
from carelevel.practice.pair import missed_rules, pair_of
from carelevel.practice.question import Question
from carelevel.practice.simulated_trainees import sittings
from carelevel.store.store import Store

from tests.analytics.forms import answered as in_a_form
from tests.practice.test_next_case import BANK, OFFERED, START
from tests.practice.test_practice import Clock, right


def answered(exercise: Exercise, level: str, visit: int = 0, pair: str = "", number: int | None = None) -> Attempt:
    """The answer to an exercise with that level, nothing marked."""
    case, point = BANK.case(exercise.case), exercise.number if number is None else number
    question = Question(case, exercise.twin, point, f"{visit}", START + timedelta(minutes=visit), {}, "", pair)
    said = assess(question.point.findings, BANK.criteria)
    answer = Answer(level, Confidence.GUESS, flags={flag: bool(value) for flag, value in said.flags.items()})
    compared = compare(answer, said, question.point, BANK.criteria)
    now = question.opened_at + timedelta(seconds=30)
    return attempt_of(question, answer, said, compared, BANK.criteria, trainee="wren", now=now)


def errors() -> Iterator[Attempt]:
    """Every wrong level at every exercise."""
    for exercise in OFFERED:
        for level in BANK.criteria.choices:
            attempt = answered(exercise, level)
            if attempt.verdict not in ACCEPTED:
                yield attempt


def found(name: tuple[str, str]) -> Exercise:
    return next(exercise for exercise in OFFERED if exercise.name == name)


def test_a_pair_is_where_the_level_chosen_is_the_answer_through_the_rule_that_was_missed() -> None:
    pairs = [(error, pair) for error in errors() if (pair := pair_of(OFFERED, [error], (), BANK.criteria))]
    assert len(pairs) > 150
    for error, pair in pairs:
        assert pair.exercise.level == error.level
        assert (pair.why, pair.pair) == (Why.PAIR, error.id)
        told = found((error.case, error.twin)).told[0]
        parted = difference(
            *(assess(findings, BANK.criteria) for findings in (told, pair.exercise.told[0])), BANK.criteria.ladder
        )
        assert parted.through is not None
        assert parted.through.rule == pair.rule
        assert pair.exercise.case == error.case or pair.rule in missed_rules(error)


def test_an_error_brings_the_twin_of_its_story_that_tells_the_two_levels_apart() -> None:
    twins = [one for one in OFFERED if one.twin and found((one.case, "")).level != one.level and not one.number]
    assert len(twins) > 30
    for twin in twins:
        attempt = answered(found((twin.case, "")), twin.level)
        if attempt.verdict not in ACCEPTED:
            pair = pair_of(OFFERED, [attempt], (), BANK.criteria)
            assert pair is not None
            assert (pair.exercise.case, pair.exercise.level) == (twin.case, twin.level)


def test_a_right_answer_a_skipped_pair_and_a_story_that_is_gone_bring_none() -> None:
    error = next(error for error in errors() if pair_of(OFFERED, [error], (), BANK.criteria))
    first = pair_of(OFFERED, [error], (), BANK.criteria)
    assert first is not None
    skipped = Skip("wren", first.exercise.case, error.committed_at + timedelta(minutes=1))
    other = pair_of(OFFERED, [error], (skipped,), BANK.criteria)
    assert other is None or other.exercise.case != first.exercise.case
    assert pair_of([one for one in OFFERED if one.case != error.case], [error], (), BANK.criteria) is None
    assert pair_of(OFFERED, [answered(OFFERED[0], OFFERED[0].level)], (), BANK.criteria) is None
    assert pair_of(OFFERED, [], (), BANK.criteria) is None


def test_whoever_is_always_wrong_meets_no_pair_of_a_pair_and_nothing_twice_in_a_row() -> None:
    def wrong(exercise: Exercise, visit: int, pair: str) -> Attempt:
        tried = (answered(exercise, level, visit, pair) for level in BANK.criteria.choices)
        return next((one for one in tried if one.verdict not in ACCEPTED), answered(exercise, exercise.level, visit))

    record: list[Attempt] = []
    for visit in range(80):
        pair = pair_of(OFFERED, record, (), BANK.criteria)
        chosen = pair or choose(OFFERED, record, (), "wren", START + timedelta(minutes=visit))
        assert chosen is not None
        assert not (pair and record[-1].pair)
        assert not pair or pair.exercise.name not in [(one.case, one.twin) for one in record[-APART:]]
        assert pair == pair_of(tuple(reversed(OFFERED)), list(record), (), BANK.criteria)
        record.append(wrong(chosen.exercise, visit, chosen.pair))
    assert sum(bool(one.pair) for one in record) > 10


def test_an_error_at_a_later_decision_point_is_compared_as_it_stood_there() -> None:
    late = [together for together in sittings(BANK) if len(together) > 1]
    assert late
    for together in late:
        last = together[-1]
        level = next(
            level for level in BANK.criteria.choices if level not in (*last.assessment.accepted, last.assessment.level)
        )
        error = answered(found((last.case.id, "")), level, number=last.number)
        pair = pair_of(OFFERED, [error], (), BANK.criteria)
        assert pair is None or pair.exercise.level == level


@pytest.fixture
def practice(bank: Bank, store: Store) -> Practice:
    return Practice(bank, store, "wren", clock=Clock())


def wrongly(practice: Practice) -> str:
    """A level that is not accepted, submitted; the id of its answer."""
    assert practice.question is not None
    said = practice.assessment()
    accepted = (*said.accepted, said.level)
    level = next(level for level in practice.bank.criteria.choices if level not in accepted)
    practice.submit(replace(right(practice), level=level, flags={"withdrawal_first": False}))
    return practice.question.attempt


def test_the_pair_comes_next_and_stands_beside_the_error_also_after_a_restart(
    bank: Bank, practice: Practice, store: Store
) -> None:
    practice.open_case("kitchen-shift")
    error = wrongly(practice)
    practice.go_on()
    assert practice.question is not None
    assert (practice.question.pair, practice.question.why) == (error, messages.WHY["pair"])
    again = Practice(bank, store, "wren", clock=practice.clock)
    assert again.question is not None
    assert again.question.pair == error
    result = again.submit(right(again))
    [first, kept] = store.attempts("wren")
    assert (first.id, first.pair, kept.pair) == (error, "", error)
    assert result.beside is not None
    assert (result.beside.level, result.beside.pair) == (first.level, True)
    assert Practice(bank, store, "wren", clock=practice.clock).result == replace(result, why="")
    again.go_on()
    assert not again.question.pair


@pytest.mark.parametrize("place", range(1, 5))
def test_in_the_half_of_a_split_group_without_pairs_an_error_brings_none(
    practice: Practice, store: Store, place: int
) -> None:
    code = FormCode(3, place, When.BEFORE, "T3W")
    for slot in range(LENGTH):
        answer = in_a_form(code, "wren", slot, True)
        store.keep_form_answer(replace(answer, committed_at=practice.clock() - timedelta(days=1)))
    practice.open_case("kitchen-shift")
    error = wrongly(practice)
    practice.go_on()
    assert practice.question is not None
    assert practice.question.pair == ("" if code.arm is Arm.WITHOUT else error)


def test_a_twin_that_is_taken_up_after_an_error_is_its_pair(practice: Practice, store: Store) -> None:
    practice.open_case("kitchen-shift")
    error = wrongly(practice)
    practice.open_twin("bed-taken")
    wrongly(practice)
    assert [attempt.pair for attempt in store.attempts("wren")] == ["", error]
    practice.go_on()
    assert practice.question is not None
    assert not practice.question.pair
    practice.open_case("kitchen-shift")
    practice.submit(right(practice))
    practice.open_twin("bed-taken")
    assert not practice.question.pair
