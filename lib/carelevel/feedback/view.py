"""What a page is sent: JSON, made of the dataclasses that say what an answer is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

View = dict[str, Any]
"""A part of what a page is sent."""


def as_view(value: Any) -> Any:
    """Dataclasses as objects named by their fields, tuples as lists, an Enum as its value; the rest as it is."""
    if type(value) is str:  # most of it is
        return value
    if isinstance(value, list | tuple):
        return [as_view(inner) for inner in value]
    if names := _names(value.__class__):
        return {name: as_view(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {name: as_view(inner) for name, inner in value.items()}
    return value.value if isinstance(value, Enum) else value


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass; none of anything else."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
