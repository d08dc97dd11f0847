"""The audience's pages as plain forms: join, read, vote, change, see; and what is refused, in words."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from carelevel.core.question_vote import DECIDE
from carelevel.core.room_state import Entry, Step
from carelevel.live.app import make_app
from carelevel.live.http.limits import Limits, Rate
from carelevel.messages import room as room_messages
from carelevel.store.rooms import Rooms
from carelevel.workshop.tokens import shown_code
from carelevel.workshop.workshop import Workshop

from tests.conftest import our_bank
from tests.live.web import FORM, Phone, Reply, Web
from tests.stories import STEPS, swapped

To = Callable[[Step], Workshop]


def told(reply: Reply, status: int, why: str) -> bool:
    assert reply.status == status, reply.words
    return our_bank().criteria.words.said(room_messages.LIVE_ERRORS[why]) in reply.text.replace("&#39;", "'")


def test_a_phone_without_script_goes_through_two_rounds_to_its_own_choices_beside_the_answer(
    phone: Phone, to: To, workshop: Workshop
) -> None:
    room = f"/room/{workshop.room.code}"
    assert "You are in" in phone.get(room).words
    to(Step.READING)
    first, *_ = our_bank().case("kitchen-shift").points[0].texts
    assert first in phone.get(room).words
    to(Step.VOTE_1)
    voted = phone.vote(phone.get(room), "outpatient", mark=["2", "5"])
    assert room_messages.LIVE["voted"] in voted.words
    assert re.search(r'value="outpatient" required checked', voted.text)
    assert re.search(r'name="mark" value="5" checked', voted.text)
    changed = phone.vote(voted, "residential", "certain")
    assert re.search(r'value="residential" required checked', changed.text)
    to(Step.CLOSED_1)
    closed = phone.get(room)
    assert "The vote is closed" in closed.words
    assert "Residential" in closed.words
    assert "<form" not in closed.text
    to(Step.VOTE_2)
    phone.vote(phone.get(room), "partial_hospitalization")
    to(Step.REVEAL)
    revealed = phone.get(room).words
    assert re.search(r"First vote Residential Certain ✓ accepted by the criteria", revealed)
    assert re.search(r"Second vote Partial hospitalization A guess ✓ accepted by the criteria", revealed)
    assert "Pressure from others" in revealed
    assert "loses tolerance" in revealed
    assert "Has medication been offered today?" in revealed
    assert our_bank().case("kitchen-shift").discuss in revealed
    assert workshop.tally(1).counts["residential"] == workshop.tally(1).votes == 1
    to(Step.VOTE_3)
    alone = phone.get(room)
    assert "has changed" in alone.words
    assert " checked" not in alone.text  # what was marked in the other story is not
    phone.vote(alone, "partial_hospitalization")
    to(Step.CLOSED_3)
    assert f"“{swapped('kitchen-shift', 'bed-taken').phrase}”" in phone.get(room).words
    to(Step.DIFFERENCE)
    told = phone.get(room).words
    assert "Second vote Partial hospitalization A guess ✓ accepted by the criteria" in told
    assert "Third vote, on the changed story Partial hospitalization A guess ≠ not accepted by the criteria" in told
    assert "loses tolerance" in told


def test_in_an_interview_a_phone_without_script_votes_on_each_question_and_sees_what_is_told(
    web: Web, workshop: Workshop
) -> None:
    asks = Entry("asks", "kitchen-shift", ask_first=True)
    workshop.set_order([asks, *workshop.room.order])
    phone, room = Phone(web), f"/room/{workshop.room.code}"
    phone.join(workshop.room.code)
    workshop.forward()
    opening = phone.get(room).words
    assert "Dev cooks at the grill" in opening
    assert "The problem is the ride" not in opening
    workshop.forward()
    form = phone.get(room)
    for red_flag in our_bank().criteria.red_flags:
        assert f'name="question" value="{red_flag}" required>' in form.text
    voted = wish(phone, form, "home")
    assert room_messages.LIVE["voted"] in voted.words
    changed = wish(phone, voted, "peers")
    assert 'value="peers" required checked' in changed.text
    assert workshop.wishes() == {"peers": 1}
    assert told(wish(phone, form, ""), 422, "missing_question")
    assert told(wish(phone, form, "peer"), 422, "unknown")
    assert "1 of 1 have voted" in Phone(web).get(f"/screen/{workshop.screen_link()}").words
    workshop.forward()
    assert told(wish(phone, form, "home"), 409, "closed")
    told_now = phone.get(room)
    assert "one of the cooks offers Dev heroin" in told_now.words
    assert "<form" not in told_now.text
    workshop.forward()
    assert told(wish(phone, form, "home"), 409, "closed")  # the form of the vote before
    again = phone.get(room)
    assert 'value="peers" required disabled' in again.text
    assert told(wish(phone, again, "peers"), 422, "unknown")
    late = Phone(web)
    late.join(workshop.room.code)
    assert "one of the cooks offers Dev heroin" in wish(late, late.get(room), DECIDE).words
    workshop.forward()
    assert room_messages.LIVE["told_decide"] in phone.get(room).words
    workshop.forward()
    decision = phone.get(room)
    assert "He wants to stop using heroin for good" not in decision.words
    assert 'name="mark"' not in decision.text
    phone.vote(decision, "residential")
    workshop.go(Step.WAY)
    way = phone.get(room).words
    assert "You never asked these safety questions" in way
    assert "You asked 1 question in all" in way
    assert re.search("and no fewer, in this order: [A-Z]", way)


def wish(phone: Phone, page: Reply, question: str) -> Reply:
    """Send the form of *page* with that question."""
    action = re.search(r'action="([^"]+/vote)"', page.text)
    assert action, page.words
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text))
    return phone.post(action[1], {**hidden, "question": question})


def test_in_the_discussion_two_who_answered_differently_find_the_same_sign(
    web: Web, to: To, workshop: Workshop
) -> None:
    workshop.set(replace(workshop.room.settings, pairs=True))
    phones = [Phone(web) for _ in range(5)]
    for phone in phones:
        phone.join(workshop.room.code)
    room = f"/room/{to(Step.VOTE_1).room.code}"
    levels = ("outpatient", "residential", "residential", "outpatient")
    for phone, level in zip(phones, levels, strict=False):
        phone.vote(phone.get(room), level)
    to(Step.DISCUSSION)
    pages = [phone.get(room).text for phone in phones]
    signs = [re.search(r'class="pair pair-\d">([^<]+)<', page) for page in pages]
    found = [(sign[1], level) for sign, level in zip(signs, levels, strict=False) if sign]
    assert sorted(found) == sorted((name, level) for name in ("Blue 1", "Orange 1") for level in set(levels))
    assert room_messages.LIVE["pair_none"] in pages[4]  # who has not voted
    workshop.go(Step.VOTE_1)
    phones[4].vote(phones[4].get(room), "outpatient")
    to(Step.DISCUSSION)
    again = [phone.get(room).text for phone in phones]
    assert sum('pair-0">Blue 1<' in page for page in again) == 3  # nobody is left alone


def test_nothing_of_the_answer_is_on_a_page_before_the_reveal(phone: Phone, to: To, workshop: Workshop) -> None:
    discuss = our_bank().case("kitchen-shift").discuss.split("?")[0]
    for step in STEPS[: STEPS.index(Step.REVEAL)]:
        page = phone.get(f"/room/{to(step).room.code}").text
        assert discuss not in page
        assert "<mark>" not in page
        assert "accepted by the criteria" not in page
        assert "Pressure from others" not in page


def test_a_reload_and_a_second_look_at_the_qr_code_find_the_same_seat(phone: Phone, to: To, workshop: Workshop) -> None:
    to(Step.VOTE_1)
    room = f"/room/{workshop.room.code}"
    phone.vote(phone.get(room), "residential")
    assert phone.get(f"/in/{workshop.room.door}").words == phone.get(room).words
    phone.join(workshop.room.code)
    assert phone.at == room
    assert workshop.pulse().joined == 1
    phone.vote(phone.get(room), "outpatient")
    assert workshop.tally(1).votes == 1


def test_a_latecomer_by_the_qr_code_joins_where_the_room_is(web: Web, to: To, workshop: Workshop) -> None:
    to(Step.VOTE_2)
    late = Phone(web)
    door = re.search(r'name="door" value="([^"]+)"', late.get(f"/in/{workshop.room.door}").text)
    assert door
    assert "Second vote" in late.post("/join", {"door": door[1]}).words


@pytest.mark.parametrize("typed", ["{code}", "{lower}", " {spaced} ", "{code}\u200b".replace("\u200b", "")])
def test_a_code_is_taken_as_people_type_it(web: Web, workshop: Workshop, typed: str) -> None:
    code = workshop.room.code
    phone = Phone(web)
    phone.join(typed.format(code=code, lower=code.lower(), spaced=f"{code[:3]} {code[3:]}"))
    assert phone.at == f"/room/{code}"


def test_the_seat_is_a_cookie_that_no_script_and_no_other_site_can_use(web: Web, workshop: Workshop) -> None:
    plain, safe = Phone(web), Phone(web, "https")
    plain.join(workshop.room.code)
    safe.join(workshop.room.code)
    for cookie in (*plain.set, *safe.set):
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
    assert "Secure" not in plain.set[0]
    assert "Secure" in safe.set[0]
    token = plain.set[0].split("=", 1)[1].split(";")[0]
    assert not workshop.rooms.is_participant(workshop.room.id, token)


def test_every_reply_allows_nothing_from_elsewhere_and_nothing_inline(phone: Phone, workshop: Workshop) -> None:
    for path in ("/", f"/room/{workshop.room.code}", "/nowhere", "/ping"):
        reply = phone.get(path)
        policy = reply.header("content-security-policy")
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert reply.header("x-content-type-options") == "nosniff"
        assert reply.header("x-frame-options") == "DENY"
        assert reply.header("cache-control") == "no-store"
        assert not re.search(r"<script(?! src=)|\son\w+=|\sstyle=|javascript:|https?://", reply.text)


def test_a_phone_loads_less_than_50_kilobytes_and_from_here_only(phone: Phone, to: To, workshop: Workshop) -> None:
    to(Step.REVEAL)
    page = phone.get(f"/room/{workshop.room.code}")
    size = len(page.body)
    for path in re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text):
        asset = phone.get(path)
        assert asset.status == 200
        assert "immutable" in asset.header("cache-control")
        size += len(asset.body)
    assert size < 50_000


def test_the_script_is_one_file_in_what_the_browsers_of_old_phones_read(phone: Phone, workshop: Workshop) -> None:
    page = phone.get(f"/room/{workshop.room.code}").text
    script = phone.get(re.findall(r'src="(/static/[^"]+)"', page)[0]).body.decode()
    assert script.startswith('"use strict";')
    assert re.findall(r"(?m)^(?:import|export)\b", script) == []
    assert re.findall(r"\?\.[A-Za-z\[(]|\?\?|\|\|=|\{ \.\.\.|\basync\b|\d_\d|#\w+ ?=", script) == [], "newer than 2017"


def test_a_case_that_tries_to_be_markup_is_shown_as_text(phone: Phone, to: To, workshop: Workshop) -> None:
    to(Step.READING)
    evil = '<script>alert(1)</script><img src=x onerror="x">'
    slide = dict(workshop.room.slide)
    slide.update(title=evil, heading=evil, story=[[{**slide["story"][0][0], "text": evil}]])
    slide["levels"] = [{"id": "x", "name": evil, "summary": evil}]
    slide["glossary"] = [{"word": evil, "meaning": evil}]
    workshop.rooms.change(replace(workshop.room, slide=slide))
    page = phone.get(f"/room/{workshop.room.code}").text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert page.count("&lt;script&gt;alert(1)") >= 5


def test_a_late_vote_is_told_and_not_kept(phone: Phone, to: To, workshop: Workshop) -> None:
    to(Step.VOTE_1)
    form = phone.get(f"/room/{workshop.room.code}")
    to(Step.CLOSED_1)
    assert told(phone.vote(form, "residential"), 409, "closed")
    to(Step.VOTE_2)
    assert told(phone.vote(form, "residential"), 409, "closed")
    assert workshop.tally(1).votes == workshop.tally(2).votes == 0


@pytest.mark.parametrize(
    ("changed", "status", "why"),
    [
        ({"level": "hospital"}, 422, "unknown"),
        ({"level": ""}, 422, "missing"),
        ({"confidence": "very"}, 422, "unknown"),
        ({"confidence": ""}, 422, "missing"),
        ({"mark": ["999"]}, 422, "unknown"),
        ({"mark": ["-1"]}, 422, "unknown"),
        ({"mark": ["１"]}, 422, "unknown"),
        ({"mark": ["1_0"]}, 422, "unknown"),
        ({"level": ["residential", "outpatient"]}, 422, "unknown"),
        ({"participant": "somebody"}, 422, "unknown"),
        ({"step": "reveal"}, 422, "unknown"),
        ({"round": "2"}, 409, "closed"),
        ({"entry": "other"}, 409, "closed"),
        ({"entry": "x\0"}, 409, "closed"),
    ],
)
def test_a_vote_that_says_what_was_not_asked_is_refused_in_words(
    phone: Phone, to: To, workshop: Workshop, changed: dict[str, Any], status: int, why: str
) -> None:
    to(Step.VOTE_1)
    entry = workshop.room.position.entry
    fields = {"entry": entry, "round": "1", "level": "residential", "confidence": "guess", **changed}
    assert told(phone.post(f"/room/{workshop.room.code}/vote", fields), status, why)
    assert workshop.tally(1).votes == 0


@pytest.mark.parametrize(
    ("body", "kind", "status", "why"),
    [
        (b"level=" + b"x" * 5000, "application/x-www-form-urlencoded", 413, "too_large"),
        (b'{"level": "residential"}', "application/json", 415, "not_a_form"),
        (b"level=residential", "multipart/form-data; boundary=x", 415, "not_a_form"),
        (b"level", "application/x-www-form-urlencoded", 400, "not_a_form"),
        (b"level=%ff%fe", "application/x-www-form-urlencoded", 400, "not_a_form"),
        (b"\xff\xfe", "application/x-www-form-urlencoded", 400, "not_a_form"),
        (b"&".join([b"mark=1"] * 300), "application/x-www-form-urlencoded", 400, "not_a_form"),
    ],
)
def test_a_body_that_is_no_form_or_too_long_is_refused_in_words(
    phone: Phone, to: To, workshop: Workshop, body: bytes, kind: str, status: int, why: str
) -> None:
    to(Step.VOTE_1)
    assert told(phone.post(f"/room/{workshop.room.code}/vote", body, kind), status, why)


def test_a_body_that_never_says_how_long_it_is_ends_at_the_limit(phone: Phone, to: To, workshop: Workshop) -> None:
    to(Step.VOTE_1)
    cookie = "; ".join(f"{name}={value}" for name, value in phone.jar.items()).encode()
    headers = [(b"content-type", b"application/x-www-form-urlencoded"), (b"cookie", cookie)]
    path = f"/room/{workshop.room.code}/vote"
    assert told(phone.web.request("POST", path, headers, [b"a=b&" * 100] * 50), 413, "too_large")


def test_a_stranger_cannot_vote_and_learns_nothing_about_a_code(web: Web, to: To, workshop: Workshop) -> None:
    to(Step.VOTE_1)
    right, wrong = Phone(web), Phone(web)
    for cookie in ("", "x" * 22, "short"):
        for asking, code in ((right, workshop.room.code), (wrong, "BBBBBB")):
            asking.jar = {f"seat-{code}": cookie} if cookie else {}
            asking.get(f"/room/{code}")
            assert asking.at == f"/?code={code}"
            assert told(asking.post(f"/room/{code}/vote", {"level": "residential"}), 403, "stranger")
    assert workshop.pulse().votes == 0


def test_no_request_takes_a_presenters_step(phone: Phone, web: Web, workshop: Workshop) -> None:
    before = workshop.refresh()
    for path in ("/forward", "/step", f"/room/{before.code}/forward", f"/room/{before.code}", "/screen", "/"):
        for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
            assert web.request(method, path).status in (404, 405)
    assert workshop.refresh() == before


def test_the_screen_opens_once_by_its_link_and_shows_who_is_here_and_has_voted(
    phone: Phone, web: Web, to: To, workshop: Workshop
) -> None:
    link = f"/screen/{workshop.screen_link()}"
    assert web.request("HEAD", link).status == 200  # whoever only looks does not use it up
    projector = Phone(web)
    lobby = projector.get(link)
    another = Phone(web)
    assert another.get(f"/screen/{workshop.screen_link()}").words == lobby.words  # a hall has two walls
    assert "One person is here" in lobby.words
    assert f"{workshop.room.code[:3]} {workshop.room.code[3:]}" in lobby.words
    assert '<svg class="code"' in lobby.text.replace("code segno", "code") or "<svg" in lobby.text
    assert room_messages.LIVE["screen_network"] in lobby.words
    assert told(Phone(web).get(link), 404, "screen")
    assert told(Phone(web).get("/screen"), 404, "screen")
    to(Step.VOTE_1)
    assert "Nobody has voted yet" in projector.get("/screen").words
    phone.vote(phone.get(f"/room/{workshop.room.code}"), "residential")
    assert "1 of 1 have voted" in projector.get("/screen").words
    for step in (*STEPS[2:], Step.END):
        page = projector.get(f"/screen?{to(step).step}")
        assert page.status == 200
        assert "<form" not in page.text
        assert (shown_code(workshop.room.code) in page.text) is (step is not Step.END)
    workshop.back()
    assert projector.get("/screen").header("cross-origin-opener-policy") == "unsafe-none"  # its keys are the card's
    assert 'data-night="(prefers' in projector.get("/screen").text
    workshop.color(night=True)
    assert 'data-night="all"' in projector.get("/screen").text
    workshop.show_joining(shown=True)
    assert "One person is here" in another.get("/screen").words
    workshop.darken(True)
    assert "Partial hospitalization" not in projector.get("/screen").words


def test_a_screen_whose_room_only_this_computer_can_open_says_so(web: Web, workshop: Workshop) -> None:
    workshop.set(replace(workshop.room.settings, address="http://127.0.0.1:8722"))
    assert room_messages.LIVE["screen_here"] in Phone(web).get(f"/screen/{workshop.screen_link()}").words


def test_a_seat_is_no_key_to_the_screen_and_a_screen_no_seat(phone: Phone, web: Web, workshop: Workshop) -> None:
    assert told(phone.get("/screen"), 404, "screen")
    projector = Phone(web)
    projector.get(f"/screen/{workshop.screen_link()}")
    projector.get(f"/room/{workshop.room.code}")
    assert projector.at.startswith("/?code=")


def test_a_room_that_is_over_says_so_to_whoever_was_in_it(phone: Phone, to: To, workshop: Workshop) -> None:
    to(Step.VOTE_1)
    form = phone.get(f"/room/{workshop.room.code}")
    workshop.delete()
    assert told(phone.vote(form, "residential"), 403, "stranger")
    assert told(phone.join(workshop.room.code), 404, "no_such_room")
    assert told(phone.get(f"/in/{workshop.room.door}"), 404, "gone")


def test_a_room_whose_time_is_over_lets_nobody_in_though_it_is_not_deleted_yet(
    url: str, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = workshop.room.expires_at + timedelta(seconds=1)
    web = Web(make_app(Rooms(url), clock=lambda: later))
    assert told(Phone(web).join(workshop.room.code), 404, "no_such_room")
    web.close()


def test_a_ping_proves_whose_process_it_is_and_counts_other_devices_without_naming_them(web: Web) -> None:
    def reached() -> int:
        count: int = web.request("GET", "/ping?nonce=abc").json["audience"]["visits"]
        return count

    assert len(web.request("GET", "/ping?nonce=abc").json["proof"]) == 64
    assert "s3cret" not in web.request("GET", "/ping?nonce=abc").text
    web.request("GET", "/", client="127.0.0.1")
    web.request("GET", "/", client="192.168.1.5")  # this computer, by its own address
    assert reached() == 0
    web.request("GET", "/", client="192.168.1.77")
    assert reached() == 1


def test_a_hall_behind_one_address_joins_and_whoever_guesses_codes_does_not_lock_it_out(
    url: str, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carelevel.live.endpoints.seats.WRONG_CODE_SECONDS", 0.0)
    limits = Limits(wrong_codes_of_one=Rate(5, 0), wrong_codes=Rate(8, 0))
    web = Web(make_app(Rooms(url), limits))

    def join(client: str, **field: str) -> int:
        body = "&".join(f"{name}={value}" for name, value in field.items()).encode()
        kind = [(b"content-type", b"application/x-www-form-urlencoded")]
        return web.request("POST", "/join", kind, [body], client=client).status

    code, door = workshop.room.code, workshop.room.door
    assert {join("10.0.0.1", code=code) for _ in range(300)} == {303}
    guesses = [join("10.6.6.6", code=f"BBBBB{letter}") for letter in "BCDFGHJ"]
    assert guesses == [404] * 5 + [429] * 2
    assert join("10.6.6.6", code=code) == 429  # whoever has guessed that often cannot try the right one either
    assert join("10.0.0.1", code=code) == 303
    assert [join("10.6.6.7", code=f"CCCCC{letter}") for letter in "BCDF"] == [404] * 3 + [429]
    assert join("10.0.0.1", door=door) == 303  # the QR code's way stays open whatever was guessed
    web.close()


def test_a_hall_that_types_the_right_code_while_the_store_is_slow_guesses_nothing(
    url: str, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms = Rooms(url, fenced=True)
    web = Web(make_app(rooms, Limits(wrong_codes_of_one=Rate(3, 0))))
    read = rooms.room_by_code
    monkeypatch.setattr(rooms, "room_by_code", lambda code: time.sleep(0.01) or read(code))
    monkeypatch.setattr("carelevel.live.broadcast.room_cache.POLL_SECONDS", 0.0)  # what was read is never young
    form = [(b"content-type", FORM.encode()), (b"accept", b"application/json")]

    async def join(number: int) -> int:
        await asyncio.sleep(number / 500)
        return (await web.ask("POST", "/join", form, [f"code={workshop.room.code}".encode()])).status

    async def everybody() -> list[int]:
        return await asyncio.gather(*map(join, range(100)))

    assert set(web.run(everybody())) == {303}
    web.close()


def test_joining_voting_and_streams_have_limits_that_are_told_in_words(url: str, workshop: Workshop, to: To) -> None:
    web = Web(make_app(Rooms(url), Limits(joins=Rate(2, 0), votes_of_one=Rate(3, 0), streams=0)))
    first, second, third = Phone(web), Phone(web), Phone(web)
    first.join(workshop.room.code)
    second.join(workshop.room.code)
    assert told(third.join(workshop.room.code), 429, "busy")
    to(Step.VOTE_1)
    web.run(_moment())
    form = first.get(f"/room/{workshop.room.code}")
    for level in ("residential", "outpatient", "residential"):
        assert first.vote(form, level).status == 200
    assert told(first.vote(form, "outpatient"), 429, "often")
    assert told(first.get(f"/room/{workshop.room.code}/stream"), 429, "busy")
    web.close()


async def _moment() -> None:
    await asyncio.sleep(0.5)


def test_a_store_that_cannot_be_reached_is_told_and_no_vote_is_acknowledged(
    phone: Phone, to: To, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    from carelevel.core.errors import StoreError

    to(Step.VOTE_1)
    form = phone.get(f"/room/{workshop.room.code}")

    def full(*_: object) -> None:
        raise StoreError("/data/carelevel.sqlite3: the disk is full")

    monkeypatch.setattr(phone.web.app.state.services.casting, "_write", full)
    reply = phone.vote(form, "residential")
    assert told(reply, 503, "store")
    assert "/data" not in reply.text


def test_a_room_whose_slide_is_damaged_is_told_to_be_out_of_reach(phone: Phone, to: To, workshop: Workshop) -> None:
    to(Step.READING)
    workshop.rooms.change(replace(workshop.room, slide={**workshop.room.slide, "levels": None}))
    assert told(phone.get(f"/room/{workshop.room.code}"), 503, "store")


def test_what_nobody_foresaw_is_told_in_one_sentence(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("carelevel.live.endpoints.join.JoinPage", broken)
    reply = phone.get("/")
    assert told(reply, 500, "broken")
    assert "secret" not in reply.text
    assert "default-src 'none'" in reply.header("content-security-policy")
    assert reply.header("cache-control") == "no-store"


@pytest.mark.parametrize("kind", ["sqlite"])
def test_the_audiences_connections_cannot_touch_a_trainees_record(url: str, workshop: Workshop, kind: str) -> None:
    from carelevel.core.errors import StoreError
    from carelevel.store import tables
    from sqlalchemy import delete, select, text

    rooms = Rooms(url, fenced=True)
    assert rooms.room(workshop.room.id) is not None
    for statement in (
        select(tables.attempt),
        delete(tables.report),
        text("DROP TABLE room"),
        text("ATTACH DATABASE '/tmp/x' AS x"),
        text("CREATE TABLE x (y)"),
    ):
        with pytest.raises(StoreError), rooms._transaction(writes=True) as connection:
            connection.execute(statement)
    rooms.close()
