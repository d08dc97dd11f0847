"""Supervisors who answered blind: when that speaks, and on what they part."""

from __future__ import annotations

from datetime import UTC, datetime

from carelevel.analytics.supervisor_agreement import Supervisors, supervisors
from carelevel.core.criteria import ESCALATE
from carelevel.core.supervisor_answer import SupervisorAnswer

from .conftest import LADDER

LOW, MIDDLE, HIGH = LADDER
CASES = [f"case-{number}" for number in range(6)]
NOW = {(case, 0): "now" for case in CASES}


def choice(code: str, case: str, level: str, text_digest: str = "now") -> SupervisorAnswer:
    return SupervisorAnswer(code, case, 0, text_digest, level, datetime(2031, 4, 5, tzinfo=UTC))


def chosen(*columns: tuple[str, ...], codes: str = "ab") -> list[SupervisorAnswer]:
    return [
        choice(code, case, level)
        for case, column in zip(CASES, columns, strict=False)
        for code, level in zip(codes, column, strict=True)
    ]


AGREED = ((LOW, LOW), (HIGH, HIGH), (MIDDLE, MIDDLE), (LOW, LOW))


def told(answers: list[SupervisorAnswer]) -> Supervisors:
    return supervisors(answers, LADDER, NOW)


def test_one_supervisor_or_four_points_in_common_say_nothing() -> None:
    assert not told([choice("a", case, LOW) for case in CASES]).speaks
    four = told([*chosen(*AGREED), choice("a", "case-5", LOW)])
    assert (four.n, four.points, four.speaks) == (2, 4, False)
    assert (four.by_choice.value, four.parted) == (None, ())


def test_an_answer_that_is_not_sure_is_no_answer() -> None:
    assert told(chosen(*AGREED, (LOW, ""))).points == 4


def test_full_agreement_is_one_and_parts_on_nothing() -> None:
    found = told(chosen(*AGREED, (HIGH, HIGH)))
    assert found.speaks
    assert (found.by_choice.value, found.by_ladder.value, found.parted) == (1, 1, ())


def test_escalate_counts_as_a_choice_and_not_as_a_rung() -> None:
    found = told(chosen(*AGREED, (HIGH, HIGH), (HIGH, ESCALATE)))
    assert (found.points, found.ladder_points) == (6, 5)
    assert found.by_choice.value is not None
    assert found.by_choice.value < 1
    assert found.by_ladder.value == 1


def test_too_few_points_on_the_ladder_leave_only_the_choices() -> None:
    found = told(chosen(*AGREED, (ESCALATE, ESCALATE)))
    assert found.speaks
    assert not found.ladder_speaks
    assert found.by_ladder.value is None


def test_what_they_part_on_comes_with_the_most_divided_first_and_of_the_like_the_widest() -> None:
    found = told(chosen((LOW, LOW), (LOW, MIDDLE), (LOW, HIGH), (LOW, LOW), (HIGH, HIGH), (HIGH, HIGH)))
    assert [(one.case, dict(one.chosen), one.apart) for one in found.parted] == [
        ("case-2", {LOW: 1, HIGH: 1}, 1.0),
        ("case-1", {LOW: 1, MIDDLE: 1}, 1.0),
    ]
    three = told(chosen((LOW, LOW, HIGH), (LOW, MIDDLE, HIGH), *[(LOW,) * 3] * 3, codes="abc"))
    assert [(one.case, round(one.apart, 2)) for one in three.parted] == [("case-1", 1.0), ("case-0", 0.67)]


def test_answers_to_an_older_text_are_left_out_and_counted() -> None:
    older = [choice(code, "case-4", LOW, text_digest="then") for code in "ab"]
    found = told([*chosen(*AGREED), *older])
    assert (found.points, found.outdated) == (4, 2)
