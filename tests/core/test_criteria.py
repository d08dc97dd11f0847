"""The criteria as the bank holds them: levels, findings, claims with their places, and every claim in use."""

from __future__ import annotations

import dataclasses
import re

import pytest
from carelevel.core.criteria import Criteria, Findings, Section

from tests.core.people import KNOWN

LADDER = ("outpatient", "partial_hospitalization", "residential")
FINDINGS = {
    "opioid_use": "not_using using",
    "severity": "less_severe severe",
    "fear_of_return": "low high",
    "peers": "away_from_use pressure_to_use",
    "housing": "settled none",
    "home": "steady tempting",
    "support": "strong thin none",
    "self_control": "manages struggles",
    "structure": "flexible rigid_needed",
    "desire_to_recover": "clear wavering",
    "attendance": "daily part_time unreliable",
    "medication": "manages needs_help",
    "prior_care": "intensive_undergone none",
    "sober_living": "available unavailable",
    "triggers": "manageable overwhelming",
    "work_family": "none job family_care both",
    "wants_immersion": "not_wanted wanted",
    "mental_health": "none co_occurring",
    "trauma": "none present",
    "thinking": "helpful unhelpful_patterns",
    "loved_ones": "not_involved willing",
    "pregnancy": "absent present",
    "suicidal_thoughts": "absent present",
    "psychosis": "absent present",
    "sedatives_or_alcohol": "absent present",
    "acute_illness": "absent present",
    "under_18": "absent present",
    "recent_overdose": "absent present",
}
PLACES = {
    "A what": "A1 p1 3, A2 p1 3, A3 p1 3, A4 p2 4, A5 p2 4, A29 p2 4, A6 p3 5, A7 p3 5, A8 p3 5",
    "A alternatives": "A9 p1 7, A30 p1 7, A10 p2 8, A31 p2 8, A11 p3 9, A12 p3 9, A13 p3 9, A14 p3 9, A15 p4 10, "
    "A16 p5 11, A17 p5 11, A32 p5 11, A18 p6 12",
    "A approaches": "A19 p1 14, A20 b1 16, A21 b2 17, A22 b3 18, A23 b4 19, A24 b5 20, A25 p3 21, A26 p3 21, "
    "A27 p4 22, A28 p5 23",
    "B introduction": "B1 p1 3",
    "B inpatient": "B2 p1 7, B3 p1 7, B19 p1 7, B4 p2 9, B5 p2 9, B6 p2 9, B7 p2 9, B8 p2 9, B9 p3 11",
    "B outpatient": "B10 p1 15, B11 p1 15, B12 p1 15, B13 p2 17, B14 p2 17, B15 p2 17, B16 p3 19, B17 p3 19, "
    "B20 p3 19, B18 p4 21",
}
"""Where each claim stands: its paragraph or bullet in the section, and its line."""
RULES = {
    "self-control": "B5",
    "structure": "B4",
    "no-support": "B7",
    "tempting-home": "B6",
    "fear": "A12",
    "severity": "A13 A12",
    "peers": "A14 A12 B8",
    "outpatient-support": "A1 A6 B16 B17 B20",
    "outpatient-desire": "A2 A20",
    "outpatient-medication": "B12 B3",
    "outpatient-home": "A1 A17",
    "outpatient-attendance": "A3 B10",
    "outpatient-housing": "A1 A17",
    "partial-attendance": "A16",
    "partial-housing": "A15 A17",
    "overwhelming-triggers": "B8",
    "wants-immersion": "A11 A31",
    "work-and-family": "A4 A29 B15",
}
INDICATIONS = """
self-control           residential              -           firm      direct        B5
structure              residential              -           firm      direct        B4
no-support             residential              -           firm      direct        B7
tempting-home          residential              -           firm      direct        B6
. sober_living         partial_hospitalization  +res        yielding  inferred      A17 A18 A32
fear                   residential              -           firm      direct        A12
. prior_care           partial_hospitalization  +out+res    yielding  inferred      A7 A8
severity               residential              -           firm      inferred      A13 A12
. prior_care           defeats                  -           firm      inferred      A7
. fear_of_return       outpatient               +par+res    firm      inferred      A13
peers                  residential              -           firm      inferred      A14 A12 B8
. fear_of_return       outpatient               +par        firm      inferred      A14 A18
. sober_living         partial_hospitalization  +res        yielding  inferred      A18
outpatient-support     partial_hospitalization  +out        yielding  by_exclusion  A1 A6 B16 B17 B20
outpatient-desire      partial_hospitalization  +out        yielding  by_exclusion  A2 A20
outpatient-medication  partial_hospitalization  -           yielding  by_exclusion  B12 B3
outpatient-home        partial_hospitalization  -           yielding  by_exclusion  A1 A17
"""
"""Each indication, and with a dot its exceptions in order: what it asks for, what it supports too, how, and why."""
ITEMS = {
    "sober_living": "A17 A18 A32",
    "support_group": "A26 B17 B20 A25",
    "motivational_interviewing": "A20",
    "cognitive_behavioural": "A21",
    "family_counselling": "A22",
    "dual_diagnosis": "A23",
    "trauma_treatment": "A24",
    "stress_coping": "A27",
    "arrange_work_and_family": "B9 B19",
    "manage_medication": "B12",
    "commit_to_every_day": "A16",
    "within_residential": "B2",
    "check_in_then_home": "B11",
    "home_with_medical_contact": "B11",
}
RED_FLAGS = {
    "suicidal_thoughts": (
        "now",
        "stay with the person; plan; means; clinician; before anybody leaves; 988; call or text; 911; "
        "local emergency number",
        "",
    ),
    "acute_illness": (
        "now or today",
        "emergency department; wound with fever; red line; chest pain; trouble breathing; confusion; collapse; "
        "the same day",
        "",
    ),
    "recent_overdose": (
        "today",
        "naloxone; before they leave; medical assessment; meant; tolerance; offer medication",
        "",
    ),
    "psychosis": ("today", "urgent psychiatric assessment; frightened or in danger; not left alone", ""),
    "pregnancy": (
        "before any withdrawal",
        "not stopped abruptly; methadone or buprenorphine is the standard; prenatal care",
        "ACOG, Committee Opinion 711; 2017; TIP 63",
    ),
    "sedatives_or_alcohol": (
        "before any withdrawal",
        "medical assessment; stopped abruptly; dangerous; risk of an overdose; no reason to withhold medication",
        "FDA; 2017",
    ),
    "under_18": (
        "before anything is decided",
        "services for adolescents; consent and confidentiality differ from state to state; often a minor may consent; "
        "duty to report harm",
        "",
    ),
}
"""How soon, what its words must say, and what must be cited."""


