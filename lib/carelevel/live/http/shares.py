"""Seats by address: one device cannot fill a room, and the presenter sees how many come from one address."""

from __future__ import annotations

from collections import Counter, defaultdict

from carelevel.live.http.limits import AddressNames
from carelevel.workshop.audience import Audience

SEATS_TOLD = 3
"""Addresses whose seats are told, those with the most."""


class Shares:
    """How many seats of each room each address has taken in this process; *of_one* are any address's own."""

    def __init__(self, of_one: int) -> None:
        self._of_one, self._names = of_one, AddressNames()
        self._seats = defaultdict[str, Counter[str]](Counter)
        self._turned_away = Counter[str]()

    def take(self, room: str, address: str, *, whole_halls: bool) -> bool:
        """One more seat, unless the address has its own and as many as all others together; *whole_halls*: or not."""
        seats, name = self._seats[room], self._names.name(address)
        others = seats.total() - seats[name]
        if not whole_halls and seats[name] >= max(self._of_one, others):
            self._turned_away[room] += 1
            return False
        seats[name] += 1
        return True

    def give_back(self, room: str, address: str) -> None:
        """A seat that was taken and could not be had."""
        self._seats[room][self._names.name(address)] -= 1

    def audience(self, room: str, visits: int) -> Audience:
        """What is told of a room's audience."""
        seats = sorted(self._seats.get(room, Counter()).values(), reverse=True)
        return Audience(visits, tuple(seats[:SEATS_TOLD]), sum(1 for count in seats if count), self._turned_away[room])
