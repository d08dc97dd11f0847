"""Records as rows, and rows as records again; what a row holds is checked on its way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from enum import Enum
from typing import Any, TypeVar

from sqlalchemy import Row

from carelevel.core.attempt import Attempt, Place, Rated, Report, Skip
from carelevel.core.errors import StoreError
from carelevel.core.supervisor_answer import SupervisorAnswer

Record = TypeVar("Record")


def row_of(record: Attempt | Place | Report | Skip | SupervisorAnswer) -> dict[str, Any]:
    """The record's columns by name."""
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def record_of(kind: type[Record], row: Row[Any], database: str, noun: str = "") -> Record:
    """The record that a row of *database* holds, a *noun* for people; StoreError where a value is damaged."""
    from pydantic import ValidationError  # which a store without a row does without

    from carelevel.store.row_models import read_row

    values = dict(row._mapping)
    try:
        return read_row(kind, values)
    except ValidationError as error:
        place = error.errors(include_url=False, include_context=False)[0]["loc"]
        column = place[0] if place else "a value"
        name = "/".join(str(values[key]) for key in ("id", "trainee", "code", "card", "case") if key in values)
        raise StoreError(
            f"{database}: '{column}' of {noun or kind.__name__.lower()} {name} is damaged;"
            " restore a copy of the database, or erase that record"
        ) from None


def _plain(value: Any) -> Any:
    """What a column takes: JSON's types and times, neither tuples nor enumerations."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Rated):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value
