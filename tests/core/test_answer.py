"""What a trainee commits beside what the criteria say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from carelevel.bank import Bank
from carelevel.core.answer import (
    ACCEPTED,
    LONGEST_REASONS,
    Answer,
    Comparison,
    Confidence,
    ListCompared,
    Verdict,
    check_answer,
    compare,
)
from carelevel.core.assess import Basis, assess
from carelevel.core.case import DecisionPoint, Evidence, Key, Paragraph, Sentence
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.errors import AnswerError

OUT, PART, RES, ESCALATE = "outpatient", "partial_hospitalization", "residential", "escalate"
SURE = Confidence.FAIRLY_SURE
USING = {"withdrawal_first": True}


def told(*shown: Findings) -> DecisionPoint:
    """A decision point with a sentence for each of *shown*, in order, and a last one that shows nothing."""
    texts = [f"Sentence {number}." for number in range(len(shown) + 1)]
    sentences = tuple(Sentence(number, (12 * number, 12 * number + 11)) for number in range(len(texts)))
    return DecisionPoint(
        heading="Intake",
        paragraphs=(Paragraph(" ".join(texts), sentences),),
        evidence=tuple(
            Evidence(0, sentences[number].at, texts[number], findings, (number,))
            for number, findings in enumerate(shown)
            if findings
        ),
        findings={name: value for findings in shown for name, value in findings.items()},
        key=Key(OUT),
    )


def compared(point: DecisionPoint, criteria: Criteria, level: str = OUT, marked: Iterable[int] = ()) -> Comparison:
    return compare(Answer(level, SURE, frozenset(marked)), assess(point.findings, criteria), point, criteria)


def sentences(phrases: Iterable[Evidence]) -> list[int]:
    return [number for phrase in phrases for number in phrase.sentences]


# The verdict


@pytest.mark.parametrize(
    ("stated", "level", "verdict", "steps"),
    [
        ({"medication": "needs_help"}, PART, Verdict.AGREES, 0),
        ({"medication": "needs_help"}, OUT, Verdict.LESS_INTENSIVE, -1),
        ({"medication": "needs_help"}, RES, Verdict.MORE_INTENSIVE, 1),
        ({"medication": "needs_help"}, ESCALATE, Verdict.COULD_ANSWER, 0),
        ({"home": "tempting", "sober_living": "available"}, RES, Verdict.ALSO_ACCEPTED, 1),
        ({"support": "thin"}, OUT, Verdict.ALSO_ACCEPTED, -1),
        ({}, RES, Verdict.MORE_INTENSIVE, 2),
        ({"self_control": "struggles"}, OUT, Verdict.LESS_INTENSIVE, -2),
        ({"medication": "needs_help", "attendance": "part_time"}, PART, Verdict.MORE_INTENSIVE, 1),
        ({"medication": "needs_help", "attendance": "part_time"}, RES, Verdict.ALSO_ACCEPTED, 2),
        ({"attendance": "unreliable"}, RES, Verdict.AGREES, 0),
        ({"attendance": "unreliable"}, ESCALATE, Verdict.ALSO_ACCEPTED, 0),
        ({"attendance": "unreliable"}, OUT, Verdict.LESS_INTENSIVE, -2),
        ({"attendance": "unreliable", "wants_immersion": "wanted"}, ESCALATE, Verdict.COULD_ANSWER, 0),
        ({"attendance": "unreliable", "structure": "rigid_needed"}, ESCALATE, Verdict.COULD_ANSWER, 0),
        ({"pregnancy": "present"}, RES, Verdict.SHOULD_ESCALATE, 0),
        ({"pregnancy": "present"}, ESCALATE, Verdict.AGREES, 0),
    ],
)
def test_a_choice_has_a_verdict_and_its_distance_in_rungs(
    criteria: Criteria, stated: Findings, level: str, verdict: Verdict, steps: int
) -> None:
    said = compared(told(stated), criteria, level)
    assert (said.verdict, said.steps) == (verdict, steps)


def test_referring_counts_as_right_where_it_is_accepted_and_makes_no_answer_contested(criteria: Criteria) -> None:
    said = assess({"housing": "none"}, criteria)
    assert (said.accepted, said.basis, said.refer_accepted) == ((RES,), Basis.BY_EXCLUSION, True)
    assert compared(told({"housing": "none"}), criteria, ESCALATE).verdict in ACCEPTED


# The sentences


@pytest.mark.parametrize(
    ("shown", "deciding", "worth"),
    [
        pytest.param(
            [{"peers": "pressure_to_use"}, {"sober_living": "available"}, {"trauma": "present"}],
            [0, 1],
            [2],
            id="what eases decides, and a therapy's finding is worth marking",
        ),
        pytest.param(
            [{"peers": "pressure_to_use"}, {"sober_living": "unavailable"}],
            [0],
            [1],
            id="a bed that is taken is worth marking",
        ),
        pytest.param(
            [{"severity": "severe"}, {"prior_care": "intensive_undergone"}],
            [0, 1],
            [],
            id="a defeated indication decides with what defeats it",
        ),
        pytest.param(
            [{"support": "thin"}, {"attendance": "part_time"}], [0, 1], [], id="what gave way decides, and why it did"
        ),
        pytest.param(
            [{"attendance": "daily"}, {"self_control": "struggles"}],
            [1],
            [0],
            id="a requirement of another level is worth marking",
        ),
        pytest.param([{"attendance": "daily"}], [0], [], id="a requirement that the recommended level meets decides"),
        pytest.param([{"opioid_use": "using"}], [0], [], id="current use decides the flag"),
        pytest.param([{"opioid_use": "not_using"}], [0], [], id="use that has stopped keeps the flag from being set"),
        pytest.param(
            [{"pregnancy": "absent"}, {"psychosis": "absent"}],
            [],
            [0, 1],
            id="a red flag asked and absent is worth marking",
        ),
        pytest.param(
            [{"pregnancy": "present"}, {"self_control": "struggles"}, {"opioid_use": "using"}],
            [0],
            [1, 2],
            id="beside a red flag nothing else decides",
        ),
        pytest.param(
            [{"wants_immersion": "wanted"}, {"work_family": "job"}, {"triggers": "overwhelming"}],
            [],
            [0, 1, 2],
            id="wishes, work and triggers are worth marking",
        ),
        pytest.param(
            [{"housing": "settled", "home": "steady"}], [0], [], id="a phrase decides where one of its findings does"
        ),
    ],
)
def test_phrases_decide_or_are_worth_marking(
    criteria: Criteria, shown: list[Findings], deciding: list[int], worth: list[int]
) -> None:
    point = told(*shown)
    everything = compared(point, criteria, marked=range(point.sentence_count))
    nothing = compared(point, criteria)
    assert (sentences(everything.caught), everything.missed) == (deciding, ())
    assert (nothing.caught, sentences(nothing.missed)) == ((), deciding)
    assert (sentences(everything.worth), nothing.worth) == (worth, ())
    assert (everything.needless, nothing.needless) == ((len(shown),), ())


def test_a_phrase_is_caught_when_any_sentence_of_it_is_marked(criteria: Criteria) -> None:
    point = told({"peers": "pressure_to_use"}, {}, {"sober_living": "available"})
    long = replace(point.evidence[0], sentences=(0, 1))
    said = compared(replace(point, evidence=(long, point.evidence[1])), criteria, PART, [1])
    assert (said.caught, said.missed, said.needless) == ((long,), (point.evidence[1],), ())


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


# Flags and lists


@pytest.mark.parametrize(
    ("stated", "answered", "beside"),
    [
        ({"opioid_use": "using"}, {"withdrawal_first": False}, (False, True)),
        ({"opioid_use": "using"}, {}, (None, True)),
        ({}, {"withdrawal_first": True}, (True, False)),
        ({"pregnancy": "present"}, {"withdrawal_first": True}, (True, None)),
    ],
)
def test_flags_are_set_side_by_side_answered_or_not(
    criteria: Criteria, stated: Findings, answered: dict[str, bool], beside: tuple[bool | None, bool | None]
) -> None:
    (flag,) = compare(Answer(OUT, SURE, flags=answered), assess(stated, criteria), told(stated), criteria).flags
    assert (flag.flag, (flag.yours, flag.theirs)) == ("withdrawal_first", beside)


PRESSED = {"peers": "pressure_to_use", "sober_living": "available"}


def lists(level: str, criteria: Criteria, **named: tuple[str, ...]) -> dict[str, ListCompared]:
    said = compare(Answer(level, SURE, lists=named), assess(PRESSED, criteria), told(PRESSED), criteria)
    return {compared.named_list: compared for compared in said.lists}


def test_only_the_lists_that_are_asked_are_compared(criteria: Criteria) -> None:
    assert list(lists(PART, criteria)) == ["supports", "therapies"]


def test_lists_go_with_the_chosen_level_where_it_is_accepted_and_else_with_the_recommended_one(
    criteria: Criteria,
) -> None:
    chosen = ("support_group", "sober_living")
    agreeing = lists(PART, criteria, supports=chosen)
    assert agreeing["supports"].both == ("sober_living", "support_group")
    assert (agreeing["supports"].named, agreeing["therapies"].named) == (True, False)
    accepted = lists(RES, criteria, supports=chosen)["supports"]
    assert (accepted.both, accepted.only_yours) == ((), chosen)
    assert lists(OUT, criteria)["supports"].only_theirs == ("sober_living", "support_group")


# What is refused

WHOLE = Answer(PART, SURE, flags=USING)
POINT = told({"opioid_use": "using"}, {"support": "thin"})


def test_a_whole_answer_is_accepted_and_escalating_needs_no_flags(criteria: Criteria) -> None:
    whole = replace(WHOLE, marked=frozenset({0}), lists={"therapies": ("trauma_treatment",)}, reasons="Because.")
    check_answer(whole, POINT, criteria)
    check_answer(Answer(ESCALATE, SURE), POINT, criteria)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"level": "detox"}, "unknown level 'detox'; use one of: escalate, outpatient"),
        ({"level": "outpatients"}, "unknown level 'outpatients'; did you mean 'outpatient'?"),
        ({"level": None}, "unknown level None"),
        ({"confidence": "very"}, "unknown confidence 'very'; use one of: certain, fairly_sure, guess"),
        ({"marked": frozenset({99})}, "there is no sentence 99; mark sentences 0 to 2"),
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
    criteria: Criteria, change: dict[str, Any], message: str
) -> None:
    with pytest.raises(AnswerError) as error:
        check_answer(replace(WHOLE, **change), POINT, criteria)
    assert str(error.value).startswith(message)
