"""The criteria as the bank holds them: levels, findings, claims with their places, and every claim in use."""

from __future__ import annotations

import dataclasses

import pytest
from carelevel.core.criteria import Criteria, Section

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
    "prior_care": "intensive_completed none",
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
    "A what": "A1 p1 3, A2 p1 3, A3 p1 3, A4 p2 4, A5 p2 4, A6 p3 5, A7 p3 5, A8 p3 5",
    "A alternatives": "A9 p1 7, A10 p2 8, A11 p3 9, A12 p3 9, A13 p3 9, A14 p3 9, A15 p4 10, A16 p5 11, A17 p5 11, "
    "A18 p6 12",
    "A approaches": "A19 p1 14, A20 b1 16, A21 b2 17, A22 b3 18, A23 b4 19, A24 b5 20, A25 p3 21, A26 p3 21, "
    "A27 p4 22, A28 p5 23",
    "B introduction": "B1 p1 3",
    "B inpatient": "B2 p1 7, B3 p1 7, B4 p2 9, B5 p2 9, B6 p2 9, B7 p2 9, B8 p2 9, B9 p3 11",
    "B outpatient": "B10 p1 15, B11 p1 15, B12 p1 15, B13 p2 17, B14 p2 17, B15 p2 17, B16 p3 19, B17 p3 19, B18 p4 21",
}
RULES = {
    "self-control": "B5",
    "structure": "B4",
    "no-support": "B7",
    "tempting-home": "B6",
    "fear": "A12",
    "severity": "A13 A12",
    "peers": "A14 A12 B8",
    "outpatient-support": "A1 A6 B16",
    "outpatient-desire": "A2",
    "outpatient-attendance": "A3 B10",
    "outpatient-housing": "A1",
    "outpatient-medication": "B12 B3",
    "partial-attendance": "A16",
    "partial-housing": "A15 A17",
    "overwhelming-triggers": "B8",
    "wants-immersion": "A11",
    "work-and-family": "A4 B15",
}


def test_the_ladder_has_three_rungs_and_withdrawal_management_is_none_of_them(criteria: Criteria) -> None:
    assert criteria.ladder == LADDER
    assert criteria.choices == (*LADDER, "escalate")
    assert [criteria.rung(level) for level in LADDER] == [0, 1, 2]
    assert [flag.id for flag in criteria.flags] == ["withdrawal_first"]


def test_every_finding_has_its_values_from_least_to_most_concern(criteria: Criteria) -> None:
    found = {finding.id: " ".join(value.id for value in finding.values) for finding in criteria.findings}
    assert found == FINDINGS
    assert list(found) == list(FINDINGS)


def test_two_findings_mitigate(criteria: Criteria) -> None:
    assert {finding.id for finding in criteria.findings if finding.mitigates} == {"prior_care", "sober_living"}


def test_every_finding_has_a_question_and_every_value_words(criteria: Criteria) -> None:
    assert all("?" in finding.ask for finding in criteria.findings)
    assert all(value.says for finding in criteria.findings for value in finding.values)


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
    assert len(found) == 28 + 18


def test_every_rule_rests_on_its_claims(criteria: Criteria) -> None:
    assert {rule.id: " ".join(rule.because) for rule in criteria.rules()} == RULES


def test_every_claim_appears_somewhere(criteria: Criteria) -> None:
    used = set(_claims(dataclasses.asdict(criteria)))
    assert [claim.id for claim in criteria.claims if claim.id not in used] == []


def test_there_are_twelve_tensions(criteria: Criteria) -> None:
    assert [tension.id for tension in criteria.tensions] == [f"T{number}" for number in range(1, 13)]


def test_the_silences_name_public_work_and_the_instruments_that_are_not_embedded(criteria: Criteria) -> None:
    said = " ".join(silence.says for silence in criteria.silences)
    cited = " ".join(reference.cite for reference in criteria.references)
    for instrument in ("ASAM Criteria", "LOCUS", "not affiliated", "not derived"):
        assert instrument in said
    for work in ("TIP 63", "Wakeman", "Strang", "2020 Focused Update"):
        assert work in cited


def test_withdrawal_first_carries_the_warning_with_its_references(criteria: Criteria) -> None:
    warning = criteria.flags[0].warning
    assert warning is not None
    for word in ("tolerance", "fatal", "medication"):
        assert word in warning.says
    assert {"strang-2003", "wakeman-2020", "tip63", "asam-2020"} == set(warning.references)


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