def test_the_ladder_has_three_rungs_and_withdrawal_management_is_none_of_them(criteria: Criteria) -> None:
    assert criteria.ladder == LADDER
    assert criteria.choices == (*LADDER, "escalate")
    assert [criteria.rung(level) for level in LADDER] == [0, 1, 2]
    assert [flag.id for flag in criteria.flags] == ["withdrawal_first"]


def test_every_finding_has_its_values_from_least_to_most_concern(criteria: Criteria) -> None:
    found = {finding.id: " ".join(value.id for value in finding.values) for finding in criteria.findings}
    assert found == FINDINGS
    assert list(found) == list(FINDINGS)


def test_attendance_is_the_only_circumstance(criteria: Criteria) -> None:
    assert criteria.circumstances == ("attendance",)


def test_thirteen_findings_move_the_level(criteria: Criteria) -> None:
    assert set(criteria.moving()) == set(KNOWN)
    assert len(criteria.moving()) == 13


def test_every_finding_has_a_question_and_every_value_words(criteria: Criteria) -> None:
    assert all("?" in finding.ask for finding in criteria.findings)
    assert all(value.says for finding in criteria.findings for value in finding.values)


def test_every_finding_has_words_to_search_by_that_are_its_own(criteria: Criteria) -> None:
    assert all(len(finding.search) == len(set(finding.search)) >= 3 for finding in criteria.findings)


def test_every_claim_stands_where_it_was_read(criteria: Criteria) -> None:
    stated: dict[str, tuple[str, str, str, int]] = {}
    for place, listed in PLACES.items():
        for one in listed.split(", "):
            claim, number, line = one.split()
            source, section = place.split()
            stated[claim] = (source, section, number, int(line))
    found = {
        claim.id: (
            claim.at.source,
            claim.at.section,
            f"p{claim.at.paragraph}" if claim.at.paragraph else f"b{claim.at.bullet}",
            claim.at.line,
        )
        for claim in criteria.claims
    }
    assert found == stated
    assert set(found) == {*(f"A{number}" for number in range(1, 33)), *(f"B{number}" for number in range(1, 21))}


