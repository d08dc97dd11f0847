"""The running order of a room: its entries, and whether the bank has what they name."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.assess import decide
from carelevel.core.case import Case
from carelevel.core.errors import RoomError
from carelevel.core.room_state import OF_THE_TWIN, Entry, Room
from carelevel.core.story_digest import story_digest
from carelevel.messages import room as room_messages
from carelevel.workshop.slide import PresentedEntry

CASES_MAX = 300
"""Cases to choose from; of a larger bank the first."""


def new_entry(case: str, twin: str = "", point: int = 0) -> Entry:
    """A new entry for a running order; the same case may be entered more than once."""
    return Entry(secrets.token_hex(4), case, twin, point)


def cases_in_use(bank: Bank) -> Iterator[Case]:
    """What there is to choose from; a case that cannot be read, or is not in use, is left out."""
    files = (bank.checked(id) for id in islice(bank.case_ids(), CASES_MAX))
    yield from (file.in_use for file in files if file.in_use is not None)


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


def with_transfers(order: Iterable[Entry], bank: Bank) -> tuple[Entry, ...]:
    """Each entry with the twin that a third vote can be on; one that the room has come to keeps what it has."""
    entries = tuple(order)
    return tuple(replace(entry, transfer=transfer_of(entry, entries, bank)) for entry in entries)


def transfer_of(entry: Entry, order: Iterable[Entry], bank: Bank) -> str:
    """The twin with one phrase of that decision point changed, and the recommended level with it; '' without one.

    Of several, the one that has the fewest accepted levels in common with the case; none that the room will meet
    anyway, as an entry of *order*.
    """
    if entry.digest or entry.twin:
        return entry.transfer
    case, number = bank.case(entry.case), entry.point
    told = {(met.case, met.twin) for met in order}
    before = decide(case.points[number].findings, bank.criteria)
    common = {
        twin.id: len({*before.accepted} & {*now.accepted})
        for twin in case.twins
        if (case.id, twin.id) not in told
        and case.changed_point(twin.id) == number
        and (now := decide(twin.points[number].findings, bank.criteria)).level != before.level
    }
    return min(common, key=lambda twin: common[twin], default="")


def case_at_hand(room: Room, bank: Bank) -> PresentedEntry | None:
    """The case that the room is at, or its twin, read from the bank; None in the lobby and at the end.

    RoomError where the bank has that story no more.
    """
    for number, entry in enumerate(room.order, start=1):
        if entry.id == room.position.entry:
            case = bank.case(entry.case)
            twin = entry.transfer if room.position.step in OF_THE_TWIN else entry.twin
            if twin:
                check_twin(twin, case)
            return PresentedEntry(entry, case, number, len(room.order), twin)
    return None


def with_digest(room: Room, bank: Bank) -> Room:
    """The room with the digests of the story that it has come to and of its twin, as they are when first read."""
    order = tuple(
        _read(entry, bank) if entry.id == room.position.entry and not entry.digest else entry for entry in room.order
    )
    return replace(room, order=order)


def _read(entry: Entry, bank: Bank) -> Entry:
    case = bank.case(entry.case)
    digest, of_twin = (story_digest(case, twin, entry.point).kept for twin in (entry.twin, entry.transfer))
    return replace(entry, digest=digest, transfer_digest=of_twin if entry.transfer else "")
