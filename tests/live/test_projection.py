"""What is projected, and what stands on a phone, of a story whose words are explained."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.answer import Confidence
from carelevel.core.ballot import Ballot
from carelevel.core.room_state import OF_THE_TWIN, Room, Settings, Step
from carelevel.live.rendering.own_choices import NO_CHOICES, OwnChoices
from carelevel.live.rendering.projection import Projection
from carelevel.live.rendering.rendered_room import RenderedRoom
from carelevel.live.rendering.slotted import slotted_json
from carelevel.live.rendering.templates import Templates
from carelevel.live.rendering.type_size import type_size
from carelevel.messages import room as room_messages
from carelevel.store.rooms import Rooms
from carelevel.workshop.running_order import new_entry
from carelevel.workshop.slide_record import read_slide
from carelevel.workshop.workshop import open_room
from markupsafe import escape

from tests.conftest import our_bank
from tests.stories import STEPS

EXPLAINED = "<dt>breaststroke</dt> <dd>Arms and legs go out and in like a frog's.</dd>"


def at(step: Step, pool: Bank, rooms: Rooms) -> Room:
    workshop = open_room(pool, rooms, [new_entry("first-length")])
    workshop.forward()
    return workshop.go(step) if step is not workshop.step else workshop.room


@pytest.mark.parametrize("step", [step for step in STEPS if step not in OF_THE_TWIN])
def test_the_words_stand_under_the_story_on_the_screen_and_on_a_phone(step: Step, pool: Bank, rooms: Rooms) -> None:
    room = at(step, pool, rooms)
    screen = str(Projection().draw(room, 0).html).replace("&#39;", "'")
    phone = str(RenderedRoom(Templates(), room).phone(NO_CHOICES)).replace("&#39;", "'")
    assert EXPLAINED in phone
    assert (EXPLAINED in screen) is (step is not Step.SHIFT)  # which shows no story
    assert ('class="reread"' in screen) is (step is Step.REVEAL)  # where the style leaves them out
    assert "Butterfly" not in screen + phone


def test_in_the_discussion_each_phone_tells_its_pair_by_a_color_and_a_number(pool: Bank, rooms: Rooms) -> None:
    workshop = open_room(pool, rooms, [new_entry("first-length")], Settings(pairs=True, address="http://192.168.1.5"))
    workshop.forward()
    room = workshop.go(Step.DISCUSSION)
    rendered = RenderedRoom(Templates(), room)
    own = [str(rendered.phone(OwnChoices(pair=number))) for number in (0, 1, 6, None)]
    for page, sign in zip(own, ('pair-0">Blue 1<', 'pair-1">Orange 1<', 'pair-0">Blue 2<'), strict=False):
        assert sign in page
    assert room_messages.LIVE["pair_none"] in own[3]
    assert room_messages.LIVE["pairs"] in Projection().draw(room, 0).html
    assert "pair" not in RenderedRoom(Templates(), workshop.forward()).phone(OwnChoices(pair=0))
    assert "pair" not in RenderedRoom(Templates(), at(Step.DISCUSSION, pool, rooms)).phone(NO_CHOICES)
    by_hands = replace(room, settings=Settings(pairs=True))
    assert room_messages.LIVE["discussion"] in Projection().draw(by_hands, 0).html


@pytest.mark.parametrize("step", [step for step in STEPS if step not in OF_THE_TWIN])
def test_a_hall_that_marks_in_every_way_has_its_page_made_once_and_what_was_chosen_once_a_kind(
    step: Step, pool: Bank, rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = open_room(pool, rooms, [new_entry("first-length")], Settings(marks=True))
    workshop.forward()
    room = workshop.go(step) if step is not workshop.step else workshop.room
    templates, made = Templates(), []
    render = templates.render
    monkeypatch.setattr(templates, "render", lambda view: made.append(view.template) or render(view))
    rendered = RenderedRoom(templates, room)
    [level, *_] = (choice.id for choice in rendered.slide.levels)
    sentences = range(rendered.slide.sentences)
    ways = [frozenset(n for n in sentences if way >> n & 1) for way in range(1 << len(sentences))]
    pages = [str(rendered.phone(OwnChoices(Ballot("ann", 1, level, Confidence.GUESS, marked)))) for marked in ways]
    kinds = len(set(rendered.slide.deciding or ())) + 1  # how many phrases were caught
    assert made.count("phone.html") == 1
    assert len(made) <= 1 + (kinds if step is Step.REVEAL else 1)
    assert not any("<!--" in page for page in pages)
    asked = step in (Step.VOTE_1, Step.VOTE_2)
    for marked, page in zip(ways, pages, strict=True):
        assert page.count(" checked>") == (len(marked) if asked else 0) + (2 if step is Step.VOTE_1 else 0)
    own = OwnChoices(Ballot("ann", 1, level, Confidence.GUESS, ways[-1]))
    assert json.loads(slotted_json({"html": rendered.page}).filled(rendered.parts(own))) == {"html": pages[-1]}


def test_where_words_are_explained_the_type_of_a_long_story_is_smaller(pool: Bank, rooms: Rooms) -> None:
    row = dict(at(Step.READING, pool, rooms).slide)
    row["story"] = row["story"] * 4
    bare = {name: value for name, value in row.items() if name != "glossary"}
    assert type_size(read_slide(row)) < type_size(read_slide(bare))
    assert read_slide(bare).glossary == ()  # as a room has it that was opened before words were explained


def test_behind_a_closed_door_the_screen_invites_nobody_and_counts_who_is_here(pool: Bank, rooms: Rooms) -> None:
    workshop = open_room(pool, rooms, settings=Settings(address="http://192.168.8.100:8722"))
    asks = Projection().draw(workshop.room, 0)
    shut = Projection().draw(workshop.close_door(True), 0)
    invites = ("192.168.8.100", workshop.room.code[:3], 'class="qr"', room_messages.LIVE["screen_network"])
    assert [(says in asks.html, says in shut.html) for says in invites] == [(True, False)] * len(invites)
    assert room_messages.LIVE["screen_shut"] in shut.html
    assert room_messages.LIVE["people_0"] in shut.html
    assert asks.key != shut.key


def test_what_the_answers_head_names_keeps_its_effect_among_the_reasons(pool: Bank, rooms: Rooms) -> None:
    html = str(Projection().draw(at(Step.REVEAL, pool, rooms), 0).html)
    answer = read_slide(at(Step.REVEAL, pool, rooms).slide).answer
    assert answer is not None
    heads = {answer.name, *(flag.name for flag in answer.flags)}
    for reason in answer.reasons:
        kind = "told" if reason.name in heads else "met" if reason.met else ""
        alike = [form.format(level=answer.name) for form in (messages.ASKS, messages.SPEAKS_AGAINST)]
        if not kind and reason.effect not in alike:
            kind = "other"
        assert f'<li class="{kind}"><b>{escape(reason.name)}</b> <small>{escape(reason.effect)}' in html
    assert 'class="told"' in html


def test_where_referring_is_accepted_beside_a_level_the_screen_and_every_phone_say_so_and_why(rooms: Rooms) -> None:
    workshop = open_room(our_bank(), rooms, [new_entry("exit-nine", twin="called-at-noon")])
    workshop.forward()
    room = workshop.go(Step.REVEAL)
    answer = read_slide(room.slide).answer
    assert answer is not None
    assert (answer.name, answer.also) == ("Residential", ("Refer",))
    phone = str(RenderedRoom(Templates(), room).phone(NO_CHOICES))
    for page in (str(Projection().draw(room, 0).html), phone):
        assert "Accepted too: Refer." in page
        assert our_bank().criteria.words.said(messages.REFER_ACCEPTED) in page


def test_the_screen_says_how_to_vote_while_a_vote_is_open_and_how_many_did_once_it_is_closed(
    pool: Bank, rooms: Rooms
) -> None:
    for address, how in (("http://192.168.1.5", "vote_by_phone"), ("", "raise_hand")):
        workshop = open_room(pool, rooms, [new_entry("first-length")], Settings(address=address))
        workshop.forward()
        opened, closed = (str(Projection().draw(workshop.go(step), 0).html) for step in (Step.VOTE_1, Step.CLOSED_1))
        call = f'<p class="call">{room_messages.LIVE[how]}</p>'
        assert (call in opened, call in closed) == (True, False)
        assert room_messages.LIVE["votes_0"] in closed


def test_what_a_referral_is_stands_by_its_choice(pool: Bank, rooms: Rooms) -> None:
    phone = str(RenderedRoom(Templates(), at(Step.VOTE_1, pool, rooms)).phone(NO_CHOICES))
    assert room_messages.REFER_ABOUT in phone
