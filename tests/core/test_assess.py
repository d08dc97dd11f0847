"""The engine, row by row: floors, exceptions, prerequisites, what adds weight, outputs, red flags, reasons."""

from __future__ import annotations

import pytest
from carelevel.core.assess import Assessment, Basis, Effect, Objection, WhyNot, assess, decide
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.errors import UnknownFindingError
from carelevel.core.whatif import Nearest

from tests.core.people import BED, COMPLETED, KNOWN, READY

OUT, PART, RES = "outpatient", "partial_hospitalization", "residential"
RED_FLAGS = (
    "pregnancy",
    "suicidal_thoughts",
    "psychosis",
    "sedatives_or_alcohol",
    "acute_illness",
    "under_18",
    "recent_overdose",
)


def answer(findings: Findings, criteria: Criteria) -> tuple[str, tuple[str, ...], Basis]:
    said = assess(findings, criteria)
    return said.level, said.accepted, said.basis


def effects(said: Assessment) -> dict[str, Effect]:
    return {reason.rule: reason.effect for reason in said.reasons}


def objections(said: Assessment) -> dict[str, Objection]:
    return {objection.level: objection for objection in said.why_not}


# --- the floors


@pytest.mark.parametrize(
    ("concern", "rule", "claims"),
    [
        ({"self_control": "struggles"}, "self-control", ("B5",)),
        ({"structure": "rigid_needed"}, "structure", ("B4",)),
        ({"support": "none"}, "no-support", ("B7",)),
        ({"home": "tempting"}, "tempting-home", ("B6",)),
        ({"fear_of_return": "high"}, "fear", ("A12",)),
        ({"severity": "severe"}, "severity", ("A13", "A12")),
        ({"peers": "pressure_to_use"}, "peers", ("A14", "A12", "B8")),
    ],
)
def test_one_concern_of_a_floor_is_enough_for_residential(
    criteria: Criteria, concern: Findings, rule: str, claims: tuple[str, ...]
) -> None:
    said = assess({**READY, **concern}, criteria)
    assert (said.level, said.accepted, said.basis) == (RES, (RES,), Basis.DIRECT)
    fired = next(reason for reason in said.reasons if reason.rule == rule)
    assert (fired.effect, fired.findings, fired.claims) == (Effect.FIRED, concern, claims)


def test_severity_and_company_are_inferred_and_the_other_floors_direct(criteria: Criteria) -> None:
    inferred = {floor.id for floor in criteria.floors if floor.strength == "inferred"}
    assert inferred == {"severity", "peers"}


def test_two_floors_are_no_more_than_the_higher_one(criteria: Criteria) -> None:
    both = {**READY, **BED, "peers": "pressure_to_use", "self_control": "struggles"}
    assert answer(both, criteria) == (RES, (RES,), Basis.DIRECT)


# --- the exceptions


def test_a_tempting_home_with_a_sober_bed_stays_residential_and_accepts_partial_hospitalization(
    criteria: Criteria,
) -> None:
    said = assess({**READY, **BED, "home": "tempting"}, criteria)
    assert (said.level, said.accepted, said.basis) == (RES, (PART, RES), Basis.CONTESTED)
    assert effects(said)["tempting-home"] is Effect.EASED
    assert said.reasons[0].claims == ("B6", "A17", "A18")


def test_fear_after_a_completed_programme_is_partial_hospitalization_and_accepts_residential(
    criteria: Criteria,
) -> None:
    said = assess({**READY, **COMPLETED, "fear_of_return": "high"}, criteria)
    assert (said.level, said.accepted, said.basis) == (PART, (PART, RES), Basis.CONTESTED)
    assert effects(said)["fear"] is Effect.EASED


def test_severity_after_a_completed_programme_is_defeated(criteria: Criteria) -> None:
    said = assess({**READY, **COMPLETED, "severity": "severe"}, criteria)
    assert (said.level, said.accepted, said.basis) == (OUT, (OUT,), Basis.DIRECT)
    assert effects(said)["severity"] is Effect.DEFEATED
    assert said.reasons[0].claims == ("A13", "A12", "A7")
    assert {"severity", "prior_care"} <= said.deciding


def test_pressure_with_a_sober_bed_is_partial_hospitalization_and_accepts_residential(criteria: Criteria) -> None:
    said = assess({**READY, **BED, "peers": "pressure_to_use"}, criteria)
    assert (said.level, said.accepted, said.basis) == (PART, (PART, RES), Basis.CONTESTED)
    assert effects(said)["peers"] is Effect.EASED


