"""A trainee who works in a process of their own, and says of each answer when it is acknowledged."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from carelevel.bank import open_bank
from carelevel.core.answer import Answer, Confidence
from carelevel.practice import Practice
from carelevel.store.store import open_store

from tests.faults.processes import running

BANK = Path(__file__).parents[2] / "cases"


@dataclass(frozen=True)
class Acknowledged:
    """What a trainee was told: this attempt is kept, with these reasons."""

    attempt: str
    reasons: str


def working(url: str, name: str, commits: int) -> AbstractContextManager[tuple[BaseProcess, Connection]]:
    """A process that commits as often, and a connection on which it acknowledges each."""
    return running(_work, url, name, commits)


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
