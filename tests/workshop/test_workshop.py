"""A workshop from the presenter's side: forward, back, counted by phones or hands, and nothing told too early."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from carelevel.bank import Bank
from carelevel.core.answer import Confidence
from carelevel.core.assess import decide
from carelevel.core.ballot import Advice, Ballot
from carelevel.core.casting import Cast, Joined, Joining, Kept
from carelevel.core.errors import BankError, RoomError
from carelevel.core.room_state import OF_THE_TWIN, Step, steps_of
from carelevel.store.rooms import Rooms
from carelevel.workshop.running_order import new_entry, with_transfers
from carelevel.workshop.tokens import CODE_LENGTH, LETTERS, digest
from carelevel.workshop.workshop import Workshop, open_room, resume_room

from tests.stories import STEPS, evidence_of, swapped
from tests.workshop.conftest import MARKED, Clock, vote

HIDDEN = ("deciding", "answer", "moves", "second", "second_sure", "accepted_parts", "third", "changed", "difference")


def without(workshop: Workshop, id: str) -> None:
    workshop.set_order(entry for entry in workshop.room.order if entry.id != id)


def with_entry(workshop: Workshop, *names: str, **point: int) -> None:
    workshop.set_order([*workshop.room.order, new_entry(*names, **point)])


def to(workshop: Workshop, step: Step) -> Workshop:
    while workshop.step is not step:
        workshop.forward()
    return workshop


def test_a_room_opens_in_its_lobby_with_a_code_of_unmistakable_letters(workshop: Workshop) -> None:
    assert workshop.step is Step.LOBBY
    assert len(workshop.room.code) == CODE_LENGTH
    assert set(workshop.room.code) <= set(LETTERS)
    assert not set(LETTERS) & set("AEIOUL0123456789")


def test_the_whole_way_forward_and_every_step_of_it_taken_back(workshop: Workshop) -> None:
    way = [workshop.room.position]
    while workshop.step is not Step.END:
        way.append(workshop.forward().position)
    assert len(way) == 2 + sum(len(steps_of(entry)) for entry in workshop.room.order)
    assert [workshop.back().position for _ in way[1:]] == way[-2::-1]
    assert workshop.back().position == way[0]


def test_a_leap_is_taken_back_to_where_it_began(workshop: Workshop) -> None:
    to(workshop, Step.CLOSED_1)
    workshop.go(Step.REVEAL)
    second = workshop.room.order[1].id
    workshop.open_entry(second)
    assert workshop.back().position.step is Step.REVEAL
    assert workshop.back().position.step is Step.CLOSED_1


def test_a_vote_that_is_taken_back_to_open_keeps_its_ballots_and_takes_more(workshop: Workshop) -> None:
    to(workshop, Step.VOTE_1)
    vote(workshop, 1, ann="residential")
    workshop.forward()
    assert vote(workshop, 1, bob="residential") == [Kept.CLOSED]
    workshop.back()
    assert vote(workshop, 1, bob="outpatient", ann="outpatient") == [Kept.KEPT] * 2
    assert workshop.tally(1).counts["outpatient"] == 2
    assert workshop.tally(1).votes == 2


@pytest.mark.parametrize("step", STEPS[: STEPS.index(Step.REVEAL)])
def test_before_the_reveal_nothing_of_the_answer_is_in_what_everybody_may_see(workshop: Workshop, step: Step) -> None:
    slide = dict(to(workshop, step).room.slide)
    assert not {"deciding", "answer", "accepted_parts"} & slide.keys()
    assert not any(run["deciding"] for paragraph in slide["story"] for run in paragraph)
    assert "sober_living" not in json.dumps(slide)
    if step is not Step.SHIFT:
        assert not set(HIDDEN) & slide.keys()


def test_the_reveal_tells_the_answer_its_reasons_and_the_deciding_phrases(workshop: Workshop) -> None:
    slide = to(workshop, Step.REVEAL).room.slide
    assert slide["answer"]["level"] == "partial_hospitalization"
    assert slide["answer"]["accepted"] == ["partial_hospitalization", "residential"]
    assert slide["answer"]["reasons"]
    assert slide["answer"]["safety"]["foremost"] is True
    assert slide["answer"]["safety"]["lines"][0]["references"]
    assert slide["answer"]["red_flags"] == []
    decided = "".join(run["text"] for paragraph in slide["story"] for run in paragraph if run["deciding"])
    assert evidence_of("kitchen-shift", "peers").phrase in decided
    hidden = workshop.back().slide
    assert "answer" not in hidden


def test_the_story_is_whole_however_it_is_cut(workshop: Workshop, bank: Bank) -> None:
    paragraphs = bank.case("kitchen-shift").points[0].paragraphs
    for step in (Step.READING, Step.REVEAL):
        story = to(workshop, step).room.slide["story"]
        assert ["".join(run["text"] for run in runs) for runs in story] == [one.text for one in paragraphs]


def test_the_first_tally_is_hidden_until_both_votes_are_over_unless_a_key_shows_it(workshop: Workshop) -> None:
    to(workshop, Step.VOTE_1)
    vote(workshop, 1, ann="residential", bob="outpatient")
    workshop.forward()
    assert "first" not in workshop.room.slide
    assert workshop.room.slide["voted"] == 2
    assert workshop.show_tally(True).slide["first"]["residential"] == 1
    assert "first" in workshop.forward().slide
    assert not {"first", "voted"} & workshop.forward().slide.keys()  # the second vote is open
    vote(workshop, 2, ann="outpatient")
    workshop.forward()
    slide = workshop.forward().slide
    assert slide["moves"] == [["residential", "outpatient", 1]]
    assert slide["moved"]["down"] == slide["moved"]["only_first"] == 1


def test_a_tally_shown_early_counts_every_ballot_that_came_before_the_close(bank: Bank, rooms: Rooms) -> None:
    from carelevel.core.room_state import Settings

    workshop = open_room(bank, rooms, [new_entry("kitchen-shift")], Settings(tally_early=True))
    to(workshop, Step.VOTE_1)
    vote(workshop, 1, ann="residential")
    assert workshop.forward().slide["first"]["residential"] == 1


def test_a_show_of_hands_goes_the_same_way_to_the_same_pictures(workshop: Workshop) -> None:
    to(workshop, Step.CLOSED_1)
    assert workshop.count_hands(1, {"residential": 9, "outpatient": 11}).slide["voted"] == 20
    assert workshop.advice() is Advice.DISCUSS
    assert workshop.advice_says().startswith("Of 20 votes, 45% agree with the criteria")
    to(workshop, Step.CLOSED_2)
    workshop.count_hands(2, {"residential": 15, "outpatient": 5})
    slide = workshop.forward().slide
    assert (slide["first"]["outpatient"], slide["second"]["residential"]) == (11, 15)
    assert slide["moves"] == []
    assert workshop.forward().slide["accepted_parts"] == {"first": 0.45, "second": 0.75, "twice": 0, "once": 0}
    workshop.count_hands(2, {"residential": 20})
    assert workshop.room.slide["second"] == {
        "outpatient": 0,
        "partial_hospitalization": 0,
        "residential": 20,
        "escalate": 0,
    }


@pytest.mark.parametrize("hands", [{"residential": -1}, {"hospital": 1}, {"residential": 1.5}, {"residential": True}])
def test_hands_that_cannot_be_are_refused_in_words(workshop: Workshop, hands: dict[str, int]) -> None:
    workshop.forward()
    with pytest.raises(RoomError, match="whole number"):
        workshop.count_hands(1, hands)


def test_the_running_order_changes_while_presenting_but_not_under_the_room(workshop: Workshop) -> None:
    first, second = workshop.room.order
    to(workshop, Step.VOTE_1)
    with pytest.raises(RoomError, match="go on first"):
        without(workshop, first.id)
    with_entry(workshop, "good-shirt")
    *_, third = workshop.room.order
    workshop.set_order([third, workshop.room.order[0], second])
    assert workshop.room.position.entry == first.id
    assert workshop.room.slide["number"] == 2
    workshop.open_entry(third.id)
    with pytest.raises(RoomError, match="votes on this case"):
        without(workshop, first.id)
    without(workshop, second.id)
    assert [known.id for known in workshop.room.order] == [third.id, first.id]


def test_an_order_that_names_an_entry_twice_or_what_is_not_there_is_refused(workshop: Workshop) -> None:
    first = workshop.room.order[0]
    with pytest.raises(RoomError, match="twice"):
        workshop.set_order([first, first])
    with pytest.raises(BankError):
        with_entry(workshop, "no-such-case")
    with pytest.raises(RoomError, match="no twin"):
        with_entry(workshop, "kitchen-shift", "no-such-twin")
    with pytest.raises(RoomError, match="one decision point"):
        with_entry(workshop, "kitchen-shift", point=1)


def test_a_twin_comes_next_with_its_changed_phrase(workshop: Workshop) -> None:
    to(workshop, Step.REVEAL)
    workshop.open_twin("bed-taken")
    assert workshop.room.position.step is Step.READING
    assert [known.twin for known in workshop.room.order] == ["", "bed-taken", ""]
    told = ["".join(run["text"] for run in runs) for runs in workshop.room.slide["story"]]
    assert swapped("kitchen-shift", "bed-taken").phrase in told[-1]
    assert workshop.assessment().level == "residential"


def test_after_the_reveal_everybody_votes_alone_on_the_twin_and_then_sees_what_made_the_difference(
    workshop: Workshop,
) -> None:
    before, now = evidence_of("kitchen-shift", "sober_living").phrase, swapped("kitchen-shift", "bed-taken").phrase
    to(workshop, Step.VOTE_1)
    vote(workshop, 1, ann="residential", bob="outpatient")
    to(workshop, Step.VOTE_2)
    vote(workshop, 2, ann="residential", bob="partial_hospitalization")
    to(workshop, Step.VOTE_3)
    assert vote(workshop, 2, ann="outpatient") == [Kept.CLOSED]
    assert vote(workshop, 3, ann="residential", bob="partial_hospitalization") == [Kept.KEPT] * 2
    slide = workshop.show_tally(True).slide
    assert slide["twin"]
    assert not {*HIDDEN, "first", "third", "transfer"} & slide.keys()  # no tally, and nothing of what has changed
    assert not any(run["deciding"] for paragraph in slide["story"] for run in paragraph)
    slide = workshop.forward().slide
    assert slide["changed"] == {"before": before, "now": now}
    marked = "".join(run["text"] for paragraph in slide["story"] for run in paragraph if run["deciding"])
    assert marked == now
    assert not {"answer", "third", "difference", "transfer"} & slide.keys()
    slide = workshop.forward().slide
    answers = slide["case_answer"]["level"], slide["answer"]["level"]
    assert answers == ("partial_hospitalization", "residential")
    assert (slide["third"]["residential"], slide["transfer"]["thrice"]) == (1, 2)
    assert any("The rule that makes the difference" in says for says in slide["difference"])
    assert workshop.forward().position.entry == workshop.room.order[1].id
    assert [workshop.back().position.step for _ in range(4)] == [*reversed(OF_THE_TWIN), Step.REVEAL]


def test_the_vote_on_the_twin_can_be_skipped_or_left_out_from_the_start(workshop: Workshop) -> None:
    to(workshop, Step.REVEAL)
    assert workshop.next.step is Step.VOTE_3
    assert workshop.skip_twin().position.entry == workshop.room.order[1].id
    assert workshop.back().position.step is Step.REVEAL
    workshop.set(replace(workshop.room.settings, third_vote=False))
    assert workshop.next.entry == workshop.room.order[1].id
    assert Step.VOTE_3 not in workshop.steps


def test_a_twin_is_voted_on_where_its_phrase_of_that_point_moves_the_answer_and_the_room_meets_it_nowhere_else(
    bank: Bank,
) -> None:
    entries = with_transfers(
        [new_entry(case.id, "", number) for case in bank.cases() for number in range(len(case.points))], bank
    )
    assert sum(bool(entry.transfer) for entry in entries) > 20
    for entry in entries:
        case = bank.case(entry.case)
        if entry.transfer:
            twin = case.telling(entry.transfer)[entry.point]
            assert case.changed_point(entry.transfer) == entry.point
            levels = {decide(point.findings, bank.criteria).level for point in (case.points[entry.point], twin)}
            assert len(levels) == 2
    of_a_twin, met, reached = with_transfers(
        [
            new_entry("kitchen-shift", "bed-taken"),
            new_entry("kitchen-shift"),
            replace(new_entry("kitchen-shift"), digest="d", transfer="bed-taken"),
        ],
        bank,
    )
    assert (of_a_twin.transfer, met.transfer, reached.transfer) == ("", "", "bed-taken")


def test_a_step_to_a_twin_that_the_case_does_not_have_is_refused(bank: Bank, rooms: Rooms) -> None:
    plain = next(case.id for case in bank.cases() if case.is_in_use and not case.twins)
    workshop = open_room(bank, rooms, [new_entry(plain)])
    to(workshop, Step.REVEAL)
    with pytest.raises(RoomError, match="belongs to a case"):
        workshop.go(Step.VOTE_3)
    assert workshop.forward().position.step is Step.END


def test_hands_are_raised_for_the_twin_too(workshop: Workshop) -> None:
    to(workshop, Step.CLOSED_3)
    workshop.count_hands(3, {"residential": 3, "outpatient": 1})
    slide = workshop.forward().slide
    assert slide["transfer"]["third"] == {"accepted": 3, "votes": 4}


def test_a_timer_runs_until_the_next_step_and_closes_nothing(workshop: Workshop, clock: Clock) -> None:
    to(workshop, Step.VOTE_1)
    assert workshop.start_timer(90).timer_ends_at == clock.now + timedelta(seconds=90)
    clock.turn(91)
    assert vote(workshop, 1, ann="residential") == [Kept.KEPT]
    assert workshop.forward().timer_ends_at is None


def test_a_restarted_kernel_goes_on_where_the_room_is(workshop: Workshop, bank: Bank, clock: Clock) -> None:
    to(workshop, Step.VOTE_1)
    vote(workshop, 1, ann="residential")
    again = resume_room(bank, workshop.rooms, workshop.room.id, clock)
    assert again is not None
    assert again.step is Step.VOTE_1
    assert again.forward().position.step is Step.CLOSED_1
    assert again.tally(1).votes == 1


def test_of_two_notebooks_that_take_a_step_at_once_one_is_told_and_shown_where_the_room_is(
    workshop: Workshop, bank: Bank, clock: Clock
) -> None:
    other = resume_room(bank, workshop.rooms, workshop.room.id, clock)
    assert other is not None
    workshop.forward()
    with pytest.raises(RoomError, match="moved this room on"):
        other.forward()
    assert other.step is Step.READING
    assert other.forward().position.step is Step.VOTE_1


def test_a_room_is_gone_after_the_time_that_the_facilitator_set(workshop: Workshop, bank: Bank, clock: Clock) -> None:
    with pytest.raises(RoomError, match="still open"):
        workshop.keep_until(clock.now + timedelta(hours=2))
    workshop.end(timedelta(days=1))
    workshop.keep_until(clock.now + timedelta(hours=2))
    with pytest.raises(RoomError, match="over already"):
        workshop.keep_until(clock.now)
    clock.turn(2 * 3600 + 1)
    assert resume_room(bank, workshop.rooms, workshop.room.id, clock) is None


def test_an_ended_room_thanks_everybody_and_takes_no_join_and_no_vote_until_it_goes_on_where_it_was(
    workshop: Workshop, clock: Clock
) -> None:
    to(workshop, Step.VOTE_1)
    vote(workshop, 1, ann="residential")
    entry = workshop.room.position.entry
    clock.turn(3600)
    ended = workshop.end(timedelta(hours=1))
    assert (ended.position.step, ended.is_open, ended.expires_at) == (Step.END, False, clock.now + timedelta(hours=1))
    assert workshop.rooms.join([Joining(ended.id, "bob")]) == (Joined.GONE,)
    late = Cast(ended.id, entry, Ballot("ann", 1, "outpatient", Confidence.GUESS))
    assert workshop.rooms.cast([late]) == (Kept.CLOSED,)
    assert workshop.reopen().position.step is Step.VOTE_1
    assert workshop.rooms.cast([late]) == (Kept.KEPT,)
    assert vote(workshop, 1, bob="residential") == [Kept.KEPT]


def test_a_room_that_is_closed_in_the_store_takes_no_vote_at_whatever_step_it_stands(
    workshop: Workshop, clock: Clock
) -> None:
    to(workshop, Step.VOTE_1)
    vote(workshop, 1, ann="residential")
    workshop.rooms.change(replace(workshop.refresh(), expires_at=clock.now + timedelta(hours=1)))
    assert vote(workshop, 1, ann="outpatient") == [Kept.CLOSED]
    assert workshop.rooms.join([Joining(workshop.room.id, "bob")]) == (Joined.GONE,)


def test_behind_a_closed_door_nobody_comes_in_and_whoever_is_in_votes(workshop: Workshop) -> None:
    to(workshop, Step.VOTE_1)
    vote(workshop, 1, ann="residential")
    workshop.close_door(True)
    assert workshop.rooms.join([Joining(workshop.room.id, "bob")]) == (Joined.SHUT,)
    assert vote(workshop, 1, ann="outpatient") == [Kept.KEPT]
    workshop.close_door(False)
    assert workshop.rooms.join([Joining(workshop.room.id, "bob")]) == (Joined.WELCOME,)


def test_a_new_code_is_what_one_joins_by_and_the_old_one_still_finds_the_room_for_whoever_is_in(
    workshop: Workshop,
) -> None:
    rooms, old = workshop.rooms, workshop.room
    new = workshop.renew_code()
    assert (new.code != old.code, new.door != old.door, new.codes) == (True, True, (new.code, old.code))
    assert (rooms.room_by_code(old.code), rooms.room_by_door(old.door)) == (None, None)
    assert rooms.room_by_earlier_code(old.code) == rooms.room_by_code(new.code) == new
    assert rooms.room_by_earlier_code("BBBBBB") is None
    assert workshop.forward().code == new.code


def test_a_deleted_room_says_so(workshop: Workshop) -> None:
    workshop.delete()
    with pytest.raises(RoomError, match="over"):
        workshop.pulse()
    with pytest.raises(RoomError, match="over"):
        workshop.forward()


def test_a_screen_link_is_kept_as_a_digest_only(workshop: Workshop) -> None:
    link = workshop.screen_link()
    assert not workshop.rooms.open_screen(link, "cookie")
    assert workshop.rooms.open_screen(digest(link), "cookie")


def test_without_a_case_there_is_no_step_to_take(bank: Bank, rooms: Rooms) -> None:
    workshop = open_room(bank, rooms)
    for step in (workshop.forward, lambda: workshop.go(Step.VOTE_1), lambda: workshop.count_hands(1, {})):
        with pytest.raises(RoomError):
            step()


def test_what_the_room_missed_is_counted_by_phrase(workshop: Workshop) -> None:
    to(workshop, Step.VOTE_1)
    vote(workshop, 1, ann="residential", bob="outpatient")
    for sight in workshop.sights(1):
        assert (sight.caught, sight.voters) == (2 if MARKED & {*sight.phrase.sentences} else 0, 2)
    assert not workshop.sights(2)[0].voters