@pytest.mark.parametrize(
    "findings",
    [
        {"home": "tempting", "sober_living": "unavailable"},
        {"home": "tempting", **COMPLETED},
        {"fear_of_return": "high", "prior_care": "none"},
        {"fear_of_return": "high", **BED},
        {"severity": "severe", "prior_care": "none"},
        {"severity": "severe", **BED},
        {"peers": "pressure_to_use", "sober_living": "unavailable"},
        {"peers": "pressure_to_use", **COMPLETED},
    ],
)
def test_an_exception_needs_its_own_mitigation(criteria: Criteria, findings: Findings) -> None:
    assert answer({**READY, **findings}, criteria) == (RES, (RES,), Basis.DIRECT)


def test_a_mitigation_that_is_stated_to_be_missing_is_among_what_decided(criteria: Criteria) -> None:
    said = assess({**READY, "peers": "pressure_to_use", "sober_living": "unavailable"}, criteria)
    assert {"peers", "sober_living"} <= said.deciding
    assert effects(said)["peers"] is Effect.FIRED


def test_severity_and_fear_after_a_completed_programme_leave_what_fear_leaves(criteria: Criteria) -> None:
    findings = {**READY, **COMPLETED, "severity": "severe", "fear_of_return": "high"}
    assert answer(findings, criteria) == (PART, (PART, RES), Basis.CONTESTED)


def test_an_eased_home_beside_an_eased_fear_is_residential_and_accepts_partial_hospitalization(
    criteria: Criteria,
) -> None:
    findings = {**READY, **BED, **COMPLETED, "home": "tempting", "fear_of_return": "high"}
    assert answer(findings, criteria) == (RES, (PART, RES), Basis.CONTESTED)


def test_an_eased_floor_beside_a_full_one_leaves_nothing_to_accept_below(criteria: Criteria) -> None:
    findings = {**READY, **BED, "home": "tempting", "structure": "rigid_needed"}
    assert answer(findings, criteria) == (RES, (RES,), Basis.DIRECT)


# --- the prerequisites


@pytest.mark.parametrize(
    ("unmet", "rule"),
    [
        ({"support": "thin"}, "outpatient-support"),
        ({"medication": "needs_help"}, "outpatient-medication"),
        ({"housing": "none", "sober_living": "available"}, "outpatient-housing"),
    ],
)
def test_an_unmet_need_of_outpatient_care_is_partial_hospitalization_by_exclusion(
    criteria: Criteria, unmet: Findings, rule: str
) -> None:
    said = assess({**READY, **unmet}, criteria)
    assert (said.level, said.accepted, said.basis) == (PART, (PART,), Basis.BY_EXCLUSION)
    assert effects(said)[rule] is Effect.UNMET


@pytest.mark.parametrize(
    ("unmet", "rules"),
    [
        ({"attendance": "unreliable"}, {"outpatient-attendance", "partial-attendance"}),
        ({"attendance": "part_time", "support": "thin"}, {"outpatient-support", "partial-attendance"}),
        ({"housing": "none"}, {"outpatient-housing", "partial-housing"}),
        ({"housing": "none", "sober_living": "unavailable"}, {"outpatient-housing", "partial-housing"}),
    ],
)
def test_an_unmet_need_of_both_lower_levels_is_residential_by_exclusion(
    criteria: Criteria, unmet: Findings, rules: set[str]
) -> None:
    said = assess({**READY, **unmet}, criteria)
    assert (said.level, said.accepted, said.basis) == (RES, (RES,), Basis.BY_EXCLUSION)
    assert {rule for rule, effect in effects(said).items() if effect is Effect.UNMET} == rules


def test_coming_part_of_the_week_is_enough_for_outpatient_care(criteria: Criteria) -> None:
    assert answer({**READY, "attendance": "part_time"}, criteria) == (OUT, (OUT,), Basis.DIRECT)


def test_a_wavering_wish_alone_keeps_outpatient_accepted_with_motivational_interviewing(criteria: Criteria) -> None:
    said = assess({**READY, "desire_to_recover": "wavering"}, criteria)
    assert (said.level, said.accepted, said.basis) == (PART, (OUT, PART), Basis.CONTESTED)
    assert said.lists[OUT]["therapies"] == said.lists[PART]["therapies"] == ("motivational_interviewing",)


