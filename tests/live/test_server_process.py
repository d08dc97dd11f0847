"""The audience's process from outside: found again, killed, stopped, and never more than it should be."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Thread

import pytest
from carelevel.core.ballot import Ballot
from carelevel.core.errors import RoomError
from carelevel.core.room_state import Step
from carelevel.live.local_server import LocalServer
from carelevel.live.remote_server import RemoteServer
from carelevel.live.server_process import ServerProcess, find_process, start_process, stop_process
from carelevel.workshop.audience import Audience
from carelevel.workshop.workshop import Workshop

from tests.hang import PATIENCE, ends
from tests.live.calls import Caller, to
from tests.ports import free_port


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def start(url: str, tmp_path: Path, port: int) -> Iterator[Callable[[], ServerProcess]]:
    started: list[ServerProcess] = []

    def run() -> ServerProcess:
        started.append(start_process(port=port, url=url, folder=tmp_path))
        return started[-1]

    yield run
    for process in started:
        stop_process(process)


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
    start: Callable[[], ServerProcess], url: str, tmp_path: Path, port: int
) -> None:
    serve = start()
    assert find_process(url, tmp_path) == serve
    assert LocalServer(url, tmp_path).start("127.0.0.1") == serve.here
    assert serve.reached() == Audience(0)
    noted = next(tmp_path.glob("room-*.json"))
    assert noted.stat().st_mode & 0o077 == 0
    told = json.loads(noted.read_text())
    noted.write_text(json.dumps({**told, "secret": "another"}))
    assert find_process(url, tmp_path) is None
    with pytest.raises(RoomError, match="in use"):
        start_process(port=port, url=url, folder=tmp_path)
    noted.write_text(json.dumps(told))


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"GET /ping HTTP/1.1\r\n",
        b"SSH-2.0-x\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n[]",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 200,
        b"x" * 100000,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx",
    ],
)
def test_whatever_another_program_answers_it_is_not_taken_for_ours(answer: bytes, port: int, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", port)) as other:

        def speak() -> None:
            caller, _ = other.accept()
            with caller:
                caller.recv(65536)
                caller.sendall(answer)

        for reached in (
            ServerProcess(1, "127.0.0.1", port, "x").reached,
            RemoteServer(f"http://127.0.0.1:{port}").reached,
        ):
            speaking = Thread(target=speak)
            speaking.start()
            assert reached() is None
            speaking.join(PATIENCE)


def test_a_stopped_process_is_gone_and_its_port_free(url: str, tmp_path: Path, port: int) -> None:
    serve = start_process(port=port, url=url, folder=tmp_path)
    stop_process(serve)
    assert find_process(url, tmp_path) is None
    assert serve.reached() is None
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_it_listens_on_this_computer_alone_unless_told_otherwise_and_says_which(url: str, port: int) -> None:
    for host, address, said in (
        ("127.0.0.1", "", "only this computer"),
        ("127.0.0.1", "https://room.example.org", "phones open it as https://room.example.org"),
        ("0.0.0.0", "", "everybody in this network"),
    ):
        process = subprocess.Popen(
            [sys.executable, "-m", "carelevel.live", host, str(port)],
            env=os.environ | {"CARELEVEL_DATABASE_URL": url, "CARELEVEL_ROOM_URL": address},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout
        assert said in process.stdout.readline()
        process.terminate()
        process.wait(PATIENCE)


def test_ballots_of_two_processes_on_one_database_are_counted_once(
    url: str, workshop: Workshop, tmp_path: Path, start: Callable[[], ServerProcess]
) -> None:
    serve = start()
    second_port = free_port()
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
