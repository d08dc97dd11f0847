"""Records as rows, and rows as records again; what a row holds is checked on its way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import Enum
from typing import Any, TypeVar

from sqlalchemy import Row

from carelevel.core.answer import Confidence, Verdict
from carelevel.core.assess import Basis, Effect
from carelevel.core.attempt import Attempt, Place, Rated, Report, Skip
from carelevel.core.errors import StoreError

Record = TypeVar("Record", Attempt, Place, Report, Skip)


def row_of(record: Attempt | Place | Report | Skip) -> dict[str, Any]:
    """The record's columns by name."""
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def record_of(kind: type[Record], row: Row[Any], database: str) -> Record:
    """The record that a row of *database* holds; StoreError where a value is torn."""
    values = dict(row._mapping)
    for column, read in _READ[kind].items():
        try:
            values[column] = read(values[column])
        except (ValueError, TypeError, KeyError, AttributeError):
            name = "/".join(str(values[key]) for key in ("id", "trainee", "card", "case") if key in values)
            raise StoreError(
                f"{database}: '{column}' of {kind.__name__.lower()} {name} is damaged;"
                " restore a copy of the database, or erase that record"
            ) from None
    return kind(**values)


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


def _a(kind: type[Any]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) is not kind:  # isinstance would take True for a number
            raise TypeError
        return value

    return read


def _tuple_of(read: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    return lambda value: tuple(read(one) for one in _a(list)(value))


def _mapping_to(read: Callable[[Any], Any]) -> Callable[[Any], dict[str, Any]]:
    return lambda value: {key: read(one) for key, one in value.items()}


def _rated(value: Any) -> Rated:
    caught = value["caught"]
    return Rated(_a(str)(value["rule"]), Effect(value["effect"]), None if caught is None else _a(bool)(caught))


_READ: Mapping[type[Any], Mapping[str, Callable[[Any], Any]]] = {
    Attempt: {
        "confidence": Confidence,
        "flags": _mapping_to(_a(bool)),
        "lists": _mapping_to(_tuple_of(_a(str))),
        "marked": _tuple_of(_a(int)),
        "accepted": _tuple_of(_a(str)),
        "basis": Basis,
        "verdict": Verdict,
        "rules": _tuple_of(_rated),
    },
    Place: {"draft": _a(dict)},
    Report: {},
    Skip: {},
}
