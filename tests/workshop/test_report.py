"""What remains of a session: both votes, the shift, agreement, evidence missed, time; nobody's name."""

from __future__ import annotations

import csv
import io

import pytest
from carelevel.core.room import Step
from carelevel.workshop.report import session_csv, session_report
from carelevel.workshop.workshop import Workshop

from tests.workshop.conftest import Clock, vote


@pytest.fixture
def held(workshop: Workshop, clock: Clock) -> Workshop:
    """A first case voted on twice, a second one not at all."""
    while workshop.step is not Step.VOTE_1:
        workshop.forward()
    vote(workshop, 1, ann="residential", bob="outpatient", cho="outpatient", dee="escalate")
    clock.turn(60)
    for _ in range(3):
        workshop.forward()
    vote(workshop, 2, ann="residential", bob="partial_hospitalization", cho="outpatient")
    clock.turn(30)
    for _ in range(3):
        workshop.forward()
    return workshop


def test_a_report_tells_both_votes_the_shift_agreement_and_time_of_each_case_voted_on(held: Workshop) -> None:
    report = session_report(held)
    (case,) = report.cases
    assert (report.joined, case.title, case.seconds) == (4, "The kitchen shift", (60.0, 30.0))
    assert (case.shift.up, case.shift.stayed, case.shift.only_first) == (1, 2, 1)
    assert case.agreed == (0.25, pytest.approx(2 / 3))
    assert {sight.voters for sight in case.sights[0]} == {4}
    assert not case.changed


def test_the_table_has_a_line_for_each_choice_and_names_nobody(held: Workshop) -> None:
    text = session_csv(session_report(held))
    lines = list(csv.DictReader(io.StringIO(text)))
    assert [line["choice"] for line in lines] == list(held.offered)
    assert {line["choice"]: (line["first_votes"], line["second_votes"]) for line in lines} == {
        "outpatient": ("2", "1"),
        "partial_hospitalization": ("0", "1"),
        "residential": ("1", "1"),
        "escalate": ("1", "0"),
    }
    assert lines[0]["first_seconds"] == "60"
    assert "ann" not in text


def test_a_show_of_hands_is_reported_without_a_time(workshop: Workshop) -> None:
    workshop.forward()
    workshop.count_hands(1, {"residential": 3})
    (case,) = session_report(workshop).cases
    assert case.seconds == (None, None)
    assert case.shift.first.votes == 3


def test_a_case_that_left_the_bank_is_named_and_hides_no_other(held: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    held.go(Step.REVEAL)
    original = type(held.bank).case

    def gone(bank: object, case: str) -> object:
        from carelevel.core.errors import BankError

        if case == "kitchen-shift":
            raise BankError(["cases: no case 'kitchen-shift'"])
        return original(held.bank, case)

    monkeypatch.setattr(type(held.bank), "case", gone)
    report = session_report(held)
    assert report.unreadable == ("kitchen-shift",)
