"""What the language of criteria.yaml can say beyond our own bank, with small criteria of another trade."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import pytest
from carelevel.bank import open_bank
from carelevel.core.assess import Basis, Effect, ReasonKind, assess, decide
from carelevel.core.criteria import ESCALATE, Criteria, Findings
from carelevel.core.errors import CriteriaError
from carelevel.core.implicants import implicants
from carelevel.core.whatif import Nearest, Range, answer_range, nearest, open_questions

from tests.core import by_the_rules
from tests.core.drawn_criteria import drawn_criteria
from tests.core.properties import (
    dead_rules,
    moves_by_structure,
    not_deterministic,
    not_monotone,
    not_total,
    wrong_extremes,
    wrong_nearest,
    wrong_order,
    wrong_questions,
    wrong_ranges,
)
from tests.core.small_criteria import YES, criteria, eased, finding, indication, requirement
from tests.core.space import enumerate_space, states

LESSONS = criteria(
    "shallow deep sea boat",
    [
        finding("fearful", "no somewhat very"),
        finding("restless"),
        finding("tires"),
        finding("sinks"),
        finding("no_pass"),
        finding("weekdays", "free evenings none", circumstance=True),
        finding("weather", "calm rough", circumstance=True),
        finding("no_vest"),
        finding("no_doctor"),
        finding("no_guardian"),
    ],
    indications=(
        indication("eager", {"restless": YES, "tires": YES, "sinks": YES}, "deep", "yielding", at_least=2),
        indication(
            "afraid",
            {"fearful": "very"},
            "boat",
            also=("sea",),
            exceptions=(
                eased({"no_vest": "no", "no_pass": "no", "tires": "no"}, "deep", also=("shallow",), at_least=2),
                eased({"no_pass": "no"}, "sea", "yielding"),
            ),
        ),
        indication("uneasy", {"fearful": "somewhat"}, "deep", "firm", "inferred"),
        indication("sinking", {"sinks": YES, "no_vest": YES}, "sea", "yielding", "by_exclusion"),
    ),
    requirements=(
        requirement("deep-days", "deep", {"weekdays": "evenings"}),
        requirement("sea-days", "sea", {"weekdays": "free"}),
        requirement("sea-weather", "sea", {"weather": "calm"}),
        requirement("boat-care", "boat", {"no_doctor": "no", "no_guardian": "no"}, at_least=1),
    ),
)
"""Four levels, the highest with a requirement; two circumstances; two of three in each place that can say so."""

DOCTOR = criteria(
    "low high",
    [finding("ill"), finding("no_nurse"), finding("no_doctor")],
    indications=(indication("illness", {"ill": YES}, "high"),),
    requirements=(
        requirement("a-nurse", "low", {"no_nurse": "no"}),
        requirement("a-doctor", "high", {"no_doctor": "no"}),
    ),
)
"""No level is possible without a nurse and a doctor."""
READING = Path(__file__).parents[1] / "banks" / "reading"


def level(findings: Findings, of: Criteria = LESSONS) -> str:
    return decide(findings, of).level


def accepted(findings: Findings, of: Criteria = LESSONS) -> str:
    return " ".join(decide(findings, of).accepted)


# The highest level has a requirement


@pytest.mark.parametrize(
    ("findings", "changes"),
    [
        ({"ill": YES, "no_doctor": YES}, ({"no_doctor": "no"}, {"ill": "no"})),
        ({"no_nurse": YES, "no_doctor": YES}, ({"no_doctor": "no"}, {"no_nurse": "no"})),
    ],
)
def test_where_no_level_is_possible_the_answer_is_to_escalate_and_what_would_open_one_is_told(
    findings: Findings, changes: tuple[Findings, ...]
) -> None:
    said = assess(findings, DOCTOR)
    assert (said.level, said.accepted, said.basis) == (ESCALATE, (), Basis.OUTSIDE_SOURCES)
    assert (said.refer_accepted, said.range, said.settled, said.red_flags) == (None, None, None, ())
    assert (said.open_questions, said.why_not, said.nearest) == ((), (), Nearest(None, changes))


def test_what_would_open_a_level_is_asked_and_a_red_flag_leaves_nothing_to_ask_of_it() -> None:
    reading = open_bank(READING).criteria
    stuck = assess({"moving_on": "stuck", "journey": "too_far"}, reading)
    assert (stuck.level, "bus_seat" in stuck.open_questions) == (ESCALATE, True)
    red = reading.finding(reading.red_flags[0])
    raised = assess({"moving_on": "stuck", "journey": "too_far", red.id: red.values[-1].id}, reading)
    assert (raised.level, raised.open_questions, raised.nearest) == (ESCALATE, (), Nearest(None, None))


def test_an_escalation_without_a_red_flag_names_the_requirements_that_are_unmet_and_what_asks() -> None:
    reasons = assess({"ill": YES, "no_doctor": YES}, DOCTOR).reasons
    assert [(reason.rule, reason.kind, reason.effect) for reason in reasons] == [
        ("illness", ReasonKind.FIRM, Effect.FIRED),
        ("a-doctor", ReasonKind.REQUIREMENT, Effect.UNMET),
    ]


@pytest.mark.parametrize(
    ("findings", "span"),
    [
        ({}, Range("low", ESCALATE)),
        ({"no_doctor": "no"}, Range("low", "high")),
        ({"ill": YES}, Range("high", ESCALATE)),
        ({"ill": "no", "no_nurse": "no"}, Range("low", "low")),
    ],
)
def test_a_range_goes_up_to_escalating_where_a_completion_leaves_no_level(findings: Findings, span: Range) -> None:
    assert answer_range(findings, DOCTOR) == span
    assert assess(findings, DOCTOR).settled is (span.lowest == span.highest)


def test_what_could_leave_no_level_is_an_open_question() -> None:
    assert open_questions({"ill": YES}, DOCTOR) == ("no_doctor",)
    assert open_questions({"ill": "no", "no_nurse": "no"}, DOCTOR) == ()


def test_a_change_that_leaves_no_level_leads_up_and_none_leads_beyond_the_highest_level() -> None:
    everything = {"ill": "no", "no_nurse": "no", "no_doctor": YES}
    up = nearest(everything, DOCTOR).up
    assert sorted(up or (), key=str) == [{"ill": YES}, {"no_nurse": YES}]
    assert nearest({"ill": YES, "no_doctor": "no"}, DOCTOR).up is None


def test_referring_is_accepted_where_only_the_highest_level_is_possible_and_no_rule_supports_it() -> None:
    assert assess({"no_nurse": YES}, DOCTOR).refer_accepted is True
    assert assess({"no_nurse": YES, "ill": YES}, DOCTOR).refer_accepted is False


# So many of several findings are enough


@pytest.mark.parametrize(
    ("findings", "answer"),
    [
        ({"restless": YES}, "shallow"),
        ({"restless": YES, "tires": YES}, "deep"),
        ({"restless": YES, "sinks": YES}, "deep"),
        ({"restless": YES, "tires": YES, "sinks": YES}, "deep"),
        ({"restless": "no", "tires": YES, "sinks": "no"}, "shallow"),
    ],
)
def test_an_indication_applies_where_two_of_its_three_findings_do(findings: Findings, answer: str) -> None:
    assert level(findings) == answer


@pytest.mark.parametrize(
    ("stated", "answer"),
    [
        ({}, "boat"),
        ({"no_vest": "no"}, "boat"),
        ({"no_vest": "no", "tires": "no"}, "deep"),
        ({"no_vest": "no", "tires": YES}, "boat"),
        ({"no_pass": "no"}, "sea"),
        ({"no_pass": "no", "no_vest": "no"}, "deep"),
    ],
)
def test_an_exception_holds_where_two_of_its_three_findings_are_stated_and_the_first_that_holds_counts(
    stated: Findings, answer: str
) -> None:
    assert level({"fearful": "very", **stated}) == answer


@pytest.mark.parametrize(
    ("stated", "answer"),
    [
        ({}, "boat"),
        ({"no_doctor": YES}, "boat"),
        ({"no_guardian": YES}, "boat"),
        ({"no_doctor": YES, "no_guardian": YES}, ESCALATE),
    ],
)
def test_a_requirement_is_unmet_only_where_too_few_of_its_findings_are_left(stated: Findings, answer: str) -> None:
    assert level({"fearful": "very", **stated}) == answer


def test_a_reason_names_every_stated_finding_of_a_rule_that_needs_only_some() -> None:
    said = assess({"restless": YES, "tires": YES, "sinks": "no"}, LESSONS)
    assert said.reasons[0].findings == {"restless": YES, "tires": YES, "sinks": "no"}


# Four levels and two circumstances

SINKING = {"sinks": YES, "no_vest": YES, "restless": "no", "tires": "no"}


@pytest.mark.parametrize(
    ("stated", "answer", "also"),
    [
        ({}, "sea", "sea"),
        ({"weather": "rough"}, "deep", "deep boat"),
        ({"weekdays": "evenings"}, "deep", "deep boat"),
        ({"weekdays": "none"}, "shallow", "shallow boat"),
        ({"weekdays": "evenings", "no_doctor": YES, "no_guardian": YES}, "deep", "deep"),
        ({"weather": "rough", "fearful": "somewhat"}, "deep", "deep boat"),
        ({"weekdays": "none", "fearful": "somewhat"}, "boat", "boat"),
        ({"weather": "rough", "fearful": "very"}, "boat", "boat"),
    ],
)
def test_what_yields_gets_the_highest_possible_level_below_that_is_not_below_what_holds_firm(
    stated: Findings, answer: str, also: str
) -> None:
    assert (level({**SINKING, **stated}), accepted({**SINKING, **stated})) == (answer, also)


@pytest.mark.parametrize(
    ("stated", "lowest", "highest"),
    [
        ({"weekdays": "free", "weather": "calm"}, "sea", "sea"),
        ({"weekdays": "free"}, "deep", "sea"),
        ({"weather": "calm"}, "shallow", "sea"),
        ({}, "shallow", "sea"),
        ({"weather": "rough"}, "shallow", "deep"),
    ],
)
def test_each_circumstance_that_is_unstated_widens_the_range_by_what_each_of_its_values_gives(
    stated: Findings, lowest: str, highest: str
) -> None:
    everything = {"fearful": "no", "no_pass": "no", "no_doctor": "no", "no_guardian": "no", **SINKING, **stated}
    assert answer_range(everything, LESSONS) == Range(lowest, highest)


def test_each_circumstance_that_is_unstated_is_a_question() -> None:
    everything = {"fearful": "no", "no_pass": "no", "no_doctor": "no", "no_guardian": "no", **SINKING}
    assert open_questions(everything, LESSONS) == ("weekdays", "weather")
    assert open_questions({**everything, "weekdays": "none"}, LESSONS) == ()


def test_each_circumstance_can_lower_and_raise_an_answer() -> None:
    everything = {"weekdays": "free", "weather": "calm", **SINKING}
    down = {frozenset(change.items()) for change in nearest(everything, LESSONS).down or ()}
    assert {("weekdays", "evenings"), ("weather", "rough")} <= {item for change in down for item in change}
    up = nearest({**everything, "weather": "rough"}, LESSONS).up
    assert {"weather": "calm"} in (up or ())


# What cannot be compiled


def compiles(of: Criteria) -> bool:
    try:
        implicants(of)
    except CriteriaError:
        return False
    return True


def yielding(*requirements: tuple[str, str], circumstances: Iterable[str] = ()) -> Criteria:
    """Three levels, a yielding indication that asks for the middle one, and requirements as (level, finding)."""
    names = dict.fromkeys(name for _, name in requirements)
    return criteria(
        "low middle high",
        [finding("concern"), *(finding(name, circumstance=name in circumstances) for name in names)],
        indications=(indication("some", {"concern": YES}, "middle", "yielding"),),
        requirements=tuple(requirement(f"{name}-{of}", of, {name: "no"}) for of, name in requirements),
    )


def test_a_concern_that_makes_what_yields_give_way_is_refused_with_both_remedies() -> None:
    with pytest.raises(CriteriaError) as error:
        implicants(yielding(("middle", "far")))
    assert str(error.value) == (
        "'far' can close 'middle' and leave 'low' open, so that a rising concern could lower the answer where a "
        "yielding indication gives way; make 'far' a circumstance, or let 'low' require it too"
    )


@pytest.mark.parametrize(
    "sound",
    [
        yielding(("middle", "far"), circumstances=["far"]),
        yielding(("middle", "far"), ("low", "far")),
        yielding(("low", "far")),
        yielding(("high", "far")),
    ],
    ids=["a circumstance", "the level below requires it too", "only the lowest level", "only what nothing yields to"],
)
def test_a_requirement_that_lowers_no_answer_where_a_concern_rises_compiles_and_is_monotone(sound: Criteria) -> None:
    implicants(sound)
    assert list(not_monotone(enumerate_space(sound))) == []


def test_a_concern_that_the_level_below_requires_only_with_another_one_is_refused() -> None:
    refused = yielding(("middle", "far"), ("low", "far"))
    both = requirement("low-both", "low", {"far": "no"}, instead=({"concern": "no"},))
    with pytest.raises(CriteriaError, match="'far' can close 'middle'"):
        implicants(
            criteria(
                "low middle high",
                refused.findings,
                indications=(
                    *refused.indications,
                    indication("other", {"far": YES}, "middle", "yielding"),
                ),
                requirements=(refused.requirements[0], both),
            )
        )


# All of it, over every state, by brute force


def off_the_rules(of: Criteria, asked: Iterable[Findings]) -> Iterator[str]:
    """A line for each state that is answered otherwise than by a plain reading of the rules."""
    for findings in asked:
        said, by_hand = assess(findings, of), by_the_rules.answer(findings, of)
        given = by_the_rules.Answer(said.level, said.accepted)
        if said.level != ESCALATE:
            given = by_the_rules.Answer(said.level, said.accepted, said.basis, bool(said.refer_accepted))
        if given != by_hand:
            yield f"{by_hand} in {findings}, not {given}"


def test_a_level_that_a_concern_closes_is_no_longer_accepted_so_the_highest_accepted_level_can_fall() -> None:
    """Our own bank has no such concern: there, nothing closes the highest level, and the other two go together."""
    closing = criteria(
        "low high",
        [finding("some"), finding("far")],
        indications=(indication("some", {"some": YES}, "low", also=("high",)),),
        requirements=(requirement("near", "high", {"far": "no"}),),
    )
    assert accepted({"some": YES}, closing) == "low high"
    assert accepted({"some": YES, "far": YES}, closing) == "low"
    assert [line.split(" in {")[0] for line in not_monotone(enumerate_space(closing))] == [
        "2: raising far to yes lowers the highest accepted level"
    ]


@pytest.mark.parametrize("of", [LESSONS, DOCTOR], ids=["four levels", "two levels"])
def test_every_property_holds_over_the_whole_space_of_small_criteria(of: Criteria) -> None:
    space = enumerate_space(of)
    some = space.sample(1_000, seed=2)
    failures = [
        *not_total(space),
        *not_deterministic(space, some),
        *(line for line in not_monotone(space) if "highest accepted" not in line),
        *moves_by_structure(of, []),
        *dead_rules(space),
        *wrong_ranges(space),
        *wrong_extremes(space),
        *wrong_questions(space, some),
        *wrong_order(space, some[:300]),
        *wrong_nearest(space, some[:500]),
    ]
    assert failures == []


def test_whatever_compiles_is_monotone_and_has_the_ranges_questions_and_nearest_changes_of_all_its_states() -> None:
    """Of eighty criteria drawn by lot, those that are not refused."""
    sound = [(seed, of) for seed in range(80) for of in [drawn_criteria(seed)] if compiles(of)]
    assert len(sound) > 40
    for seed, of in sound:
        space = enumerate_space(of)
        some = space.sample(50, seed=seed)
        failures = [
            *not_total(space),
            *(line for line in not_monotone(space) if "recommendation" in line),
            *wrong_ranges(space),
            *wrong_extremes(space),
            *wrong_questions(space, some),
            *wrong_order(space, some),
            *wrong_nearest(space, some),
        ]
        assert failures == [], f"seed {seed}"


@pytest.mark.parametrize("of", [LESSONS, DOCTOR], ids=["four levels", "two levels"])
def test_small_criteria_are_answered_as_their_rules_are_meant(of: Criteria) -> None:
    every = list(states(of, of.moving()))
    assert list(off_the_rules(of, Random(1).sample(every, min(3_000, len(every))))) == []


def test_criteria_drawn_by_lot_are_answered_as_their_rules_are_meant() -> None:
    for seed in range(150):
        of = drawn_criteria(seed)
        if compiles(of):
            every = list(states(of, [finding.id for finding in of.findings]))
            some = Random(seed).sample(every, min(40, len(every)))
            assert list(off_the_rules(of, some)) == [], f"seed {seed}"
