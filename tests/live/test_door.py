"""Who comes into a room: not who guesses, not one device for all, not another site; and each is told why."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from carelevel.core.errors import StoreError
from carelevel.core.room_state import Step
from carelevel.live.app import make_app
from carelevel.live.http.hosts import hosts_of
from carelevel.live.http.limits import Limits, Rate
from carelevel.messages.room import LIVE, LIVE_ERRORS
from carelevel.store.rooms import Rooms
from carelevel.workshop.tokens import LETTERS
from carelevel.workshop.workshop import Workshop

from tests.live.web import FORM, Phone, Reply, Web

KIND = (b"content-type", FORM.encode())


def told(reply: Reply, status: int, why: str) -> bool:
    return reply.status == status and LIVE_ERRORS[why] in reply.words.replace("&#39;", "'")


def codes(count: int) -> list[str]:
    return ["".join(letters) for letters, _ in zip(product(LETTERS, repeat=6), range(count), strict=False)]


def test_of_400_guesses_at_once_as_many_are_looked_up_as_are_allowed(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carelevel.live.endpoints.seats.WRONG_CODE_SECONDS", 0.0)
    web, asked = Web(make_app(Rooms(url), Limits(wrong_codes_of_one=Rate(10, 0)))), []
    look_up = Rooms.room_by_code
    monkeypatch.setattr(Rooms, "room_by_code", lambda rooms, code: asked.append(code) or look_up(rooms, code))

    async def guess_all() -> list[Reply]:
        bodies = [f"code={code}".encode() for code in codes(400)]
        return await asyncio.gather(*(web.ask("POST", "/join", [KIND], [body]) for body in bodies))

    replies = web.run(guess_all())
    assert [sum(reply.status == status for reply in replies) for status in (404, 429)] == [10, 390]
    assert len(asked) == 10
    web.close()


def test_400_who_type_the_right_code_at_once_all_come_in_and_use_nothing_up(url: str, workshop: Workshop) -> None:
    web = Web(make_app(Rooms(url), Limits(wrong_codes_of_one=Rate(2, 0))))
    body = f"code={workshop.room.code}".encode()

    async def join_all() -> list[Reply]:
        return await asyncio.gather(*(web.ask("POST", "/join", [KIND], [body]) for _ in range(400)))

    assert {reply.status for reply in web.run(join_all())} == {303}
    assert workshop.refresh().joined == 400
    guesses = web.app.state.services.guesses
    assert [guesses.take("192.168.1.77") for _ in range(3)] == [True, True, False]
    web.close()


def test_a_store_that_fails_takes_nobodys_tries(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise StoreError("the disk is full")

    monkeypatch.setattr(Rooms, "room_by_code", away)
    web.app.state.services.guesses = type(web.app.state.services.guesses)(Limits(wrong_codes_of_one=Rate(1, 0)))
    assert [Phone(web).join(code).status for code in codes(3)] == [503] * 3


def test_one_device_that_joins_without_end_leaves_room_for_the_others_and_is_told(url: str, workshop: Workshop) -> None:
    web = Web(make_app(Rooms(url), Limits(seats_of_one=5)))
    tries = [Phone(web).join(workshop.room.code) for _ in range(20)]
    assert [reply.status for reply in tries] == [200] * 5 + [429] * 15
    assert told(tries[-1], 429, "share")
    body = f"code={workshop.room.code}".encode()
    assert web.request("POST", "/join", [KIND], [body], client="192.168.1.78").status == 303
    audience = web.request("GET", f"/ping?room={workshop.room.id}").json["audience"]
    assert audience == {"visits": 0, "seats": [5, 1], "addresses": 2, "turned_away": 15}
    assert web.request("GET", "/ping").json["audience"]["seats"] == []
    workshop.let_halls_in()
    asyncio.run(asyncio.sleep(0.5))
    assert Phone(web).join(workshop.room.code).status == 200
    web.close()


def test_a_closed_door_is_said_and_a_seat_that_was_not_had_is_given_back(web: Web, workshop: Workshop) -> None:
    workshop.close_door(True)
    assert told(Phone(web).join(workshop.room.code), 403, "shut")
    assert web.app.state.services.shares.audience(workshop.room.id, 0).addresses == 0


def test_after_a_new_code_whoever_is_in_goes_on_and_the_old_code_lets_nobody_in(
    web: Web, workshop: Workshop, phone: Phone
) -> None:
    old = workshop.room
    new = workshop.renew_code()
    workshop.forward()
    workshop.forward()
    assert workshop.step is Step.VOTE_1
    page = phone.get(f"/room/{old.code}")
    assert phone.vote(page, "residential").status == 200
    assert workshop.tally(1).votes == 1
    assert phone.join(new.code).status == 200
    assert workshop.refresh().joined == 1
    assert told(Phone(web).join(old.code), 404, "no_such_room")
    assert told(Phone(web).get(f"/in/{old.door}"), 404, "gone")
    assert Phone(web).join(new.code).status == 200


def test_whoever_was_in_is_led_back_from_the_address_alone_also_behind_a_closed_door(
    web: Web, workshop: Workshop, phone: Phone
) -> None:
    old = workshop.room
    workshop.set(replace(old.settings, door_closed=True))
    workshop.renew_code()
    back = f'href="/room/{workshop.room.code}">{LIVE_ERRORS["again"]}'
    assert back in phone.get("/").text
    again = phone.join(old.code)
    assert told(again, 404, "no_such_room")
    assert back in again.text
    assert phone.get(f"/room/{workshop.room.code}").status == 200
    stranger = Phone(web)
    stranger.jar = dict.fromkeys(phone.jar, "A" * 22) | {"seat-": "x", "seat-../..": "A" * 22}
    assert "/room/" not in stranger.get("/").text
    workshop.end(timedelta(hours=1))
    assert "/room/" not in phone.get("/").text


def test_an_ended_room_thanks_whoever_is_in_and_lets_nobody_in(web: Web, workshop: Workshop, phone: Phone) -> None:
    workshop.end(timedelta(hours=1))
    page = phone.get(f"/room/{workshop.room.code}")
    assert LIVE["end"] in page.words
    assert "http-equiv" not in page.text
    assert told(Phone(web).join(workshop.room.code), 410, "gone")


def test_without_cookies_nobody_is_counted_and_the_reason_is_told(web: Web, workshop: Workshop) -> None:
    form = web.request("GET", "/")
    assert 'name="page" value="1"' in form.text
    refused = web.request("POST", "/join", [KIND], [f"code={workshop.room.code}&page=1".encode()])
    assert told(refused, 403, "cookies")
    assert workshop.refresh().joined == 0
    keeps = Phone(web)
    keeps.get("/")
    assert keeps.post("/join", {"code": workshop.room.code, "page": "1"}).status == 200
    assert workshop.refresh().joined == 1


@pytest.mark.parametrize(("typed", "shown"), [("bbb bbb", "bbb bbb"), ('"><b>', "&#34;&gt;&lt;b&gt;")])
def test_a_wrong_code_stays_in_its_field(web: Web, typed: str, shown: str) -> None:
    assert f'value="{shown}"' in Phone(web).join(typed).text


def test_a_page_without_script_looks_for_the_next_step_by_itself_but_not_while_somebody_chooses(
    phone: Phone, workshop: Workshop, to: Callable[[Step], Workshop]
) -> None:
    def reloads() -> list[str]:
        text = phone.get(f"/room/{workshop.room.code}").text
        return [part.partition('"')[0] for part in text.split('<noscript><meta http-equiv="refresh" content="')[1:]]

    here = f"url=/room/{workshop.room.code}"  # without it a browser stays at #kept
    assert reloads() == [f"5;{here}"]
    to(Step.VOTE_1)
    assert reloads() == []
    phone.vote(phone.get(f"/room/{workshop.room.code}"), "residential")
    assert reloads() == [f"15;{here}"]
    to(Step.CLOSED_1)
    assert reloads() == [f"5;{here}"]


HOSTS = {
    "192.168.1.5": ["192.168.1.5", "192.168.1.5:8722", "127.0.0.1:8722", "localhost:1", "[::1]:8722"],
    "0.0.0.0": ["10.0.0.9", "[fe80::1]:8722", "localhost", "room.example.org"],
}


@pytest.mark.parametrize("listens", HOSTS)
def test_only_own_names_are_answered_to(url: str, listens: str) -> None:
    hosts = hosts_of(listens, "https://room.example.org")
    assert all(map(hosts.answer_to, [*HOSTS[listens], "ROOM.example.org"]))
    for foreign in ("evil.example.org", "192.168.1.5.evil.org", "", "room.example.org@evil.org", "[", "localhost.evil"):
        assert not hosts.answer_to(foreign), foreign
    assert hosts.answer_to("10.0.0.9") is (listens == "0.0.0.0")


def test_another_name_and_a_form_of_another_site_are_refused_before_anything_else(url: str, workshop: Workshop) -> None:
    web = Web(make_app(Rooms(url), hosts=hosts_of("192.168.1.5", "https://room.example.org")))
    assert Phone(web).get("/").status == 200
    assert told(web.request("GET", "/", host="evil.example.org"), 403, "elsewhere")
    body = f"code={workshop.room.code}".encode()

    def post(origin: str) -> int:
        return web.request("POST", "/join", [KIND, (b"origin", origin.encode())], [body]).status

    for own in ("http://192.168.1.5:8722", "https://room.example.org"):
        assert post(own) == 303
    for foreign in ("https://evil.example.org", "null", "http://192.168.1.5:8888", "http://192.168.1.5.evil.org", "x"):
        assert post(foreign) == 403, foreign
    web.close()