def test_a_wavering_wish_with_another_unmet_need_does_not_keep_outpatient_accepted(criteria: Criteria) -> None:
    findings = {**READY, "desire_to_recover": "wavering", "support": "thin"}
    assert answer(findings, criteria) == (PART, (PART,), Basis.BY_EXCLUSION)


def test_the_accepted_levels_can_have_a_gap(criteria: Criteria) -> None:
    findings = {**READY, "desire_to_recover": "wavering", "attendance": "part_time"}
    assert answer(findings, criteria) == (RES, (OUT, RES), Basis.CONTESTED)


def test_a_floor_at_partial_hospitalization_that_cannot_be_attended_is_residential_by_exclusion(
    criteria: Criteria,
) -> None:
    findings = {**READY, **BED, "peers": "pressure_to_use", "attendance": "part_time"}
    assert answer(findings, criteria) == (RES, (RES,), Basis.BY_EXCLUSION)


# --- basis and what is unstated


def test_nothing_known_is_outpatient_by_exclusion_and_not_settled(criteria: Criteria) -> None:
    said = assess({}, criteria)
    assert (said.level, said.accepted, said.basis, said.settled) == (OUT, (OUT,), Basis.BY_EXCLUSION, False)


@pytest.mark.parametrize("missing", READY)
def test_outpatient_is_by_exclusion_until_every_prerequisite_is_stated(criteria: Criteria, missing: str) -> None:
    findings = {name: value for name, value in READY.items() if name != missing}
    assert answer(findings, criteria) == (OUT, (OUT,), Basis.BY_EXCLUSION)


def test_outpatient_rests_on_its_met_needs_and_they_decide(criteria: Criteria) -> None:
    said = assess(READY, criteria)
    met = {rule for rule, effect in effects(said).items() if effect is Effect.MET}
    assert met == {rule.id for rule in criteria.prerequisites if rule.level == OUT}
    assert said.deciding == set(READY)


def test_a_met_need_decides_nothing_above_outpatient(criteria: Criteria) -> None:
    said = assess({**READY, "fear_of_return": "high"}, criteria)
    assert effects(said) == {"fear": Effect.FIRED}
    assert said.deciding == {"fear_of_return"}


def test_mitigations_count_only_when_stated(criteria: Criteria) -> None:
    assert decide({"severity": "severe"}, criteria).level == RES
    assert decide({"severity": "severe", **COMPLETED}, criteria).level == OUT
    assert decide({"housing": "none"}, criteria).level == RES
    assert decide({"housing": "none", **BED}, criteria).level == PART


def test_an_answer_is_settled_when_nothing_unstated_could_move_it(criteria: Criteria) -> None:
    assert assess({"self_control": "struggles"}, criteria).settled is True
    assert assess(KNOWN, criteria).settled is True
    assert assess(READY, criteria).settled is False


def test_partial_hospitalization_is_never_direct(criteria: Criteria) -> None:
    """Each way there is: an eased floor is contested, and everything else is an exclusion."""
    ways: list[Findings] = [
        {**READY, **BED, "peers": "pressure_to_use"},
        {**READY, **COMPLETED, "fear_of_return": "high"},
        {**READY, "support": "thin"},
        {**READY, "desire_to_recover": "wavering"},
        {**READY, "medication": "needs_help"},
        {**READY, **BED, "housing": "none"},
    ]
    said = [answer(way, criteria) for way in ways]
    assert {level for level, _, _ in said} == {PART}
    assert {basis for _, _, basis in said} == {Basis.CONTESTED, Basis.BY_EXCLUSION}


# --- what adds weight, a wish, work and family


def test_overwhelming_triggers_support_residential_care_that_something_else_set(criteria: Criteria) -> None:
    said = assess({**READY, "self_control": "struggles", "triggers": "overwhelming"}, criteria)
    supporting = next(reason for reason in said.reasons if reason.effect is Effect.SUPPORTS)
    assert (supporting.rule, supporting.claims) == ("overwhelming-triggers", ("B8",))
    assert said.items("therapies") == ()
    assert "triggers" not in said.deciding


def test_overwhelming_triggers_otherwise_ask_for_coping_with_stress(criteria: Criteria) -> None:
    said = assess({**READY, "triggers": "overwhelming"}, criteria)
    assert (said.level, said.items("therapies")) == (OUT, ("stress_coping",))
    assert Effect.SUPPORTS not in effects(said).values()


