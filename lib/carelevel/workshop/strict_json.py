"""JSON that comes from outside, read into a frozen dataclass; pydantic validates it, strictly."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

Kind = TypeVar("Kind")


def read_json(kind: type[Kind], text: str | bytes) -> Kind:
    """*text* as a *kind*, what else is in it left out; pydantic's ValidationError, a ValueError, where it is none."""
    read: Kind = _adapter(kind).validate_json(text, strict=True)  # type: ignore[arg-type] # mypy: a type is hashable
    return read


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
