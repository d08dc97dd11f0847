"""What a page is sent: JSON, made of the dataclasses that say what an answer is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

View = dict[str, Any]
"""A part of what a page is sent."""


def as_view(value: Any) -> Any:
    """Dataclasses as objects named by their fields, tuples as lists, an Enum as its value; the rest as it is."""
    if is_dataclass(value):
        return {field.name: as_view(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {name: as_view(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [as_view(inner) for inner in value]
    return value.value if isinstance(value, Enum) else value
