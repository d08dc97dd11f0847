"""Pages that somebody else serves: found at their address, never started or ended from here."""

from __future__ import annotations

from pathlib import Path

import pytest
from carelevel.core.errors import RoomError
from carelevel.live.local_server import LocalServer
from carelevel.live.remote_server import ADDRESS_VARIABLE, RemoteServer, audience_server
from carelevel.live.rendering.rendered_room import RenderedRoom
from carelevel.live.rendering.templates import Templates
from carelevel.live.server_process import start_process, stop_process
from carelevel.workshop.audience import Audience
from carelevel.workshop.workshop import Workshop

from tests.ports import free_port


def test_pages_that_are_served_are_found_and_go_on_when_the_session_ends(
    url: str, workshop: Workshop, tmp_path: Path
) -> None:
    port = free_port()
    process = start_process(port=port, url=url, folder=tmp_path)
    remote = RemoteServer(f"http://127.0.0.1:{port}/")
    assert remote.start("127.0.0.1") == f"http://127.0.0.1:{port}"
    remote.end()
    assert remote.reached() == Audience(0)
    stop_process(process)
    assert remote.reached() is None
    with pytest.raises(RoomError, match=f"{ADDRESS_VARIABLE}: nobody serves"):
        remote.start("")


@pytest.mark.parametrize("address", ["room.example.org", "ftp://x", "https://", "https://x/rooms", "file:///etc"])
def test_what_is_no_address_of_pages_is_refused_with_the_remedy(address: str) -> None:
    with pytest.raises(RoomError, match=r"https://room\.example\.org"):
        RemoteServer(address).start("")


def test_a_setting_names_them_but_a_rehearsal_has_a_process_of_its_own() -> None:
    environment = {ADDRESS_VARIABLE: "https://room.example.org"}
    assert isinstance(audience_server(None, environment), RemoteServer)
    assert isinstance(audience_server("sqlite:////x/rehearsal", environment), LocalServer)
    assert isinstance(audience_server(None, {}), LocalServer)


@pytest.mark.parametrize(
    ("address", "only_here"),
    [("https://room.example.org", False), ("http://192.168.1.5:8722", False), ("http://127.0.0.1:8722", True)],
)
def test_the_screen_says_who_can_open_the_room_with_or_without_a_port(
    workshop: Workshop, address: str, only_here: bool
) -> None:
    from dataclasses import replace

    room = replace(workshop.room, settings=replace(workshop.room.settings, address=address))
    screen = RenderedRoom(Templates(), room).projector("")
    assert ("Only this computer can open the room" in screen) is only_here
