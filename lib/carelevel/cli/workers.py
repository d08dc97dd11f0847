"""The cases of a large bank, read by several processes."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from carelevel.bank import Bank
from carelevel.cli.diagnostics import ReadFile, read_case_file
from carelevel.core.criteria import Criteria
from carelevel.core.errors import BankError
from carelevel.messages import check as check_messages

FEWEST_CASES = 400
"""Fewer are read sooner by this process alone than others have started."""
MOST_PROCESSES = 8
AT_ONCE = 25
"""So many cases travel together."""


def read_case_files(bank: Bank, case_ids: Sequence[str], processes: int | None = None) -> Iterator[ReadFile]:
    """What there is to say of each case, in the order of *case_ids*; BankError where a process ends by itself."""
    workers = min(_processors(), MOST_PROCESSES) if processes is None else processes
    if workers > 1 and len(case_ids) >= FEWEST_CASES:
        return _shared(bank, case_ids, workers)
    return (read_case_file(bank, case_id) for case_id in case_ids)


def _processors() -> int:
    """Those that this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


def _shared(bank: Bank, case_ids: Sequence[str], processes: int) -> Iterator[ReadFile]:
    # A fresh process each: a copy of this one would hold its threads' locks, and Windows has no copies.
    workers = ProcessPoolExecutor(processes, get_context("spawn"), _begin, (bank.folder, bank.criteria))
    done = 0
    try:
        for file in workers.map(_read, case_ids, chunksize=AT_ONCE):
            yield file
            done += 1
    except BrokenProcessPool:
        part = case_ids[done : done + AT_ONCE]
        message = check_messages.WORKER_ENDED.format(folder=bank.folder.name, first=part[0], last=part[-1])
        raise BankError([message]) from None
    finally:
        workers.shutdown(cancel_futures=True)


_begun: list[Bank] = []
"""In a worker: its bank."""


def _begin(folder: Path, criteria: Criteria) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that waits for this one
    _begun.append(Bank(folder, criteria))


def _read(case_id: str) -> ReadFile:
    return read_case_file(_begun[0], case_id)
