"""A room, its audience's application without a socket, and phones."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from carelevel.core.room_state import Settings, Step
from carelevel.live.app import make_app
from carelevel.store.rooms import Rooms
from carelevel.workshop.running_order import new_entry
from carelevel.workshop.workshop import Workshop, open_room

from tests.conftest import our_bank
from tests.live.web import Phone, Web

ADDRESS = "http://192.168.1.5:8722"


@pytest.fixture
def url(made_sqlite_url: str) -> str:
    return made_sqlite_url


@pytest.fixture
def workshop(url: str) -> Iterator[Workshop]:
    rooms = Rooms(url)
    order = [new_entry("kitchen-shift"), new_entry("second-autumn", point=0)]
    yield open_room(our_bank(), rooms, order, Settings(marks=True, address=ADDRESS))
    rooms.close()


@pytest.fixture
def to(workshop: Workshop) -> Callable[[Step], Workshop]:
    def go(step: Step) -> Workshop:
        while workshop.step is not step:
            workshop.forward()
        return workshop

    return go


@pytest.fixture
def web(url: str, workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """The application; it looks into the store at every request, since nothing polls between two of them."""
    monkeypatch.setattr("carelevel.live.broadcast.room_cache.POLL_SECONDS", 0.0)
    monkeypatch.setattr("carelevel.live.endpoints.seats.WRONG_CODE_SECONDS", 0.0)
    rooms = Rooms(url, fenced=True)
    opened = Web(make_app(rooms, secret="s3cret"))
    yield opened
    opened.close()
    rooms.close()


@pytest.fixture
def phone(web: Web, workshop: Workshop) -> Phone:
    joined = Phone(web)
    joined.join(workshop.room.code)
    return joined
