"""Whom stories portray, as far as words and findings show it."""

from __future__ import annotations

from carelevel.analytics.portrayal import FEWEST_OF_A_GROUP, AxisShown, portrayal
from carelevel.core.case import Case, DecisionPoint, Key, Paragraph
from carelevel.core.groups import Axis, Group

FARM = Group("farm", "On farms", words=("ewe", "milk*"))
SHOP = Group("shop", "In shops", words=("counter",), findings={"work": ("shop",)})
WORK = Axis("work", "Work", (FARM, SHOP))


def case(name: str, text: str, **findings: str) -> Case:
    point = DecisionPoint("Intake", (Paragraph(text, ()),), (), findings, Key("low"))
    return Case(name, name, 1, (point,), "d")


def shown(cases: list[Case], outcomes: list[str], axis: Axis = WORK) -> AxisShown:
    [one] = portrayal(cases, dict(zip([case.id for case in cases], outcomes, strict=True)), [axis])
    return one


def test_a_word_is_found_whole_whatever_its_capitals_and_a_star_takes_its_endings() -> None:
    cases = [case("a", "A Ewe."), case("b", "He is fewer."), case("c", "She milked."), case("d", "", work="shop")]
    found = shown(cases, ["low"] * 4)
    assert [one.cases for one in found.groups] == [("a", "c"), ("d",)]
    assert found.nowhere == ("b",)


def test_a_word_is_found_behind_blanks_and_hyphens_that_a_word_processor_sets() -> None:
    two = Axis("two", "Two", (Group("two", "Two", words=("dairy farm", "sheep-dog")),))
    assert shown(
        [case("a", "A dairy\u00a0farm."), case("b", "A sheep\u2011dog."), case("c", "A sheep\u00addog.")],
        ["low"] * 3,
        two,
    ).groups[0].cases == ("a", "b")


def test_signs_that_mean_something_to_a_search_are_words_like_others() -> None:
    odd = Axis("odd", "Odd", (Group("odd", "Odd", words=("a.c", "(x")),))
    assert shown([case("a", "abc xx")], ["low"], odd).nowhere == ("a",)


def test_a_group_of_four_that_always_meets_one_outcome_is_warned_of_with_its_chance() -> None:
    cases = [case(str(number), "A ewe." if number < FEWEST_OF_A_GROUP else "The counter.") for number in range(8)]
    farm, shop = shown(cases, ["high"] * 4 + ["high", "low", "low", "low"]).groups
    assert (farm.one_outcome, shop.one_outcome) == ("high", None)
    assert round(farm.chance, 4) == round(5 / 70, 4)  # of the 70 ways to draw 4 of 8, 5 are all high and none all low


def test_a_case_without_an_outcome_is_in_no_group() -> None:
    [work] = portrayal([case("a", "A ewe."), case("held", "A ewe."), case("retired", "")], {"a": "low"}, [WORK])
    assert [one.cases for one in work.groups] == [("a",), ()]
    assert work.nowhere == ()


def test_three_of_one_outcome_are_too_few_to_warn() -> None:
    cases = [case(str(number), "A ewe.") for number in range(3)]
    assert shown(cases, ["high"] * 3).groups[0].one_outcome is None


def test_by_most_words_a_story_belongs_to_one_group_and_to_none_where_two_are_as_frequent() -> None:
    axis = Axis("as", "As", (Group("he", "He", words=("he",)), Group("she", "She", words=("she",))), one="most_words")
    found = shown([case("a", "He and she and he."), case("b", "He, she.")], ["low"] * 2, axis)
    assert [one.cases for one in found.groups] == [("a",), ()]
    assert found.nowhere == ("b",)
