"""How the stories are told, and of whom: what a set of them must hold beside its answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from statistics import median

import pytest
from carelevel.analytics.portrayal import portrayal
from carelevel.bank.portrayal_file import read_portrayal
from carelevel.core.assess import assess
from carelevel.core.case import Case, DecisionPoint
from carelevel.core.criteria import ESCALATE

from tests.conftest import our_bank

BANK = our_bank()
CASES = BANK.cases()
FIRST = {case.id: case.points[0] for case in CASES}
LEVEL = {case: assess(point.findings, BANK.criteria).level for case, point in FIRST.items()}
FLAGS = [finding.id for finding in BANK.criteria.findings if finding.red_flag]

PLAIN, DEMANDING = 1, 3
MEDICATION = r"methadone|buprenorphine|naltrexone"
FEWEST_OF_A_GROUP = 2
ONLY_ONE = {"they"}
"""Groups of portrayal.yaml that are there to be looked for, not to be filled."""


def words_of(point: DecisionPoint) -> str:
    return "\n".join(paragraph.text for paragraph in point.paragraphs)


def text(case: Case) -> str:
    return "\n".join(words_of(point) for point in case.points)


def telling(pattern: str) -> list[Case]:
    return [case for case in CASES if re.search(pattern, text(case), re.IGNORECASE)]


def share(cases: Iterable[object]) -> Fraction:
    return Fraction(len(list(cases)), len(CASES))


def with_value(finding: str, value: str) -> list[str]:
    return [case for case, point in FIRST.items() if point.findings.get(finding) == value]


def sentences(case: Case) -> list[int]:
    """Words of each sentence."""
    return [
        len(paragraph.text[slice(*sentence.at)].split())
        for point in case.points
        for paragraph in point.paragraphs
        for sentence in paragraph.sentences
    ]


def test_most_stories_are_plain_to_read_few_are_demanding_and_none_is_unmarked() -> None:
    marks = Counter(case.reading for case in CASES)
    print(f"plain {marks[1]}, ordinary {marks[2]}, demanding {marks[3]}")
    assert (None in marks, marks[PLAIN] >= 24, marks[DEMANDING] <= 8) == (False, True, True)


def test_a_story_that_is_called_plain_has_short_sentences() -> None:
    plain = {case.id: sentences(case) for case in CASES if case.reading == PLAIN}
    long = {case: max(lengths) for case, lengths in plain.items() if max(lengths) > 32 or median(lengths) > 15}
    assert long == {}


def test_a_word_is_explained_alike_everywhere_where_it_means_nothing_of_its_own() -> None:
    meanings = {
        (term.word.lower(), term.meaning)
        for case in CASES
        for term in case.glossary
        if not term.meaning.startswith("here: ")
    }
    assert [word for word, times in Counter(word for word, _ in meanings).items() if times > 1] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_case_asks_one_to_three_questions_to_talk_about(case: Case) -> None:
    assert case.discuss.count("?") in range(1, 4)


def test_the_drug_is_named_and_what_is_in_it_today() -> None:
    assert [case.id for case in CASES if case not in telling("heroin")] == []
    assert len(telling("fentanyl")) >= 10
    assert len(telling("naloxone")) >= 8


def test_where_a_story_tells_of_medication_its_questions_name_one() -> None:
    told = telling(MEDICATION)
    print(f"medication in {len(told)} stories")
    assert len(told) >= 10
    named = rf"{MEDICATION}|medication|medicine|shot"
    assert [case.id for case in told if not re.search(named, case.discuss, re.IGNORECASE)] == []


def test_half_of_the_stories_at_least_tell_a_safety_question_as_asked_the_age_aside() -> None:
    asked = {
        case: [flag for flag in FLAGS if flag != "under_18" and point.findings.get(flag) == "absent"]
        for case, point in FIRST.items()
    }
    assert share(case for case, flags in asked.items() if flags) >= Fraction(1, 2)


@pytest.mark.parametrize(
    ("finding", "value", "most"),
    [
        ("support", "strong", Fraction(1, 2)),
        ("desire_to_recover", "clear", Fraction(1, 2)),
        ("medication", "manages", Fraction(2, 3)),
    ],
)
def test_what_is_well_is_not_told_of_everybody(finding: str, value: str, most: Fraction) -> None:
    assert share(with_value(finding, value)) <= most


def test_both_amounts_of_free_time_go_with_every_level_that_they_allow() -> None:
    """Partial hospitalization takes every day (A16), so nobody who comes part of the week can be asked to it."""
    levels = {value: {LEVEL[case] for case in with_value("attendance", value)} for value in ("daily", "part_time")}
    every = {level.id for level in BANK.criteria.levels}
    assert levels["daily"] - {ESCALATE} == every
    assert levels["part_time"] - {ESCALATE} == every - {"partial_hospitalization"}


def test_a_bed_at_a_sober_house_is_told_where_it_changes_nothing() -> None:
    unmoved = [
        case
        for case in with_value("sober_living", "available")
        if LEVEL[case] != ESCALATE
        and assess({**FIRST[case].findings, "sober_living": "unavailable"}, BANK.criteria).accepted
        == assess(FIRST[case].findings, BANK.criteria).accepted
    ]
    assert len(unmoved) >= 3


def test_everybody_who_is_to_be_portrayed_is_in_two_stories() -> None:
    shown = portrayal(CASES, LEVEL, read_portrayal(BANK.folder, BANK.criteria))
    few = [
        f"{axis.axis.name}: {group.group.name}, {group.n}"
        for axis in shown
        for group in axis.groups
        if group.n < FEWEST_OF_A_GROUP and group.group.id not in ONLY_ONE
    ]
    assert few == []


def test_few_people_own_a_home() -> None:
    shown = portrayal(CASES, LEVEL, read_portrayal(BANK.folder, BANK.criteria))
    owners = next(group for axis in shown for group in axis.groups if group.group.id == "owner")
    assert Fraction(owners.n, len(CASES)) <= Fraction(1, 4)
