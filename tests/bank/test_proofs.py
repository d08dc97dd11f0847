"""What is proved of a bank's criteria, and that each proof can fail."""

from __future__ import annotations

from dataclasses import replace

import pytest
from carelevel.bank import proofs, read_criteria
from carelevel.bank.proofs import prove
from carelevel.core.criteria import Criteria, Exception_, Finding, Indication, Requirement, Value
from carelevel.core.thresholds import Outcome, Thresholds
from carelevel.core.whatif import Range

from tests.bank.conftest import READING, SWIMMING


@pytest.fixture(scope="module")
def swimming() -> Criteria:
    return read_criteria(SWIMMING)


@pytest.fixture(scope="module")
def reading() -> Criteria:
    return read_criteria(READING)


def with_indication(criteria: Criteria, **changes: object) -> Criteria:
    new = replace(criteria.indications[0], id="new", **changes)
    return replace(criteria, indications=(*criteria.indications, new))


def test_this_banks_criteria_hold(criteria: Criteria) -> None:
    proved = prove(criteria)
    assert (proved.fails, proved.warnings) == ((), ())
    assert proved.holds == (
        "Exceptions only lower what an indication asks for, and only on least concern.",
        "Raising a concern, circumstances aside, never lowers the recommendation (18,432 states, all there are).",
        "The range, from its two ends, is that of all completions of what is unstated (1,000 partly stated states).",
        "No indication, exception or requirement could be left out: each changes some answer "
        "(18,432 states, all there are).",
    )


def test_another_banks_criteria_are_proved_as_well(swimming: Criteria) -> None:
    proved = prove(swimming)
    assert (proved.fails, proved.warnings) == ((), ())
    assert "(12 states, all there are)" in proved.holds[1]


def test_a_bank_whose_highest_level_requires_something_is_proved_too(reading: Criteria) -> None:
    proved = prove(reading)
    assert (proved.fails, proved.warnings) == ((), ())
    assert "(2,304 states, all there are)" in proved.holds[1]


def test_of_a_large_bank_as_many_states_are_drawn_and_always_the_same(
    criteria: Criteria, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proofs, "MOST_STATES", 2_000)
    large = replace(
        criteria,
        findings=(*criteria.findings, Finding("extra", "", "", (Value("a", ""), Value("b", "")))),
        indications=(
            *criteria.indications,
            Indication("x", "", {"extra": "b"}, "partial_hospitalization", "firm", "direct", (), ""),
        ),
    )
    proved = prove(large)
    assert proved == prove(large)
    assert any("(2,000 states, drawn by lot)" in line for line in proved.holds)


def test_an_exception_that_raises_or_rests_on_a_concern_fails(swimming: Criteria) -> None:
    raising = Exception_({"armbands": "brought"}, (), "", asks="beginners")
    concerned = Exception_({"armbands": "left_at_home"}, (), "", asks="lanes")
    fails = prove(with_indication(swimming, asks="class", exceptions=(raising, concerned))).fails
    assert fails == ("An exception of 'new' raises it.", "An exception of 'new' rests on more than least concern.")


def test_a_recommendation_that_falls_as_a_concern_rises_fails(
    swimming: Criteria, monkeypatch: pytest.MonkeyPatch
) -> None:
    true = Thresholds.outcome

    def broken(self: Thresholds, state: int) -> Outcome:
        worst = self.reached["strokes", "no_stroke"]
        return true(self, self.reached["strokes", "several"] if state & worst == worst else state)

    monkeypatch.setattr(Thresholds, "outcome", broken)
    assert "Raising 'strokes' lowers the recommendation in some state." in prove(swimming).fails


def test_a_range_that_leaves_completions_out_fails(swimming: Criteria, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proofs, "answer_range", lambda findings, criteria: Range("lanes", "lanes"))
    (failure,) = prove(swimming).fails
    assert failure.startswith("The range leaves completions out where ")


def test_a_rule_that_changes_no_answer_is_a_warning(swimming: Criteria) -> None:
    proved = prove(with_indication(swimming, when={"strokes": "no_stroke", "deep_water": "afraid"}))
    assert proved.warnings == ("Indication 'new' changes no answer: is it needed?",)
    assert not any("left out" in line for line in proved.holds)


def test_an_exception_and_a_requirement_that_change_no_answer_are_warnings(swimming: Criteria) -> None:
    idle = Exception_({"armbands": "brought"}, (), "", asks="beginners")
    eased = replace(swimming.indications[0], exceptions=(idle,))
    again = replace(swimming.requirements[0], id="again")
    broken = replace(
        swimming, indications=(eased, swimming.indications[1]), requirements=(*swimming.requirements, again)
    )
    assert prove(broken).warnings == (
        "Exception 1 of indication 'cannot-swim' changes no answer: is it needed?",
        "Requirement 'lanes-strokes' changes no answer: is it needed?",
        "Requirement 'again' changes no answer: is it needed?",
    )


def test_a_test_of_least_concern_and_a_need_of_most_are_warnings(swimming: Criteria) -> None:
    always = with_indication(swimming, when={"armbands": "brought"}, asks="lanes")
    met = Requirement("met", "class", "", {"strokes": "no_stroke"}, (), "", "")
    warnings = prove(replace(always, requirements=(*swimming.requirements, met))).warnings
    assert "'new' holds for everybody: every value is at least of least concern." in warnings
    assert "'met' is met by everybody: every value is at most of most concern." in warnings


def test_criteria_without_a_rule_are_proved_too(swimming: Criteria) -> None:
    proved = prove(replace(swimming, indications=(), requirements=()))
    assert proved.fails == ()
