"""What the process does by itself: it deletes rooms whose time is over, and ends when none is left."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import uvicorn
from carelevel.core.errors import StoreError
from carelevel.live.app import make_app
from carelevel.live.rendering.views import Head
from carelevel.live.server import DESCRIPTORS, UNSEEN_SECONDS_MAX, RoomServer, bank_head, raise_file_limit
from carelevel.store.rooms import Rooms
from carelevel.workshop.workshop import Workshop

from tests.hang import PATIENCE
from tests.live.web import Phone, Web

ROOT = Path(__file__).parents[2]


@pytest.fixture
def server(url: str, workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> RoomServer:
    """A process that looks very often, and has not long to wait."""
    monkeypatch.setattr("carelevel.live.server.TIDY_SECONDS", 0.01)
    monkeypatch.setattr("carelevel.live.server.IDLE_SECONDS_MAX", 0.02)
    app = make_app(Rooms(url, fenced=True))
    return RoomServer(uvicorn.Config(app), app.state.services, until_idle=True)


@pytest.mark.parametrize(
    ("bank", "head"),
    [
        ("tests/banks/reading", Head("Help with reading: the room", "For practice, not for real children.")),
        ("cases", Head("Care levels: the room", "For training, not for placing real people.")),
        ("none-such", Head("Levels: the room", "")),
    ],
)
def test_a_page_of_no_room_bears_the_name_and_the_notice_of_the_bank_in_use(
    monkeypatch: pytest.MonkeyPatch, bank: str, head: Head
) -> None:
    monkeypatch.setenv("CARELEVEL_BANK", str(ROOT / bank))
    assert bank_head() == head


def over(workshop: Workshop) -> None:
    past = datetime.now(UTC) - timedelta(seconds=1)
    assert workshop.rooms.change(replace(workshop.room, expires_at=past))


def test_a_room_whose_time_is_over_is_deleted_with_its_votes_and_then_the_process_ends(
    server: RoomServer, web: Web, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    Phone(web).join(workshop.room.code)
    workshop.refresh()
    over(workshop)
    monkeypatch.setattr("carelevel.workshop.expiry.SURE_SECONDS", 0.05)
    monkeypatch.setattr("carelevel.workshop.expiry.LOOK_SECONDS", 0.0)
    monkeypatch.setattr("carelevel.live.server.IDLE_SECONDS_MAX", 0.2)
    asyncio.run(asyncio.wait_for(server.watch(), PATIENCE))
    assert server.should_exit
    assert workshop.rooms.room(workshop.room.id) is None


def test_while_a_room_is_open_or_the_store_is_out_of_reach_the_process_goes_on(
    server: RoomServer, workshop: Workshop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object) -> None:
        raise StoreError("the disk is full")

    for rooms_of in (lambda: None, lambda: monkeypatch.setattr(Rooms, "any_open", broken)):
        rooms_of()
        with pytest.raises(TimeoutError):
            asyncio.run(asyncio.wait_for(server.watch(), 0.2))
        assert not server.should_exit
    assert workshop.rooms.room(workshop.room.id) is not None


def test_where_no_card_has_looked_for_an_hour_the_process_ends_and_the_room_stays_open(
    server: RoomServer, web: Web, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carelevel.live.server.IDLE_SECONDS_MAX", 900.0)
    services = server._services
    services.looked_at -= UNSEEN_SECONDS_MAX
    asyncio.run(asyncio.wait_for(server.watch(), PATIENCE))
    assert server.should_exit
    assert workshop.refresh().is_open


def test_only_who_names_an_open_room_by_its_id_looks_at_it(web: Web, workshop: Workshop) -> None:
    services = web.app.state.services
    for asked in ("", "nobodys-room", workshop.room.code, workshop.room.door):
        services.looked_at = 0.0
        web.request("GET", f"/ping?room={asked}")
        assert services.looked_at == 0.0
    web.request("GET", f"/ping?room={workshop.room.id}")
    assert services.looked_at > 0.0
    workshop.end(timedelta(hours=1))
    services.looked_at = 0.0
    web.request("GET", f"/ping?room={workshop.room.id}")
    assert services.looked_at == 0.0


@pytest.mark.parametrize("error", [ValueError, OSError])
def test_a_system_that_refuses_its_own_limit_of_open_files_lets_rooms_open(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    import resource

    tried = []

    def refuse(_kind: int, limits: tuple[int, int]) -> None:
        tried.append(limits[0])
        raise error("not permitted")

    monkeypatch.setattr(resource, "getrlimit", lambda _kind: (256, resource.RLIM_INFINITY))
    monkeypatch.setattr(resource, "setrlimit", refuse)
    assert raise_file_limit() == 256
    assert tried == [resource.RLIM_INFINITY, *DESCRIPTORS]
    monkeypatch.setattr(resource, "getrlimit", lambda _kind: (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert raise_file_limit() == DESCRIPTORS[0]
