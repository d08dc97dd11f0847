"""The presenter's card driven by what a page sends, honest or forged; no process is started."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.answer import Confidence
from carelevel.core.ballot import Ballot, Round
from carelevel.core.casting import Cast, Joined, Joining
from carelevel.core.errors import RoomError, StoreError
from carelevel.core.question_vote import QuestionVote
from carelevel.core.room_state import Step
from carelevel.live.rendering.projection import Projection
from carelevel.messages import presenter as presenter_messages
from carelevel.messages import room as room_messages
from carelevel.store.rooms import Rooms
from carelevel.widgets.presenter import Presenter
from carelevel.widgets.presenter.cases import answer_says
from carelevel.workshop.addresses import HERE, Network
from carelevel.workshop.audience import Audience
from carelevel.workshop.minutes import JOINING
from carelevel.workshop.plan import FILE, keep_plan, read_plan
from carelevel.workshop.presentation import Presentation
from carelevel.workshop.rehearsal import PREFIX

from tests.conftest import our_bank
from tests.hang import PATIENCE
from tests.stories import evidence_of, swapped

NETWORK = "192.168.1.5"
MARKED = frozenset(evidence_of("kitchen-shift", "peers").sentences)
HANDS = {"1": {"residential": 7, "outpatient": 3}, "2": {"partial_hospitalization": 10}, "3": {"residential": 4}}


class FakePages:
    """Pages that nobody serves: what was asked of them, and whether they can be had."""

    def __init__(self) -> None:
        self.started: list[tuple[str, str]] = []
        self.audience: Audience | None = Audience(0)
        self.can_start, self.public = True, ""

    def start(self, host: str, address: str = "") -> str:
        if not self.can_start:
            raise RoomError("no port is free")
        self.started.append((host, address))
        self.audience = Audience(0)
        return f"http://{host}:8722"

    def reached(self, room: str) -> Audience | None:
        return self.audience

    def end(self) -> None:
        self.audience = None


@pytest.fixture
def pages() -> FakePages:
    return FakePages()


Make = Callable[..., Presenter]


@pytest.fixture
def own_bank(tmp_path: Path, bank: Bank) -> Bank:
    """A bank of two cases, whose files may be broken."""
    folder = tmp_path / "cases"
    folder.mkdir()
    for case in ("kitchen-shift", "tide-table"):
        shutil.copy(bank.folder / f"{case}.md", folder)
    return Bank(folder, bank.criteria)


@pytest.fixture
def make(bank: Bank, rooms: Rooms, pages: FakePages, tmp_path: Path) -> Iterator[Make]:
    """A card, as a cell that is run makes one; the file of the plan is the same each time."""
    made = []

    def card(bank: Bank = bank) -> Presenter:
        presentation = Presentation(bank, rooms, lambda _url: pages, tmp_path)
        made.append(Presenter(presentation, Projection(), lambda: (Network(NETWORK, "wlan0"),)))
        return made[-1]

    yield card
    for one in made:
        one.close()


@pytest.fixture
def card(make: Make) -> Presenter:
    prepared = make()
    prepared.receive({"do": "add", "case": "kitchen-shift"})
    prepared.receive({"do": "add", "case": "tide-table"})
    return prepared


def says(card: Presenter) -> str:
    return str((card.view["message"] or {}).get("says", ""))


def order(card: Presenter) -> list[str]:
    return [entry["name"] for entry in card.view["order"]]


def step(card: Presenter, do: str = "forward", **beside: object) -> None:
    card.receive({"do": do, "at": card.view["at"], **beside})


def to(card: Presenter, wanted: Step) -> None:
    while not card.view["at"].endswith(f" {wanted}"):
        step(card)


def host_of(card: Presenter) -> str:
    """What is chosen of who may join, before a room is open."""
    return next(str(one["value"]) for one in card.view["hosts"]["choices"] if one["chosen"])


def left(card: Presenter) -> int:
    """Seconds of the timer."""
    return round(card.live["ends"] / 1000 - time.time())


def wait_until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def vote(card: Presenter, round: Round, **levels: str) -> None:
    cast(card, [Ballot(name, round, level, Confidence.GUESS, MARKED) for name, level in levels.items()])


def wish(card: Presenter, number: int, **wishes: str) -> None:
    cast(card, [QuestionVote(name, number, question) for name, question in wishes.items()])


def cast(card: Presenter, votes: Sequence[Ballot | QuestionVote]) -> None:
    workshop = card.presentation.open
    room = workshop.rooms.room(workshop.room.id)
    assert room is not None
    names = [vote.participant for vote in votes]
    strangers = [name for name in names if not workshop.rooms.is_participant(room.id, name)]
    workshop.rooms.join([Joining(room.id, name) for name in strangers])
    workshop.rooms.cast([Cast(room.id, room.position.entry, vote) for vote in votes])


def test_cases_come_with_what_the_criteria_say_for_whoever_chooses(card: Presenter, bank: Bank) -> None:
    card.receive({"do": "cases"})
    kitchen = next(one for one in card.cases if one["id"] == "kitchen-shift")
    assert kitchen["title"] == "The kitchen shift"
    case = bank.case("kitchen-shift")
    asked = [flag for flag in bank.criteria.red_flags if case.points[0].findings.get(flag) == "absent"]
    assert case.reading
    assert kitchen["about"].split(presenter_messages.SEPARATOR) == [
        presenter_messages.DIFFICULTY[case.difficulty],
        presenter_messages.READING[case.reading],
        f"safety: {len(asked)} of 7 asked",
        "one twin",
    ]
    assert kitchen["answers"] == ["Partial hospitalization; accepted too: Residential"]
    [refers_too] = bank.case("exit-nine").telling("called-at-noon")
    assert answer_says(refers_too, bank.criteria) == "Residential; accepted too: Refer"
    quoted = kitchen["twins"][0]["says"].partition("“")[2].rstrip(" …”")
    assert swapped("kitchen-shift", "bed-taken").phrase.startswith(quoted)
    assert not evidence_of("kitchen-shift", "sober_living").phrase.startswith(quoted)
    assert [one["title"] for one in card.cases] == sorted((one["title"] for one in card.cases), key=str.casefold)
    assert "refrigerator" in kitchen["found_by"]
    assert kitchen["stories"] == [{"heading": case.points[0].heading, "paragraphs": list(case.points[0].texts)}]
    parts = {one["key"]: one for one in card.parts}
    assert "Pressure from others" in {parts[key]["name"] for key in kitchen["exercises"]}
    for key, part in parts.items():
        assert part["cases"] == sum(key in one["exercises"] for one in card.cases) > 0


def test_a_running_order_is_proposed_for_a_length_of_time_beside_what_is_chosen(make: Make, bank: Bank) -> None:
    card = make()
    assert card.view["total"] == ""
    card.receive({"do": "cases"})
    wanted = [one["key"] for one in card.parts if one["name"] in ("Tempting home", "Pressure from others")][:2]
    card.receive({"do": "add", "case": "kitchen-shift"})
    card.receive({"do": "propose", "minutes": 60, "parts": wanted})
    assert says(card).startswith(presenter_messages.PROPOSED[1].format(count=2).partition(".")[0])
    assert order(card)[0] == "The kitchen shift"
    minutes = [int(entry["minutes"].split()[1]) for entry in card.view["order"]]
    assert card.view["total"] == presenter_messages.TOTAL.format(minutes=sum(minutes) + JOINING)
    assert sum(minutes) + JOINING <= 60
    exercised = {one["title"]: set(one["exercises"]) for one in card.cases}
    for name in order(card):
        assert exercised[name.partition(": ")[0]] & set(wanted)
    card.receive({"do": "propose", "minutes": 60, "parts": wanted})
    assert says(card) == presenter_messages.NOTHING_FITS.format(minutes=60)
    card.receive({"do": "propose", "minutes": 10, "parts": []})
    assert says(card) == presenter_messages.ALREADY_FULL.format(taken=sum(minutes) + JOINING, minutes=10)
    assert order(make()) == order(card)  # a restart finds it


def test_the_running_order_takes_every_decision_point_twins_and_moves(card: Presenter, make: Make) -> None:
    card.receive({"do": "add", "case": "second-autumn"})
    points = len(our_bank().case("second-autumn").points)
    assert says(card) == presenter_messages.ADDED[1].format(count=points)
    card.receive({"do": "add", "case": "kitchen-shift", "twin": "bed-taken"})
    assert says(card) == presenter_messages.ADDED[0]
    added = card.view["order"][-1]
    assert (added["case"], added["twin"], added["point"]) == ("kitchen-shift", "bed-taken", 0)
    first = card.view["order"][0]["id"]
    card.receive({"do": "move", "entry": first, "places": 1})
    card.receive({"do": "remove", "entry": card.view["order"][0]["id"]})
    assert order(card)[0] == "The kitchen shift"
    assert len([name for name in order(card) if ": " in name]) == points
    assert order(card)[-1] == "The kitchen shift, with one change"
    assert order(make()) == order(card)  # a restart finds it


def test_settings_are_kept_and_those_not_offered_refused(card: Presenter, make: Make) -> None:
    for name, value in {"marks": True, "minutes": 2, "talk_minutes": 3, "keep_hours": 4, "host": NETWORK}.items():
        card.receive({"do": "settle", "name": name, "value": value})
    for name, value in {"minutes": True, "keep_hours": 5, "room": "x", "order": []}.items():
        card.receive({"do": "settle", "name": name, "value": value})
        assert says(card) == presenter_messages.NO_SETTING
    again = make()
    assert again.view["settings"]["marks"] is True
    chosen = [
        next(one["value"] for one in again.view["settings"][name] if one["chosen"])
        for name in ("minutes", "talk_minutes", "keep_hours")
    ]
    assert (*chosen, host_of(again)) == (2, 3, 4, NETWORK)


def test_an_address_or_a_name_may_be_typed_and_nothing_that_is_none(card: Presenter, make: Make) -> None:
    for typed in ("", "0.0.0.0", "http://a", "a:80", "-", "a..b", "a b", "x" * 300, 7, None, ["a"]):
        before = host_of(card)
        card.receive({"do": "settle", "name": "host", "value": typed})
        assert host_of(card) == ("" if typed == "" else before)
    card.receive({"do": "settle", "name": "host", "value": " My-Laptop.local "})
    again = make()
    assert (host_of(again), again.view["hosts"]["typed"]) == ("my-laptop.local", True)
    names = [one["name"] for one in again.view["hosts"]["choices"]]
    assert names[1:3] == [
        f"Everybody in the network wlan0, at {NETWORK}",
        "Everybody who can open my-laptop.local",
    ]
    card.receive({"do": "settle", "name": "host", "value": "192.168.9.9"})  # a network that is left is not offered
    assert host_of(make()) == HERE


def test_settings_change_while_the_room_is_open_and_a_discussion_has_a_timer_of_its_own(card: Presenter) -> None:
    card.receive({"do": "open"})
    for name, value in {"marks": True, "minutes": 2, "talk_minutes": 5}.items():
        card.receive({"do": "settle", "name": name, "value": value})
    assert card.view["settings"]["marks"] is card.presentation.open.room.settings.marks is True
    assert card.view["timer"] is None
    to(card, Step.VOTE_1)
    assert left(card) == 120
    to(card, Step.CLOSED_1)
    assert (card.view["timer"], card.live["ends"]) == (None, None)
    to(card, Step.DISCUSSION)
    assert (left(card), card.view["timer"]["on"]) == (300, True)


def test_how_to_join_shows_at_any_step_until_the_next_and_the_picture_is_dark_on_every_screen(card: Presenter) -> None:
    card.receive({"do": "open"})
    assert card.view["joining"]["shown"] is None
    to(card, Step.VOTE_1)
    assert "<svg" not in card.picture["html"]
    card.receive({"do": "blank"})
    card.receive({"do": "joining"})
    assert (card.view["joining"]["shown"], card.view["blank"]) == (True, False)
    assert 'class="qr"' in card.picture["html"]
    assert card.live["count"] == "Nobody is here yet"
    for do, blank in (("blank", True), ("show", False), ("show", False)):  # a clicker that is pressed twice
        card.receive({"do": do})
        assert (card.view["blank"], card.view["joining"]["shown"]) == (blank, True)
    step(card)
    assert card.view["joining"]["shown"] is False
    assert 'class="qr"' not in card.picture["html"]
    assert card.view["night"] is None
    for night in (True, False):
        card.receive({"do": "color", "night": night})
        assert card.view["night"] is night
    card.receive({"do": "color", "night": "dark"})
    assert says(card) == presenter_messages.NO_SETTING


def test_a_room_needs_a_case_and_its_pages(make: Make, pages: FakePages) -> None:
    empty = make()
    empty.receive({"do": "open"})
    assert says(empty) == presenter_messages.NO_CASE
    empty.receive({"do": "add", "case": "kitchen-shift"})
    pages.can_start = False
    empty.receive({"do": "open"})
    assert (says(empty), empty.view["stage"]) == ("no port is free", "setup")


def test_a_room_that_asks_first_is_led_by_its_votes_and_by_whoever_leads(card: Presenter) -> None:
    [first, _] = card.view["order"]
    assert (first["ask_first"], first["met"]) == (False, False)
    card.receive({"do": "ask_first", "entry": first["id"], "wanted": True})
    assert card.view["order"][0]["ask_first"]
    card.receive({"do": "settle", "name": "watch", "value": True})
    card.receive({"do": "open"})
    assert card.view["next"] == "Begin the interview “The kitchen shift”"
    to(card, Step.OPENING)
    assert (card.view["skip"], card.view["order"][0]["met"]) == (presenter_messages.DECIDE_NOW, True)
    card.receive({"do": "ask_first", "entry": first["id"], "wanted": False})
    assert says(card) == presenter_messages.MET
    to(card, Step.ASKING)
    asking = card.view["at"]
    step(card)
    assert says(card) == room_messages.ROOM_NO_QUESTION
    wish(card, 0, ada="peers", ben="peers", cy="home")
    wait_until(lambda: card.live["count"] == "3 of 3 have voted")
    assert {one["level"]: one["votes"] for one in card.live["votes"]} == {
        "Home surroundings": 1,
        "The company they keep": 2,
    }
    step(card)
    assert card.view["at"].endswith(Step.TOLD)
    card.receive({"do": "forward", "at": asking})  # pressed twice: still one step
    assert card.view["at"].endswith(Step.TOLD)
    offered = {one["id"]: one["says"] for topic in card.view["private"]["questions"] for one in topic["questions"]}
    assert "peers" not in offered
    assert "under_18" in offered
    home = card.presentation.bank.criteria.finding("home")
    assert offered["home"] == f"{home.name}: {home.ask}"
    step(card, "ask", question="home")
    assert room_messages.LIVE["led"] in card.picture["html"]
    assert card.view["can_back"]
    step(card, "skip")
    assert card.view["at"].endswith(Step.VOTE_1)
    for _ in range(3):
        step(card, "back")
    assert says(card) == messages.counted(3, presenter_messages.OPENS_AGAIN)
    step(card, "back")
    assert card.view["at"] == asking


def test_a_room_goes_all_the_way_with_phones(card: Presenter, pages: FakePages) -> None:
    card.receive({"do": "settle", "name": "marks", "value": True})
    card.receive({"do": "open"})
    code = card.view["joining"]["code"]
    assert pages.started == [(HERE, "")]
    assert code in card.picture["html"]
    assert card.view["next"] == "Show the case “The kitchen shift”"
    to(card, Step.VOTE_1)
    vote(card, 1, ada="residential", ben="outpatient", cy="outpatient")
    wait_until(lambda: card.live["count"] == "3 of 3 have voted")
    to(card, Step.CLOSED_1)
    told = card.view["private"]
    assert told["advice"].startswith("Of 3 votes, 33% agree")
    assert told["answer"] == "Partial hospitalization; accepted too: Residential"
    assert told["missed"][0].startswith("0 of 3 marked")
    assert "bars" not in card.picture["html"]
    card.receive({"do": "tally"})
    assert "bars" in card.picture["html"]
    to(card, Step.VOTE_2)
    vote(card, 2, ada="residential", ben="residential")
    to(card, Step.SHIFT)
    assert "1 moved to a more intensive level" in card.picture["html"]
    assert "<mark>" not in card.picture["html"]
    to(card, Step.REVEAL)
    assert "<mark>" in card.picture["html"]
    assert card.view["private"]["advice"] == "", "the first vote's advice is no news after the second"
    step(card, "twin", twin="bed-taken")
    assert order(card) == ["The kitchen shift", "The kitchen shift, with one change", "The tide table"]
    assert code in card.picture["html"]  # latecomers see it at every step


def test_a_second_press_before_the_answer_is_one_step(card: Presenter) -> None:
    card.receive({"do": "open"})
    press = {"do": "forward", "at": card.view["at"]}
    for turn in (1, 2):
        card.receive({**press, "by": "page", "turn": turn})
    assert card.view["at"].endswith(" reading")
    assert card.answered == {"by": "page", "turn": 2}  # or the page would wait


def test_every_step_can_be_taken_back_jumped_to_and_darkened(card: Presenter) -> None:
    card.receive({"do": "open"})
    step(card)
    step(card, "go", step="reveal")
    step(card, "back")
    assert card.view["at"].endswith(" reading")
    card.receive({"do": "blank"})
    assert 'class="dark"' in card.picture["html"]
    step(card, "entry", entry=card.view["order"][1]["id"])
    assert 'class="dark"' not in card.picture["html"]
    assert [entry["here"] for entry in card.view["order"]] == [False, True]
    assert card.view["can_back"]


@pytest.mark.parametrize("again", [{"do": "back"}, {"do": "go", "step": "vote_1"}])
def test_a_closed_vote_is_opened_again_at_the_second_press_where_there_are_votes_in_it(
    card: Presenter, again: dict[str, str]
) -> None:
    card.receive({"do": "open"})
    to(card, Step.CLOSED_1)
    step(card, **again)
    assert card.view["at"].endswith(Step.VOTE_1)  # nobody has voted
    vote(card, 1, ada="residential", ben="outpatient")
    card.receive({"do": "hands", "counts": {"1": {"residential": 3}, "2": {}, "3": {}}})
    step(card)
    shown, asked = card.picture, presenter_messages.OPENS_AGAIN[1].format(count=5)
    step(card, **again)
    assert (says(card), card.picture) == (asked, shown)
    step(card)
    step(card, **({"do": "back"} if again["do"] == "back" else {"do": "go", "step": "closed_1"}))
    step(card, **again)
    assert (says(card), card.view["at"].rpartition(" ")[2]) == (asked, Step.CLOSED_1)  # the step between took it back
    step(card, **again)
    assert (says(card), card.view["at"].rpartition(" ")[2]) == ("", Step.VOTE_1)


def test_a_timer_begins_with_each_vote_where_one_is_set(card: Presenter) -> None:
    card.receive({"do": "settle", "name": "minutes", "value": 2})
    card.receive({"do": "open"})
    before = time.time()
    to(card, Step.VOTE_1)
    assert before + 120 - 1 <= card.live["ends"] / 1000 <= time.time() + 120 + 1
    card.receive({"do": "timer", "minutes": 0})
    assert card.live["ends"] is None
    card.receive({"do": "timer", "minutes": 7})
    assert says(card) == presenter_messages.NO_SETTING


def test_hands_alone_need_no_pages_and_everything_goes_on_alike(
    card: Presenter, pages: FakePages, rooms: Rooms
) -> None:
    card.receive({"do": "settle", "name": "host", "value": ""})
    card.receive({"do": "open"})
    assert pages.started == []
    assert "http" not in card.picture["html"]
    card.receive({"do": "screen", "by": "page", "turn": 1})
    assert (pages.started, card.view["joining"]["address"]) == ([(HERE, "")], "")  # a second screen, and nobody joins
    assert rooms.join([Joining(card.presentation.open.room.id, "eve")]) == (Joined.SHUT,)
    to(card, Step.VOTE_1)
    card.receive({"do": "hands", "counts": HANDS})
    assert says(card) == "Counted: 10 in the first vote, 10 in the second, 4 in the third."
    assert card.live["count"] == "10 votes"
    to(card, Step.CLOSED_1)
    assert card.view["private"]["advice"].startswith("Of 10 votes, 70% agree")
    to(card, Step.REVEAL)
    assert "70% at first, 100% in the end" in card.picture["html"]
    card.receive({"do": "hands", "counts": {"1": {"residential": 1}, "2": {}, "3": {}}})
    assert "Agreed with the criteria: 100%." in card.picture["html"]


def test_where_hands_alone_vote_whoever_leads_asks_what_most_want_and_sees_what_was_counted(card: Presenter) -> None:
    first = card.view["order"][0]["id"]
    for message in (
        {"do": "ask_first", "entry": first, "wanted": True},
        {"do": "settle", "name": "host", "value": ""},
        {"do": "settle", "name": "watch", "value": True},
        {"do": "open"},
    ):
        card.receive(message)
    to(card, Step.ASKING)
    assert (card.view["next"], card.live["count"]) == ("", "")
    assert (card.view["hands"], card.view["private"]["discuss"]) == (None, "")
    assert room_messages.LIVE["voted_0"] not in card.picture["html"]
    step(card, "ask", question="home")
    assert room_messages.LIVE["told_title"] in card.picture["html"]
    assert room_messages.LIVE["led"] not in card.picture["html"]
    assert card.view["next"] == presenter_messages.ONWARD[Step.ASKING]
    step(card, "skip")
    assert (card.view["private"]["discuss"], card.live["count"]) == ("", "")  # it speaks of what nobody has asked
    card.receive({"do": "hands", "counts": HANDS})
    assert card.live["count"] == "10 votes"
    assert [one["votes"] for one in card.live["votes"]] == [0, 7, 0, 3]
    assert not card.view["thanked"]
    to(card, Step.REVEAL)
    assert card.view["private"]["discuss"]
    to(card, Step.END)
    assert card.view["thanked"]


@pytest.mark.parametrize(
    "counts",
    [None, {}, {"1": {"residential": -1}, "2": {}}, {"1": {"residential": 1.5}, "2": {}}, {"1": {"moon": 1}, "2": {}}],
)
def test_hands_that_cannot_be_counted_change_nothing(card: Presenter, counts: object) -> None:
    card.receive({"do": "open"})
    to(card, Step.VOTE_1)
    card.receive({"do": "hands", "counts": counts})
    assert says(card)
    assert not card.view["message"]["says"].startswith("Counted")
    assert card.view["hands"]["counts"] == {"1": {}, "2": {}, "3": {}}


def test_the_vote_so_far_is_shown_to_the_presenter_alone_where_that_is_wanted(card: Presenter) -> None:
    card.receive({"do": "open"})
    to(card, Step.VOTE_1)
    vote(card, 1, ada="residential", ben="outpatient", cas="residential")
    card.presentation.look()
    card._show_live()
    assert (card.live["votes"], card.live["closing"]) == ([], "")
    card.receive({"do": "settle", "name": "watch", "value": True})
    card._show_live()
    votes = {one["level"]: one["votes"] for one in card.live["votes"]}
    assert list(votes.values()) == [0, 2, 0, 1]
    assert votes["Residential"] == 2
    assert card.live["closing"] == presenter_messages.CLOSE_ALL
    card.presentation.rooms.join([Joining(card.presentation.open.room.id, "late")])
    card.presentation.look()
    card._show_live()
    assert card.live["closing"] in ("", presenter_messages.CLOSE_NOW)
    assert "bars" not in card.picture["html"]
    step(card)
    assert (card.live["votes"], card.live["closing"]) == ([], "")


@pytest.mark.parametrize(("right", "leaps"), [(2, True), (4, False), (7, False), (8, True)])
def test_where_few_or_most_agree_the_answer_is_one_press_away(card: Presenter, right: int, leaps: bool) -> None:
    card.receive({"do": "open"})
    to(card, Step.CLOSED_1)
    counts = {"1": {"residential": right, "outpatient": 10 - right}, "2": {}, "3": {}}
    card.receive({"do": "hands", "counts": counts})
    leap = card.view["private"]["leap"]
    assert (leap and leap["step"]) == ("reveal" if leaps else None)


def test_a_vote_alone_on_the_twin_is_offered_can_be_skipped_and_is_a_setting(card: Presenter) -> None:
    card.receive({"do": "open"})
    assert card.view["skip"] == ""
    to(card, Step.REVEAL)
    assert (card.view["next"], card.view["skip"]) == (
        presenter_messages.ONWARD[Step.VOTE_3],
        presenter_messages.SKIP,
    )
    at = card.view["at"]
    step(card)
    assert card.view["private"]["answer"] == "Residential"  # the twin's, for the presenter alone
    card.receive({"do": "skip", "at": at})  # of a page that is a step behind
    assert card.view["at"].endswith(Step.VOTE_3)
    to(card, Step.DIFFERENCE)
    assert "The rule that makes the difference" in card.picture["html"]
    step(card)
    assert card.view["at"].endswith(Step.READING)
    card.receive({"do": "back", "at": card.view["at"]})
    card.receive({"do": "go", "step": "reveal", "at": card.view["at"]})
    card.receive({"do": "skip", "at": card.view["at"]})
    assert card.view["at"].endswith(Step.READING)
    card.receive({"do": "end"})
    card.receive({"do": "settle", "name": "third_vote", "value": False})
    card.receive({"do": "open"})
    to(card, Step.REVEAL)
    assert (card.view["skip"], "vote_3" in {one["step"] for one in card.view["steps"]}) == ("", False)


def test_a_restarted_kernel_goes_on_in_the_same_room_at_the_same_step(card: Presenter, make: Make) -> None:
    card.receive({"do": "open"})
    to(card, Step.VOTE_1)
    vote(card, 1, ada="residential")
    to(card, Step.REVEAL)
    again = make()
    assert (again.view["at"], again.view["joining"]["code"]) == (card.view["at"], card.view["joining"]["code"])
    assert again.picture == card.picture


@pytest.mark.parametrize("ended_first", [False, True])
def test_a_room_that_an_earlier_version_left_open_is_open_and_goes_on_at_its_step(
    card: Presenter, make: Make, rooms: Rooms, ended_first: bool
) -> None:
    card.receive({"do": "open"})
    to(card, Step.VOTE_1)
    was = card.presentation.open.room
    card.close()  # it would see that the room is over
    rooms.change(replace(was, expires_at=was.created_at + timedelta(hours=1)))  # its time began with it
    if ended_first:
        keep_plan(replace(card.presentation.plan, room="", last=was.id), card.presentation.folder)
    again = make()
    if ended_first:
        assert again.view["stage"] == "setup"
        again.receive({"do": "reopen"})
    assert (again.presentation.open.room.is_open, again.view["at"]) == (True, card.view["at"])
    vote(again, 1, ada="residential")
    assert rooms.voted(was.id, was.position.entry, 1) == 1


def test_pages_that_have_died_are_served_again_at_the_address_that_phones_know(
    card: Presenter, pages: FakePages
) -> None:
    card.receive({"do": "settle", "name": "host", "value": NETWORK})
    card.receive({"do": "open"})
    pages.audience, pages.can_start = None, False
    wait_until(lambda: card.live["trouble"] != "")
    assert "no port is free" in card.live["trouble"]
    assert card.live["reached"] == presenter_messages.PAGES_GONE
    to(card, Step.VOTE_1)  # meanwhile the room goes on
    pages.can_start = True
    with card._lock:
        card._look(None)
    assert pages.started[-1] == (NETWORK, f"http://{NETWORK}:8722")
    assert card.live["trouble"] == ""


def test_a_phone_that_has_come_is_told_and_the_network_can_be_changed(card: Presenter, pages: FakePages) -> None:
    card.receive({"do": "open"})
    assert card.live["reached"] == presenter_messages.REACHED_HERE
    card.receive({"do": "host", "host": NETWORK})
    assert f"http://{NETWORK}:8722" in card.picture["html"]
    with card._lock:
        card._look(Audience(0))
        assert card.live["reached"] == presenter_messages.REACHED_NOT.format(host=NETWORK)
        card.presentation.rooms.join([Joining(card.presentation.open.room.id, "ada")])
        card._look(Audience(0))
        assert card.live["reached"] == ""  # whoever is in has come through
    pages.audience = Audience(1)
    with card._lock:  # no look of the card's own, begun before the visit, comes between
        card._look(Audience(1))
        assert card.live["reached"] == "A phone has reached the join page."
    card.receive({"do": "host", "host": "http://8.8.8.8"})
    assert says(card) == presenter_messages.NO_HOST


def test_a_store_out_of_reach_is_a_sentence_and_the_card_goes_on(
    card: Presenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    card.receive({"do": "open"})

    def away(*_: object, **__: object) -> Any:
        raise StoreError("the disk is full; free some space")

    with card._lock, monkeypatch.context() as broken:
        for name in ("pulses", "change", "voted"):
            broken.setattr(card.presentation.rooms, name, away)
        card._look(Audience(0))
        assert "the disk is full" in card.live["trouble"]
        step(card)
        assert "the disk is full" in says(card)
    with card._lock:
        card._look(Audience(0))
        assert card.live["trouble"] == ""
    step(card)
    assert card.view["at"].endswith(" reading")


MOST_BUTTONS = 40
LEFT = Step.READING, Step.VOTE_1, Step.CLOSED_1, Step.REVEAL


def buttons(card: Presenter) -> Iterator[dict[str, object]]:
    """What the page has to press, each as it sends it."""
    view = card.view
    yield from ({"do": do} for do in ("blank", "joining", "cases", "screen"))
    steps = {"forward": view["next"], "back": view["can_back"], "tally": view["tally"] is not None}
    yield from ({"do": do} for do, there in steps.items() if there)
    yield from ({"do": "go", "step": one["step"]} for one in view["steps"] if not one["here"])
    yield from ({"do": "timer", "minutes": 2} for _ in [1] if view["timer"])
    yield from ({"do": "hands", "counts": HANDS} for _ in [1] if view["hands"])
    yield from ({"do": "twin", "twin": one["id"]} for one in (view["private"] or {"twins": ()})["twins"])
    for number, entry in enumerate(view["order"]):
        if len(view["order"]) > 1:
            yield {"do": "move", "entry": entry["id"], "places": -1 if number else 1}
        yield from ({"do": "entry", "entry": entry["id"]} for _ in [1] if not entry["here"])
        yield {"do": "remove", "entry": entry["id"]}
    yield {"do": "add", "case": "kitchen-shift"}
    yield {"do": "propose", "minutes": 240, "parts": []}
    yield {"do": "color", "night": not view["night"]}
    yield {"do": "settle", "name": "marks", "value": not view["settings"]["marks"]}
    yield {"do": "host", "host": next(one["value"] for one in view["joining"]["hosts"]["choices"] if not one["chosen"])}


@pytest.mark.parametrize("step", LEFT)
@pytest.mark.parametrize("broken", [True, False], ids=["broken", "deleted"])
def test_a_case_that_has_left_the_bank_is_said_at_every_button_and_the_room_can_be_ended(
    own_bank: Bank, make: Make, step: Step, broken: bool
) -> None:
    card = make(own_bank)
    for case in ("kitchen-shift", "tide-table"):
        card.receive({"do": "add", "case": case})
    card.receive({"do": "open"})
    to(card, step)
    file = own_bank.folder / "kitchen-shift.md"
    file.write_text("---\ntitle: [") if broken else file.unlink()
    for shown in (card, make(own_bank)):  # and a restarted kernel's
        for turn in range(1, MOST_BUTTONS):
            there = list(buttons(shown))
            button = there[turn % len(there)]
            before = {**shown.view, "message": None}
            shown.receive({"at": shown.view["at"], **button, "turn": turn})
            assert shown.answered["turn"] == turn
            is_seen = {**shown.view, "message": None} != before or button["do"] in ("cases", "screen")
            assert says(shown) or is_seen, button
            assert "went wrong" not in says(shown)
    shown.receive({"do": "end"})
    assert shown.view["stage"] == "setup"


def test_a_step_taken_elsewhere_shows_here(card: Presenter, make: Make) -> None:
    card.receive({"do": "open"})
    other = make()
    step(other)
    wait_until(lambda: card.view["at"] == other.view["at"])
    assert card.picture["key"] == other.picture["key"]


def test_a_room_deleted_elsewhere_leaves_the_card_ready_for_another(card: Presenter) -> None:
    card.receive({"do": "open"})
    card.presentation.open.delete()
    wait_until(lambda: card.view["stage"] == "setup")
    assert says(card) == presenter_messages.ROOM_OVER
    assert order(card) == ["The kitchen shift", "The tide table"]


def test_an_ended_session_is_kept_reopened_and_deleted(card: Presenter, rooms: Rooms, pages: FakePages) -> None:
    card.receive({"do": "open"})
    room = card.presentation.open.room.id
    step(card)
    card.receive({"do": "end"})
    assert (card.view["stage"], pages.audience) == ("setup", None)
    assert "kept until" in says(card)
    card.receive({"do": "reopen"})
    assert card.view["at"].endswith(" reading")
    card.receive({"do": "delete"})
    assert rooms.room(room) is None
    assert card.view["last"] == ""


def test_a_rehearsal_goes_by_itself_and_leaves_nothing(card: Presenter, rooms: Rooms, tmp_path: Path) -> None:
    before = {file.name for file in tmp_path.iterdir()}
    card.receive({"do": "rehearse"})
    assert card.view["rehearsal"] == presenter_messages.REHEARSAL
    to(card, Step.VOTE_1)
    for _ in range(10):
        with card._lock:
            card._look(Audience(0))
    assert card.live["count"] == "40 of 40 have voted"
    step(card, "go", step="shift")
    assert "First vote" in card.picture["html"]
    card.receive({"do": "end"})
    assert says(card) == presenter_messages.REHEARSED
    assert {file.name for file in tmp_path.iterdir()} <= {*before, FILE}
    assert read_plan(tmp_path).last == ""


def test_a_rehearsal_whose_kernel_died_is_cleared_away(
    card: Presenter, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card.receive({"do": "rehearse"})
    card._ended.set()  # as if its kernel had been killed
    again = make()
    assert says(again) == presenter_messages.REHEARSAL_OVER
    assert list(tmp_path.glob(f"{PREFIX}*.sqlite3")) == []
    monkeypatch.setattr(card.presentation, "end", lambda: pytest.fail("a card that is garbage asks the store"))
    card.close()


FORGED: list[object] = [
    None,
    [],
    "open",
    {"do": 1},
    {"do": "fly"},
    {"do": "add"},
    {"do": "add", "case": "../../etc/passwd"},
    {"do": "add", "case": "x" * 10_000},
    {"do": "add", "case": "kitchen-shift", "twin": "gone"},
    {"do": "add", "case": "kitchen-shift", "point": 99},
    {"do": "add", "case": "kitchen-shift", "point": "0"},
    {"do": "propose"},
    {"do": "propose", "minutes": 45, "parts": ["moon"]},
    {"do": "propose", "minutes": 45, "parts": [[]]},
    {"do": "propose", "minutes": True, "parts": []},
    {"do": "propose", "minutes": 4.5, "parts": []},
    {"do": "propose", "minutes": 10**9, "parts": []},
    {"do": "remove", "entry": None},
    {"do": "remove", "entry": "gone"},
    {"do": "move", "entry": "gone", "places": 1},
    {"do": "move", "entry": "gone", "places": 10**9},
    {"do": "forward", "at": ""},
    {"do": "settle"},
    {"do": "timer", "minutes": True},
    {"do": "hands", "counts": [1]},
    {"do": "screen"},
    {"do": "end"},
    {"do": "delete"},
    {"do": "reopen"},
    {"do": "host", "host": ["x"]},
]


@pytest.mark.parametrize("message", FORGED, ids=str)
def test_whatever_a_page_forges_becomes_a_sentence(card: Presenter, message: object) -> None:
    before = (card.view["stage"], order(card))
    card.receive(message)
    assert (card.view["stage"], order(card)) == before
    assert says(card)
    assert card.view["message"]["kind"] == "refused"


@pytest.mark.parametrize(
    "kept", [b"", b"[]", b"{", b'{"order": 3, "host": 4, "marks": "yes", "minutes": 1e9}', b"\xff" * 50]
)
def test_a_plan_that_cannot_be_read_is_an_empty_one(make: Make, tmp_path: Path, kept: bytes) -> None:
    (tmp_path / FILE).write_bytes(kept)
    assert make().view["order"] == []


def test_the_pages_style_stands_in_a_shadow_root(card: Presenter) -> None:
    assert ":host(.night)" in card.sheet
    assert ":root" not in card.sheet
    assert "\nbody" not in card.sheet
    assert "prefers-color-scheme" not in card.sheet


def test_the_strip_tells_seats_by_address_who_was_turned_away_and_closes_the_door(
    card: Presenter, pages: FakePages
) -> None:
    card.receive({"do": "open"})
    with card._lock:
        card._look(Audience(1, (1,), 1))
        assert (card.live["seats"], card.live["turned_away"]) == ("", "")
        card._look(Audience(9, (212, 3, 1), 28, turned_away=40))
        assert card.live["seats"].startswith("212 joined from one address, 3 from another: each may be")
        assert card.live["seats"].endswith(" 26 more addresses have fewer.")
        card._look(Audience(3, (3,), 1))
        assert card.live["seats"].startswith("3 joined from the same address: one person, or")
        card._look(Audience(9, (212, 3, 1), 28, turned_away=40))
        assert card.live["turned_away"].startswith("40 times somebody was turned away")
        card.receive({"do": "halls"})
        card._look(Audience(9, (212, 3, 1), 28, turned_away=40))
        assert card.live["turned_away"] == ""
    code = card.view["joining"]["code"]
    card.receive({"do": "code"})
    assert card.view["joining"]["code"] != code
    assert says(card) == presenter_messages.RENEWED.format(code=card.view["joining"]["code"])
    for closed in (True, False):
        card.receive({"do": "door"})
        assert card.view["joining"]["closed"] is closed


def test_a_session_that_is_ended_in_a_newer_kernel_is_ended_for_an_older_card_which_starts_nothing(
    card: Presenter, make: Make, pages: FakePages, tmp_path: Path
) -> None:
    card.receive({"do": "open"})
    newer = make()
    newer.receive({"do": "end"})
    started = len(pages.started)
    pages.audience = None
    with card._lock:
        card._look(None)
    assert (card.view["stage"], len(pages.started)) == ("setup", started)
    newer.receive({"do": "open"})
    room = newer.presentation.open.room.id
    assert (read_plan(tmp_path).room, pages.audience) == (room, Audience(0))


def test_an_older_card_does_not_end_the_pages_of_the_room_that_a_newer_one_has_opened(
    card: Presenter, make: Make, pages: FakePages, tmp_path: Path
) -> None:
    card.receive({"do": "open"})
    newer = make()
    newer.receive({"do": "end"})
    newer.receive({"do": "open"})
    with card._lock:
        if card.presentation.workshop:
            card._look(Audience(0))
    assert card.view["stage"] == "setup"
    card.receive({"do": "settle", "name": "marks", "value": True})
    assert read_plan(tmp_path).room == newer.presentation.open.room.id
    assert pages.audience == Audience(0)


def test_where_somebody_else_serves_the_pages_everybody_may_join_there_or_nobody(
    card: Presenter, pages: FakePages, rooms: Rooms
) -> None:
    pages.public = "https://room.example.org"
    card.receive({"do": "settle", "name": "host", "value": HERE})
    hosts = card.view["hosts"]
    assert not hosts["typed"]
    assert [(host["name"], host["chosen"]) for host in hosts["choices"]] == [
        ("Everybody, at https://room.example.org", True),
        (presenter_messages.WHO_HANDS, False),
    ]
    card.receive({"do": "settle", "name": "host", "value": ""})
    card.receive({"do": "open"})
    room = card.presentation.open.room
    assert rooms.join([Joining(room.id, "stranger")]) == (Joined.SHUT,)
    card.receive({"do": "host", "host": HERE})
    assert rooms.join([Joining(room.id, "ann")]) == (Joined.WELCOME,)
    card.receive({"do": "end"})
    pages.started.clear()
    card.receive({"do": "rehearse"})
    assert (pages.started, card.view["joining"]["address"]) == ([], "")


def test_how_long_votes_are_kept_counts_from_the_end(card: Presenter, rooms: Rooms) -> None:
    card.receive({"do": "settle", "name": "keep_hours", "value": 1})
    card.receive({"do": "open"})
    assert card.view["keep"] == "The votes are deleted after the end: 1 hour later."
    room = card.presentation.open.room
    assert room.is_open
    before = datetime.now(UTC)
    to(card, Step.VOTE_1)
    card.receive({"do": "end"})
    ended = rooms.room(room.id)
    assert ended is not None
    assert ended.position.step is Step.END
    assert timedelta(0) <= ended.expires_at - before - timedelta(hours=1) < timedelta(minutes=1)
    card.receive({"do": "reopen"})
    assert card.view["at"].endswith(" vote_1")
