"""What remains of a session: both votes, the shift, agreement, evidence missed, time; nobody can be told from it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from carelevel.core.ballot import AcceptedParts, agreeing
from carelevel.core.errors import BankError, RoomError
from carelevel.core.room_state import Step
from carelevel.core.transfer import AcceptedPart
from carelevel.workshop.report import FEWEST, Untold, session_report
from carelevel.workshop.workshop import Workshop

from tests.stories import evidence_of, swapped
from tests.workshop.conftest import Clock, vote

FIRST = {"ann": "residential", "bob": "outpatient", "cho": "outpatient", "dee": "escalate", "eve": "outpatient"}
SECOND = {"ann": "residential", "bob": "partial_hospitalization", "cho": "outpatient"}


def hold(workshop: Workshop, clock: Clock, first: dict[str, str], second: dict[str, str], until: Step) -> Workshop:
    """Vote twice on the case at hand, a minute and half a minute long, and go on to *until*."""
    while workshop.step is not Step.VOTE_1:
        workshop.forward()
    vote(workshop, 1, **first)
    clock.turn(60)
    for _ in range(3):
        workshop.forward()
    vote(workshop, 2, **second)
    clock.turn(30)
    workshop.go(Step.CLOSED_2)
    workshop.go(until)
    return workshop


@pytest.fixture
def held(workshop: Workshop, clock: Clock) -> Workshop:
    """A first case voted on twice and seen, a second one not at all."""
    hold(workshop, clock, FIRST, SECOND, Step.SHIFT)
    workshop.forward()
    return workshop


def test_a_report_tells_both_votes_the_shift_agreement_and_time_of_each_case_voted_on(held: Workshop) -> None:
    report = session_report(held)
    (case,) = report.cases
    assert (report.joined, case.title, case.seconds) == (5, "The kitchen shift", (60.0, 30.0, None))
    assert (case.shift.up, case.shift.stayed, case.shift.only_first) == (1, 2, 2)
    assert sum(case.shift.moves.values()) == 3
    assert case.agreed == AcceptedParts(pytest.approx(1 / 3), pytest.approx(2 / 3), twice=3, once=2)
    assert {sight.voters for sight in case.sights[0]} == {5}
    assert not case.changed
    assert report.untold == ()


def test_a_vote_that_is_open_is_not_reported_until_it_is_closed(held: Workshop) -> None:
    held.go(Step.VOTE_2)
    assert session_report(held).untold == (Untold("The kitchen shift", "open"),)
    held.forward()
    assert len(session_report(held).cases) == 1


def test_of_few_voters_nothing_is_told_that_the_room_has_not_seen(workshop: Workshop, clock: Clock) -> None:
    few = dict(list(FIRST.items())[: FEWEST - 1])
    hold(workshop, clock, few, SECOND, Step.CLOSED_2)
    assert session_report(workshop).untold == (Untold("The kitchen shift", "few"),)
    workshop.go(Step.REVEAL)  # which shows both tallies, and not who moved where
    (case,) = session_report(workshop).cases
    assert case.shift.first.votes == FEWEST - 1
    assert (case.shift.moves, case.shift.up, case.shift.stayed) == ({}, 0, 0)
    assert (case.sights, case.few) == (((), ()), True)
    workshop.go(Step.SHIFT)
    (case,) = session_report(workshop).cases
    assert case.shift.up == 1


def test_of_more_voters_the_moves_are_told_in_all_and_in_pairs_once_the_room_saw_them(
    workshop: Workshop, clock: Clock
) -> None:
    hold(workshop, clock, FIRST, SECOND, Step.CLOSED_2)
    (case,) = session_report(workshop).cases
    assert (case.shift.moves, case.shift.up) == ({}, 1)


def test_a_show_of_hands_is_reported_without_a_time(workshop: Workshop) -> None:
    workshop.forward()
    workshop.count_hands(1, {"residential": 3})
    (case,) = session_report(workshop).cases
    assert case.seconds == (None, None, None)
    assert case.shift.first.votes == 3
    assert case.agreed == AcceptedParts(1.0, None, twice=0, once=0)


def test_the_third_vote_is_told_beside_the_other_two_once_it_is_closed(held: Workshop, clock: Clock) -> None:
    held.go(Step.VOTE_3)
    vote(held, 3, **dict.fromkeys(FIRST, "residential") | {"dee": "outpatient"})
    clock.turn(20)
    assert [case.third for case in session_report(held).cases] == [None]  # and the two before it are still told
    held.forward()
    (case,) = session_report(held).cases
    third = case.third
    assert third is not None
    assert (third.twin, third.tally.counts["residential"], case.seconds[2]) == ("bed-taken", 4, 20)
    assert agreeing(third.assessment) == ("residential",)
    assert (third.phrase.before, third.phrase.now) == (
        evidence_of("kitchen-shift", "sober_living").phrase,
        swapped("kitchen-shift", "bed-taken").phrase,
    )
    assert (third.transfer.thrice, third.transfer.third) == (3, AcceptedPart(3, 3))
    assert third.transfer.convinced == AcceptedPart(1, 1)
    assert {sight.voters for sight in third.sights} == {5}


def test_of_few_voters_the_third_vote_is_told_only_once_the_room_has_seen_it(workshop: Workshop, clock: Clock) -> None:
    few = dict(list(FIRST.items())[: FEWEST - 1])
    hold(workshop, clock, few, SECOND, Step.VOTE_3)
    vote(workshop, 3, **few)
    workshop.forward()
    assert session_report(workshop).untold == (Untold("The kitchen shift", "few"),)
    workshop.forward()
    (case,) = session_report(workshop).cases
    assert case.third is not None
    assert (case.third.tally.votes, case.third.sights) == (FEWEST - 1, ())


def test_a_case_that_left_the_bank_is_named_and_hides_no_other(
    held: Workshop, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    held.forward()
    hold(held, clock, FIRST, SECOND, Step.SHIFT)
    original = held.bank.case

    def gone(_: object, case: str) -> object:
        if case == "kitchen-shift":
            raise BankError(["cases: no case 'kitchen-shift'"])
        return original(case)

    monkeypatch.setattr(type(held.bank), "case", gone)
    report = session_report(held)
    assert report.untold == (Untold("kitchen-shift", "gone"),)
    assert [case.entry.case for case in report.cases] == ["tide-table"]


def test_how_long_it_is_kept_can_be_set_though_its_case_is_gone_but_not_for_ever(
    held: Workshop, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: object, case: str) -> object:
        raise BankError([f"cases: no case '{case}'"])

    monkeypatch.setattr(type(held.bank), "case", gone)
    assert session_report(held).deleted_at is None
    held.end(timedelta(hours=1))
    held.keep_until(clock.now + timedelta(days=30))
    assert session_report(held).deleted_at == clock.now + timedelta(days=30)
    with pytest.raises(RoomError, match="too long"):
        held.keep_until(clock.now + timedelta(days=400))
