"""The rule that made the difference, for twins made up here and for those of the real bank."""

from __future__ import annotations

import pytest
from carelevel.bank import Bank
from carelevel.core.assess import Effect, Reason, assess
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.difference import Difference, difference

FIRED, EASED, DEFEATED = Effect.FIRED, Effect.EASED, Effect.DEFEATED
MET, UNMET = Effect.MET, Effect.UNMET
HELP, PRESSED = {"medication": "needs_help"}, {"peers": "pressure_to_use"}


@pytest.mark.parametrize(
    ("before", "now", "rule", "effects"),
    [
        ({"self_control": "manages"}, {"self_control": "struggles"}, "self-control", (None, FIRED)),
        ({"support": "strong"}, {"support": "none"}, "no-support", (None, FIRED)),
        ({"support": "strong"}, {"support": "thin"}, "outpatient-support", (None, FIRED)),
        ({"support": "thin"}, {"support": "none"}, "no-support", (None, FIRED)),
        ({"support": "none"}, {"support": "thin"}, "no-support", (FIRED, None)),
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
        ({**HELP, "attendance": "daily"}, {**HELP, "attendance": "part_time"}, "partial-attendance", (MET, UNMET)),
        ({"attendance": "part_time"}, {"attendance": "unreliable"}, "outpatient-attendance", (MET, UNMET)),
        ({"pregnancy": "present"}, {"pregnancy": "absent"}, "pregnancy", (Effect.ESCALATES, None)),
        ({"opioid_use": "using"}, {"opioid_use": "not_using"}, "withdrawal_first", (Effect.SETS, Effect.CLEARS)),
        ({"wants_immersion": "wanted"}, {}, "wants-immersion", (Effect.ACCEPTS, None)),
        ({"attendance": "daily"}, {"attendance": "part_time"}, "partial-attendance", (None, UNMET)),
    ],
)
def test_the_rule_that_reads_what_changed_is_named_and_of_several_one_that_asks_for_a_level(
    criteria: Criteria, before: Findings, now: Findings, rule: str, effects: tuple[Effect | None, Effect | None]
) -> None:
    found = difference(assess(before, criteria), assess(now, criteria), criteria.ladder)
    assert found.through is not None
    assert (found.through.rule, (_effect(found.through.before), _effect(found.through.now))) == (rule, effects)
    assert found.changed == {name: value for name, value in now.items() if before.get(name) != value}
    assert found.unsaid == tuple(before.keys() - now.keys())


def test_an_exception_that_asks_for_another_level_than_the_other_one_is_a_difference(criteria: Criteria) -> None:
    bed = {**PRESSED, "sober_living": "available"}
    found = difference(assess(bed, criteria), assess({**bed, "fear_of_return": "low"}, criteria), criteria.ladder)
    assert found.through is not None
    assert (found.through.rule, _effect(found.through.before), _effect(found.through.now)) == ("peers", EASED, EASED)
    assert found.changed == {"fear_of_return": "low"}


def test_no_rule_is_named_where_nothing_changed(criteria: Criteria) -> None:
    same = assess({"home": "tempting"}, criteria)
    assert difference(same, same, criteria.ladder) == Difference({}, (), None)


def test_no_rule_is_named_where_none_reads_what_changed(criteria: Criteria) -> None:
    found = difference(assess({"trauma": "none"}, criteria), assess({"trauma": "present"}, criteria), criteria.ladder)
    assert found == Difference({"trauma": "present"}, (), None)


def test_every_twin_of_the_bank_names_what_changed_and_a_rule_that_reads_it(bank: Bank) -> None:
    for case in bank.cases():
        for twin in case.twins:
            number = case.changed_point(twin.id)
            before, now = case.points[number].findings, twin.points[number].findings
            found = difference(assess(before, bank.criteria), assess(now, bank.criteria), bank.criteria.ladder)
            assert found.through is not None, f"{case.id}, {twin.id}"
            read = {name for reason in found.through.reasons for name in reason.findings}
            assert read & {*found.changed, *found.unsaid}, f"{case.id}, {twin.id}"


def _effect(reason: Reason | None) -> Effect | None:
    return reason and reason.effect
