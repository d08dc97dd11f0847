"""Whoever serves the audience's pages, as a presentation knows them, and what they say of the audience."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Audience:
    """*visits* of the join page from other devices; *seats* of one room by address, the most first and cut short.

    *addresses* have seats in that room; *turned_away*: tries of addresses that had their share.
    """

    visits: int
    seats: tuple[int, ...] = ()
    addresses: int = 0
    turned_away: int = 0


class AudienceServer(Protocol):
    """Whoever serves the audience's pages; `live.local_server` and `live.remote_server` are such."""

    @property
    def public(self) -> str:
        """The one address at which somebody else serves them; '' where a network of this computer's is chosen."""

    def start(self, host: str, address: str = "") -> str:
        """The address of the pages, served on *host*; at *address* again, where that can still be."""

    def reached(self, room: str) -> Audience | None:
        """What they say of the audience of the room of that id; None where nobody serves them now."""

    def end(self) -> None:
        """Serve them no more."""
