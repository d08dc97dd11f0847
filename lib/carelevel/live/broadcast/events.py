"""What a stream carries, as server-sent events: a page's update, a sign of life, the end of a room."""

from __future__ import annotations

import json
from dataclasses import dataclass

BEAT_EVENT = b"event: beat\ndata: 1\n\n"
"""A sign of life."""

OVER_EVENT = b"event: over\ndata: 1\n\n"
"""The room is gone."""


@dataclass(frozen=True, slots=True)
class PageUpdate:
    """What a page should show; *html* and *says* (its headline) are None where it shows that step already.

    *left*: the timer's seconds, None without one. *count*: who is here or has voted, None for a phone.
    """

    key: str
    left: int | None
    count: str | None = None
    html: str | None = None
    says: str | None = None

    def event(self) -> bytes:
        """The update as one event; what is None is not in it, but the timer."""
        data: dict[str, str | int | None] = {"key": self.key, "left": self.left}
        for name in ("count", "html", "says"):
            value = getattr(self, name)
            if value is not None:
                data[name] = value
        return b"data: " + json.dumps(data, ensure_ascii=False).encode() + b"\n\n"
