"""The rule that made the difference, for the twins of the real bank."""

from __future__ import annotations

from pathlib import Path

import pytest
from carelevel.bank import open_bank
from carelevel.core.assess import Effect, assess
from carelevel.core.difference import Difference, difference

BANK = open_bank(Path(__file__).parents[2] / "cases")


@pytest.mark.parametrize(
    ("before", "now", "named"),
    [
        ({"support": "strong"}, {"support": "none"}, Difference("no-support", None, Effect.FIRED)),
        (
            {"peers": "pressure_to_use", "sober_living": "available"},
            {"peers": "pressure_to_use", "sober_living": "unavailable"},
            Difference("peers", Effect.EASED, Effect.FIRED),
        ),
        (
            {"severity": "severe", "prior_care": "intensive_completed"},
            {"severity": "severe", "prior_care": "none"},
            Difference("severity", Effect.DEFEATED, Effect.FIRED),
        ),
        ({"support": "strong"}, {"support": "thin"}, Difference("outpatient-support", Effect.MET, Effect.UNMET)),
        ({"pregnancy": "present"}, {"pregnancy": "absent"}, Difference("pregnancy", Effect.ESCALATES, None)),
        ({"wants_immersion": "wanted"}, {}, Difference("wants-immersion", Effect.ACCEPTS, None)),
    ],
)
def test_the_rule_that_asks_for_a_level_is_named_before_one_that_a_level_needs(
    before: dict[str, str], now: dict[str, str], named: Difference
) -> None:
    assert difference(assess(before, BANK.criteria), assess(now, BANK.criteria)) == named


def test_nothing_is_named_where_nothing_changed() -> None:
    same = assess({"home": "tempting"}, BANK.criteria)
    assert difference(same, same) is None


@pytest.mark.parametrize("case", BANK.case_ids())
def test_every_twin_of_the_bank_has_a_rule_to_name(case: str) -> None:
    told = BANK.case(case)
    for twin in told.twins:
        number = told.changed_point(twin.id)
        before = assess(told.points[number].findings, BANK.criteria)
        assert difference(before, assess(twin.points[number].findings, BANK.criteria)) is not None
