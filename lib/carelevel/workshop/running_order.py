"""The running order of a room: its entries, and whether the bank has what they name."""

from __future__ import annotations

import secrets
from dataclasses import replace

from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.case import Case
from carelevel.core.errors import RoomError
from carelevel.core.room_state import Entry, Room
from carelevel.core.story_digest import story_digest
from carelevel.messages import room as room_messages
from carelevel.workshop.slide import Telling


def new_entry(case: str, twin: str = "", point: int = 0) -> Entry:
    """A new entry for a running order; the same case may be entered more than once."""
    return Entry(secrets.token_hex(4), case, twin, point)


def check_entry(entry: Entry, bank: Bank) -> Entry:
    """The entry, whose case, twin and decision point are in use in the bank; BankError or RoomError where not."""
    case = bank.case_in_use(entry.case)
    if entry.twin:
        check_twin(entry.twin, case)
    points = len(case.telling(entry.twin or None))
    if not 0 <= entry.point < points:
        counted = messages.counted(points, room_messages.ROOM_POINTS)
        raise RoomError(room_messages.ROOM_NO_POINT.format(case=entry.case, points=counted, point=entry.point))
    return entry


def check_twin(id: str, case: Case) -> None:
    """RoomError unless the case has a twin of that id."""
    if id not in {twin.id for twin in case.twins}:
        raise RoomError(room_messages.ROOM_NO_TWIN.format(twin=id))


def case_at_hand(room: Room, bank: Bank) -> Telling | None:
    """The case that the room is at, read from the bank; None in the lobby and at the end."""
    for number, entry in enumerate(room.order, start=1):
        if entry.id == room.position.entry:
            return Telling(entry, bank.case(entry.case), number, len(room.order))
    return None


def with_digest(room: Room, bank: Bank) -> Room:
    """The room with the digest of the story that it has come to, as it is when it is first read."""
    order = tuple(
        replace(entry, digest=story_digest(bank.case(entry.case), entry.twin, entry.point).kept)
        if entry.id == room.position.entry and not entry.digest
        else entry
        for entry in room.order
    )
    return replace(room, order=order)
