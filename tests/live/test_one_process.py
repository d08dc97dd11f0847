"""The audience's process from outside, in what leaves it as it was: one process for all of it."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from carelevel.core.room_state import Step
from carelevel.live.server_process import ServerProcess, start_process, stop_process
from carelevel.workshop.workshop import Workshop

from tests.hang import PATIENCE
from tests.live.calls import Caller, Listening, to
from tests.ports import free_port


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("one-process")


@pytest.fixture(scope="module")
def url(folder: Path) -> str:
    return f"sqlite:///{folder / 'room.sqlite3'}"


@pytest.fixture(scope="module")
def serve(folder: Path, url: str) -> Iterator[ServerProcess]:
    process = start_process(port=free_port(), url=url, folder=folder)
    yield process
    stop_process(process)


def test_a_stream_tells_where_the_room_is_then_every_step(serve: ServerProcess, workshop: Workshop) -> None:
    stream = Caller(serve.port, workshop).listen()
    stream.until('"key": "lobby-')
    for step in (Step.READING, Step.VOTE_1, Step.CLOSED_1):
        to(workshop, step)
        stream.until(f'"key": "{step}-')
    workshop.go(Step.REVEAL)
    assert "Pressure from others" in stream.until('"key": "reveal-[^\n]*\n\n')
    workshop.back()
    stream.until("(?s)reveal-.*closed_1-")


def test_a_page_that_knows_the_step_already_is_not_sent_it_again_but_hears_of_a_timer(
    serve: ServerProcess, workshop: Workshop
) -> None:
    caller = Caller(serve.port, workshop)
    _, _, page = caller.ask("GET", caller.room)
    key = re.search(r'data-key="([^"]+)"', page)
    assert key
    stream = Listening(serve.port, f"{caller.room}/stream?key={key[1]}", caller.cookie)
    assert "html" not in stream.until('"key"')
    workshop.start_timer(100)
    assert "html" not in stream.until(r'"left": (100|99)')


def test_the_screens_stream_counts_who_comes_and_votes(serve: ServerProcess, workshop: Workshop) -> None:
    caller = Caller(serve.port, workshop)
    _, headers, _ = caller.ask("GET", f"/screen/{workshop.screen_link()}")
    stream = Listening(serve.port, "/screen/stream", headers["set-cookie"].partition(";")[0])
    stream.until("One person is here")
    Caller(serve.port, workshop)
    stream.until("2 people are here")
    to(workshop, Step.VOTE_1)
    stream.until("Nobody has voted yet")
    caller.vote(workshop, "residential")
    stream.until("1 of 2 have voted")


def test_a_deleted_room_ends_its_streams(serve: ServerProcess, workshop: Workshop) -> None:
    stream = Caller(serve.port, workshop).listen()
    stream.until("lobby-")
    workshop.delete()
    stream.until("event: over")
    assert stream.ends()


def test_somebody_who_opens_the_page_very_often_keeps_the_newest_streams(
    serve: ServerProcess, workshop: Workshop
) -> None:
    caller = Caller(serve.port, workshop)
    streams = [caller.listen() for _ in range(6)]
    for stream in streams:
        stream.until("lobby-")
    assert streams[0].ends()
    assert streams[1].ends()
    workshop.forward()
    for stream in streams[2:]:
        stream.until("reading-")


def test_behind_a_proxy_that_speaks_tls_the_cookie_is_for_tls_alone(serve: ServerProcess, workshop: Workshop) -> None:
    """As docs/deploy.md says: uvicorn believes what a proxy on its own computer forwards."""
    caller = Caller(serve.port, workshop)
    del caller.cookie
    fields = {"code": workshop.room.code}
    _, plain, _ = caller.ask("POST", "/join", fields)
    _, safe, _ = caller.ask("POST", "/join", fields, **{"x-forwarded-proto": "https", "x-forwarded-for": "10.1.1.1"})
    assert "Secure" not in plain["set-cookie"]
    assert "Secure" in safe["set-cookie"]


@pytest.mark.parametrize(
    "garbage",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc",
        b"GET / HTTP/9.9\r\n\r\n",
        b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"POST /join HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"GET /" + b"x" * 100_000 + b" HTTP/1.1\r\n\r\n",
    ],
)
def test_what_is_not_http_is_refused_harms_nobody_and_leaves_no_address_in_the_log(
    serve: ServerProcess, workshop: Workshop, garbage: bytes, folder: Path
) -> None:
    with socket.create_connection(("127.0.0.1", serve.port), PATIENCE) as line:
        line.sendall(garbage)
        reply = line.recv(65536)
    assert b"Traceback" not in reply
    assert not reply.startswith(b"HTTP/1.1 5")
    assert Caller(serve.port, workshop).cookie
    first, *logged = next(folder.glob("room-*.log")).read_text().splitlines()
    assert first.startswith("The room is at")
    assert "127.0.0.1" not in "".join(logged)