def test_beside_two_accepted_levels_coping_with_stress_goes_with_the_lower_only(criteria: Criteria) -> None:
    said = assess({**READY, **BED, "peers": "pressure_to_use", "triggers": "overwhelming"}, criteria)
    assert said.lists[PART]["therapies"] == ("stress_coping",)
    assert said.lists[RES]["therapies"] == ()


@pytest.mark.parametrize(("findings", "level"), [(READY, OUT), ({**READY, "support": "thin"}, PART)])
def test_a_wish_for_immersion_makes_residential_accepted_and_never_the_recommendation(
    criteria: Criteria, findings: Findings, level: str
) -> None:
    said = assess({**findings, "wants_immersion": "wanted"}, criteria)
    assert (said.level, said.accepted, said.basis) == (level, (level, RES), Basis.CONTESTED)
    assert effects(said)["wants-immersion"] is Effect.ACCEPTS
    assert "wants_immersion" not in said.deciding


@pytest.mark.parametrize("work", ["job", "family_care", "both"])
def test_work_and_family_favour_outpatient_and_become_a_task_with_residential(criteria: Criteria, work: str) -> None:
    ready = assess({**READY, "work_family": work}, criteria)
    living_in = assess({**READY, "self_control": "struggles", "work_family": work}, criteria)
    assert effects(ready)["work-and-family"] is effects(living_in)["work-and-family"] is Effect.FAVOURS
    assert (ready.level, ready.accepted, living_in.level) == (OUT, (OUT,), RES)
    assert "arrange_work_and_family" not in ready.items("tasks")
    assert living_in.items("tasks") == ("arrange_work_and_family",)


def test_neither_work_nor_family_favours_nothing_and_sets_no_task(criteria: Criteria) -> None:
    said = assess({**READY, "self_control": "struggles", "work_family": "none"}, criteria)
    assert "work-and-family" not in effects(said)
    assert said.items("tasks") == ()


# --- the other outputs


@pytest.mark.parametrize(
    ("findings", "setting"),
    [
        (READY, ("check_in_then_home", "home_with_medical_contact")),
        ({**READY, "support": "thin"}, ("check_in_then_home", "home_with_medical_contact")),
        ({**READY, "support": "none"}, ("within_residential",)),
    ],
)
def test_somebody_who_is_using_has_withdrawal_management_first_and_a_setting_for_it(
    criteria: Criteria, findings: Findings, setting: tuple[str, ...]
) -> None:
    using = assess({**findings, "opioid_use": "using"}, criteria)
    stopped = assess({**findings, "opioid_use": "not_using"}, criteria)
    assert (using.flags, using.items("withdrawal_setting")) == ({"withdrawal_first": True}, setting)
    assert (stopped.flags, stopped.items("withdrawal_setting")) == ({"withdrawal_first": False}, ())
    assert using.level == stopped.level


def test_use_that_nobody_stated_asks_for_no_withdrawal_management(criteria: Criteria) -> None:
    assert decide({}, criteria).flags == {"withdrawal_first": False}


@pytest.mark.parametrize(
    ("findings", "supports"),
    [
        ({"support": "thin"}, ("support_group",)),
        ({"peers": "pressure_to_use", **BED}, ("sober_living", "support_group")),
        ({"housing": "none", **BED}, ("sober_living", "support_group")),
    ],
)
def test_partial_hospitalization_comes_with_a_group_and_where_it_helps_with_sober_living(
    criteria: Criteria, findings: Findings, supports: tuple[str, ...]
) -> None:
    said = assess({**READY, **findings}, criteria)
    assert (said.level, said.items("supports")) == (PART, supports)


def test_a_tempting_home_gives_sober_living_with_the_accepted_partial_hospitalization(criteria: Criteria) -> None:
    said = assess({**READY, **BED, "home": "tempting"}, criteria)
    assert said.lists[PART]["supports"] == ("sober_living", "support_group")
    assert said.lists[RES]["supports"] == ()


def test_outpatient_care_comes_with_a_group_and_never_with_sober_living(criteria: Criteria) -> None:
    findings = {**READY, "desire_to_recover": "wavering", "peers": "away_from_use"}
    assert assess(findings, criteria).lists[OUT]["supports"] == ("support_group",)


