"""The n-th write fails, for n = 1, 2, 3 … until everything passes: nothing acknowledged is lost, nothing refused kept.

*How a fault comes in.* Where it would really: `system_calls.FailingWrite` answers SQLite's own system calls (disk full
from the n-th on, an I/O error at the n-th, each half written); `cut_line.CutLine` stands between psycopg and a real
PostgreSQL and cuts the line at the n-th turn, before the server has heard it or before the client has heard the
answer; `full_server.FullServer` has that server itself refuse the n-th row, or its commit; `failing_files.FailingCall`
answers what Python asks of the system for files of ours.

*How it is known to bite.* `fail_every_write` returns how many writes it has failed, and a test that fails fewer than
there must be is red. And `test_every_write` plants in the product what this is to find: an answer acknowledged that is
not kept, one refused that is, one kept twice. Each is found.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import count
from typing import Protocol

from carelevel.core.errors import CarelevelError


class Deed(Protocol):
    """Something that somebody does, and is told that it is done."""

    def do(self) -> None:
        """Return once it is acknowledged; CarelevelError where it is refused. To do it again is the next try."""

    def kept(self) -> float:
        """How often it is there, as somebody else reads it: 0, 1, or what must not be."""


class Fault(Protocol):
    """One that befalls the writes of whatever is done meanwhile."""

    @property
    def has_failed(self) -> bool: ...
    @property
    def loses_answers(self) -> bool:
        """Whether what is done may be refused all the same: the answer was lost, and nobody can know."""

    def __call__(self) -> AbstractContextManager[None]: ...


def fail_every_write(begin: Callable[[], Deed], fault: Callable[[int], Fault], every: int = 1) -> int:
    """Do a new deed for each write of it, or each *every*th, with that one failing; how many writes it has."""
    for number in count(1, every):
        deed, failing = begin(), fault(number)
        with failing():
            acknowledged = _is_acknowledged(deed)
        there = deed.kept()
        assert there in (0, 1), f"write {number} failed: {there} of it is there"
        assert there or not acknowledged, f"write {number} failed: acknowledged, and not there"
        if not failing.has_failed:
            assert acknowledged, "nothing failed, and it was refused"
            return number - 1
        assert acknowledged or not there or failing.loses_answers, f"write {number} failed: refused, and there"
        if not acknowledged:
            deed.do()
            assert deed.kept() == 1, f"write {number} failed: {deed.kept()} is there after the next try"
    raise AssertionError


def _is_acknowledged(deed: Deed) -> bool:
    try:
        deed.do()
    except CarelevelError:
        return False
    return True
