"""The audience's pages as the presenter's card handles them, with a real process."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from carelevel.core.errors import RoomError
from carelevel.live import local_server as module
from carelevel.live.local_server import LocalServer
from carelevel.live.server_process import find_process
from carelevel.workshop.addresses import HERE
from carelevel.workshop.audience import Audience

from tests.ports import free_port


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'room.sqlite3'}"


@pytest.fixture
def pages(url: str, tmp_path: Path) -> Iterator[LocalServer]:
    opened = LocalServer(url, tmp_path)
    yield opened
    opened.end()


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The port that is tried first, which another program listens on."""
    with socket.socket() as other:
        port = free_port()
        other.bind((HERE, port))
        other.listen()
        monkeypatch.setattr(module, "PORT", port)
        yield port


def test_pages_take_a_free_port_come_back_at_their_address_and_leave_no_note(
    pages: LocalServer, url: str, tmp_path: Path, taken: int
) -> None:
    address = pages.start(HERE)
    assert urlsplit(address).port != taken
    assert LocalServer(url, tmp_path).start(HERE) == address  # another kernel finds them
    found = find_process(url, tmp_path)
    assert found is not None
    assert pages.reached() == Audience(0)
    os.kill(found.pid, signal.SIGKILL)
    os.waitpid(found.pid, 0)
    assert pages.reached() is None
    assert pages.start(HERE, address) == address
    pages.end()
    assert pages.reached() is None
    assert list(tmp_path.glob("room-*")) == []


def test_a_process_that_is_too_busy_to_answer_is_not_replaced(
    pages: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = pages.start(HERE)
    with monkeypatch.context() as busy:
        busy.setattr("carelevel.live.server_process._ping", lambda _process, _room="": None)
        assert [pages.reached() for _ in range(module.UNANSWERED_MAX)] == [Audience(0)] * module.UNANSWERED_MAX
    assert (pages.reached(), pages.start(HERE)) == (Audience(0), address)


def test_an_address_that_is_not_this_computers_is_refused_in_words(pages: LocalServer) -> None:
    with pytest.raises(RoomError, match="not an address of this computer"):
        pages.start("192.0.2.77")


def test_without_the_web_libraries_the_remedy_is_told(pages: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIBRARIES", ("no_such_library",))
    with pytest.raises(RoomError, match="install them with"):
        pages.start(HERE)


def test_a_name_that_leads_here_is_answered_to_and_shown_and_no_other(pages: LocalServer, taken: int) -> None:
    address = pages.start("my-laptop.local")
    assert address == f"http://my-laptop.local:{urlsplit(address).port}"
    assert pages.start("my-laptop.local") == address
    assert pages.reached() == Audience(0)
    asked = [(name, _status(urlsplit(address).port or 0, name)) for name in ("my-laptop.local", "elsewhere.example")]
    assert asked == [("my-laptop.local", 200), ("elsewhere.example", 403)]


def _status(port: int, name: str) -> int:
    caller = HTTPConnection(HERE, port, timeout=10)
    caller.request("GET", "/", headers={"Host": name})
    status = caller.getresponse().status
    caller.close()
    return status
