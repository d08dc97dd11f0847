"""What a supervisor types to say what a phrase shows: the trade's own words lead to the finding that they are about."""

from __future__ import annotations

import re

import pytest
from carelevel.core.criteria import Finding

from tests.conftest import our_bank

FINDINGS = our_bank().criteria.findings
WORDS = {
    "relapse": "fear_of_return",
    "homeless": "housing",
    "eviction": "housing",
    "shelter": "housing",
    "dealer": "peers",
    "gang": "peers",
    "PTSD": "trauma",
    "flashback": "trauma",
    "veteran": "trauma",
    "drinking": "sedatives_or_alcohol",
    "beer": "sedatives_or_alcohol",
    "benzos": "sedatives_or_alcohol",
    "Xanax": "sedatives_or_alcohol",
    "Narcan": "recent_overdose",
    "OD": "recent_overdose",
    "motivation": "desire_to_recover",
    "ambivalent": "desire_to_recover",
    "court": "desire_to_recover",
    "bus": "attendance",
    "childcare": "attendance",
    "car": "attendance",
    "minor": "under_18",
    "teenager": "under_18",
    "depression": "mental_health",
    "bipolar": "mental_health",
    "ADHD": "mental_health",
    "suicidal": "suicidal_thoughts",
    "cutting": "suicidal_thoughts",
    "voices": "psychosis",
    "hallucination": "psychosis",
    "baby": "pregnancy",
    "prenatal": "pregnancy",
    "abscess": "acute_illness",
    "HIV": "acute_illness",
    "fever": "acute_illness",
    "kids": "work_family",
    "unemployed": "work_family",
    "custody": "work_family",
    "rehab": "prior_care",
    "detox": "prior_care",
    "halfway house": "sober_living",
    "craving": "self_control",
    "boredom": "structure",
    "routine": "structure",
    "methadone": "medication",
    "Suboxone": "medication",
    "sponsor": "support",
    "wife": "support",
    "roommate": "home",
    "stash": "home",
    "fentanyl": "opioid_use",
    "binge": "opioid_use",
    "tolerance": "severity",
    "stress": "triggers",
    "payday": "triggers",
    "denial": "thinking",
    "spouse": "loved_ones",
    "inpatient": "wants_immersion",
}


def known(finding: Finding) -> list[str]:
    """The words that a search for the finding can begin with."""
    values = (f"{value.id} {value.says}" for value in finding.values)
    return re.findall(r"\w+", " ".join((finding.id, finding.name, finding.ask, *finding.search, *values)).lower())


def finds(typed: str, finding: Finding) -> bool:
    words = known(finding)
    return all(any(word.startswith(part) for word in words) for part in typed.lower().split())


@pytest.mark.parametrize(("typed", "finding"), WORDS.items())
def test_a_word_of_the_trade_finds_what_it_is_about(typed: str, finding: str) -> None:
    assert finding in {found.id for found in FINDINGS if finds(typed, found)}


def test_every_finding_has_words_to_search_by_beyond_those_that_it_shows() -> None:
    for finding in FINDINGS:
        shown = known(Finding(finding.id, finding.name, finding.ask, finding.values))
        assert set(known(finding)) - set(shown), finding.id
