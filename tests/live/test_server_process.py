"""The audience's process from outside: found again, killed, stopped, and never more than it should be."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any
from urllib.parse import urlencode

import pytest
from carelevel.core.ballot import Ballot
from carelevel.core.errors import RoomError
from carelevel.core.room_state import Step
from carelevel.live.local_server import LocalServer
from carelevel.live.server_process import ServerProcess, find_process, start_process, stop_process
from carelevel.workshop.workshop import Workshop

from tests.hang import PATIENCE, ends


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free: int = probe.getsockname()[1]
        return free


@pytest.fixture
def start(url: str, tmp_path: Path, port: int) -> Iterator[Callable[[], ServerProcess]]:
    started: list[ServerProcess] = []

    def run() -> ServerProcess:
        started.append(start_process(port=port, url=url, folder=tmp_path))
        return started[-1]

    yield run
    for process in started:
        stop_process(process)


@pytest.fixture
def serve(start: Callable[[], ServerProcess]) -> ServerProcess:
    return start()


class Caller:
    """A phone on a real connection."""

    def __init__(self, port: int, workshop: Workshop) -> None:
        self.port, self.room = port, f"/room/{workshop.room.code}"
        status, headers, _ = self.ask("POST", "/join", {"code": workshop.room.code})
        assert status == 303
        self.cookie = headers["set-cookie"].partition(";")[0]

    def ask(self, method: str, path: str, fields: Any = None, **more: str) -> tuple[int, Any, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"content-type": "application/x-www-form-urlencoded"} if fields else {}
        headers |= {"cookie": self.cookie} if hasattr(self, "cookie") else {}
        connection.request(method, path, urlencode(fields) if fields else None, headers | more)
        reply = connection.getresponse()
        text = reply.read().decode()
        connection.close()
        return reply.status, reply.headers, text

    def vote(self, workshop: Workshop, level: str) -> int:
        fields = {"entry": workshop.room.position.entry, "round": 1, "level": level, "confidence": "guess"}
        return self.ask("POST", f"{self.room}/vote", fields)[0]

    def listen(self) -> Listening:
        return Listening(self.port, f"{self.room}/stream?key=", self.cookie)


class Listening:
    """An event stream."""

    def __init__(self, port: int, path: str, cookie: str) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self.socket.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\n\r\n".encode())
        self.text = ""

    def until(self, pattern: str) -> str:
        """What was sent, once *pattern* is in it."""
        end = time.monotonic() + PATIENCE
        while not re.search(pattern, self.text):
            assert time.monotonic() < end, self.text[-500:]
            data = self.socket.recv(65536)
            assert data, "the stream ended"
            self.text += data.decode()
        return self.text

    def ends(self) -> bool:
        try:
            while self.socket.recv(65536):
                pass
        except ConnectionError:
            pass
        return True


def to(workshop: Workshop, step: Step) -> None:
    while workshop.step is not step:
        workshop.forward()


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


def test_killed_in_the_middle_of_a_vote_nothing_acknowledged_is_lost_and_the_room_goes_on(
    start: Callable[[], ServerProcess], workshop: Workshop
) -> None:
    first = start()
    callers = [Caller(first.port, workshop) for _ in range(40)]
    to(workshop, Step.VOTE_1)
    time.sleep(0.5)

    is_killed = Event()

    def vote(caller: Caller) -> bool:
        if caller is callers[-1]:
            is_killed.wait(PATIENCE)
        try:
            return caller.vote(workshop, "residential") == 303
        except (OSError, http.client.HTTPException):
            return False

    with ThreadPoolExecutor(8) as pool:
        votes = [pool.submit(vote, caller) for caller in callers]
        while sum(one.done() for one in votes) < 10:
            time.sleep(0.005)
        os.kill(first.pid, signal.SIGKILL)
        is_killed.set()
        acknowledged = sum(one.result() for one in votes)
    assert 10 <= acknowledged < 40
    assert acknowledged <= workshop.tally(1).votes <= acknowledged + 8  # some were kept, and the answer cut off
    os.waitpid(first.pid, 0)
    second = start()
    callers[0].listen().until("vote_1-")
    assert all(caller.vote(workshop, "outpatient") == 303 for caller in callers)
    assert workshop.tally(1).counts["outpatient"] == workshop.tally(1).votes == 40
    assert second.pid != first.pid


def test_told_to_stop_it_ends_though_streams_are_open(url: str, port: int, workshop: Workshop, tmp_path: Path) -> None:
    serve = start_process(port=port, url=url, folder=tmp_path)
    streams = [Caller(port, workshop).listen() for _ in range(20)]
    for stream in streams:
        stream.until("lobby-")
    with ends():
        os.kill(serve.pid, signal.SIGTERM)
        os.waitpid(serve.pid, 0)
    assert all(stream.ends() for stream in streams)


def test_a_notebook_finds_its_process_again_and_no_other_programs(
    serve: ServerProcess, url: str, tmp_path: Path, port: int
) -> None:
    assert find_process(url, tmp_path) == serve
    assert LocalServer(url, tmp_path).start("127.0.0.1") == serve.here
    assert serve.reached() == 0
    noted = next(tmp_path.glob("room-*.json"))
    assert noted.stat().st_mode & 0o077 == 0
    told = json.loads(noted.read_text())
    noted.write_text(json.dumps({**told, "secret": "another"}))
    assert find_process(url, tmp_path) is None
    with pytest.raises(RoomError, match="in use"):
        start_process(port=port, url=url, folder=tmp_path)
    noted.write_text(json.dumps(told))


def test_a_stopped_process_is_gone_and_its_port_free(url: str, tmp_path: Path, port: int) -> None:
    serve = start_process(port=port, url=url, folder=tmp_path)
    stop_process(serve)
    assert find_process(url, tmp_path) is None
    assert serve.reached() is None
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_it_listens_on_this_computer_alone_unless_told_otherwise_and_says_which(url: str, port: int) -> None:
    for host, said in (("127.0.0.1", "only this computer"), ("0.0.0.0", "everybody in this network")):
        process = subprocess.Popen(
            [sys.executable, "-m", "carelevel.live", host, str(port)],
            env=os.environ | {"CARELEVEL_DATABASE_URL": url},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout
        assert said in process.stdout.readline()
        process.terminate()
        process.wait(PATIENCE)


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
    serve: ServerProcess, workshop: Workshop, garbage: bytes, tmp_path: Path
) -> None:
    with socket.create_connection(("127.0.0.1", serve.port), PATIENCE) as line:
        line.sendall(garbage)
        reply = line.recv(65536)
    assert b"Traceback" not in reply
    assert not reply.startswith(b"HTTP/1.1 5")
    assert Caller(serve.port, workshop).cookie
    first, *logged = next(tmp_path.glob("room-*.log")).read_text().splitlines()
    assert first.startswith("The room is at")
    assert "127.0.0.1" not in "".join(logged)


def test_ballots_of_two_processes_on_one_database_are_counted_once(
    url: str, workshop: Workshop, tmp_path: Path, serve: ServerProcess
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        second_port = probe.getsockname()[1]
    (tmp_path / "second").mkdir()
    second = start_process(port=second_port, url=url, folder=tmp_path / "second")
    caller = Caller(serve.port, workshop)
    to(workshop, Step.VOTE_1)
    time.sleep(0.5)
    assert caller.vote(workshop, "residential") == 303
    caller.port = second_port  # a load balancer may send the same phone anywhere
    assert caller.vote(workshop, "outpatient") == 303
    caller.listen().until("vote_1-")
    kept: tuple[Ballot, ...] = workshop.ballots()
    assert [ballot.level for ballot in kept] == ["outpatient"]
    stop_process(second)
