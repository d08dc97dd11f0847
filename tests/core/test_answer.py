"""What a trainee commits beside what the criteria say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from carelevel.bank import Bank
from carelevel.core.answer import LONGEST_REASONS, Answer, Confidence, Verdict, check_answer, compare
from carelevel.core.assess import assess
from carelevel.core.case import DecisionPoint
from carelevel.core.criteria import Criteria
from carelevel.core.errors import AnswerError

OUT, PART, RES, ESCALATE = "outpatient", "partial_hospitalization", "residential", "escalate"
SURE = Confidence.FAIRLY_SURE
USING = {"withdrawal_first": True}


@pytest.fixture
def kitchen(bank: Bank) -> DecisionPoint:
    return bank.case("kitchen-shift").points[0]


@pytest.fixture
def answer(kitchen: DecisionPoint) -> Answer:
    return Answer(PART, SURE, flags=USING)


@pytest.mark.parametrize(
    ("case", "twin", "level", "verdict", "steps"),
    [
        ("kitchen-shift", None, PART, Verdict.AGREES, 0),
        ("kitchen-shift", None, RES, Verdict.ALSO_ACCEPTED, 1),
        ("kitchen-shift", None, OUT, Verdict.LESS_INTENSIVE, -1),
        ("kitchen-shift", None, ESCALATE, Verdict.COULD_ANSWER, 0),
        ("kitchen-shift", "bed-taken", OUT, Verdict.LESS_INTENSIVE, -2),
        ("market-stall", None, PART, Verdict.MORE_INTENSIVE, 1),
        ("market-stall", None, RES, Verdict.MORE_INTENSIVE, 2),
        ("the-plumber", "two-mornings", OUT, Verdict.ALSO_ACCEPTED, -2),
        ("the-plumber", "two-mornings", PART, Verdict.LESS_INTENSIVE, -1),
        ("with-a-ruler", None, RES, Verdict.SHOULD_ESCALATE, 0),
        ("with-a-ruler", None, ESCALATE, Verdict.AGREES, 0),
    ],
)
def test_a_choice_has_a_verdict_and_its_distance_in_rungs(
    bank: Bank, case: str, twin: str | None, level: str, verdict: Verdict, steps: int
) -> None:
    point = bank.case(case).telling(twin)[0]
    said = compare(Answer(level, SURE), assess(point.findings, bank.criteria), point, bank.criteria)
    assert (said.verdict, said.steps) == (verdict, steps)


def phrase(point: DecisionPoint, finding: str) -> tuple[int, ...]:
    return next(shown.sentences for shown in point.evidence if finding in shown.findings)


def test_a_deciding_phrase_is_caught_when_any_sentence_of_it_is_marked(
    kitchen: DecisionPoint, criteria: Criteria
) -> None:
    marked = frozenset(phrase(kitchen, "peers")[:1])
    said = compare(Answer(PART, SURE, marked), assess(kitchen.findings, criteria), kitchen, criteria)
    assert [set(shown.findings) for shown in said.caught] == [{"peers"}]
    assert [set(shown.findings) for shown in said.missed] == [{"sober_living"}]
    assert said.needless == ()


def test_the_lost_bed_of_a_twin_is_one_of_its_deciding_phrases(bank: Bank) -> None:
    (point,) = bank.case("kitchen-shift").telling("bed-taken")
    said = compare(Answer(RES, SURE), assess(point.findings, bank.criteria), point, bank.criteria)
    assert [set(shown.findings) for shown in said.missed] == [{"peers"}, {"sober_living"}]


def test_every_twin_turns_on_the_phrase_that_it_changes(bank: Bank) -> None:
    """The changed phrase decides on one side at least; where its finding is met in silence, on the other."""
    for case in bank.cases():
        for twin in case.twins:
            sides = zip(case.points, twin.points, strict=True)
            changed = {
                name for point in twin.points for shown in point.evidence if shown.changed for name in shown.findings
            }
            decided = [assess(one.findings, bank.criteria).deciding for pair in sides for one in pair]
            assert changed & frozenset().union(*decided), f"{case.id}, {twin.id}"


def test_sentences_marked_without_need_are_counted(kitchen: DecisionPoint, criteria: Criteria) -> None:
    everything = frozenset(range(kitchen.sentence_count))
    said = compare(Answer(PART, SURE, everything), assess(kitchen.findings, criteria), kitchen, criteria)
    deciding = {number for shown in said.caught for number in shown.sentences}
    assert said.missed == ()
    assert set(said.needless) == everything - deciding
    assert len(said.needless) > len(deciding)


def test_flags_are_set_side_by_side_answered_or_not(kitchen: DecisionPoint, criteria: Criteria) -> None:
    assessment = assess(kitchen.findings, criteria)
    (flag,) = compare(Answer(PART, SURE, flags={"withdrawal_first": False}), assessment, kitchen, criteria).flags
    assert (flag.flag, flag.yours, flag.theirs) == ("withdrawal_first", False, True)
    (silent,) = compare(Answer(ESCALATE, SURE), assessment, kitchen, criteria).flags
    assert (silent.yours, silent.theirs) == (None, True)


def test_an_escalated_case_has_no_flags_to_compare_with(bank: Bank) -> None:
    point = bank.case("with-a-ruler").points[0]
    (flag,) = compare(Answer(OUT, SURE, flags=USING), assess(point.findings, bank.criteria), point, bank.criteria).flags
    assert (flag.yours, flag.theirs) == (True, None)


def test_lists_go_with_the_chosen_level_where_it_is_accepted(kitchen: DecisionPoint, criteria: Criteria) -> None:
    assessment = assess(kitchen.findings, criteria)
    lists = {"supports": ("support_group", "sober_living")}
    supports, therapies = compare(Answer(PART, SURE, lists=lists), assessment, kitchen, criteria).lists
    assert supports.both == ("sober_living", "support_group")
    assert (supports.named, therapies.named) == (True, False)
    supports, _ = compare(Answer(RES, SURE, lists=lists), assessment, kitchen, criteria).lists
    assert (supports.both, supports.only_yours) == ((), ("support_group", "sober_living"))
    supports, _ = compare(Answer(OUT, SURE), assessment, kitchen, criteria).lists
    assert supports.only_theirs == ("sober_living", "support_group")


def test_only_the_lists_that_are_asked_are_compared(kitchen: DecisionPoint, criteria: Criteria) -> None:
    said = compare(Answer(PART, SURE), assess(kitchen.findings, criteria), kitchen, criteria)
    assert [one.named_list for one in said.lists] == ["supports", "therapies"]


def test_a_whole_answer_is_accepted_and_escalating_needs_no_flags(
    answer: Answer, kitchen: DecisionPoint, criteria: Criteria
) -> None:
    whole = replace(answer, marked=frozenset({0}), lists={"therapies": ("trauma_treatment",)}, reasons="Because.")
    check_answer(whole, kitchen, criteria)
    check_answer(Answer(ESCALATE, SURE), kitchen, criteria)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"level": "detox"}, "unknown level 'detox'; use one of: escalate, outpatient"),
        ({"level": "outpatients"}, "unknown level 'outpatients'; did you mean 'outpatient'?"),
        ({"level": None}, "unknown level None"),
        ({"confidence": "very"}, "unknown confidence 'very'; use one of: certain, fairly_sure, guess"),
        ({"marked": frozenset({99})}, "there is no sentence 99; mark sentences 0 to"),
        ({"marked": frozenset({-1})}, "there is no sentence -1"),
        ({"marked": frozenset({"1"})}, "there is no sentence 1"),
        ({"flags": {}}, "'withdrawal_first' is not answered yet; say yes or no"),
        ({"flags": {"withdrawal_first": "yes"}}, "unknown answer 'yes' to 'withdrawal_first'; say yes or no"),
        ({"flags": {**USING, "withdrawal_last": True}}, "unknown question 'withdrawal_last'; did you mean"),
        ({"lists": {"support": ()}}, "unknown list 'support'; did you mean 'supports'?"),
        ({"lists": {"tasks": ("manage_medication",)}}, "unknown list 'tasks'"),
        ({"lists": {"supports": ("a_dog",)}}, "unknown entry 'a_dog' of 'supports'"),
        ({"reasons": "x" * (LONGEST_REASONS + 1)}, "the reasons are 501 characters long; keep to 500"),
    ],
)
def test_whatever_the_question_did_not_offer_is_refused(
    answer: Answer, kitchen: DecisionPoint, criteria: Criteria, change: dict[str, Any], message: str
) -> None:
    with pytest.raises(AnswerError) as error:
        check_answer(replace(answer, **change), kitchen, criteria)
    assert str(error.value).startswith(message)