@pytest.mark.parametrize(
    ("finding", "value", "therapy"),
    [
        ("thinking", "unhelpful_patterns", "cognitive_behavioural"),
        ("loved_ones", "willing", "family_counselling"),
        ("mental_health", "co_occurring", "dual_diagnosis"),
        ("trauma", "present", "trauma_treatment"),
    ],
)
@pytest.mark.parametrize("support", ["strong", "thin", "none"])
def test_a_finding_calls_for_its_therapy_at_every_level(
    criteria: Criteria, finding: str, value: str, therapy: str, support: str
) -> None:
    findings = {**READY, "support": support}
    assert assess({**findings, finding: value}, criteria).items("therapies") == (therapy,)
    assert assess(findings, criteria).items("therapies") == ()


@pytest.mark.parametrize(
    ("support", "tasks"),
    [("strong", ("manage_medication",)), ("thin", ("manage_medication", "commit_to_every_day")), ("none", ())],
)
def test_each_level_sets_its_tasks(criteria: Criteria, support: str, tasks: tuple[str, ...]) -> None:
    assert assess({**READY, "support": support}, criteria).items("tasks") == tasks


# --- the red flags


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_a_red_flag_escalates_whatever_else_is_known(criteria: Criteria, flag: str) -> None:
    said = assess({**KNOWN, "self_control": "struggles", "opioid_use": "using", flag: "present"}, criteria)
    assert (said.level, said.accepted, said.basis) == ("escalate", (), Basis.OUTSIDE_SOURCES)
    assert (said.settled, said.range, said.flags) == (None, None, {"withdrawal_first": None})
    assert (said.open_questions, said.why_not, said.lists) == ((), (), {})
    assert said.nearest == Nearest(None, None)
    assert effects(said) == {flag: Effect.ESCALATES}
    assert said.deciding == {flag}


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_a_red_flag_that_is_absent_changes_nothing(criteria: Criteria, flag: str) -> None:
    assert decide({**READY, flag: "absent"}, criteria) == decide(READY, criteria)


def test_there_are_seven_red_flags(criteria: Criteria) -> None:
    assert tuple(finding.id for finding in criteria.findings if finding.red_flag) == RED_FLAGS


def test_two_red_flags_are_two_reasons(criteria: Criteria) -> None:
    said = assess({"pregnancy": "present", "under_18": "present", "psychosis": "absent"}, criteria)
    assert set(effects(said)) == {"pregnancy", "under_18"}


# --- why not another level


def test_a_level_that_nothing_asks_for_is_not_needed(criteria: Criteria) -> None:
    assert objections(assess(READY, criteria)) == {
        PART: Objection(PART, WhyNot.NOT_ASKED, ()),
        RES: Objection(RES, WhyNot.NOT_ASKED, ()),
    }


def test_a_level_below_a_floor_is_too_little_and_names_its_unmet_needs_too(criteria: Criteria) -> None:
    said = assess({**READY, "self_control": "struggles", "support": "thin"}, criteria)
    assert objections(said) == {
        OUT: Objection(OUT, WhyNot.TOO_LITTLE, ("self-control", "outpatient-support")),
        PART: Objection(PART, WhyNot.TOO_LITTLE, ("self-control",)),
    }


def test_a_level_whose_need_is_unmet_says_which(criteria: Criteria) -> None:
    said = assess({**READY, "medication": "needs_help"}, criteria)
    assert objections(said)[OUT] == Objection(OUT, WhyNot.UNMET, ("outpatient-medication",))
    assert objections(said)[RES] == Objection(RES, WhyNot.NOT_ASKED, ())


@pytest.mark.parametrize(
    ("findings", "level", "rules"),
    [
        ({**BED, "peers": "pressure_to_use"}, RES, ("peers",)),
        ({**BED, "home": "tempting"}, PART, ("tempting-home",)),
        ({**COMPLETED, "fear_of_return": "high"}, RES, ("fear",)),
        ({"desire_to_recover": "wavering"}, OUT, ("outpatient-desire",)),
        ({"wants_immersion": "wanted"}, RES, ("wants-immersion",)),
    ],
)
def test_a_level_accepted_beside_the_recommendation_names_the_rule_that_makes_it_so(
    criteria: Criteria, findings: Findings, level: str, rules: tuple[str, ...]
) -> None:
    said = assess({**READY, **findings}, criteria)
    assert objections(said)[level] == Objection(level, WhyNot.ALSO_ACCEPTED, rules)


# --- what was asked


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
