"""The bank of this checkout as a set: enough of each answer, and every part of the criteria at work often enough.

A case *exercises* an indication that fired, gave way, was eased or was defeated, the exception that did so, a
requirement that was unmet, a rule that added weight or made a level accepted, and an item that was listed with the
recommended level. Its own telling counts, its twins do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import pytest
from carelevel.core.assess import ASKING, Assessment, Effect, assess
from carelevel.core.case import DecisionPoint
from carelevel.core.criteria import ESCALATE
from carelevel.lint import lint_case

from tests.conftest import our_bank

BANK = our_bank()
CASES = BANK.cases()

AT_WORK = ASKING | {Effect.DEFEATED, Effect.UNMET, Effect.SUPPORTS, Effect.ACCEPTS}
LISTS = ("supports", "therapies", "tasks")
TENSIONS = {
    "T2": ({"A14", "B6"}, {"A17", "A18"}),
    "T3": ({"A1", "A6"}, {"B7", "B20"}),
    "T7": ({"A12"}, {"A8"}),
    "T8": ({"A2"}, {"A20"}),
    "T9": ({"A4", "B15"}, {"B9"}),
    "T10": ({"B8"}, {"A27"}),
}
"""Both sides of each tension that findings can show; a case shows it when claims of both stand behind one answer."""


def assessed(points: Iterable[DecisionPoint]) -> tuple[Assessment, ...]:
    return tuple(assess(point.findings, BANK.criteria) for point in points)


TOLD = {case.id: assessed(case.points) for case in CASES}


def exercised(told: Sequence[Assessment]) -> frozenset[str]:
    return frozenset(part for assessment in told for part in _exercised(assessment))


def _exercised(assessment: Assessment) -> Iterator[str]:
    for reason in assessment.reasons:
        if reason.effect in AT_WORK:
            yield f"rule {reason.rule}"
        if reason.exception is not None:
            yield f"exception {reason.exception + 1} of {reason.rule}"
    for named in LISTS:
        yield from (f"{named} {item}" for item in assessment.items(named))


def red_flags(told: Iterable[Assessment]) -> frozenset[str]:
    return frozenset(
        reason.rule for assessment in told for reason in assessment.reasons if reason.effect is Effect.ESCALATES
    )


def claims_behind(assessment: Assessment) -> frozenset[str]:
    """Those of its reasons, and of what is listed with any accepted level."""
    listed = {item for lists in assessment.lists.values() for items in lists.values() for item in items}
    items = (item for named in BANK.criteria.lists for item in named.items if item.id in listed)
    sources = [*(reason.claims for reason in assessment.reasons), *(item.because for item in items)]
    return frozenset(claim for claims in sources for claim in claims)


def thin(wanted: Iterable[str], counted: Counter[str], least: int) -> list[str]:
    return [f"{part}: {counted[part]} of {least} cases" for part in wanted if counted[part] < least]


@pytest.mark.parametrize("case_id", BANK.case_ids())
def test_a_case_agrees_with_its_key_and_lint_finds_nothing(case_id: str) -> None:
    checked = BANK.checked(case_id)
    assert [str(mistake) for mistake in checked.mistakes] == []
    assert checked.case is not None
    assert [f"{hit.code}: {hit.words!r}; {hit.remedy}" for hit in lint_case(checked.case, BANK.criteria)] == []


def test_every_answer_comes_up_often_enough_at_the_first_decision_point() -> None:
    first = Counter(told[0].level for told in TOLD.values())
    print(", ".join(f"{level} {count}" for level, count in first.most_common()), f"of {len(CASES)}")
    assert len(CASES) >= 54
    assert thin((level.id for level in BANK.criteria.levels), first, 15) + thin([ESCALATE], first, 9) == []


def test_enough_cases_are_contested_have_a_sequel_or_have_a_twin() -> None:
    contested = sum(len(told[0].accepted) > 1 for told in TOLD.values())
    sequels = sum(len(case.points) > 1 for case in CASES)
    with_twins = sum(bool(case.twins) for case in CASES)
    print(f"contested {contested}, with a later decision point {sequels}, with a twin {with_twins}")
    assert (contested >= 12, sequels >= 16, with_twins >= 40) == (True, True, True)


def test_a_twin_has_another_answer_where_its_phrase_is_changed() -> None:
    same = [
        f"{case.id}/{twin.id}"
        for case in CASES
        for twin in case.twins
        for number in [case.changed_point(twin.id)]
        if assessed(twin.points)[number].level == TOLD[case.id][number].level
    ]
    assert same == []


def test_every_rule_exception_support_therapy_and_task_is_exercised_by_three_cases() -> None:
    criteria = BANK.criteria
    rules = (*criteria.indications, *criteria.requirements, *criteria.contributory, *criteria.preferences)
    wanted = [f"rule {rule.id}" for rule in rules]
    wanted += [
        f"exception {place} of {rule.id}" for rule in criteria.indications for place, _ in enumerate(rule.exceptions, 1)
    ]
    wanted += [f"{named.id} {item.id}" for named in criteria.lists if named.id in LISTS for item in named.items]
    assert thin(wanted, Counter(part for told in TOLD.values() for part in exercised(told)), 3) == []


def test_every_red_flag_comes_up_in_two_cases_as_they_are_told() -> None:
    flags = [finding.id for finding in BANK.criteria.findings if finding.red_flag]
    assert thin(flags, Counter(flag for told in TOLD.values() for flag in red_flags(told)), 2) == []


def test_what_is_referred_would_without_its_red_flag_be_each_of_the_levels() -> None:
    flags = {finding.id for finding in BANK.criteria.findings if finding.red_flag}
    without = {
        assess({name: value for name, value in told[0].findings.items() if name not in flags}, BANK.criteria).level
        for told in TOLD.values()
        if told[0].level == ESCALATE
    }
    assert without == {level.id for level in BANK.criteria.levels}


def test_every_tension_that_findings_can_show_is_shown_by_two_cases() -> None:
    shown = Counter(
        name
        for told in TOLD.values()
        for name, sides in TENSIONS.items()
        if any(all(side & claims_behind(assessment) for side in sides) for assessment in told)
    )
    assert thin(TENSIONS, shown, 2) == []


def test_no_two_cases_begin_with_the_same_words() -> None:
    begins = Counter(
        " ".join(point.paragraphs[0].text.split()[:2]).lower() for case in CASES for point in case.points[:1]
    )
    assert [words for words, times in begins.items() if times > 1] == []
