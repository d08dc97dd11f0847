"""A trainee who works in a process of their own, and says of each answer when it is acknowledged."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from carelevel.bank import open_bank
from carelevel.core.answer import Answer, Confidence
from carelevel.practice import Practice
from carelevel.store.store import open_store

BANK = Path(__file__).parents[2] / "cases"
PATIENCE = 30
"""Seconds for a process to begin, or to say something."""


@dataclass(frozen=True)
class Acknowledged:
    """What a trainee was told: this attempt is kept, with these reasons."""

    attempt: str
    reasons: str


@contextmanager
def working(url: str, name: str, commits: int) -> Iterator[tuple[BaseProcess, Connection]]:
    """A process that commits as often, and a connection on which it acknowledges each; ended at the latest here."""
    multiprocessing.set_forkserver_preload(["tests.faults.trainee"])
    context = multiprocessing.get_context("forkserver")  # with everything imported: a start in milliseconds
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(url, name, commits, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield process, ours
    finally:
        process.kill()
        process.join()
        ours.close()


def heard(said: Connection) -> list[Acknowledged]:
    """Everything that was said before its process ended."""
    acknowledged = []
    try:
        while said.poll(PATIENCE):
            acknowledged.append(said.recv())
    except (EOFError, ConnectionResetError):
        return acknowledged
    raise TimeoutError("the trainee's process neither says anything nor ends")


def right(practice: Practice, reasons: str) -> Answer:
    said = practice.assessment()
    flags = {flag: bool(value) for flag, value in said.flags.items() if value is not None}
    return Answer(said.level, Confidence.CERTAIN, flags=flags, reasons=reasons)


def _work(url: str, name: str, commits: int, said: Connection) -> None:
    practice = Practice(open_bank(BANK), open_store(url), "wren")
    cases = practice.bank.case_ids()
    for number in range(commits):
        if practice.result is not None:  # an answer from before, acknowledged or not
            practice.open_case(cases[number % len(cases)])
        reasons = f"{name}, answer {number}"
        kept = practice.submit(right(practice, reasons))
        assert practice.question is not None
        said.send(Acknowledged(practice.question.attempt, kept.answer.reasons))