def test_every_rule_rests_on_its_claims(criteria: Criteria) -> None:
    assert {rule.id: " ".join(rule.because) for rule in criteria.rules()} == RULES


def test_every_claim_appears_somewhere(criteria: Criteria) -> None:
    used = set(_claims(dataclasses.asdict(criteria)))
    assert [claim.id for claim in criteria.claims if claim.id not in used] == []


def test_the_indications_and_their_exceptions_are_those_of_the_table(criteria: Criteria) -> None:
    lines = []
    for rule in criteria.indications:
        for said in (rule, *rule.exceptions):
            name = rule.id if said is rule else f". {' '.join(said.when)}"
            also = "".join(f"+{level[:3]}" for level in said.also) or "-"
            lines.append([name, said.asks or "defeats", also, said.kind, said.strength, " ".join(said.because)])
    assert lines == [re.split(" {2,}", line) for line in INDICATIONS.strip().splitlines()]


def test_what_a_rule_says_holds_wherever_it_is_at_work_and_so_promises_no_accepted_level(criteria: Criteria) -> None:
    """With 'self_control: struggles' as well, residential care alone is accepted, whatever these sentences say."""
    said = {
        rule.id: [rule.says, *(eased.says for eased in rule.exceptions)]
        for rule in criteria.indications
        if rule.asks != "residential" or rule.exceptions
    }
    assert [rule for rule, texts in said.items() if any("accepted" in text for text in texts)] == []


def test_the_requirements_are_those_of_the_table(criteria: Criteria) -> None:
    sleeping = ({"housing": "settled"}, ({"sober_living": "available"},))
    assert [(needed.level, needed.needs, needed.instead) for needed in criteria.requirements] == [
        ("outpatient", {"attendance": "part_time"}, ()),
        ("outpatient", *sleeping),
        ("partial_hospitalization", {"attendance": "daily"}, ()),
        ("partial_hospitalization", *sleeping),
    ]


def test_what_goes_with_a_level_rests_on_its_claims(criteria: Criteria) -> None:
    assert {item.id: " ".join(item.because) for named in criteria.lists for item in named.items} == ITEMS


def test_outpatient_alone_is_endorsed(criteria: Criteria) -> None:
    (endorsed,) = [level.endorsed for level in criteria.levels if level.endorsed]
    assert criteria.level("outpatient").endorsed is endorsed
    assert [(named.when, named.because) for named in endorsed] == [
        ({"support": "strong"}, ("A6", "B16")),
        ({"prior_care": "intensive_undergone"}, ("A7",)),
    ]


@pytest.mark.parametrize(
    ("item", "notes"),
    [
        ("sober_living", [({}, {"sober_living": "available"}, False)]),
        ("support_group", [({"support": "thin"}, {}, True)]),
        ("manage_medication", [({"medication": "manages"}, {}, False), ({"medication": "needs_help"}, {}, False)]),
    ],
)
def test_a_bed_to_be_found_the_group_that_comes_first_and_who_helps_are_notes(
    criteria: Criteria, item: str, notes: list[tuple[Findings, Findings, bool]]
) -> None:
    found = next(one for named in criteria.lists for one in named.items if one.id == item)
    assert [(note.when, note.unless, note.leads) for note in found.notes] == notes
    assert all(note.says for note in found.notes)


def test_the_sources_pull_apart_in_fourteen_places(criteria: Criteria) -> None:
    assert [tension.id for tension in criteria.tensions] == [f"T{number}" for number in range(1, 15)]
    known = {claim.id for claim in criteria.claims}
    assert all(tension.claims and known.issuperset(tension.claims) for tension in criteria.tensions)


