"""What is looked up by its id."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar


class HasId(Protocol):
    """What an id names."""

    @property
    def id(self) -> str:
        """Unique among its kind."""
        ...


T = TypeVar("T", bound=HasId)


def of_id(known: Iterable[T], id: str) -> T:
    """The first of *known* that has that id; KeyError where there is none."""
    for one in known:
        if one.id == id:
            return one
    raise KeyError(id)
