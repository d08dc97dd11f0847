"""The rule that made the difference, for twins made up here and for those of the real bank."""

from __future__ import annotations

import pytest
from carelevel.bank import Bank
from carelevel.core.assess import Effect, Reason, assess
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.difference import difference

FIRED, EASED, DEFEATED, GAVE_WAY = Effect.FIRED, Effect.EASED, Effect.DEFEATED, Effect.GAVE_WAY
MET, UNMET = Effect.MET, Effect.UNMET
HELP, PRESSED = {"medication": "needs_help"}, {"peers": "pressure_to_use"}


@pytest.mark.parametrize(
    ("before", "now", "rule", "effects"),
    [
        ({"self_control": "manages"}, {"self_control": "struggles"}, "self-control", (None, FIRED)),
        ({"support": "strong"}, {"support": "none"}, "no-support", (None, FIRED)),
        ({"support": "strong"}, {"support": "thin"}, "outpatient-support", (None, FIRED)),
        (
            {"home": "tempting", "sober_living": "available"},
            {"home": "tempting", "sober_living": "unavailable"},
            "tempting-home",
            (EASED, FIRED),
        ),
        (
            {"severity": "severe", "prior_care": "intensive_undergone"},
            {"severity": "severe", "prior_care": "none"},
            "severity",
            (DEFEATED, FIRED),
        ),
        (
            {**HELP, "attendance": "daily"},
            {**HELP, "attendance": "part_time"},
            "outpatient-medication",
            (FIRED, GAVE_WAY),
        ),
        ({"attendance": "part_time"}, {"attendance": "unreliable"}, "outpatient-attendance", (MET, UNMET)),
        ({"pregnancy": "present"}, {"pregnancy": "absent"}, "pregnancy", (Effect.ESCALATES, None)),
        ({"opioid_use": "using"}, {"opioid_use": "not_using"}, "withdrawal_first", (Effect.SETS, Effect.CLEARS)),
        ({"wants_immersion": "wanted"}, {}, "wants-immersion", (Effect.ACCEPTS, None)),
        ({"attendance": "daily"}, {"attendance": "part_time"}, "partial-attendance", (None, UNMET)),
    ],
)
def test_the_rule_that_asks_for_a_level_is_named_before_one_that_a_level_requires(
    criteria: Criteria, before: Findings, now: Findings, rule: str, effects: tuple[Effect | None, Effect | None]
) -> None:
    found = difference(assess(before, criteria), assess(now, criteria))
    assert found is not None
    assert (found.rule, (_effect(found.before), _effect(found.now))) == (rule, effects)
    assert found.changed == {name: value for name, value in now.items() if before.get(name) != value}


def test_an_exception_that_asks_for_another_level_than_the_other_one_is_a_difference(criteria: Criteria) -> None:
    bed = {**PRESSED, "sober_living": "available"}
    found = difference(assess(bed, criteria), assess({**bed, "fear_of_return": "low"}, criteria))
    assert found is not None
    assert (found.rule, _effect(found.before), _effect(found.now)) == ("peers", EASED, EASED)
    assert found.changed == {"fear_of_return": "low"}


def test_nothing_is_named_where_nothing_changed(criteria: Criteria) -> None:
    same = assess({"home": "tempting"}, criteria)
    assert difference(same, same) is None


def test_nothing_is_named_where_no_rule_reads_what_changed(criteria: Criteria) -> None:
    assert difference(assess({"trauma": "none"}, criteria), assess({"trauma": "present"}, criteria)) is None


def test_every_twin_of_the_bank_has_a_rule_to_name(bank: Bank) -> None:
    nameless = [
        f"{case.id}, {twin.id}"
        for case in bank.cases()
        for twin in case.twins
        for number in [case.changed_point(twin.id)]
        if not difference(
            assess(case.points[number].findings, bank.criteria), assess(twin.points[number].findings, bank.criteria)
        )
    ]
    assert nameless == []


def _effect(reason: Reason | None) -> Effect | None:
    return reason and reason.effect
