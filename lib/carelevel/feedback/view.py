"""What a page is sent: JSON, made of frozen dataclasses whose fields name its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, ClassVar, Protocol

PLAIN = frozenset({str, bool, int, float, NoneType})
"""What is JSON as it is."""


class DataclassInstance(Protocol):
    """Any object of a dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


def as_view(view: DataclassInstance) -> dict[str, object]:
    """A dataclass as an object named by its fields, and whatever is in it as `as_json` has it."""
    return {name: as_json(getattr(view, name)) for name in _names(view.__class__)}


def as_json(value: object) -> object:
    """Dataclasses as objects named by their fields, tuples as lists, an Enum as its value; the rest as it is."""
    if type(value) in PLAIN:  # most of it is
        return value
    if isinstance(value, list | tuple):
        return [as_json(inner) for inner in value]
    if is_dataclass(value) and not isinstance(value, type):
        return as_view(value)
    if isinstance(value, Mapping):
        return {name: as_json(inner) for name, inner in value.items()}
    return value.value if isinstance(value, Enum) else value


@cache
def _names(kind: type[DataclassInstance]) -> tuple[str, ...]:
    """The fields of a dataclass."""
    return tuple(field.name for field in fields(kind))
