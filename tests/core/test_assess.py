"""The engine, row by row: indications, exceptions, requirements, what adds weight, outputs, red flags, reasons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from carelevel.core.assess import ASKING, Assessment, Basis, Effect, ReasonKind, WhyNot, assess, decide
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.errors import UnknownFindingError
from carelevel.core.whatif import Nearest

from tests.core.people import BED, KNOWN, PART_TIME, READY, UNDERGONE

OUT, PART, RES = "outpatient", "partial_hospitalization", "residential"
ANSWERS = yaml.safe_load((Path(__file__).parent / "answers.yaml").read_text(encoding="utf-8"))
BY_RULE = {
    "self-control": {"self_control": "struggles"},
    "structure": {"structure": "rigid_needed"},
    "no-support": {"support": "none"},
    "tempting-home": {"home": "tempting"},
    "fear": {"fear_of_return": "high"},
    "severity": {"severity": "severe"},
    "peers": {"peers": "pressure_to_use"},
    "outpatient-support": {"support": "thin"},
    "outpatient-desire": {"desire_to_recover": "wavering"},
    "outpatient-medication": {"medication": "needs_help"},
    "outpatient-home": {"housing": "none"},
}
BY_URGENCY = (
    "suicidal_thoughts",
    "acute_illness",
    "psychosis",
    "recent_overdose",
    "pregnancy",
    "sedatives_or_alcohol",
    "under_18",
)
IN_ORDER_OF_THE_FILE = (
    "pregnancy",
    "suicidal_thoughts",
    "psychosis",
    "sedatives_or_alcohol",
    "acute_illness",
    "under_18",
    "recent_overdose",
)


def effects(said: Assessment) -> dict[str, Effect]:
    return {reason.rule: reason.effect for reason in said.reasons}


# The answers of answers.yaml


@pytest.mark.parametrize("row", ANSWERS, ids=[row["that"] for row in ANSWERS])
def test_the_tables_say(criteria: Criteria, row: dict[str, Any]) -> None:
    said = assess(row["stated"], criteria)
    accepted = tuple(row.get("accepted", [row["level"]]))
    assert (said.level, said.accepted, said.basis) == (row["level"], accepted, row["basis"])
    assert said.refer_accepted is row.get("refer", False)
    ruled = {
        reason.rule: reason.effect
        for reason in said.reasons
        if reason.kind in (ReasonKind.FIRM, ReasonKind.YIELDING, ReasonKind.REQUIREMENT)
    }
    assert ruled == row.get("rules", {})
    if "deciding" in row:
        assert said.deciding == set(row["deciding"])


@pytest.mark.parametrize("row", ANSWERS, ids=[row["that"] for row in ANSWERS])
def test_stating_whatever_else_is_of_least_concern_and_eases_nothing_changes_no_answer(
    criteria: Criteria, row: dict[str, Any]
) -> None:
    quiet = {"prior_care": "none", "sober_living": "unavailable", "peers": "away_from_use", "home": "steady"}
    stated = {**quiet, "attendance": "daily", "housing": "settled", "medication": "manages", **row["stated"]}
    assert decide(stated, criteria)[:2] == decide(row["stated"], criteria)[:2]


def test_every_rule_has_its_rows(criteria: Criteria) -> None:
    held = {(rule, effect) for row in ANSWERS for rule, effect in row.get("rules", {}).items()}
    for rule in criteria.indications:
        assert (rule.id, "fired") in held
        assert bool(rule.exceptions) == bool({(rule.id, "eased"), (rule.id, "defeated")} & held)
    for needed in criteria.requirements:
        assert {(needed.id, "met"), (needed.id, "unmet")} <= held


# What an indication at work says of itself


@pytest.mark.parametrize(("rule", "concern"), BY_RULE.items(), ids=BY_RULE)
def test_an_indication_gives_its_finding_its_claims_and_what_it_asks_for(
    criteria: Criteria, rule: str, concern: Findings
) -> None:
    indication = next(known for known in criteria.indications if known.id == rule)
    reason = next(reason for reason in assess(concern, criteria).reasons if reason.rule == rule)
    assert (reason.effect, reason.findings, reason.exception) == (Effect.FIRED, concern, None)
    assert (reason.kind, reason.claims, reason.level) == (indication.kind, indication.because, indication.asks)


@pytest.mark.parametrize(
    ("findings", "rule", "kind", "effect", "level", "exception", "claims"),
    [
        ({"home": "tempting", **BED}, "tempting-home", "yielding", "eased", PART, 0, "B6 A17 A18 A32"),
        ({"fear_of_return": "high", **UNDERGONE}, "fear", "yielding", "eased", PART, 0, "A12 A7 A8"),
        ({"severity": "severe", **UNDERGONE}, "severity", "firm", "defeated", RES, 0, "A13 A12 A7"),
        ({"severity": "severe", "fear_of_return": "low"}, "severity", "firm", "eased", OUT, 1, "A13 A12"),
        ({"peers": "pressure_to_use", "fear_of_return": "low"}, "peers", "firm", "eased", OUT, 0, "A14 A12 B8 A18"),
        ({"peers": "pressure_to_use", **BED}, "peers", "yielding", "eased", PART, 1, "A14 A12 B8 A18"),
        (
            {"peers": "pressure_to_use", **BED, **PART_TIME},
            "peers",
            "yielding",
            "gave_way",
            PART,
            1,
            "A14 A12 B8 A18",
        ),
    ],
)
def test_an_exception_that_holds_gives_its_kind_its_level_and_its_claims_beside_those_of_its_rule(
    criteria: Criteria,
    findings: Findings,
    rule: str,
    kind: str,
    effect: str,
    level: str,
    exception: int,
    claims: str,
) -> None:
    reason = next(reason for reason in assess(findings, criteria).reasons if reason.rule == rule)
    assert (reason.kind, reason.effect, reason.level, reason.exception) == (kind, effect, level, exception)
    assert " ".join(reason.claims) == claims
    assert set(reason.findings) <= set(findings)


def test_what_could_have_eased_and_did_not_is_not_among_what_decides(criteria: Criteria) -> None:
    said = assess({**READY, "peers": "pressure_to_use", "sober_living": "unavailable"}, criteria)
    assert said.deciding == {"peers"}


def test_a_requirement_of_another_level_is_given_only_where_it_is_unmet(criteria: Criteria) -> None:
    assert effects(assess({**READY, "fear_of_return": "high"}, criteria)) == {"fear": Effect.FIRED}
    unmet = assess({**READY, **PART_TIME, "fear_of_return": "high"}, criteria)
    assert effects(unmet) == {"fear": Effect.FIRED, "partial-attendance": Effect.UNMET}


def test_an_answer_is_settled_when_nothing_unstated_could_move_it(criteria: Criteria) -> None:
    assert assess({"self_control": "struggles"}, criteria).settled is True
    assert assess(KNOWN, criteria).settled is True
    assert assess(READY, criteria).settled is False


def test_a_settled_level_can_be_one_of_several_that_are_accepted(criteria: Criteria) -> None:
    said = assess({**KNOWN, "severity": "severe"}, criteria)
    assert (said.level, said.settled, said.basis) == (OUT, True, Basis.CONTESTED)


# What adds weight, a wish, work and family


def test_overwhelming_triggers_support_residential_care_that_something_else_set(criteria: Criteria) -> None:
    said = assess({"self_control": "struggles", "triggers": "overwhelming"}, criteria)
    supporting = next(reason for reason in said.reasons if reason.effect is Effect.SUPPORTS)
    assert (supporting.rule, supporting.kind, supporting.level) == (
        "overwhelming-triggers",
        ReasonKind.CONTRIBUTORY,
        RES,
    )
    assert said.items("therapies") == ()
    assert "triggers" not in said.deciding


def test_overwhelming_triggers_otherwise_ask_for_coping_with_stress(criteria: Criteria) -> None:
    said = assess({"triggers": "overwhelming"}, criteria)
    assert (said.level, said.items("therapies")) == (OUT, ("stress_coping",))
    assert Effect.SUPPORTS not in effects(said).values()


def test_beside_two_accepted_levels_coping_with_stress_goes_with_the_lower_only(criteria: Criteria) -> None:
    said = assess({**BED, "peers": "pressure_to_use", "triggers": "overwhelming"}, criteria)
    assert said.lists[PART]["therapies"] == ("stress_coping",)
    assert said.lists[RES]["therapies"] == ()


@pytest.mark.parametrize("findings", [{}, {"medication": "needs_help"}])
def test_a_wish_for_immersion_accepts_and_never_decides(criteria: Criteria, findings: Findings) -> None:
    said = assess({**findings, "wants_immersion": "wanted"}, criteria)
    wish = next(reason for reason in said.reasons if reason.rule == "wants-immersion")
    assert (wish.kind, wish.effect, wish.level) == (ReasonKind.PREFERENCE, Effect.ACCEPTS, RES)
    assert said.level == decide(findings, criteria).level
    assert "wants_immersion" not in said.deciding


def test_a_wish_for_what_is_recommended_anyway_supports_it(criteria: Criteria) -> None:
    said = assess({"structure": "rigid_needed", "wants_immersion": "wanted"}, criteria)
    assert effects(said) == {"structure": Effect.FIRED, "wants-immersion": Effect.SUPPORTS}


@pytest.mark.parametrize("work", ["job", "family_care", "both"])
def test_work_and_family_favour_outpatient_and_become_a_task_with_residential(criteria: Criteria, work: str) -> None:
    ready = assess({**READY, "work_family": work}, criteria)
    living_in = assess({**READY, "self_control": "struggles", "work_family": work}, criteria)
    favouring = [
        next(reason for reason in said.reasons if reason.effect is Effect.FAVOURS) for said in (ready, living_in)
    ]
    assert {(reason.rule, reason.kind, reason.level) for reason in favouring} == {
        ("work-and-family", ReasonKind.NEUTRAL, OUT)
    }
    assert (ready.level, ready.accepted, living_in.level) == (OUT, (OUT,), RES)
    assert "arrange_work_and_family" not in ready.items("tasks")
    assert living_in.items("tasks") == ("arrange_work_and_family",)


def test_neither_work_nor_family_favours_nothing_and_sets_no_task(criteria: Criteria) -> None:
    said = assess({"self_control": "struggles", "work_family": "none"}, criteria)
    assert "work-and-family" not in effects(said)
    assert said.items("tasks") == ()


# The other outputs, for the recommendation and for each other accepted level


@pytest.mark.parametrize(
    ("findings", "settings"),
    [
        ({}, {OUT: ("check_in_then_home", "home_with_medical_contact")}),
        ({"medication": "needs_help"}, {PART: ("check_in_then_home", "home_with_medical_contact")}),
        ({"support": "none"}, {RES: ("within_residential",)}),
        (
            {**BED, "home": "tempting"},
            {PART: ("check_in_then_home", "home_with_medical_contact"), RES: ("within_residential",)},
        ),
    ],
)
def test_somebody_who_is_using_has_withdrawal_management_first_and_at_each_level_a_setting_for_it(
    criteria: Criteria, findings: Findings, settings: dict[str, tuple[str, ...]]
) -> None:
    using = assess({**findings, "opioid_use": "using"}, criteria)
    stopped = assess({**findings, "opioid_use": "not_using"}, criteria)
    assert (using.flags, stopped.flags) == ({"withdrawal_first": True}, {"withdrawal_first": False})
    assert {level: lists["withdrawal_setting"] for level, lists in using.lists.items()} == settings
    assert {lists["withdrawal_setting"] for lists in stopped.lists.values()} == {()}
    assert (using.level, using.accepted) == (stopped.level, stopped.accepted)


@pytest.mark.parametrize(("use", "effect"), [("using", Effect.SETS), ("not_using", Effect.CLEARS)])
def test_current_use_decides_by_setting_the_flag_or_by_clearing_it(
    criteria: Criteria, use: str, effect: Effect
) -> None:
    said = assess({"opioid_use": use}, criteria)
    (reason,) = said.reasons
    assert (reason.rule, reason.kind, reason.effect) == ("withdrawal_first", ReasonKind.FLAG, effect)
    assert said.deciding == {"opioid_use"}
    assert said.flag_questions == ()


def test_use_that_nobody_stated_leaves_the_flag_false_and_asked_for_apart(criteria: Criteria) -> None:
    said = assess({}, criteria)
    assert said.flags == {"withdrawal_first": False}
    assert said.flag_questions == ("opioid_use",)
    assert "opioid_use" not in said.open_questions
    assert said.reasons == ()


@pytest.mark.parametrize(
    ("findings", "supports"),
    [
        ({}, {OUT: ("support_group",)}),
        ({"support": "thin"}, {OUT: ("support_group",), PART: ("support_group",)}),
        ({"self_control": "struggles"}, {RES: ()}),
        ({"peers": "pressure_to_use", **BED}, {PART: ("sober_living", "support_group"), RES: ()}),
        ({"home": "tempting", **BED}, {PART: ("sober_living", "support_group"), RES: ()}),
        ({"housing": "none", **BED}, {PART: ("sober_living", "support_group")}),
        (
            {"peers": "pressure_to_use", "fear_of_return": "low"},
            {OUT: ("sober_living", "support_group"), PART: ("sober_living", "support_group")},
        ),
    ],
)
def test_the_two_lower_levels_come_with_a_group_and_where_it_helps_with_sober_living(
    criteria: Criteria, findings: Findings, supports: dict[str, tuple[str, ...]]
) -> None:
    said = assess(findings, criteria)
    assert {level: lists["supports"] for level, lists in said.lists.items()} == supports


@pytest.mark.parametrize(
    ("finding", "value", "therapy"),
    [
        ("desire_to_recover", "wavering", "motivational_interviewing"),
        ("thinking", "unhelpful_patterns", "cognitive_behavioural"),
        ("loved_ones", "willing", "family_counselling"),
        ("support", "thin", "family_counselling"),
        ("mental_health", "co_occurring", "dual_diagnosis"),
        ("trauma", "present", "trauma_treatment"),
    ],
)
@pytest.mark.parametrize(
    "beside", [{}, {"medication": "needs_help"}, {"self_control": "struggles"}], ids=[OUT, PART, RES]
)
def test_a_finding_calls_for_its_therapy_at_every_level(
    criteria: Criteria, finding: str, value: str, therapy: str, beside: Findings
) -> None:
    said = assess({**beside, finding: value}, criteria)
    assert {lists["therapies"] for lists in said.lists.values()} == {(therapy,)}
    assert assess(beside, criteria).items("therapies") == ()


def test_nobody_to_lean_on_calls_for_no_family_counselling(criteria: Criteria) -> None:
    assert assess({"support": "none"}, criteria).items("therapies") == ()


@pytest.mark.parametrize(
    ("findings", "tasks"),
    [
        ({}, ("manage_medication",)),
        ({"medication": "needs_help"}, ("manage_medication", "commit_to_every_day")),
        ({"self_control": "struggles"}, ()),
    ],
)
def test_each_level_sets_its_tasks(criteria: Criteria, findings: Findings, tasks: tuple[str, ...]) -> None:
    assert assess(findings, criteria).items("tasks") == tasks


# The red flags


@pytest.mark.parametrize("flag", BY_URGENCY)
def test_a_red_flag_escalates_whatever_else_is_known(criteria: Criteria, flag: str) -> None:
    said = assess({**KNOWN, "self_control": "struggles", "opioid_use": "using", flag: "present"}, criteria)
    assert (said.level, said.accepted, said.basis) == ("escalate", (), Basis.OUTSIDE_SOURCES)
    assert (said.settled, said.range, said.flags) == (None, None, {"withdrawal_first": None})
    assert (said.refer_accepted, said.open_questions, said.why_not, said.lists) == (None, (), (), {})
    assert said.nearest == Nearest(None, None)
    (reason,) = said.reasons
    assert (reason.rule, reason.kind, reason.effect) == (flag, ReasonKind.RED_FLAG, Effect.ESCALATES)
    assert said.deciding == {flag}
    assert said.red_flags == (flag,)


@pytest.mark.parametrize("flag", BY_URGENCY)
def test_a_red_flag_that_is_absent_changes_no_answer_and_is_no_longer_asked_for(criteria: Criteria, flag: str) -> None:
    assert decide({**READY, flag: "absent"}, criteria) == decide(READY, criteria)
    assert flag not in assess({**READY, flag: "absent"}, criteria).safety_questions


def test_there_are_seven_red_flags(criteria: Criteria) -> None:
    assert criteria.red_flags == IN_ORDER_OF_THE_FILE


def test_all_red_flags_together_are_reasons_in_the_order_of_their_urgency(criteria: Criteria) -> None:
    assert assess(dict.fromkeys(criteria.red_flags, "present"), criteria).red_flags == BY_URGENCY


def test_only_what_is_present_is_a_red_flag(criteria: Criteria) -> None:
    said = assess({"under_18": "present", "pregnancy": "present", "psychosis": "absent"}, criteria)
    assert said.red_flags == ("pregnancy", "under_18")


@pytest.mark.parametrize(
    ("findings", "safety", "flags"),
    [
        ({}, IN_ORDER_OF_THE_FILE, ("opioid_use",)),
        (KNOWN, IN_ORDER_OF_THE_FILE, ("opioid_use",)),
        (
            {"psychosis": "absent", "opioid_use": "using"},
            tuple(n for n in IN_ORDER_OF_THE_FILE if n != "psychosis"),
            (),
        ),
        ({"under_18": "present"}, tuple(n for n in IN_ORDER_OF_THE_FILE if n != "under_18"), ("opioid_use",)),
        (dict.fromkeys(IN_ORDER_OF_THE_FILE, "absent"), (), ("opioid_use",)),
    ],
)
def test_red_flags_and_findings_of_flags_that_nobody_stated_are_asked_for_beside_an_escalation_too(
    criteria: Criteria, findings: Findings, safety: tuple[str, ...], flags: tuple[str, ...]
) -> None:
    said = assess(findings, criteria)
    assert (said.safety_questions, said.flag_questions) == (safety, flags)


# Why not another level


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        (READY, {PART: (WhyNot.NOT_ASKED, ()), RES: (WhyNot.NOT_ASKED, ())}),
        (
            {"self_control": "struggles", "support": "thin"},
            {
                OUT: (WhyNot.TOO_LITTLE, ("self-control", "outpatient-support")),
                PART: (WhyNot.TOO_LITTLE, ("self-control",)),
            },
        ),
        (
            {"self_control": "struggles", "attendance": "part_time"},
            {
                OUT: (WhyNot.TOO_LITTLE, ("self-control",)),
                PART: (WhyNot.TOO_LITTLE, ("self-control", "partial-attendance")),
            },
        ),
        (
            {"medication": "needs_help"},
            {OUT: (WhyNot.TOO_LITTLE, ("outpatient-medication",)), RES: (WhyNot.NOT_ASKED, ())},
        ),
        (
            {"attendance": "unreliable"},
            {OUT: (WhyNot.UNMET, ("outpatient-attendance",)), PART: (WhyNot.UNMET, ("partial-attendance",))},
        ),
        (
            {"support": "thin", **PART_TIME},
            {PART: (WhyNot.UNMET, ("partial-attendance",)), RES: (WhyNot.NOT_ASKED, ())},
        ),
        (
            {"medication": "needs_help", **PART_TIME},
            {PART: (WhyNot.UNMET, ("partial-attendance",)), RES: (WhyNot.ALSO_ACCEPTED, ("outpatient-medication",))},
        ),
        (
            {**BED, "peers": "pressure_to_use"},
            {OUT: (WhyNot.TOO_LITTLE, ("peers",)), RES: (WhyNot.ALSO_ACCEPTED, ("peers",))},
        ),
        (
            {**UNDERGONE, "fear_of_return": "high"},
            {OUT: (WhyNot.ALSO_ACCEPTED, ("fear",)), RES: (WhyNot.ALSO_ACCEPTED, ("fear",))},
        ),
        (
            {"desire_to_recover": "wavering"},
            {OUT: (WhyNot.ALSO_ACCEPTED, ("outpatient-desire",)), RES: (WhyNot.NOT_ASKED, ())},
        ),
        (
            {"wants_immersion": "wanted"},
            {PART: (WhyNot.NOT_ASKED, ()), RES: (WhyNot.ALSO_ACCEPTED, ("wants-immersion",))},
        ),
    ],
)
def test_each_other_level_has_its_objection_or_what_accepts_it(
    criteria: Criteria, findings: Findings, said: dict[str, tuple[WhyNot, tuple[str, ...]]]
) -> None:
    found = {objection.level: (objection.why, objection.rules) for objection in assess(findings, criteria).why_not}
    assert found == said


# What whoever chooses a level has to see


@pytest.mark.parametrize(
    ("findings", "rules"),
    [
        ({}, []),
        ({"opioid_use": "using"}, []),
        ({"support": "strong", "housing": "settled"}, ["outpatient-housing"]),
        ({"medication": "needs_help", "attendance": "daily"}, ["outpatient-medication"]),
        ({"medication": "needs_help", **PART_TIME}, ["outpatient-medication", "partial-attendance"]),
        ({"severity": "severe", **UNDERGONE}, ["severity"]),
        ({"wants_immersion": "wanted", "work_family": "job"}, []),
        ({"pregnancy": "present", "opioid_use": "using"}, ["pregnancy"]),
    ],
)
def test_what_is_exercised_decides_the_level_and_is_met_only_where_nothing_else_does(
    criteria: Criteria, findings: Findings, rules: list[str]
) -> None:
    assert [reason.rule for reason in assess(findings, criteria).exercised] == rules


# What was asked


@pytest.mark.parametrize(
    ("findings", "message"),
    [
        ({"peer": "pressure_to_use"}, "unknown finding 'peer'; did you mean 'peers'?"),
        ({"peers": "presure"}, "unknown value 'presure' of 'peers'; did you mean 'pressure_to_use'?"),
        ({"housing": "tent"}, "unknown value 'tent' of 'housing'; use one of: none, settled"),
    ],
)
def test_an_unknown_finding_or_value_is_refused_with_a_suggestion(
    criteria: Criteria, findings: Findings, message: str
) -> None:
    for ask in (decide, assess):
        with pytest.raises(UnknownFindingError) as error:
            ask(findings, criteria)
        assert str(error.value) == message


def test_the_findings_that_were_asked_about_are_kept_and_not_changed(criteria: Criteria) -> None:
    findings = {**READY, "peers": "pressure_to_use"}
    said = assess(findings, criteria)
    findings["peers"] = "away_from_use"
    assert said.findings == {**READY, "peers": "pressure_to_use"}


def test_every_reason_rests_on_claims_that_the_sources_have(criteria: Criteria) -> None:
    claims = {claim.id for claim in criteria.claims}
    said = assess({**READY, **BED, "home": "tempting", "triggers": "overwhelming", "work_family": "job"}, criteria)
    assert all(reason.claims and claims.issuperset(reason.claims) for reason in said.reasons)


def test_the_level_of_whatever_asks_for_one_is_on_the_ladder(criteria: Criteria) -> None:
    for row in ANSWERS:
        for reason in assess(row["stated"], criteria).reasons:
            assert reason.effect not in ASKING or reason.level in criteria.ladder
