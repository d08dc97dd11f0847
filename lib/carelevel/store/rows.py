"""Records as rows, and rows as records again; what a row holds is checked on its way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from types import NoneType
from typing import Any, TypeVar

from sqlalchemy import Row

from carelevel.core.attempt import Attempt, DealtWith, EntryCheck, Place, Report, Skip, SupportWish
from carelevel.core.ballot import Ballot
from carelevel.core.form_answer import FormAnswer, FormGroup
from carelevel.core.kept_interview import Interview
from carelevel.core.note_attempt import NoteAttempt
from carelevel.core.question_vote import QuestionVote
from carelevel.core.room_state import HeldRound, Room
from carelevel.core.supervisor_answer import SupervisorAnswer
from carelevel.store.failure import Damaged

OfATrainee = (
    Attempt | Interview | NoteAttempt | FormAnswer | Place | Report | DealtWith | Skip | EntryCheck | SupportWish
)
Stored = OfATrainee | FormGroup | SupervisorAnswer | Room | HeldRound | Ballot | QuestionVote
"""What becomes a row."""

_TAKEN = frozenset({str, bool, int, float, datetime, NoneType})
"""What a column takes as it is."""

Record = TypeVar("Record")


def row_of(record: Stored) -> dict[str, Any]:
    """The record's columns by name."""
    columns: dict[str, Any] = _plain(record)
    return columns


def record_of(kind: type[Record], row: Row[Any], noun: str = "") -> Record:
    """The record that a row holds, a *noun* for people; Damaged names the first column that is."""
    from pydantic import ValidationError  # which a store without a row does without

    from carelevel.store.row_models import read_row

    values = dict(row._mapping)
    try:
        return read_row(kind, values)
    except ValidationError as error:
        place = error.errors(include_url=False, include_context=False)[0]["loc"]
        column = place[0] if place else "a value"
        name = "/".join(str(values[key]) for key in ("id", "trainee", "code", "card", "case") if key in values)
        problem = f"'{column}' of {noun or kind.__name__.lower()} {name} is damaged"
    raise Damaged(problem, "restore a copy of the database, or erase that record")


def _plain(value: Any) -> Any:
    """What a column takes: JSON's types and times, neither records, tuples, sets nor enumerations."""
    if type(value) in _TAKEN:  # most of it is
        return value
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [_plain(inner) for inner in (sorted(value) if isinstance(value, frozenset) else value)]
    return value
