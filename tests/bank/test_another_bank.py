"""A bank of another kind works with no change of Python, and no code names what belongs to ours."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from carelevel.bank import Bank, open_bank
from carelevel.core.answer import Answer, Confidence, Verdict, check_answer, compare
from carelevel.core.assess import Basis, Effect, assess
from carelevel.core.criteria import Criteria
from carelevel.core.whatif import Range
from carelevel.lint import lint_case

from tests.bank.conftest import READING, ROOT
from tests.conftest import our_bank

LIB = ROOT / "lib" / "carelevel"
TOO_COMMON = frozenset(
    (
        *("home", "housing", "support", "supports", "structure", "trauma", "thinking", "tasks", "fear", "peers"),
        *("severity", "medication"),
    )
)
"""Words that code may hold for another reason; whoever wants to use one must not mean ours by it."""


def test_its_cases_agree_with_its_criteria(pool: Bank) -> None:
    assert [str(mistake) for checked in pool.check() for mistake in checked.mistakes] == []
    assert [case.id for case in pool.cases()] == ["first-length", "green-armbands"]


def test_its_answers_have_levels_flags_and_lists_of_their_own(pool: Bank) -> None:
    said = assess({"strokes": "several", "deep_water": "afraid", "armbands": "brought"}, pool.criteria)
    assert (said.level, said.accepted, said.basis) == ("class", ("class", "beginners"), Basis.CONTESTED)
    assert said.flags == {"goggles": False}
    assert said.lists == {"class": {"floats": ("noodle",)}, "beginners": {"floats": ("noodle",)}}
    assert said.settled is True


def test_its_unknowns_have_a_range_questions_and_nearest_changes(pool: Bank) -> None:
    said = assess({"deep_water": "afraid"}, pool.criteria)
    assert said.range == Range("class", "beginners")
    assert said.open_questions == ("armbands", "strokes")
    assert said.nearest.down == ({"deep_water": "at_ease"},)


def test_its_red_flag_escalates(pool: Bank) -> None:
    said = assess({"fever": "has_fever"}, pool.criteria)
    assert (said.level, said.flags) == ("escalate", {"goggles": None})


def test_its_answers_are_checked_and_compared(pool: Bank) -> None:
    point = pool.case("first-length").points[0]
    answer = Answer("beginners", Confidence.CERTAIN, flags={"goggles": True}, lists={"floats": ("noodle",)})
    check_answer(answer, point, pool.criteria)
    said = compare(answer, assess(point.findings, pool.criteria), point, pool.criteria)
    assert (said.verdict, said.steps) == (Verdict.MORE_INTENSIVE, 1)
    assert said.lists[0].both == ("noodle",)


# A third bank: four levels, a requirement on the highest, two of three, and places of another kind


@pytest.fixture(scope="module")
def reading() -> Bank:
    return open_bank(READING)


def test_the_third_banks_cases_agree_with_its_criteria(reading: Bank) -> None:
    assert [str(mistake) for checked in reading.check() for mistake in checked.mistakes] == []
    cases = reading.cases()
    assert [case.id for case in cases] == [
        "after-the-fair",
        "bus-nine",
        "captain-of-the-hens",
        "the-tortoise",
        "under-the-stairs",
    ]
    assert all(case.twins for case in cases)
    points = [
        point for case in cases for point in (*case.points, *(each for twin in case.twins for each in twin.points))
    ]
    assert {point.key.level for point in points} == set(reading.criteria.choices)
    assert [len(case.points) for case in cases].count(2) == 1


def test_lint_finds_nothing_in_the_third_banks_cases(reading: Bank) -> None:
    assert [hit for case in reading.cases() for hit in lint_case(case, reading.criteria)] == []


def test_where_even_the_highest_level_is_not_possible_the_answer_is_to_refer(reading: Bank) -> None:
    said = assess({"moving_on": "stuck", "journey": "too_far", "bus_seat": "all_taken"}, reading.criteria)
    assert (said.level, said.accepted, said.refer_accepted, said.red_flags) == ("escalate", (), None, ())
    assert [(reason.rule, reason.effect) for reason in said.reasons] == [
        ("stuck", Effect.FIRED),
        ("getting-there", Effect.UNMET),
    ]
    seated = assess({"moving_on": "stuck", "journey": "too_far", "bus_seat": "kept_free"}, reading.criteria)
    assert (seated.level, seated.basis) == ("reading_school", Basis.DIRECT)


def test_one_of_three_signs_asks_for_nothing_and_two_ask_for_a_level(reading: Bank) -> None:
    signs = {"pace": "halting", "thread": "loses_it", "spelling": "guesses"}
    assert all(assess({name: signs[name]}, reading.criteria).level == "in_class" for name in signs)
    for left_out in signs:
        two = {name: value for name, value in signs.items() if name != left_out}
        said = assess(two, reading.criteria)
        assert (said.level, said.accepted) == ("single_lessons", ("small_group", "single_lessons"))


def test_an_exception_counts_only_where_the_partner_is_told_of(reading: Bank) -> None:
    assert assess({"moving_on": "stuck"}, reading.criteria).level == "reading_school"
    eased = assess({"moving_on": "stuck", "partner": "every_day"}, reading.criteria)
    assert (eased.level, eased.accepted) == ("single_lessons", ("single_lessons", "reading_school"))


def test_what_yields_gives_way_where_a_full_week_closes_its_level(reading: Bank) -> None:
    two = {"pace": "halting", "spelling": "guesses"}
    levels = {
        free: assess({**two, "timetable": free}, reading.criteria).level
        for free in ("any_lesson", "two_lessons", "no_lesson")
    }
    assert levels == {"any_lesson": "single_lessons", "two_lessons": "small_group", "no_lesson": "in_class"}


def test_of_two_red_flags_the_more_urgent_stands_first_each_with_its_own_words(reading: Bank) -> None:
    said = assess({"lost_words": "words_gone", "harm": "told"}, reading.criteria)
    assert said.red_flags == ("harm", "lost_words")
    words = [reading.criteria.finding(name).red_flag for name in said.red_flags]
    assert [flag.soon for flag in words if flag] == ["before the bell", "this week"]


def test_the_three_banks_share_no_level_finding_rule_flag_or_list(reading: Bank, pool: Bank) -> None:
    def ids(criteria: Criteria) -> set[str]:
        parts = (criteria.levels, criteria.findings, tuple(criteria.rules()), criteria.flags, criteria.lists)
        return {entry.id for part in parts for entry in part}

    named = [ids(bank.criteria) for bank in (our_bank(), pool, reading)]
    assert sum(map(len, named)) == len(set().union(*named))


def ours() -> set[str]:
    """The ids of our bank's levels, findings, values, rules, flags and lists that mean nothing but that."""
    criteria = our_bank().criteria
    ids = {entry.id for entry in (*criteria.levels, *criteria.findings, *criteria.rules(), *criteria.flags)}
    ids |= {value.id for finding in criteria.findings for value in finding.values if "_" in value.id}
    ids |= {entry.id for named in criteria.lists for entry in (named, *named.items)}
    return ids - TOO_COMMON


def code() -> Iterator[tuple[Path, int, str]]:
    """Every line of the code, a docstring's aside: an example may speak of our bank."""
    for kind in ("*.py", "*.js", "*.css", "*.html"):
        for path in sorted(LIB.rglob(kind)):
            text = path.read_text(encoding="utf-8")
            told = docstring_lines(text) if kind == "*.py" else frozenset()
            yield from ((path, number, line) for number, line in enumerate(text.split("\n"), 1) if number not in told)


def docstring_lines(text: str) -> frozenset[int]:
    """The lines of strings that stand by themselves."""
    told = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Expr)]
    alone = [node for node in told if isinstance(node.value, ast.Constant)]
    return frozenset(line for node in alone for line in range(node.lineno, (node.end_lineno or node.lineno) + 1))


def test_no_code_names_a_level_finding_or_rule_of_our_bank() -> None:
    names = ours()
    assert {"residential", "outpatient", "sober_living", "withdrawal_first", "opioid_use"} <= names
    word = re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")(?![\w-])")
    found = [
        f"{path.relative_to(ROOT)}:{number}: {match[1]}"
        for path, number, line in code()
        for match in word.finditer(line)
    ]
    assert found == []
