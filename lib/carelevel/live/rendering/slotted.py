"""A text of many, made once: what stands in it of one person alone is filled in for each."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import lru_cache

PARTS_KEPT = 2_000
"""What many have in common in a slot is made ready once."""

_SLOT = re.compile(r"<!--([a-z]+(?: \d+)?)-->")
"""Whatever somebody has written is escaped, and holds none."""


@lru_cache(PARTS_KEPT)
def _plain(part: str) -> bytes:
    return part.encode()


@lru_cache(PARTS_KEPT)
def _in_json(part: str) -> bytes:
    return json.dumps(part, ensure_ascii=False)[1:-1].encode()


class Slotted:
    """*text* with slots, such as `<!--pair-->`; *slots* are their names, in their order."""

    def __init__(self, text: str, made_ready: Callable[[str], bytes] = _plain) -> None:
        first, *pieces = _SLOT.split(text)
        self._first, self._made_ready = first.encode(), made_ready
        self.slots = tuple(pieces[::2])
        self._after = tuple(piece.encode() for piece in pieces[1::2])

    def filled(self, parts: Mapping[str, str]) -> bytes:
        """The text with *parts* in their slots; nothing in those of which it has none."""
        pieces = [self._first]
        for slot, after in zip(self.slots, self._after, strict=True):
            if part := parts.get(slot):
                pieces.append(self._made_ready(part))
            pieces.append(after)
        return b"".join(pieces)


def slotted_json(data: Mapping[str, object], before: str = "", after: str = "") -> Slotted:
    """*data* as JSON, in whose texts there are slots, between *before* and *after*."""
    return Slotted(f"{before}{json.dumps(data, ensure_ascii=False)}{after}", _in_json)