def test_the_silences_name_public_work_and_the_instruments_that_are_not_embedded(criteria: Criteria) -> None:
    said = " ".join(silence.says for silence in criteria.silences)
    cited = " ".join(reference.cite for reference in criteria.references)
    for instrument in ("ASAM Criteria", "LOCUS", "not affiliated", "not derived"):
        assert instrument in said
    for work in ("TIP 63", "Wakeman", "Strang", "2020 Focused Update"):
        assert work in cited


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_a_red_flag_says_how_soon_what_first_and_on_what_it_rests(criteria: Criteria, flag: str) -> None:
    soon, words, cited = RED_FLAGS[flag]
    red_flag = criteria.finding(flag).red_flag
    assert red_flag is not None
    assert (red_flag.soon, len(red_flag.references) > 0) == (soon, True)
    assert [word for word in words.split("; ") if word not in red_flag.says.lower()] == []
    works = " ".join(one.cite for one in criteria.references if one.id in red_flag.references)
    assert [work for work in cited.split("; ") if work not in works] == []


def test_no_two_red_flags_share_their_words(criteria: Criteria) -> None:
    assert set(criteria.red_flags) == set(RED_FLAGS)
    said = [criteria.finding(flag).red_flag.says for flag in criteria.red_flags]  # type: ignore[union-attr]
    assert len(set(said)) == 7


def test_urgencies_come_with_the_most_urgent_first(criteria: Criteria) -> None:
    assert criteria.urgencies == ("now", "now or today", "today", "before any withdrawal", "before anything is decided")


@pytest.mark.parametrize(
    ("line", "words", "references"),
    [
        ("lost-tolerance", ["tolerance", "fatal"], {"strang-2003"}),
        ("naloxone", ["Naloxone", "overdose"], {"samhsa-overdose"}),
        (
            "medication",
            ["Buprenorphine", "methadone", "naltrexone", "Withdrawal management alone is not treatment", "counseling"],
            {"asam-2020", "tip63", "wakeman-2020", "acog-711"},
        ),
        ("medication-offered", ["Has medication been offered today?"], {"tip63"}),
    ],
)
def test_a_safety_line_names_what_it_warns_of_and_rests_on_public_work(
    criteria: Criteria, line: str, words: list[str], references: set[str]
) -> None:
    found = next(known for known in criteria.safety.lines if known.id == line)
    assert [word for word in words if word not in found.says] == []
    assert set(found.references) == references


def test_one_safety_line_is_a_question(criteria: Criteria) -> None:
    assert len(criteria.safety.lines) == 4
    assert [line.id for line in criteria.safety.lines if line.question] == ["medication-offered"]


def test_safety_stands_foremost_after_use_has_stopped_after_an_overdose_and_where_withdrawal_comes_first(
    criteria: Criteria,
) -> None:
    """Use has stopped: it is not going on, or intensive care is behind the person; withdrawal: it is going on."""
    assert criteria.safety.foremost == (
        {"opioid_use": "not_using"},
        {"opioid_use": "using"},
        {"prior_care": "intensive_undergone"},
        {"recent_overdose": "present"},
    )


def test_the_first_step_has_words_for_use_that_goes_on_and_for_use_that_nobody_stated(criteria: Criteria) -> None:
    (flag,) = criteria.flags
    assert (flag.when, flag.because) == (({"opioid_use": "using"},), ("A9",))
    assert flag.says
    assert "ask" in flag.unasked


def test_a_rank_counts_from_least_concern_and_an_unknown_value_has_none(criteria: Criteria) -> None:
    assert [criteria.finding("support").rank(value) for value in ("strong", "thin", "none")] == [0, 1, 2]
    with pytest.raises(KeyError):
        criteria.finding("support").rank("some")


def test_an_unknown_level_has_no_rung(criteria: Criteria) -> None:
    with pytest.raises(ValueError, match="detox"):
        criteria.rung("detox")


def test_what_is_read_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Section(id="a", heading="b", paragraphs=1).paragraphs = 2  # type: ignore[misc]


def test_two_criteria_are_the_same_only_when_they_are_one_object(criteria: Criteria) -> None:
    assert criteria == criteria
    assert criteria != dataclasses.replace(criteria)


def _claims(data: object) -> list[str]:
    """Everything that stands behind a `because` or in a tension's `claims`."""
    if isinstance(data, dict):
        named = [*data.get("because", ()), *(one for one in data.get("claims", ()) if isinstance(one, str))]
        return named + [claim for value in data.values() for claim in _claims(value)]
    if isinstance(data, (list, tuple)):
        return [claim for value in data for claim in _claims(value)]
    return []
