"""What a stream carries, as server-sent events: a page's update, a sign of life, the end of a room."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache

from carelevel.live.rendering.slotted import Slotted, slotted_json

BEAT_EVENT = b"event: beat\ndata: 1\n\n"
"""A sign of life."""

EVENTS_KEPT = 50
"""Those of one step are few: what is one participant's own comes into the slots of a page."""

OVER_EVENT = b"event: over\ndata: 1\n\n"
"""The room is gone."""


@dataclass(frozen=True, slots=True)
class PageUpdate:
    """What a page should show; *html* and *says* (its headline) are None where it shows that step already.

    *ended*: nothing comes after it, None where something may. *left*: the timer's seconds, None without one. *count*:
    who is here or has voted, and *night*: on which media the picture is dark, both None for a phone.
    """

    key: str
    left: int | None
    count: str | None = None
    html: str | None = None
    says: str | None = None
    ended: bool | None = None
    night: str | None = None

    def event(self) -> Slotted:
        """The update as one event, made once for all who see the same."""
        return _event(self)


@lru_cache(EVENTS_KEPT)
def _event(update: PageUpdate) -> Slotted:
    """What is None is not in it, but the timer."""
    values = {field.name: getattr(update, field.name) for field in fields(update)}
    data = {name: value for name, value in values.items() if value is not None or name == "left"}
    return slotted_json(data, "data: ", "\n\n")
