"""A room that asks before it decides: what is asked, what is told, what nobody is told too early, and the way."""

from __future__ import annotations

import json

import pytest
from carelevel.bank import Bank
from carelevel.core.casting import Cast, Joining, Kept
from carelevel.core.errors import RoomError
from carelevel.core.interview import fewest_questions, person_at
from carelevel.core.question_vote import DECIDE, QuestionVote
from carelevel.core.room_state import Entry, Step, steps_of
from carelevel.messages import room as room_messages
from carelevel.store.rooms import Rooms
from carelevel.workshop.captions import headline
from carelevel.workshop.report import session_report
from carelevel.workshop.slide_record import InterviewSlide, read_slide
from carelevel.workshop.workshop import Workshop, open_room

from tests.workshop.conftest import Clock, vote

PEERS = "In the car, before every shift, one of the cooks offers Dev heroin and keeps asking when he says no."


@pytest.fixture
def asking(bank: Bank, rooms: Rooms, clock: Clock) -> Workshop:
    """A room that is about to choose its first question."""
    order = [Entry("one", "kitchen-shift", ask_first=True), Entry("two", "tide-table")]
    workshop = open_room(bank, rooms, order, clock=clock)
    rooms.join([Joining(workshop.room.id, name) for name in "abcdef"])
    workshop.forward()
    workshop.forward()
    return workshop


def wish(workshop: Workshop, number: int, **wishes: str) -> list[Kept]:
    room = workshop.room
    casts = [Cast(room.id, room.position.entry, QuestionVote(name, number, each)) for name, each in wishes.items()]
    return list(workshop.rooms.cast(casts))


def seen(workshop: Workshop) -> InterviewSlide:
    interview = read_slide(workshop.room.slide).interview
    assert interview is not None
    return interview


def asked(workshop: Workshop) -> tuple[str, ...]:
    return workshop.room.order[0].asked


def test_what_most_want_is_asked_and_told_and_gathers_as_notes(asking: Workshop) -> None:
    assert wish(asking, 0, a="peers", b="peers", c="home") == [Kept.KEPT] * 3
    assert wish(asking, 0, b="home", c="peers") == [Kept.KEPT] * 2  # each in the place of the first
    asking.forward()
    assert (asking.step, asked(asking)) == (Step.TOLD, ("peers",))
    told = seen(asking).told
    assert told is not None
    assert (told.says[0], told.votes, told.tied, told.led) == (PEERS, {"peers": 2, "home": 1}, (), False)
    assert seen(asking).notes == ()
    asking.forward()
    assert asking.step is Step.ASKING
    assert [note.says[0] for note in seen(asking).notes] == [PEERS]
    assert "peers" not in seen(asking).offered
    assert wish(asking, 0, a="home") == [Kept.CLOSED]
    assert wish(asking, 1, stranger="home") == [Kept.STRANGER]
    wish(asking, 1, a=DECIDE)
    asking.forward()
    assert (asked(asking), asking.next.step) == (("peers", DECIDE), Step.VOTE_1)
    assert headline(asking.step, read_slide(asking.room.slide)) == room_messages.LIVE["decided_title"]
    assert asking.go(Step.ASKING).order[0].questions == ("peers",)  # it may ask on all the same


def test_of_as_many_votes_what_stands_first_in_the_list_is_asked_and_the_tie_is_told(asking: Workshop) -> None:
    listed = [question.id for topic in seen(asking).topics for question in topic.questions]
    assert listed == list(asking.questions_left())
    first = asking.bank.criteria.findings[0].id
    flag = min(asking.bank.criteria.red_flags, key=listed.index)
    wish(asking, 0, a=first, b=flag, c=DECIDE)
    asking.forward()
    told = seen(asking).told
    assert told is not None
    assert asked(asking) == (flag,)
    assert len(told.tied) == 2
    assert room_messages.LIVE["decide"] in told.tied


def test_without_a_vote_the_room_waits_and_whoever_leads_may_ask(asking: Workshop) -> None:
    with pytest.raises(RoomError, match="Nobody has voted"):
        asking.forward()
    assert asking.step is Step.ASKING
    assert asking.refresh().position.step is Step.ASKING
    for wrong in ("nothing", DECIDE + DECIDE):
        with pytest.raises(RoomError, match="cannot be asked"):
            asking.ask(wrong)
    wish(asking, 0, a="peers")
    asking.ask("home")
    told = seen(asking).told
    assert told is not None
    assert (asked(asking), told.led, told.votes) == (("home",), True, {"peers": 1})
    asking.ask("peers")
    assert (asked(asking), asking.step) == (("home", "peers"), Step.TOLD)
    with pytest.raises(RoomError, match="cannot be asked"):
        asking.ask("peers")


def test_every_step_is_taken_back_with_what_came_of_it(asking: Workshop) -> None:
    wish(asking, 0, a="peers")
    states = [asking.room]
    states.append(asking.forward())
    states.append(asking.ask("home"))
    states.append(asking.forward())
    wish(asking, 2, a=DECIDE)
    states.append(asking.forward())
    states.append(asking.forward())
    assert asking.step is Step.VOTE_1
    for state in reversed(states[:-1]):
        back = asking.back()
        assert (back.position, back.order, back.slide) == (state.position, state.order, state.slide)
    assert asking.wishes() == {"peers": 1}
    assert asking.forward().order == states[1].order


def test_nothing_of_the_story_is_known_but_what_was_told_until_the_reveal(asking: Workshop) -> None:
    hidden = "He wants to stop using heroin for good"
    steps = steps_of(asking.room.order[0])
    for step in steps[: steps.index(Step.REVEAL)]:
        asking.ask("peers") if step is Step.TOLD and not asked(asking) else asking.go(step)
        shown = json.dumps(dict(asking.room.slide))
        assert hidden not in shown, step
        assert ("story" in asking.room.slide, "glossary" in asking.room.slide) == (False, False)
        assert (PEERS in shown) == bool(asked(asking))
    asking.go(Step.REVEAL)
    assert hidden in json.dumps(dict(asking.room.slide))
    asking.go(Step.WAY)
    assert seen(asking).way is not None


def test_the_report_tells_the_rooms_way_beside_the_fewest_questions(asking: Workshop, bank: Bank) -> None:
    fewest = fewest_questions(person_at(bank.case("kitchen-shift").points), bank.criteria)
    for question in fewest:
        asking.ask(question)
    asking.go(Step.VOTE_1)
    vote(asking, 1, **dict.fromkeys("abcdef", "residential"))
    asking.forward()
    report = session_report(asking)
    [case] = report.cases
    assert case.interview is not None
    assert case.interview.way.asked == fewest == case.interview.way.fewest
    assert case.interview.way.settled_after == len(fewest)
    assert case.interview.way.remaining[-1].safety_left == bank.criteria.red_flags
    assert (case.sights, case.few) == (((), ()), False)


def test_a_case_that_was_asked_about_stays_in_the_running_order(asking: Workshop) -> None:
    asking.ask("peers")
    asking.open_entry("two")
    with pytest.raises(RoomError, match="stays in the running order"):
        asking.set_order(asking.room.order[1:])
