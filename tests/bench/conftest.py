"""The browser fixtures, for the measures that are taken in a page; how many accounts of a hub are measured."""

from __future__ import annotations

import pytest

from tests.browser.conftest import chromium, jupyterlab, lab, notebooks

__all__ = ["accounts", "chromium", "jupyterlab", "lab", "notebooks"]

ACCOUNTS = 10


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accounts", type=int, default=ACCOUNTS, help="of a hub, to measure at once (default: %(default)s)"
    )


@pytest.fixture
def accounts(pytestconfig: pytest.Config) -> int:
    return int(pytestconfig.getoption("accounts", ACCOUNTS))
