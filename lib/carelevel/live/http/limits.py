"""How much of each thing this process lets through: enough for a hall behind one address, too little for guessing."""

from __future__ import annotations

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
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
    *streams_of_one* of one participant, *streams* of the process; *form_bytes* and *form_seconds* are of one form.
    """

    joins: Rate = Rate(4000, 50)  # a hall of 3,000 joins at once
    wrong_codes: Rate = Rate(500, 4)  # 0.02 % of all codes an hour
    wrong_codes_of_one: Rate = Rate(200, 2)  # the address may be a hall's that mistypes; a stranger has another
    votes_of_one: Rate = Rate(10, 1)
    streams_of_one: int = 4
    streams: int = 12_000
    form_bytes: int = 4096
    form_seconds: float = 10.0


class Bucket:
    """One rate's store of permissions."""

    __slots__ = ("_at", "_clock", "_left", "_rate")

    def __init__(self, rate: Rate, clock: MonotonicClock = monotonic) -> None:
        self._rate, self._clock = rate, clock
        self._left, self._at = rate.burst, clock()

    def has_any(self) -> bool:
        """Whether something is left, which is not taken yet."""
        now = self._clock()
        self._left = min(self._rate.burst, self._left + (now - self._at) * self._rate.a_second)
        self._at = now
        return self._left >= 1

    def take(self) -> bool:
        """Use one permission; False where none is left."""
        if not self.has_any():
            return False
        self._left -= 1
        return True


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


class Guesses:
    """Who may still try a code. The QR code's door is too long to guess, so it is never limited."""

    def __init__(self, limits: Limits, clock: MonotonicClock = monotonic) -> None:
        self._all = Bucket(limits.wrong_codes, clock)
        self._of_one = Buckets(limits.wrong_codes_of_one, clock)
        self._salt = secrets.token_bytes(16)

    def may_try(self, address: str) -> bool:
        """Whether a code of that address is looked up."""
        return self._of_one.of(self._name(address)).has_any() and self._all.has_any()

    def was_wrong(self, address: str) -> None:
        """Count a wrong code of that address."""
        if self._of_one.of(self._name(address)).take():
            self._all.take()

    def _name(self, address: str) -> str:
        """An address is never kept, not even here: only a digest that this process alone can make."""
        return hashlib.sha256(self._salt + address.encode()).hexdigest()[:16]
