"""What a facilitator has prepared, and which room is open: a small private file, so that a restart finds both."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from datetime import timedelta
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from carelevel.core.room_state import Entry
from carelevel.files import whole_file
from carelevel.store.folder import data_folder
from carelevel.store.folder import replace as replace_file
from carelevel.workshop.addresses import HERE
from carelevel.workshop.strict_json import read_json

FILE = "workshop.json"
FILE_BYTES_MAX = 100_000
"""What is larger is not ours."""

ENTRIES_MAX = 100
"""So long a running order can be."""

POINT_MAX = 99
"""So high a decision point is numbered, from 0."""

ID_CHARACTERS_MAX = 200
LONGEST = ID_CHARACTERS_MAX
"""The same, as the presenter's card still calls it."""

MINUTES = (0, 1, 2, 3, 5, 10)
KEEP_HOURS = (1, 4, 24, 72, 168, 720)
USUAL_KEEP_HOURS = 24
"""How long a room is kept unless the facilitator says otherwise."""


def _bounded(entry: Entry) -> Entry:
    """An entry as the file holds it; what the room finds in the bank is not in it."""
    ids = (entry.id, entry.case, entry.twin)
    if not entry.id or not entry.case or max(map(len, ids)) > ID_CHARACTERS_MAX or not 0 <= entry.point <= POINT_MAX:
        raise ValueError("no entry of a running order")
    return replace(entry, digest="", transfer="", transfer_digest="", asked=())


def _one_of(choices: tuple[int, ...]) -> AfterValidator:
    def check(value: int) -> int:
        if value not in choices:
            raise ValueError("not offered")
        return value

    return AfterValidator(check)


_Id = Annotated[str, StringConstraints(max_length=ID_CHARACTERS_MAX)]


@dataclass(frozen=True, slots=True)
class Plan:
    """*host* is what phones open, '' where hands are counted only.

    *minutes* are of each vote, *talk_minutes* of each discussion, 0 without a timer.

    *pairs*: phones tell whom to talk to. *watch*: the presenter sees alone how people vote while they do.

    *room* is open, *last* was the one before, *rehearsal* is the file name of a rehearsal's database.
    """

    order: tuple[Annotated[Entry, AfterValidator(_bounded)], ...] = ()
    marks: bool = False
    tally_early: bool = False
    third_vote: bool = True
    pairs: bool = False
    watch: bool = False
    minutes: Annotated[int, _one_of(MINUTES)] = 0
    talk_minutes: Annotated[int, _one_of(MINUTES)] = 0
    keep_hours: Annotated[int, _one_of(KEEP_HOURS)] = USUAL_KEEP_HOURS
    host: _Id = HERE
    room: _Id = ""
    last: _Id = ""
    rehearsal: _Id = ""

    @property
    def keep(self) -> timedelta:
        """How long a room is kept after its end."""
        return timedelta(hours=self.keep_hours)


SETTINGS = frozenset(field.name for field in fields(Plan)) - {"order"}
TASTES = ("marks", "tally_early", "third_vote", "pairs", "watch", "minutes", "talk_minutes", "keep_hours", "host")
"""How the facilitator wants it; the rest says what is prepared and what is open."""


def read_plan(folder: Path | None = None) -> Plan:
    """What was kept last; whatever in it cannot be used is as if it had not been kept."""
    try:
        kept = json.loads(whole_file.read((folder or data_folder()) / FILE, FILE_BYTES_MAX))
    except (OSError, ValueError, RecursionError):
        return Plan()
    if not isinstance(kept, dict):
        return Plan()
    order = kept.pop("order", ())
    entries = [_usable("order", [entry]) for entry in order[:ENTRIES_MAX]] if isinstance(order, list) else []
    settings = {name: getattr(_usable(name, value), name) for name, value in kept.items() if name in SETTINGS}
    return Plan(tuple(entry for usable in entries for entry in usable.order), **settings)


def keep_plan(plan: Plan, folder: Path | None = None) -> None:
    """StoreError where it cannot be kept."""
    replace_file((folder or data_folder()) / FILE, json.dumps(asdict(plan), ensure_ascii=False).encode())


def _usable(name: str, value: object) -> Plan:
    """The usual plan with what was kept as *name*, where that can be used."""
    try:
        return read_json(Plan, json.dumps({name: value}))
    except ValueError:  # text that is none is one too, such as half a surrogate pair
        return Plan()
