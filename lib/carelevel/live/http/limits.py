"""How much of each thing this process lets through: enough for a hall behind one address, too little for guessing."""

from __future__ import annotations

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from time import monotonic

MonotonicClock = Callable[[], float]

BUCKETS_MAX = 20_000
"""Buckets of one kind that are kept at once; the one unused longest goes first, and starts full again."""


@dataclass(frozen=True, slots=True)
class Rate:
    """*burst* at once, and *a_second* from then on."""

    burst: float
    a_second: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What one process lets through.

    *joins* and *wrong_codes* are of everybody together, *wrong_codes_of_one* of one address, *votes_of_one* and
    *streams_of_one* of one participant, *seats_of_one* of one address in one room, *streams* of the process;
    *form_bytes* and *form_seconds* are of one form.
    """

    joins: Rate = Rate(4000, 50)  # a hall of 3,000 joins at once
    wrong_codes: Rate = Rate(500, 4)  # 0.02 % of all codes an hour
    wrong_codes_of_one: Rate = Rate(200, 2)  # the address may be a hall's that mistypes; a stranger has another
    votes_of_one: Rate = Rate(10, 1)
    streams_of_one: int = 4
    seats_of_one: int = 400  # more is for as many as all other addresses have, or for the presenter to allow
    streams: int = 12_000
    form_bytes: int = 4096
    form_seconds: float = 10.0


class Bucket:
    """One rate's store of permissions."""

    __slots__ = ("_at", "_clock", "_left", "_rate")

    def __init__(self, rate: Rate, clock: MonotonicClock = monotonic) -> None:
        self._rate, self._clock = rate, clock
        self._left, self._at = rate.burst, clock()

    def take(self) -> bool:
        """Use one permission; False where none is left."""
        now = self._clock()
        self._left = min(self._rate.burst, self._left + (now - self._at) * self._rate.a_second)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def give_back(self) -> None:
        """A permission that was not needed after all."""
        self._left = min(self._rate.burst, self._left + 1)


class Buckets:
    """A bucket for each name."""

    def __init__(self, rate: Rate, clock: MonotonicClock = monotonic) -> None:
        self._rate, self._clock = rate, clock
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def of(self, name: str) -> Bucket:
        """The bucket of that name, full where it is a new one."""
        bucket = self._buckets.pop(name, None) or Bucket(self._rate, self._clock)
        self._buckets[name] = bucket
        if len(self._buckets) > BUCKETS_MAX:
            self._buckets.popitem(last=False)
        return bucket


class AddressNames:
    """Names for addresses, which are never kept, not even here: digests that this process alone can make."""

    def __init__(self) -> None:
        self._salt = secrets.token_bytes(16)

    def name(self, address: str) -> str:
        """The same for whatever one network of IPv6 hands to one household."""
        return hashlib.sha256(self._salt + _network(address).encode()).hexdigest()[:16]


class Guesses:
    """Who may still try a code: a try is taken before the look-up, and given back where it was right.

    The QR code's door is too long to guess, so it is never limited.
    """

    def __init__(self, limits: Limits, clock: MonotonicClock = monotonic) -> None:
        self._all = Bucket(limits.wrong_codes, clock)
        self._of_one = Buckets(limits.wrong_codes_of_one, clock)
        self._names = AddressNames()

    def take(self, address: str) -> bool:
        """Whether a code of that address may be looked up: a try of its own, and of all there are."""
        own = self._of_one.of(self._names.name(address))
        if not own.take():
            return False
        if self._all.take():
            return True
        own.give_back()
        return False

    def give_back(self, address: str) -> None:
        """The code was right, or could not be looked up."""
        self._of_one.of(self._names.name(address)).give_back()
        self._all.give_back()


def _network(address: str) -> str:
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address):
        return address
    return str(parsed.ipv4_mapped or int(parsed) >> 64)
