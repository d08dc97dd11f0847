"""Streams: the newest step wins, a sign of life never takes a step's place, and a slow phone skips what is over."""

from __future__ import annotations

import asyncio

from carelevel.live.hub import BEAT_EVENT, Stream


def taken(stream: Stream) -> bytes | None:
    return asyncio.run(asyncio.wait_for(stream.next(), 1))


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
