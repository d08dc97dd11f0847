"""Streams: no step is lost, the newest wins, a sign of life takes no step's place, a slow phone skips what is over."""

from __future__ import annotations

import asyncio
import sys

import pytest
from carelevel.core.answer import Confidence
from carelevel.core.ballot import Ballot, Round
from carelevel.core.casting import Cast, Joining
from carelevel.core.room_state import Step
from carelevel.live.broadcast.broadcaster import Broadcaster
from carelevel.live.broadcast.event_stream import serve_stream
from carelevel.live.broadcast.events import BEAT_EVENT
from carelevel.live.broadcast.room_cache import RoomCache
from carelevel.live.broadcast.subscriber import Subscriber
from carelevel.live.http.limits import Limits
from carelevel.live.rendering.templates import Templates
from carelevel.store.rooms import Rooms
from carelevel.workshop.workshop import Workshop
from starlette.types import Message


def taken(subscriber: Subscriber) -> bytes | None:
    return asyncio.run(asyncio.wait_for(subscriber.next(), 1))


def test_a_sign_of_life_while_a_page_is_made_is_no_news_and_the_page_still_goes_out() -> None:
    subscriber = Subscriber("r", "ann", "")
    subscriber.beat()
    assert not subscriber.has_news
    subscriber.offer(b"page", "reading")
    assert taken(subscriber) == b"page"


def test_a_step_that_waits_is_not_replaced_by_a_sign_of_life() -> None:
    subscriber = Subscriber("r", "ann", "")
    subscriber.offer(b"page", "reading")
    subscriber.beat()
    assert subscriber.has_news
    assert taken(subscriber) == b"page"
    subscriber.beat()
    assert taken(subscriber) == BEAT_EVENT


def test_a_slow_phone_gets_the_newest_step_only_and_counts_as_showing_what_it_was_sent() -> None:
    subscriber = Subscriber("r", "ann", "lobby")
    subscriber.offer(b"first", "reading")
    subscriber.offer(b"second", "vote_1")
    assert subscriber.key == "lobby"
    assert taken(subscriber) == b"second"
    assert subscriber.key == "vote_1"


def test_a_stream_that_is_over_sends_what_waits_and_then_nothing() -> None:
    subscriber = Subscriber("r", "ann", "")
    subscriber.offer(b"last", "")
    subscriber.end()
    assert taken(subscriber) == b"last"
    assert taken(subscriber) is None


@pytest.fixture
def broadcaster(url: str, workshop: Workshop) -> Broadcaster:
    """One that has seen the room in its lobby."""
    cache = RoomCache(Rooms(url), Templates())
    cache.put(workshop.room)
    return Broadcaster(cache, workshop.clock)


def joined(workshop: Workshop, name: str) -> Subscriber:
    workshop.rooms.join([Joining(workshop.room.id, name)])
    return Subscriber(workshop.room.id, name, "")


def test_a_step_in_the_moment_in_which_somebody_joins_is_told(
    broadcaster: Broadcaster, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    subscriber = joined(workshop, "ann")  # what the poll notices is this …
    broadcaster.enter(subscriber, 4)
    read = broadcaster._cache.rooms.pulses

    def and_step(rooms: list[str]) -> object:
        pulses = read(rooms)
        if workshop.step is Step.LOBBY:
            workshop.forward()  # … and what it then reads is a step further
        return pulses

    monkeypatch.setattr(broadcaster._cache.rooms, "pulses", and_step)
    asyncio.run(broadcaster.poll())
    assert b'"key": "reading-' in (taken(subscriber) or b"")


def test_a_stream_that_enters_after_a_step_was_told_to_others_hears_of_it(
    broadcaster: Broadcaster, workshop: Workshop
) -> None:
    first, late = joined(workshop, "ann"), joined(workshop, "bob")
    broadcaster.enter(first, 4)
    workshop.forward()
    asyncio.run(broadcaster.poll())
    broadcaster.enter(late, 4)
    asyncio.run(broadcaster.greet(late))
    assert b'"key": "reading-' in (taken(late) or b"")


def test_a_stream_of_a_room_that_is_gone_does_not_enter(broadcaster: Broadcaster, workshop: Workshop) -> None:
    first = joined(workshop, "ann")
    broadcaster.enter(first, 4)
    workshop.delete()
    asyncio.run(broadcaster.poll())
    assert not broadcaster.enter(joined(workshop, "bob"), 4)


def test_what_was_voted_is_read_once_until_somebody_votes_again(
    broadcaster: Broadcaster, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann = joined(workshop, "ann")
    broadcaster.enter(ann, 4)
    rooms, reads = broadcaster._cache.rooms, []
    read = rooms.ballots
    monkeypatch.setattr(rooms, "ballots", lambda *asked: reads.append(asked) or read(*asked))
    workshop.forward()

    def told(step: Step) -> bytes:
        workshop.go(step)
        asyncio.run(broadcaster.poll())
        return taken(ann) or b""

    def vote(round: Round, level: str) -> None:
        ballot = Ballot("ann", round, level, Confidence.GUESS)
        workshop.rooms.cast([Cast(workshop.room.id, workshop.room.position.entry, ballot)])

    told(Step.VOTE_1)
    vote(1, "outpatient")
    told(Step.CLOSED_1)
    before = len(reads)
    told(Step.DISCUSSION)
    told(Step.VOTE_2)
    assert len(reads) == before
    vote(2, "residential")
    assert b"<b>Residential" in told(Step.CLOSED_2)
    assert len(reads) == before + 1
    assert reads[-1][-1] == (2,)
    workshop.go(Step.VOTE_1)  # of which this process does not hear
    vote(1, "partial_hospitalization")
    workshop.go(Step.CLOSED_1)
    page = told(Step.REVEAL)
    assert b"<b>Partial hospitalization" in page
    assert b"<b>Residential" in page


def test_a_stream_that_waits_holds_no_page(broadcaster: Broadcaster, workshop: Workshop) -> None:
    workshop.rooms.join([Joining(workshop.room.id, "ann")])
    workshop.forward()
    workshop.go(Step.VOTE_1)  # a page with slots: its bytes are one phone's alone
    asyncio.run(broadcaster._cache.by_code(workshop.room.code, fresh=True))
    sent: list[bytes] = []

    async def send(message: Message) -> None:
        sent.append(message.get("body", b""))

    async def receive() -> Message:
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    async def held() -> int:
        scope = {"type": "http", "method": "GET", "query_string": b"", "headers": []}
        listening = serve_stream(broadcaster, Limits(), workshop.room.id, "ann", scope, receive, send)
        stream = asyncio.ensure_future(listening)
        while not sent or b'"key"' not in sent[-1]:
            await asyncio.sleep(0.01)
        page = sent.pop()
        others = sys.getrefcount(page) - 2  # the name here, and what is counted
        stream.cancel()
        return others

    assert asyncio.run(held()) == 0
