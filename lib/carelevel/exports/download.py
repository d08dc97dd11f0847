"""A file that is made whole, for a page to hand to whoever asked for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Download:
    """*content* as it is to be saved, under *name*."""

    name: str
    media_type: str
    content: bytes
