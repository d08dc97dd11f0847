"""Streams: no step is lost, the newest wins, a sign of life takes no step's place, a slow phone skips what is over."""

from __future__ import annotations

import asyncio

import pytest
from carelevel.core.room import Step
from carelevel.live.hub import Hub
from carelevel.live.shown import make_pages
from carelevel.live.stream import BEAT_EVENT, Stream
from carelevel.store.room_records import Joining
from carelevel.store.rooms import Rooms
from carelevel.workshop.workshop import Workshop

from tests.hang import PATIENCE


def taken(stream: Stream) -> bytes | None:
    return asyncio.run(asyncio.wait_for(stream.next(), PATIENCE))


def test_a_sign_of_life_while_a_page_is_made_is_no_news_and_the_page_still_goes_out() -> None:
    stream = Stream("r", "ann", "")
    stream.beat()
    assert not stream.has_news
    stream.offer(b"page", "reading")
    assert taken(stream) == b"page"


def test_a_step_that_waits_is_not_replaced_by_a_sign_of_life() -> None:
    stream = Stream("r", "ann", "")
    stream.offer(b"page", "reading")
    stream.beat()
    assert stream.has_news
    assert taken(stream) == b"page"
    stream.beat()
    assert taken(stream) == BEAT_EVENT


def test_a_slow_phone_gets_the_newest_step_only_and_counts_as_showing_what_it_was_sent() -> None:
    stream = Stream("r", "ann", "lobby")
    stream.offer(b"first", "reading")
    stream.offer(b"second", "vote_1")
    assert stream.key == "lobby"
    assert taken(stream) == b"second"
    assert stream.key == "vote_1"


def test_a_stream_that_is_over_sends_what_waits_and_then_nothing() -> None:
    stream = Stream("r", "ann", "")
    stream.offer(b"last", "")
    stream.end()
    assert taken(stream) == b"last"
    assert taken(stream) is None


@pytest.fixture
def hub(url: str, workshop: Workshop) -> Hub:
    """A hub that has seen the room in its lobby."""
    made = Hub(Rooms(url), make_pages({}), workshop.clock)
    made.see(workshop.room)
    return made


def joined(workshop: Workshop, name: str) -> Stream:
    workshop.rooms.join([Joining(workshop.room.id, name)])
    return Stream(workshop.room.id, name, "")


def test_a_step_in_the_moment_in_which_somebody_joins_is_told(
    hub: Hub, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = joined(workshop, "ann")  # what the poll notices is this …
    hub.enter(stream, 4)
    read = hub._rooms.pulses

    def and_step(rooms: list[str]) -> object:
        pulses = read(rooms)
        if workshop.step is Step.LOBBY:
            workshop.forward()  # … and what it then reads is a step further
        return pulses

    monkeypatch.setattr(hub._rooms, "pulses", and_step)
    asyncio.run(hub.poll())
    assert b'"key": "reading-' in (taken(stream) or b"")


def test_a_stream_that_enters_after_a_step_was_told_to_others_hears_of_it(hub: Hub, workshop: Workshop) -> None:
    first, late = joined(workshop, "ann"), joined(workshop, "bob")
    hub.enter(first, 4)
    workshop.forward()
    asyncio.run(hub.poll())
    hub.enter(late, 4)
    asyncio.run(hub.greet(late))
    assert b'"key": "reading-' in (taken(late) or b"")


def test_a_stream_of_a_room_that_is_gone_does_not_enter(hub: Hub, workshop: Workshop) -> None:
    first = joined(workshop, "ann")
    hub.enter(first, 4)
    workshop.delete()
    asyncio.run(hub.poll())
    assert not hub.enter(joined(workshop, "bob"), 4)
